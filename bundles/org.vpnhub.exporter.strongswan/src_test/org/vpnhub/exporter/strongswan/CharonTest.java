package org.vpnhub.exporter.strongswan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.Proof;
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
  @TempDir Path dir;

  @BeforeAll
  static void needsStrongswan() {
    Rig.needs();
  }

  @Test
  void loadsEverySuiteModeAndIdentity() throws Exception {
    Map<String, SitePlan> sites = everything();
    for (var site : sites.entrySet()) {
      write("site-" + site.getKey() + ".conf", export(site.getValue(), "key of " + site.getKey()));
    }
    String output = Rig.run("charon-rig.sh", dir);
    for (var site : sites.entrySet()) {
      int connections = site.getValue().gateway().connections().size();
      String about = Rig.section(output, "== load site-" + site.getKey() + ".conf");
      assertTrue(about.startsWith("== load site-" + site.getKey() + ".conf 0\n"), about);
      assertTrue(about.contains("successfully loaded"), about);
      long loaded = about.lines().filter(l -> l.matches("loaded connection '.*'")).count();
      assertTrue(loaded >= connections, about);
      long keys = about.lines().filter(l -> l.matches("loaded ike secret '.*'")).count();
      assertEquals(connections, keys, about);
      assertFalse(about.matches("(?s).*loading [^\n]* failed.*"), about);
    }
    Proof.program(new StrongswanExporter(), "charon and swanctl, " + sites.size() + " sites");
    Proof.program(new OpenWrtExporter(), "charon and swanctl");
  }

  @Test
  void authenticatesWithEveryCharacterOfAKey() throws Exception {
    Plans plans = new Plans();
    StringBuilder hub = new StringBuilder("connections {\n");
    StringBuilder secrets = new StringBuilder("secrets {\n");
    StringBuilder initiate = new StringBuilder();
    plans.initiate = false;
    plans.esp = new IpsecPlan(Encryption.AES128GCM16, Optional.empty(), Optional.empty(), 3600);
    for (int i = 0; i < Rig.KEYS.size(); i++) {
      plans.name = "key-" + i;
      plans.pskReference = "key-" + i;
      plans.localId = new Identity.Fqdn("key" + i + ".test");
      plans.add();
      hub.append(Rig.hubConnection(i));
      // Base64 goes another way than the export, so that both can only agree if both are right.
      byte[] bytes = Rig.KEYS.get(i).getBytes(StandardCharsets.UTF_8);
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
                    r -> Optional.of(Secret.ofText(Rig.KEYS.get(Integer.parseInt(r.substring(4))))),
                    true)));
    String output = Rig.run("charon-rig.sh", dir);
    for (int i = 0; i < Rig.KEYS.size(); i++) {
      String about = Rig.section(output, "== initiate key-" + i + " ");
      boolean authenticated = about.contains("IKE_SA key-" + i + "[");
      assertTrue(
          authenticated && about.contains("] established between "), Rig.KEYS.get(i) + about);
    }
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
    for (PlanCase c : PlanCases.on(OpenWrtTest.ROUTER)) {
      sites.put("openwrt-" + c.name(), c.site());
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
    boolean openWrt = site.device().deviceId().equals(OpenWrtExporter.DEVICE_ID);
    Exporter exporter = openWrt ? new OpenWrtExporter() : new StrongswanExporter();
    return exporter.export(new ExportRequest(site, r -> Optional.of(Secret.ofText(key)), true));
  }

  private void write(String name, Export export) throws IOException {
    assertFalse(export.refused(), () -> export.problems().toString());
    Files.writeString(dir.resolve(name), export.files().getFirst().text());
  }
}
