package org.vpnhub.exporter.strongswan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;
import org.vpnhub.plan.SelectorMode;
import org.vpnhub.plan.SitePlan;

/** Exported files in real strongSwan daemons, in network namespaces of their own. */
@Tag("strongswan")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class CharonTest {
  /** Every character of the cloud's keys, the parser's own words, and what is beyond ASCII. */
  private static final List<String> KEYS =
      List.of(
          "plainKey0123456789",
          "~!`@#$%^&*()_-+={}[]|;:\\\",.<>/?",
          "\\",
          "ends-with-backslash\\",
          "\\\"quoted\\\" and \\n not a line",
          "# not a comment",
          "} secrets { ike-x { secret = x",
          "0x414243",
          "0sQUJD",
          "with space and 'single'",
          "${HOME} $(id)",
          "include /etc/passwd",
          "密钥-ключ",
          "=");

  @TempDir Path dir;

  @BeforeAll
  static void needsStrongswan() {
    need("/usr/lib/ipsec/charon", "strongswan-charon");
    need("/usr/sbin/swanctl", "strongswan-swanctl");
    need("/usr/lib/ipsec/plugins/libstrongswan-kernel-libipsec.so", "libcharon-extra-plugins");
    need("/dev/net/tun", "(device /dev/net/tun)");
    assumeTrue(
        Stream.of("/sbin/ip", "/usr/sbin/ip").map(Path::of).anyMatch(Files::exists),
        "skipped: package iproute2 is missing");
    assumeTrue("root".equals(System.getProperty("user.name")), "skipped: needs root");
  }

  private static void need(String file, String what) {
    assumeTrue(Files.exists(Path.of(file)), "skipped: package " + what + " is missing");
  }

  @Test
  void loadsEverySuiteModeAndIdentity() throws Exception {
    Map<String, SitePlan> sites = everything();
    for (var site : sites.entrySet()) {
      write("site-" + site.getKey() + ".conf", export(site.getValue(), "key of " + site.getKey()));
    }
    String output = run();
    for (var site : sites.entrySet()) {
      int connections = site.getValue().gateway().connections().size();
      String about = section(output, "== load site-" + site.getKey() + ".conf");
      assertTrue(about.startsWith("== load site-" + site.getKey() + ".conf 0\n"), about);
      assertTrue(about.contains("successfully loaded"), about);
      long loaded = about.lines().filter(l -> l.matches("loaded connection '.*'")).count();
      assertTrue(loaded >= connections, about);
      long keys = about.lines().filter(l -> l.matches("loaded ike secret '.*'")).count();
      assertEquals(connections, keys, about);
      assertFalse(about.matches("(?s).*loading [^\n]* failed.*"), about);
    }
  }

  @Test
  void authenticatesWithEveryCharacterOfAKey() throws Exception {
    Plans plans = new Plans();
    StringBuilder hub = new StringBuilder("connections {\n");
    StringBuilder secrets = new StringBuilder("secrets {\n");
    StringBuilder initiate = new StringBuilder();
    plans.initiate = false;
    plans.esp = new IpsecPlan(Encryption.AES128GCM16, Optional.empty(), Optional.empty(), 3600);
    for (int i = 0; i < KEYS.size(); i++) {
      plans.name = "key-" + i;
      plans.pskReference = "key-" + i;
      plans.localId = new Identity.Fqdn("key" + i + ".test");
      plans.add();
      hub.append(hubConnection(i));
      // Base64 goes another way than the export, so that both can only agree if both are right.
      byte[] bytes = KEYS.get(i).getBytes(StandardCharsets.UTF_8);
      secrets.append(
          "  ike-%d { id = key%d.test\n secret = 0s%s\n }\n"
              .formatted(i, i, Base64.getEncoder().encodeToString(bytes)));
      initiate.append("key-").append(i).append(" net\n");
    }
    Files.writeString(dir.resolve("hub.conf"), hub.append("}\n").append(secrets).append("}\n"));
    Files.writeString(dir.resolve("initiate"), initiate);
    SitePlan site = plans.site();
    write(
        "site.conf",
        new StrongswanExporter()
            .export(
                new ExportRequest(
                    site,
                    r -> Optional.of(Secret.ofText(KEYS.get(Integer.parseInt(r.substring(4))))),
                    true)));
    String output = run();
    for (int i = 0; i < KEYS.size(); i++) {
      String about = section(output, "== initiate key-" + i + " ");
      boolean authenticated = about.contains("IKE_SA key-" + i + "[");
      assertTrue(authenticated && about.contains("] established between "), KEYS.get(i) + about);
    }
  }

  private static String hubConnection(int i) {
    return """
      key-%d {
        version = 2
        local_addrs = 198.51.100.1
        remote_addrs = 203.0.113.20
        proposals = aes256gcm16-prfsha256-x25519
        local { auth = psk
          id = 198.51.100.1 }
        remote { auth = psk
          id = key%d.test }
        children { c { local_ts = 0.0.0.0/0
          remote_ts = 10.10.20.0/24
          esp_proposals = aes128gcm16 } }
      }
    """
        .formatted(i, i);
  }

  /** One site a file; suites in few files of many connections. */
  private static Map<String, SitePlan> everything() {
    Map<String, SitePlan> sites = new LinkedHashMap<>();
    for (IkeVersion version : IkeVersion.values()) {
      for (Encryption e : Encryption.values()) {
        if (e == Encryption.SM4) continue;
        if (version == IkeVersion.IKEV1 && e.isAead()) continue;
        sites.put(version + "-" + e, suites(version, e));
      }
    }
    for (SelectorMode mode : SelectorMode.values()) {
      Plans v2 = quiet(new Plans());
      v2.mode = mode;
      sites.put("mode-" + mode, v2.site());
      Plans v1 = quiet(new Plans().ikev1());
      v1.mode = mode;
      sites.put("ikev1-mode-" + mode, v1.site());
    }
    Plans nat = new Plans();
    nat.nat = true;
    nat.localId = Identity.parse("hangzhou@example.com");
    nat.remoteId = Identity.parse("hub.example.com");
    nat.name = "杭州 \"office\" # 1 {\n";
    sites.put("nat", nat.site());
    Plans aggressive = quiet(new Plans().ikev1());
    aggressive.ike =
        new IkePlan(
            IkeVersion.IKEV1,
            ExchangeMode.AGGRESSIVE,
            Encryption.AES128,
            Hash.SHA1,
            DhGroup.GROUP2,
            86400);
    sites.put("aggressive", aggressive.site());
    Plans old = new Plans();
    old.release = "5.9.4";
    old.dpd = false;
    sites.put("old", old.site());
    for (PlanCase c : PlanCases.on(Plans.device("strongswan"))) {
      sites.put("case-" + c.name(), c.site());
    }
    return sites;
  }

  private static SitePlan suites(IkeVersion version, Encryption encryption) {
    Plans plans = quiet(new Plans());
    for (Hash hash : Hash.values()) {
      for (DhGroup group : DhGroup.values()) {
        if (hash == Hash.SM3 || group == DhGroup.GROUP31_MLKEM768) continue;
        plans.ike = new IkePlan(version, ExchangeMode.MAIN, encryption, hash, group, 86400);
        plans.esp =
            new IpsecPlan(
                encryption,
                encryption.isAead() ? Optional.empty() : Optional.of(hash),
                Optional.of(group),
                3600);
        plans.add();
      }
    }
    return plans.site();
  }

  /** Does not initiate: hundreds of handshakes would prove nothing more. */
  private static Plans quiet(Plans plans) {
    plans.initiate = false;
    return plans;
  }

  private static Export export(SitePlan site, String key) {
    return new StrongswanExporter()
        .export(new ExportRequest(site, r -> Optional.of(Secret.ofText(key)), true));
  }

  private void write(String name, Export export) throws IOException {
    assertFalse(export.refused(), () -> export.problems().toString());
    Files.writeString(dir.resolve(name), export.files().getFirst().text());
  }

  /** Runs the rig over the folder; its whole output. */
  private String run() throws IOException, InterruptedException {
    Path script = dir.resolve("charon-rig.sh");
    try (InputStream in = CharonTest.class.getResourceAsStream("charon-rig.sh")) {
      Files.copy(in, script);
    }
    Path out = dir.resolve("rig.out");
    List<String> command = new ArrayList<>(List.of("unshare", "-n", "-m", "--kill-child", "bash"));
    command.add(script.toString());
    command.add(dir.toString());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertTrue(process.waitFor(150, TimeUnit.SECONDS), "the rig did not end");
    } finally {
      process.destroy();
    }
    String output = Files.readString(out);
    assertEquals(0, process.exitValue(), output);
    return output;
  }

  private static String section(String output, String start) {
    int from = output.indexOf(start);
    assertTrue(from >= 0, () -> "no '" + start + "' in: " + output);
    int to = output.indexOf("\n== ", from);
    return to < 0 ? output.substring(from) : output.substring(from, to + 1);
  }
}
