package org.vpnhub.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyRulesTest {
  @Test
  void refusesWhatTheDeviceMisreads() {
    KeyRules rules = KeyRules.anyPrintable(64).misreading("^0x");
    assertEquals(Optional.empty(), rules.objection("a0x12345678"));
    assertTrue(rules.objection("0x12345678").orElse("").contains("takes for something else"));
  }

  @Test
  void withoutAPatternNothingIsMisread() {
    assertEquals(Optional.empty(), KeyRules.anyPrintable(64).objection("0x12345678"));
  }
}
