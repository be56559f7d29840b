package org.vpnhub.exporter.pfsense;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.RoundTrip;

/** What the exporter writes is read back as the plan, and what is changed in it is found. */
class PfsenseRoundTripTest {
  private static final PlanCase EXPLICIT = PlanCases.named("ikev2-explicit", PfsenseTest.ROUTER);
  private final PfsenseExporter exporter = new PfsenseExporter();

  @Test
  void exportsAreReadBackAsThePlan() {
    assertEquals(
        List.of(),
        RoundTrip.check(
            exporter, PfsenseReader.READER, PfsenseExporter.FILE, PfsenseTest.ROUTER, 1000));
  }

  @Test
  void allButTheseLinesAreProven() {
    Set<String> legitimate = new TreeSet<>();
    // Texts for people, and numbers that pfSense itself gives.
    legitimate.add("<descr>vpnhub hangzhou</descr>");
    for (int i = 1; i <= 3; i++) {
      legitimate.add("<descr>vpnhub hangzhou-n" + i + "</descr>");
      legitimate.add("<reqid>10" + i + "</reqid>");
      legitimate.add("<uniqid>vpnhub1x" + i + "</uniqid>");
    }
    // A default.
    legitimate.add("<lifetime>28800</lifetime>");
    // What the plan has no parameter for.
    legitimate.add("<interface>wan</interface>");
    legitimate.add("<protocol>inet</protocol>");
    legitimate.add("<nat_traversal>on</nat_traversal>");
    legitimate.add("<mobike>off</mobike>");
    legitimate.add("<startaction>trap</startaction>");
    legitimate.add("<keepalive>enabled</keepalive>");
    assertEquals(
        legitimate,
        RoundTrip.unproven(
            exporter, PfsenseReader.READER, PfsenseExporter.FILE, EXPLICIT, "<!--", "<?xml"));
  }

  @Test
  void changesAreFound() {
    finds("<dhgroup>14", "<dhgroup>19", "key exchange group of phase 1", "group19");
    finds("<pfsgroup>14", "<pfsgroup>0", "perfect forward secrecy", "none");
    finds("<address>10.0.0.0<", "<address>10.2.0.0<", "pair of networks", "10.2.0.0/16");
    finds("<keylen>256", "<keylen>128", "cipher of phase 2", "aes128");
    finds("<phase2>\n    <ikeid>1", "<phase2>\n    <ikeid>7", "no phase 1 with the ikeid 7");
    finds("<mode>tunnel", "<mode>transport", "not in tunnel mode");
    finds("<phase1>\n", "<phase1>\n<disabled/>\n", "a tunnel to 198.51.100.1");
  }

  private void finds(String before, String after, String... words) {
    RoundTrip.finds(
        exporter, PfsenseReader.READER, PfsenseExporter.FILE, EXPLICIT, before, after, words);
  }
}
