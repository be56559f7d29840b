package org.vpnhub.dataplane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.internal.packet.Ipv4;

/** A real TUN interface, on addresses for documentation (RFC 5737); needs CAP_NET_ADMIN. */
@Tag("root")
@Timeout(60)
class TunInsideTest {
  private static final String NAME = "vpnhubtest0";
  private static final String GATEWAY = "192.0.2.1";
  private static final String FAR_HOST = "198.51.100.77";

  private final Semaphore wakeups = new Semaphore(0);
  private final DropCounters drops = new DropCounters();

  private static TunInside.Config config() {
    return new TunInside.Config(
        NAME, Ipv4Address.parse(GATEWAY), 24, 1400, Plans.prefixes("198.51.100.0/24"));
  }

  private TunInside open() throws IOException {
    TunInside tun = new TunInside(config());
    try {
      tun.open(wakeups::release);
    } catch (MissingPermissionException e) {
      Assumptions.abort("skipped: " + e.getMessage());
    }
    return tun;
  }

  /** The next packet to the far host; the kernel may send others, of its own accord. */
  private byte[] next(TunInside tun) throws InterruptedException {
    PacketBatch batch = new PacketBatch(64, 1920);
    while (true) {
      assertTrue(wakeups.tryAcquire(20, TimeUnit.SECONDS), "no packet came");
      batch.clear();
      tun.receive(batch, drops);
      for (int i = 0; i < batch.size(); i++) {
        byte[] p = Packets.bytes(batch, i);
        if (Ipv4.soundLength(p, 0, p.length) > 0
            && Ipv4.destination(p, 0) == Packets.ip(FAR_HOST)) {
          return p;
        }
      }
    }
  }

  @Test
  void packetsPassBothWaysAndTheInterfaceGoes() throws Exception {
    try (TunInside tun = open();
        DatagramChannel socket = DatagramChannel.open()) {
      NetworkInterface made = NetworkInterface.getByName(NAME);
      assertNotNull(made);
      assertTrue(made.isUp());
      assertEquals(1400, made.getMTU());
      socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      socket.bind(new InetSocketAddress(GATEWAY, 0));
      int port = ((InetSocketAddress) socket.getLocalAddress()).getPort();
      byte[] data = "through the kernel into the interface".getBytes();
      socket.send(ByteBuffer.wrap(data), new InetSocketAddress(FAR_HOST, 9));
      byte[] sent = next(tun);
      assertEquals(Packets.ip(GATEWAY), Ipv4.source(sent, 0));
      assertArrayEquals(data, Arrays.copyOfRange(sent, 28, sent.length));

      byte[] answer = Packets.udp(FAR_HOST, GATEWAY, 60);
      answer[22] = (byte) (port >> 8);
      answer[23] = (byte) port;
      PacketBatch batch = new PacketBatch(1, 1920);
      batch.add(answer, 0, answer.length);
      tun.send(batch, new int[] {0}, 1, drops);
      ByteBuffer got = ByteBuffer.allocate(100);
      InetSocketAddress from = (InetSocketAddress) socket.receive(got);
      assertEquals(FAR_HOST, from.getAddress().getHostAddress());
      assertArrayEquals(Arrays.copyOfRange(answer, 28, 60), Arrays.copyOf(got.array(), 32));
      assertEquals(0, drops.nonZero().size());
    }
    assertEquals(null, NetworkInterface.getByName(NAME), "gone with the engine");
  }

  @Test
  void aNameThatIsTakenIsAClearError() throws Exception {
    try (TunInside first = open()) {
      assertNotNull(first);
      IOException e = assertThrows(IOException.class, () -> open().close());
      assertTrue(e.getMessage().contains(NAME), e.getMessage());
    }
  }
}
