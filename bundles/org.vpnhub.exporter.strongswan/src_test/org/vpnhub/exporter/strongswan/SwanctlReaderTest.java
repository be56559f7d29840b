package org.vpnhub.exporter.strongswan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.RoundTrip;
import org.vpnhub.plan.DevicePlan;

class SwanctlReaderTest {
  private static final DevicePlan MACHINE = Plans.device("strongswan");
  private static final String FILE = "swanctl.conf";

  private final StrongswanExporter exporter = new StrongswanExporter();
  private final SwanctlReader reader = new SwanctlReader();

  @Test
  void readsBackWhatIsWritten() {
    assertEquals(List.of(), RoundTrip.check(exporter, reader, FILE, MACHINE, 1000));
  }

  /** What is local to the device, the same as its default, or more than a key needs. */
  @Test
  void whatNoReaderProves() {
    assertEquals(
        Set.of(
            "close_action = start",
            "dpd_action = restart",
            "encap = yes",
            "id-local = \"fqdn:hangzhou.example.com\"",
            "keyingtries = 0",
            "local_addrs = %any",
            "mobike = no",
            "mode = tunnel",
            "rand_time = 2880s",
            "rand_time = 360s",
            "rekey_time = 3240s",
            "start_action = trap|start",
            "unique = no"),
        RoundTrip.unproven(exporter, reader, FILE, PlanCases.named("ikev2-nat", MACHINE), "#"));
  }

  @Test
  void seesWhatIsWrong() {
    assertFault("ikev2-explicit", "proposals = aes256-sha256-modp2048", "proposals = default");
    assertFault("ikev2-explicit", "modp2048\n        rekey", "modp1024\n        rekey");
    assertFault("ikev2-explicit", "remote_ts = 10.0.0.0/16,", "remote_ts = ");
    assertFault("ikev1-several", "remote_ts = 10.10.30.0/24", "remote_ts = 10.10.31.0/24");
    assertFault("ikev2-explicit", "secret = ", "secrte = ");
  }

  /** All children of a tunnel count, not the last one alone. */
  @Test
  void seesAChildThatDiffersFromTheOthers() {
    String text = text("ikev1-several").replaceFirst("life_time = 3600s", "life_time = 3599s");
    List<Line> unknown = reader.read(text).unknown();
    assertEquals(1, unknown.size());
    assertEquals(
        "lifetime of phase 2 of tunnel hangzhou is 3599 here and 3600 in line 98",
        unknown.getFirst().text());
  }

  private void assertFault(String plan, String before, String after) {
    assertNotEquals(
        List.of(),
        RoundTrip.changed(exporter, reader, FILE, PlanCases.named(plan, MACHINE), before, after),
        after);
  }

  /** A file that people have written, with references, defaults and sections of other things. */
  @Test
  void readsAFileOfAnotherHand() {
    DeviceConfiguration found =
        reader.read(
            """
            # /etc/swanctl/swanctl.conf
            include conf.d/*.conf
            defaults { version = 2
              dpd_delay = 10s
              local { auth = psk }
              remote { auth = psk } }
            connections {
              cloud : defaults {
                remote_addrs = 198.51.100.1  # the hub
                local_addrs = 203.0.113.20
                proposals = aes128-sha256-curve25519
                local { id = office.example.com }
                remote { id = 198.51.100.1 }
                children {
                  vpc {
                    local_ts  = 10.10.20.0/24
                    remote_ts = 10.0.0.0/16, 10.10.30.0/24
                    esp_proposals = aes128gcm16-x25519
                    rekey_time = 50m
                    start_action = trap
                  }
                }
                colour = blue
              }
              home : absent, connections {
                children { shunt { mode = pass } }
              }
            }
            pools { rw { addrs = 10.9.0.0/24 } }
            secrets {
              eap-carol { id = carol
                secret = "x" }
              ike-cloud { id-1 = office.example.com
                id-2 = 198.51.100.1
                secret = 0x414243 }
            }
            """);
    assertEquals(1, found.tunnels().size());
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals("ABC", t.key().orElseThrow().text());
    assertEquals("ikev2", value(t, Parameter.IKE_VERSION));
    assertEquals("group31", value(t, Parameter.IKE_GROUP));
    assertEquals("15840", value(t, Parameter.IKE_LIFETIME));
    assertEquals("3300", value(t, Parameter.ESP_LIFETIME));
    assertEquals("none", value(t, Parameter.ESP_HASH));
    assertEquals("group31", value(t, Parameter.PFS));
    assertEquals("10", value(t, Parameter.DPD));
    assertEquals("office.example.com", value(t, Parameter.LOCAL_ID));
    assertEquals(
        List.of("10.10.20.0/24 - 10.0.0.0/16", "10.10.20.0/24 - 10.10.30.0/24"),
        t.all(Parameter.SELECTOR).stream().map(Found::value).toList());
    assertEquals(
        List.of("defaults", "connections.home", "pools", "secrets.eap-carol"),
        found.skipped().stream().map(Line::text).toList());
    assertEquals(
        List.of(
            new Line(2, "include conf.d/*.conf (the file is not read)"),
            new Line(25, "section home refers to itself"),
            new Line(23, "colour = blue")),
        found.unknown());
    assertEquals(
        List.of(new Line(25, "section absent is used and defined nowhere")), found.undefined());
  }

  /** Both readers answer any text, and never with a key. */
  @Test
  void readsSpoiltFilesWithoutFailing() {
    StrokeExporter stroke = new StrokeExporter();
    Random random = new Random(20261126);
    for (int i = 0; i < 2000; i++) {
      safe(reader.read(spoilt(text("ikev2-any"), random)));
      Export export = stroke.export(PlanCases.named("ikev1-several", MACHINE).open());
      String both = export.files().get(0).text() + export.files().get(1).text();
      safe(new StrokeReader().read(spoilt(both, random)));
    }
  }

  private static void safe(DeviceConfiguration found) {
    String shown = "" + found.unknown() + found.skipped() + found.undefined() + found.tunnels();
    assertFalse(shown.contains("Wd2X"), shown);
  }

  /** Without identities, both ends may be anybody. */
  @Test
  void readsTunnelsOfNobody() {
    DeviceConfiguration found =
        reader.read(
            "connections { a { local { auth = psk } remote { auth = psk } children { b { remote_ts"
                + " = 10.0.0.0/8 } } } }");
    assertEquals(1, found.tunnels().size());
    String conf = "conn a\n  right=%any\n  rightsubnet=10.0.0.0/8\n  auto=add\n  authby=psk\n";
    assertEquals(1, new StrokeReader().read(conf).tunnels().size());
  }

  private static String spoilt(String text, Random random) {
    StringBuilder spoilt = new StringBuilder(text);
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      int at = random.nextInt(spoilt.length());
      if (random.nextBoolean()) {
        spoilt.delete(at, Math.min(spoilt.length(), at + 1 + random.nextInt(40)));
      }
      spoilt.insert(
          Math.min(at, spoilt.length()), "{}\"=#:,\\\n \t!0x0s".charAt(random.nextInt(15)));
    }
    return spoilt.toString();
  }

  private String text(String plan) {
    return exporter.export(PlanCases.named(plan, MACHINE).open()).files().stream()
        .filter(f -> f.name().equals(FILE))
        .map(ExportedFile::text)
        .findFirst()
        .orElseThrow();
  }

  private static String value(FoundTunnel tunnel, Parameter parameter) {
    return tunnel.one(parameter).orElseThrow().value();
  }
}
