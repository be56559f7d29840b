package org.vpnhub.exporter.libreswan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.RoundTrip;

class LibreswanReaderTest {
  private static final String FILES = "ipsec.conf ipsec.secrets";

  private final LibreswanExporter exporter = new LibreswanExporter();
  private final LibreswanReader reader = new LibreswanReader();

  @Test
  void readsBackWhatIsWritten() {
    assertEquals(List.of(), RoundTrip.check(exporter, reader, FILES, LibreswanTest.MACHINE, 1000));
  }

  /** What is local to the device, or the same as its default. */
  @Test
  void whatNoReaderProves() {
    assertEquals(
        Set.of(
            "dpdaction=restart",
            "encapsulation=yes",
            "failureshunt=drop",
            "ikelifetime=28800s",
            "ikev2=insist",
            "keyingtries=%forever",
            "left=192.168.1.2",
            "mtu=1422",
            "negotiationshunt=hold",
            "pfs=yes",
            "rekey=yes",
            "rekeyfuzz=100%",
            "rekeymargin=180s",
            "rightid=198.51.100.1",
            "sha2-truncbug=no",
            "type=tunnel"),
        RoundTrip.unproven(
            exporter, reader, FILES, PlanCases.named("ikev2-nat", LibreswanTest.MACHINE), "#"));
  }

  @Test
  void seesWhatIsWrong() {
    assertFault("ike=aes256-sha2_256-modp2048", "ike=aes256-sha2_256-modp1536");
    assertFault(
        "ike=aes256-sha2_256-modp2048", "ike=aes256-sha2_256-modp2048,aes128-sha1-modp2048");
    assertFault("pfs=yes", "pfs=no");
    assertFault("rightsubnets={10.0.0.0/16,", "rightsubnets={");
    assertFault("authby=secret", "authby=rsasig");
  }

  private void assertFault(String before, String after) {
    assertNotEquals(
        List.of(),
        RoundTrip.changed(
            exporter,
            reader,
            FILES,
            PlanCases.named("ikev2-explicit", LibreswanTest.MACHINE),
            before,
            after),
        after);
  }

  /** A file that people have written, with defaults and sections of other things. */
  @Test
  void readsAFileOfAnotherHand() {
    DeviceConfiguration found =
        reader.read(
            """
            config setup
            \tlogfile=/var/log/pluto.log
            include /etc/crypto-policies/back-ends/libreswan.config
            conn %default
            \tikelifetime=4h
            \tauthby=secret
            conn cloud
            \tleft=%defaultroute
            \tleftid=@office
            \tleftsubnet=10.10.20.0/24
            \tright=198.51.100.1
            \trightsubnets="{10.0.0.0/16 10.10.30.0/24}"
            \tike=aes_gcm256-sha2_512-dh19
            \tphase2alg=aes_gcm256
            \tdpddelay=10
            \tdpdtimeout=60
            \tvti-interface=vti0
            \tauto=start
            conn private
            \ttype=passthrough
            \tauto=ondemand
            @office 198.51.100.1 : PSK "it's it"
            """);
    assertEquals(1, found.tunnels().size());
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals("it's it", t.key().orElseThrow().text());
    assertEquals("ikev2", value(t, Parameter.IKE_VERSION));
    assertEquals("aes256gcm16", value(t, Parameter.IKE_ENCRYPTION));
    assertEquals("sha512", value(t, Parameter.IKE_HASH));
    assertEquals("14400", value(t, Parameter.IKE_LIFETIME));
    assertEquals("28800", value(t, Parameter.ESP_LIFETIME));
    assertEquals("none", value(t, Parameter.ESP_HASH));
    assertEquals("group19", value(t, Parameter.PFS));
    assertEquals("10", value(t, Parameter.DPD));
    assertEquals(
        List.of("10.10.20.0/24 - 10.0.0.0/16", "10.10.20.0/24 - 10.10.30.0/24"),
        t.all(Parameter.SELECTOR).stream().map(Found::value).toList());
    assertEquals(
        List.of("config setup", "conn private"), found.skipped().stream().map(Line::text).toList());
    assertEquals(
        List.of(
            new Line(
                3,
                "include /etc/crypto-policies/back-ends/libreswan.config (the file is not read)"),
            new Line(17, "vti-interface = vti0")),
        found.unknown());
  }

  private static String value(FoundTunnel tunnel, Parameter parameter) {
    return tunnel.one(parameter).orElseThrow().value();
  }
}
