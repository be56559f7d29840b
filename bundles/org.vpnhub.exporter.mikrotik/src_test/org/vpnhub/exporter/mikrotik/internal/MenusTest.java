package org.vpnhub.exporter.mikrotik.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MenusTest {
  @Test
  void timesInAllTheirForms() {
    Map.of(
            "8h", "28800",
            "1d", "86400",
            "1d2h30m", "95400",
            "28800s", "28800",
            "90", "90",
            "08:00:00", "28800",
            "1d 00:00:10", "86410",
            "1w", "604800")
        .forEach((time, seconds) -> assertEquals(Optional.of(seconds), Menus.seconds(time), time));
    assertEquals(Optional.empty(), Menus.seconds("soon"));
    assertEquals(Optional.empty(), Menus.seconds(""));
  }
}
