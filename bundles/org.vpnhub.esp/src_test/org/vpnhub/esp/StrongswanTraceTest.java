package org.vpnhub.esp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.testkit.StrongswanTrace;
import org.vpnhub.testkit.UdpCapture;

/** Every ESP packet that strongSwan daemons exchanged, opened and sealed again, byte by byte. */
class StrongswanTraceTest {
  /** Seals with the IV that the other implementation had chosen. */
  private static final class GivenIv extends CipherTransform {
    private final byte[] iv;

    GivenIv(EspSuite suite, byte[] key, boolean esn, byte[] iv) {
      super(suite, key, esn);
      this.iv = iv;
    }

    @Override
    void writeIv(byte[] b, int at, long sequence) {
      System.arraycopy(iv, 0, b, at, iv.length);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "v2-aes128gcm16-x25519, AES_GCM_16_128, NONE",
    "v2-aes256gcm16-ecp256, AES_GCM_16_256, NONE",
    "v2-aes256-sha256-modp2048, AES_CBC_256, HMAC_SHA2_256_128"
  })
  void everyPacket(String name, EncryptionAlgorithm encryption, IntegrityAlgorithm integrity)
      throws Exception {
    Optional<StrongswanTrace> found = StrongswanTrace.find(name);
    assumeTrue(found.isPresent(), "skipped: shared/vectors/ike-traces/" + name + " is absent");
    StrongswanTrace trace = found.get();
    EspSuite suite = new EspSuite(encryption, integrity);
    Map<Integer, byte[]> keys = new HashMap<>();
    Map<Integer, InboundSa> associations = new HashMap<>();
    for (StrongswanTrace.ChildKeys child : trace.children()) {
      assertEquals(suite + "/NO_EXT_SEQ", child.proposal());
      keys.put(child.hubInboundSpi(), child.initiator());
      keys.put(child.hubOutboundSpi(), child.responder());
    }
    DropCounters drops = new DropCounters();
    int toHub = 0;
    int fromHub = 0;
    for (UdpCapture.Datagram d : trace.wire()) {
      byte[] wire = d.payload();
      if (d.destinationPort() != 4500 || wire.length < 8 || Bytes.i32(wire, 0) == 0) continue;
      int spi = Bytes.i32(wire, 0);
      byte[] key = keys.get(spi);
      assertTrue(key != null, "SPI " + Integer.toHexString(spi));
      InboundSa sa =
          associations.computeIfAbsent(spi, s -> new InboundSa(s, suite, key, false, 4096));
      PacketBatch batch = Esp.batch(wire);
      assertEquals(1, sa.open(batch, Esp.slots(batch), 1, drops), drops.nonZero()::toString);
      assertPing(Esp.packet(batch, 0));
      assertArrayEquals(wire, sealedAgain(suite, key, wire, Esp.packet(batch, 0)));
      if (d.destination().toString().equals("203.0.113.1")) toHub++;
      else fromHub++;
    }
    assertTrue(drops.nonZero().isEmpty());
    assertTrue(toHub >= 8 && toHub == fromHub, toHub + " to the hub, " + fromHub + " from it");
    long counted = associations.values().stream().mapToLong(InboundSa::packets).sum();
    assertEquals(toHub + fromHub, counted);
    assertTrue(associations.size() >= 6, "the rekeyed associations carried traffic too");
  }

  private static void assertPing(byte[] inner) {
    assertEquals(0x45, inner[0]);
    assertEquals(1, inner[9], "ICMP");
    assertEquals(inner.length, Bytes.u16(inner, 2));
    assertEquals(10, inner[12], "from a site's network");
    assertEquals(10, inner[16], "to a site's network");
  }

  private static byte[] sealedAgain(EspSuite suite, byte[] key, byte[] wire, byte[] inner) {
    byte[] iv = Arrays.copyOfRange(wire, 8, 8 + suite.ivLength());
    long before = (Bytes.i32(wire, 4) & 0xffff_ffffL) - 1;
    OutboundSa sa =
        new OutboundSa(
            Bytes.i32(wire, 0), suite, new GivenIv(suite, key, false, iv), false, before);
    PacketBatch batch = Esp.batch(inner);
    assertEquals(1, sa.seal(batch, Esp.slots(batch), 1, new DropCounters()));
    return Esp.packet(batch, 0);
  }
}
