package org.vpnhub.dataplane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.UdpUnderlay.RawSocket;

/** Real sockets on 127.0.0.1 with ports that the system chose; no rights needed. */
@Timeout(60)
class UdpUnderlayTest {
  private static final Ipv4Address LOCALHOST = Ipv4Address.parse("127.0.0.1");
  private static final Ipv4Address MODEL = Ipv4Address.parse("203.0.113.1");

  private final DropCounters drops = new DropCounters();

  private static DatagramChannel socket() throws IOException {
    DatagramChannel c = DatagramChannel.open();
    c.bind(new InetSocketAddress("127.0.0.1", 0));
    return c;
  }

  private static int port(DatagramChannel c) throws IOException {
    return ((InetSocketAddress) c.getLocalAddress()).getPort();
  }

  /** Gives a port back that the system chose. */
  private static void release(DatagramChannel place) throws IOException {
    place.close();
  }

  /** Waits for datagrams as the packet thread does. */
  private PacketBatch receive(Underlay underlay, Selector selector, int count) throws IOException {
    PacketBatch batch = new PacketBatch(64, 1920);
    while (batch.size() < count) {
      if (underlay.receive(batch, drops) > 0) continue;
      assertTrue(selector.select(20_000) > 0, "nothing came");
      selector.selectedKeys().clear();
    }
    return batch;
  }

  @Test
  void portsAreThoseOfTheModelAboveAndThoseOfTheMachineBelow() throws Exception {
    try (DatagramChannel peerIke = socket();
        DatagramChannel peerNat = socket();
        DatagramChannel stranger = socket();
        DatagramChannel place1 = socket();
        DatagramChannel place2 = socket();
        Selector selector = Selector.open()) {
      int ike = port(place1);
      int nat = port(place2);
      release(place1);
      release(place2);
      Underlay underlay =
          new UdpUnderlay(
              new UdpUnderlay.Config(
                  MODEL, LOCALHOST, ike, nat, port(peerIke), port(peerNat), RawSocket.OFF));
      try (underlay) {
        underlay.open(selector, () -> {});
        peerIke.send(ByteBuffer.wrap(new byte[] {1}), new InetSocketAddress("127.0.0.1", ike));
        PacketBatch got = receive(underlay, selector, 1);
        assertEquals(MODEL.bits(), got.localAddress(0));
        assertEquals(LOCALHOST.bits(), got.remoteAddress(0));
        assertEquals(500, got.localPort(0));
        assertEquals(500, got.remotePort(0));
        assertEquals(PacketBatch.TOS_UNKNOWN, got.tos(0));
        stranger.send(ByteBuffer.wrap(new byte[] {2, 3}), new InetSocketAddress("127.0.0.1", nat));
        PacketBatch natted = receive(underlay, selector, 1);
        assertEquals(4500, natted.localPort(0));
        assertEquals(port(stranger), natted.remotePort(0), "a NAT's port stays as it is");

        PacketBatch out = new PacketBatch(2, 1920);
        out.add(new byte[] {4, 5, 6}, 0, 3);
        out.outer(0, MODEL.bits(), 4500, LOCALHOST.bits(), 4500);
        out.tos(0, 0xb8);
        underlay.send(out, new int[] {0}, 1, drops);
        ByteBuffer buffer = ByteBuffer.allocate(10);
        InetSocketAddress from = (InetSocketAddress) peerNat.receive(buffer);
        assertEquals(nat, from.getPort());
        assertArrayEquals(new byte[] {4, 5, 6}, Arrays.copyOf(buffer.array(), 3));

        out.outer(0, MODEL.bits(), 0, LOCALHOST.bits(), 0);
        underlay.send(out, new int[] {0}, 1, drops);
        assertEquals(1, drops.get(DropReason.SEND_FAILED), "no raw socket");
      }
    }
  }

  @Test
  void whatIsTooLongIsCounted() throws Exception {
    try (DatagramChannel peer = socket();
        DatagramChannel place = socket();
        Selector selector = Selector.open()) {
      int nat = port(place);
      release(place);
      Underlay underlay =
          new UdpUnderlay(
              new UdpUnderlay.Config(MODEL, LOCALHOST, 0, nat, 500, 4500, RawSocket.OFF));
      try (underlay) {
        underlay.open(selector, () -> {});
        InetSocketAddress to = new InetSocketAddress("127.0.0.1", nat);
        peer.send(ByteBuffer.wrap(new byte[1921]), to);
        peer.send(ByteBuffer.wrap(new byte[0]), to);
        peer.send(ByteBuffer.wrap(new byte[1920]), to);
        PacketBatch got = receive(underlay, selector, 1);
        assertEquals(1920, got.length(0));
        assertEquals(2, drops.get(DropReason.MALFORMED_DATAGRAM));
      }
    }
  }

  @Test
  void aTakenPortIsNamedWithWhatToDo() throws Exception {
    try (DatagramChannel taken = socket();
        Selector selector = Selector.open()) {
      Underlay underlay =
          new UdpUnderlay(
              new UdpUnderlay.Config(MODEL, LOCALHOST, port(taken), 0, 500, 4500, RawSocket.OFF));
      IOException e = assertThrows(IOException.class, () -> underlay.open(selector, () -> {}));
      assertTrue(e.getMessage().contains(String.valueOf(port(taken))), e.getMessage());
      assertTrue(e.getMessage().contains("other ports"), e.getMessage());
      underlay.close();
    }
  }
}
