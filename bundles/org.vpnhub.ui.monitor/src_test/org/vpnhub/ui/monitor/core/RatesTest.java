package org.vpnhub.ui.monitor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.ConnectionId;

class RatesTest {
  private static final ConnectionId ID = new ConnectionId("vco-1");
  private static final long HALF = 500_000_000L;
  private final Rates rates = new Rates();

  @Test
  void theFirstReadingGivesNoRate() {
    assertEquals(Rate.NONE, rates.next(ID, 0, 1000, 1000));
  }

  @Test
  void aRateIsTakenOverTheLastSecond() {
    rates.next(ID, 0, 0, 0);
    rates.next(ID, HALF, 1000, 0);
    assertEquals(new Rate(16_000, 8_000), rates.next(ID, 2 * HALF, 2000, 1000));
    // A second later the first half second is forgotten.
    rates.next(ID, 3 * HALF, 2000, 1000);
    assertEquals(Rate.NONE, rates.next(ID, 4 * HALF, 2000, 1000));
  }

  @Test
  void countersThatBeginAnewGiveNoRate() {
    rates.next(ID, 0, 5000, 5000);
    assertEquals(Rate.NONE, rates.next(ID, 2 * HALF, 100, 100));
    assertEquals(new Rate(800, 0), rates.next(ID, 4 * HALF, 200, 100));
  }

  @Test
  void forgottenConnectionsBeginAnew() {
    rates.next(ID, 0, 0, 0);
    rates.keep(Set.of());
    assertEquals(Rate.NONE, rates.next(ID, 2 * HALF, 1000, 0));
  }
}
