package org.vpnhub.exporter.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.plan.DevicePlan;

class RrasTest {
  private static final DevicePlan SERVER = DevicePlan.of("windows-rras", "2022");
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/windows/golden");

  private final RrasExporter exporter = new RrasExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, SERVER, GOLDEN));
  }

  @Test
  void refusesIkev1AndNamesAsIdentities() {
    assertTrue(problems("ikev1-main").contains("cannot speak ikev1"));
    assertTrue(problems("ikev2-nat").contains("set remoteId of the connection to 192.168.1.2"));
  }

  @Test
  void theStandbyTunnelHasTheWorseMetric() {
    String script = script("ikev2-two-tunnels");
    assertTrue(script.indexOf("10.0.0.0/16:10'") < script.indexOf("10.0.0.0/16:20'"));
    assertTrue(script.contains("10.0.0.0/16:10'"));
  }

  /** No quote of any kind ends the word; the rest has no meaning within single quotes. */
  @Test
  void quotesKeys() {
    assertEquals("'a''b$x`n'", RrasWords.DIALECT.key("a'b$x`n"));
    assertEquals("'\u2019\u2019; quit'", RrasWords.DIALECT.key("\u2019; quit"));
    assertTrue(
        script("odd-names")
            .contains(
                "SharedSecret                        = 'p@ss''w$rd{}[]\\;:,.<>|`~&*()-_=+/'\n"));
  }

  /** A script without a mark of UTF-8 is read in the code page, where two bytes may be one. */
  @Test
  void commentsAreAscii() {
    assertEquals("a __ ?", RrasWords.DIALECT.comment("a \u676d\u5dde ?", 80));
    assertTrue(script("unicode-names").chars().allMatch(c -> c < 0x7f));
  }

  /** A tunnel that is there is an error, which ends the script. */
  @Test
  void aSecondRunEndsBeforeItChangesAnything() {
    String script = script("ikev2-two-tunnels");
    assertTrue(script.contains("$ErrorActionPreference = 'Stop'\n"));
    assertTrue(script.lastIndexOf("Add-VpnS2SInterface") < script.indexOf("New-NetFirewallRule"));
  }

  private String script(String name) {
    return exporter.export(PlanCases.named(name, SERVER).open()).files().getFirst().text();
  }

  private String problems(String name) {
    Export export = exporter.export(PlanCases.named(name, SERVER).open());
    assertTrue(export.refused());
    return export.problems().toString();
  }
}
