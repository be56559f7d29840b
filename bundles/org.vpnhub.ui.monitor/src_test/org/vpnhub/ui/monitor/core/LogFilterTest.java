package org.vpnhub.ui.monitor.core;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Severity;
import org.vpnhub.dataplane.GatewayEvent;

class LogFilterTest {
  private static final GatewayEvent FAILURE =
      new GatewayEvent(
          1,
          Instant.EPOCH,
          "hub",
          Optional.of(new ConnectionId("vco-1")),
          "to Ningbo",
          2,
          Severity.WARNING,
          "TrafficSelectorMismatch",
          "the selectors differ",
          "10.10.30.0/24",
          "10.10.31.0/24");

  @Test
  void everythingPassesTheEmptyFilter() {
    assertTrue(LogFilter.ALL.test(FAILURE));
    assertTrue(LogFilter.ALL.test(GatewayEvent.of("hub", Severity.INFO, "started")));
  }

  @Test
  void connectionAndPhaseMustFit() {
    assertTrue(new LogFilter("to Ningbo", 2, false, "").test(FAILURE));
    assertFalse(new LogFilter("to Hangzhou", 0, false, "").test(FAILURE));
    assertFalse(new LogFilter("", 1, false, "").test(FAILURE));
  }

  @Test
  void theTextIsSoughtInBothSidesValuesWhateverTheCase() {
    assertTrue(new LogFilter("", 0, false, "10.10.31").test(FAILURE));
    assertTrue(new LogFilter("", 0, false, "trafficselector").test(FAILURE));
    assertFalse(new LogFilter("", 0, false, "PskMismatch").test(FAILURE));
  }

  @Test
  void onlyFailuresLeavesTheRestOut() {
    LogFilter failures = new LogFilter("", 0, true, "");
    assertTrue(failures.test(FAILURE));
    assertFalse(failures.test(GatewayEvent.of("hub", Severity.INFO, "started")));
  }
}
