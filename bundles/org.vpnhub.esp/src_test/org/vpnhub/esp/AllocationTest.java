package org.vpnhub.esp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;

/**
 * What a packet costs the garbage collector. Ours is nothing; what remains is JCA's own: about
 * 1,000 bytes for the initialisation of each GCM message, the digests of HMAC. The packets have
 * 1,400 bytes, so that a copy of a packet that creeps in breaks the bound.
 */
class AllocationTest {
  private static final int BATCH = 64;

  @ParameterizedTest
  @CsvSource({
    "AES_GCM_16_128, NONE, 2800",
    "AES_GCM_16_256, NONE, 2800",
    "AES_CBC_128, HMAC_SHA2_256_128, 400",
    "AES_CBC_256, HMAC_SHA2_512_256, 600"
  })
  void bytesOfOnePacketSealedAndOpened(
      EncryptionAlgorithm encryption, IntegrityAlgorithm integrity, int bound) {
    EspSuite suite = new EspSuite(encryption, integrity);
    OutboundSa out = new OutboundSa(Esp.SPI, suite, Esp.key(suite), true);
    InboundSa in = new InboundSa(Esp.SPI, suite, Esp.key(suite), true, 4096);
    byte[][] packets = new byte[BATCH][];
    Random random = new Random(9);
    for (int i = 0; i < BATCH; i++) packets[i] = Esp.ipv4(random, 1400);
    PacketBatch batch = Esp.batch(packets);
    int[] slots = Esp.slots(batch);
    DropCounters drops = new DropCounters();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 300; i++) round(out, in, batch, slots, drops);
    int rounds = 200;
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < rounds; i++) round(out, in, batch, slots, drops);
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / (rounds * BATCH);
    System.out.println(suite + ": " + each + " bytes a packet, sealed and opened");
    assertTrue(each <= bound, suite + ": " + each + " bytes a packet, bound " + bound);
  }

  private static void round(
      OutboundSa out, InboundSa in, PacketBatch batch, int[] slots, DropCounters drops) {
    if (out.seal(batch, slots, BATCH, drops) != BATCH) throw new AssertionError(drops.nonZero());
    if (in.open(batch, slots, BATCH, drops) != BATCH) throw new AssertionError(drops.nonZero());
  }
}
