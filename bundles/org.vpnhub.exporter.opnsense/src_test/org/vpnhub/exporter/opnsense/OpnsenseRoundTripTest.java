package org.vpnhub.exporter.opnsense;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.RoundTrip;

/** What the exporter writes is read back as the plan, and what is changed in it is found. */
class OpnsenseRoundTripTest {
  private static final PlanCase EXPLICIT = PlanCases.named("ikev2-explicit", OpnsenseTest.ROUTER);
  private final OpnsenseExporter exporter = new OpnsenseExporter();

  @Test
  void exportsAreReadBackAsThePlan() {
    assertEquals(
        List.of(),
        RoundTrip.check(
            exporter, OpnsenseReader.READER, OpnsenseExporter.FILE, OpnsenseTest.ROUTER, 1000));
  }

  @Test
  void allButTheseLinesAreProven() {
    Set<String> legitimate = new TreeSet<>();
    // Texts for people.
    legitimate.add("<description>vpnhub hangzhou</description>");
    legitimate.add("<description>vpnhub hangzhou 1</description>");
    // Defaults; a key without the other identity is for all.
    legitimate.add("<aggressive>0</aggressive>");
    legitimate.add("<rekey_time>3600</rekey_time>");
    legitimate.add("<remote_ident>198.51.100.1</remote_ident>");
    // What the plan has no parameter for.
    legitimate.add("<local_addrs>203.0.113.20</local_addrs>");
    legitimate.add("<unique>no</unique>");
    legitimate.add("<mobike>0</mobike>");
    legitimate.add("<encap>0</encap>");
    legitimate.add("<keyingtries>0</keyingtries>");
    legitimate.add("<dpd_timeout>120</dpd_timeout>");
    legitimate.add("<dpd_action>start</dpd_action>");
    legitimate.add("<start_action>trap|start</start_action>");
    legitimate.add("<close_action>start</close_action>");
    legitimate.add("<round>0</round>");
    legitimate.add("<sha256_96>0</sha256_96>");
    assertEquals(
        legitimate,
        RoundTrip.unproven(
            exporter, OpnsenseReader.READER, OpnsenseExporter.FILE, EXPLICIT, "<!--", "<?xml"));
  }

  @Test
  void changesAreFound() {
    String uuid = OpnsenseXml.uuid("connection", "hangzhou");
    finds(
        "<proposals>aes256-sha256-modp2048",
        "<proposals>aes256-sha256-ecp256",
        "key exchange group of phase 1",
        "group19");
    finds(
        "<esp_proposals>aes256-sha256-modp2048",
        "<esp_proposals>aes256-sha256",
        "perfect forward secrecy",
        "none");
    finds(
        "<local_ts>10.10.20.0/24", "<local_ts>10.10.21.0/24", "pair of networks", "10.10.21.0/24");
    finds("<connection>" + uuid, "<connection>gone", "there is no connection gone");
    finds("<remote_ident>198.51.100.1", "<remote_ident>198.51.100.2", "pre-shared key");
    finds("<mode>tunnel", "<mode>transport", "not in tunnel mode");
    finds("<enable>1", "<enable>0", "IPsec is not enabled");
    finds("<auth>psk", "<auth>pubkey", "identity that the device sends");
  }

  private void finds(String before, String after, String... words) {
    RoundTrip.finds(
        exporter, OpnsenseReader.READER, OpnsenseExporter.FILE, EXPLICIT, before, after, words);
  }
}
