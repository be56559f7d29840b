package org.vpnhub.exporter.strongswan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.RoundTrip;
import org.vpnhub.plan.DevicePlan;

class StrokeTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/strongswan/stroke");

  private static final DevicePlan MACHINE = Plans.device("strongswan-ipsec-conf");
  private static final String FILES = "ipsec.conf ipsec.secrets";

  private final StrokeExporter exporter = new StrokeExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, MACHINE, GOLDEN));
  }

  @Test
  void readsBackWhatItWrites() {
    assertEquals(List.of(), RoundTrip.check(exporter, new StrokeReader(), FILES, MACHINE, 1000));
  }

  /** What is local to the device, or the same as its default. */
  @Test
  void whatNoReaderProves() {
    assertEquals(
        Set.of(
            "closeaction = restart",
            "dpddelay = 30s",
            "forceencaps = yes",
            "keyingtries = %forever",
            "left = %any",
            "lifetime = 3600s",
            "margintime = 180s",
            "mobike = no",
            "rekeyfuzz = 100%",
            "rightid = 198.51.100.1",
            "type = tunnel",
            "uniqueids = no"),
        RoundTrip.unproven(
            exporter, new StrokeReader(), FILES, PlanCases.named("ikev2-nat", MACHINE), "#"));
  }

  @Test
  void seesWhatIsWrong() {
    assertFault("ikev2-explicit", "ike = aes256-sha256-modp2048!", "ike = aes256-sha256-modp1024!");
    assertFault("ikev2-explicit", "esp = aes256-sha256-modp2048!", "esp = aes256-sha256-modp2048");
    assertFault("ikev2-explicit", "rightsubnet = 10.0.0.0/16,", "rightsubnet = ");
    assertFault("ikev1-several", "rightsubnet = 10.10.30.0/24", "rightsubnet = 10.10.31.0/24");
    assertFault("ikev1-several", "also = hangzhou\n    leftsubnet = 10.10.21.0/25", "also = h\n");
  }

  private void assertFault(String plan, String before, String after) {
    List<String> found =
        RoundTrip.changed(
            exporter, new StrokeReader(), FILES, PlanCases.named(plan, MACHINE), before, after);
    assertNotEquals(List.of(), found, after);
  }

  /** A file that people have written, with defaults, inheritance and sections of other things. */
  @Test
  void readsAFileOfAnotherHand() {
    String text =
        """
        # ipsec.conf - strongSwan IPsec configuration file
        config setup
        \tcharondebug="ike 1, knl 1"
        ca company
            cacert=company.pem
            auto=add
        conn %default
            keyexchange=ikev2
            ikelifetime=8h
            keyingtries=1
            authby=psk   # both sides
            esp=aes128-sha256!
        conn base
            left=203.0.113.20
            right=198.51.100.1
            ike=aes128-sha256-modp2048!
            dpdaction=restart
            dpddelay=10s
        conn vpc
            also=base
            leftid="@office.example.com"
            leftsubnet=10.10.20.0/24
            rightsubnet=10.0.0.0/16, 10.10.30.0/24
            lifetime=50m
            mark=42
            auto=start
        conn roadwarrior
            right=%any
            auto=ignore
        conn lan
            leftsubnet=10.10.20.0/24
            rightsubnet=10.10.20.0/24
            type=passthrough
            auto=route
        conn lost
            also=nowhere
        include /etc/ipsec.d/*.conf
        : RSA key.pem
        @office.example.com 198.51.100.1 : PSK 0sQUJD
        """;
    DeviceConfiguration found = new StrokeReader().read(text);
    assertEquals(1, found.tunnels().size());
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals("vpc", t.name());
    assertEquals("ABC", t.key().orElseThrow().text());
    assertEquals("ikev2", value(t, Parameter.IKE_VERSION));
    assertEquals("28800", value(t, Parameter.IKE_LIFETIME));
    assertEquals("3000", value(t, Parameter.ESP_LIFETIME));
    assertEquals("group14", value(t, Parameter.IKE_GROUP));
    assertEquals("none", value(t, Parameter.PFS));
    assertEquals("10", value(t, Parameter.DPD));
    assertEquals("office.example.com", value(t, Parameter.LOCAL_ID));
    assertEquals("198.51.100.1", value(t, Parameter.REMOTE_ID));
    assertEquals(
        List.of("10.10.20.0/24 - 10.0.0.0/16", "10.10.20.0/24 - 10.10.30.0/24"),
        t.all(Parameter.SELECTOR).stream().map(Found::value).toList());
    assertEquals(
        List.of("config setup", "ca company", "conn roadwarrior", "conn lan", "conn lost"),
        found.skipped().stream().map(Line::text).toList());
    assertEquals(
        List.of(
            new Line(37, "include /etc/ipsec.d/*.conf (the file is not read)"),
            new Line(25, "mark = 42")),
        found.unknown());
    assertEquals(
        List.of(new Line(36, "conn nowhere is used and defined nowhere")), found.undefined());
  }

  private static String value(FoundTunnel tunnel, Parameter parameter) {
    return tunnel.one(parameter).orElseThrow().value();
  }
}
