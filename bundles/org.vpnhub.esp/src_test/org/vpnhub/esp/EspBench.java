package org.vpnhub.esp;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.PacketBatch;

/**
 * CPU time of one packet, sealed and opened, on one core: a program to run by hand, not a test. The
 * best of several rounds, since other load only ever adds.
 */
final class EspBench {
  private static final int BATCH = 64;
  private static final int BATCHES = 400;
  private static final int ROUNDS = 15;

  private EspBench() {}

  public static void main(String[] args) {
    for (EspSuite suite : Esp.suites()) {
      for (int length : new int[] {64, 1408}) run(suite, length);
    }
  }

  private static void run(EspSuite suite, int length) {
    OutboundSa out = new OutboundSa(Esp.SPI, suite, Esp.key(suite), true);
    InboundSa in = new InboundSa(Esp.SPI, suite, Esp.key(suite), true, 4096);
    byte[][] packets = new byte[BATCH][];
    Random random = new Random(1);
    for (int i = 0; i < BATCH; i++) packets[i] = Esp.ipv4(random, length);
    PacketBatch batch = Esp.batch(packets);
    int[] slots = Esp.slots(batch);
    DropCounters drops = new DropCounters();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long bestSeal = Long.MAX_VALUE;
    long bestOpen = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long seal = 0;
      long open = 0;
      for (int i = 0; i < BATCHES; i++) {
        long t0 = threads.getCurrentThreadCpuTime();
        out.seal(batch, slots, BATCH, drops);
        long t1 = threads.getCurrentThreadCpuTime();
        if (in.open(batch, slots, BATCH, drops) != BATCH) throw new AssertionError();
        seal += t1 - t0;
        open += threads.getCurrentThreadCpuTime() - t1;
      }
      bestSeal = Math.min(bestSeal, seal);
      bestOpen = Math.min(bestOpen, open);
    }
    int packetsInRound = BATCH * BATCHES;
    System.out.printf(
        "%-32s %5d B  seal %5d  open %5d  ns of CPU a packet%n",
        suite, length, bestSeal / packetsInRound, bestOpen / packetsInRound);
  }
}
