package org.vpnhub.dataplane.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.Plans;
import org.vpnhub.esp.InboundSa;
import org.vpnhub.ike.ChildSa;
import org.vpnhub.plan.ConnectionPlan;

class SpiMapTest {
  private static final ConnectionPlan PLAN = Plans.hubConnection("a", 1);
  private static final Tunnel TUNNEL = new Tunnel(PLAN, 1);

  private static InboundEntry entry(int spi) {
    byte[] key = new byte[Bench.SUITE.keyMaterialLength()];
    ChildSa sa =
        new ChildSa(
            PLAN.id(),
            "x",
            spi,
            1,
            Bench.SUITE.encryption(),
            Bench.SUITE.integrity(),
            false,
            new Secret(key),
            new Secret(key),
            Bench.selectors(PLAN.children().getFirst().local()),
            Bench.selectors(PLAN.children().getFirst().remote()),
            true,
            PLAN.localAddress(),
            4500,
            PLAN.remoteAddress(),
            4500);
    return new InboundEntry(TUNNEL, sa, new InboundSa(spi, Bench.SUITE, key, false, 1024), 1, 1400);
  }

  /** Few different SPIs, so that runs of the table collide, are cut and mended all the time. */
  @Test
  void agreesWithAHashMap() {
    long seed = 815;
    Random random = new Random(seed);
    SpiMap map = new SpiMap();
    Map<Integer, InboundEntry> oracle = new HashMap<>();
    InboundEntry[] entries = new InboundEntry[80];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = entry(i % 2 == 0 ? i << 24 : random.nextInt());
    }
    for (int step = 0; step < 50_000; step++) {
      InboundEntry e = entries[random.nextInt(entries.length)];
      if (random.nextBoolean()) {
        assertSame(oracle.put(e.spi, e), map.put(e), "seed " + seed + " step " + step);
      } else {
        assertSame(oracle.remove(e.spi), map.remove(e.spi), "seed " + seed + " step " + step);
      }
      InboundEntry probe = entries[random.nextInt(entries.length)];
      assertSame(oracle.get(probe.spi), map.get(probe.spi), "seed " + seed + " step " + step);
      assertEquals(oracle.size(), map.size());
    }
  }
}
