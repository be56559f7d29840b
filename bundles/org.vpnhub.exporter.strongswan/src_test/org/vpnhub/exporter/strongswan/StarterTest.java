package org.vpnhub.exporter.strongswan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.vpnhub.exporter.ExportedFile;
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
import org.vpnhub.plan.SitePlan;

/** Exported ipsec.conf and ipsec.secrets in the real starter and charon. */
@Tag("strongswan")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class StarterTest {
  @TempDir Path dir;

  private final StrokeExporter exporter = new StrokeExporter();

  @BeforeAll
  static void needsStarter() {
    Rig.needs();
    Rig.need("/usr/lib/ipsec/starter", "strongswan-starter");
  }

  @Test
  void loadsEveryCaseAndSuite() throws Exception {
    Map<String, SitePlan> sites = new LinkedHashMap<>();
    for (PlanCase c : PlanCases.on(Plans.device("strongswan-ipsec-conf"))) {
      sites.put(c.name(), c.site());
    }
    for (IkeVersion version : IkeVersion.values()) sites.put("suites-" + version, suites(version));
    for (var site : sites.entrySet()) write(site.getKey(), site.getValue(), "key of it");
    String output = Rig.run("starter-rig.sh", dir);
    for (var site : sites.entrySet()) {
      String about = Rig.section(output, "== case case-" + site.getKey() + "\n");
      assertTrue(about.contains("\nmissing:\n"), about);
      assertFalse(about.contains("# bad"), about);
      int keys = site.getValue().gateway().connections().size();
      assertEquals(keys, about.lines().filter(l -> l.contains("loaded IKE secret")).count(), about);
    }
    Proof.program(exporter, "starter and charon, " + sites.size() + " sites");
  }

  /** The rig sees what the starter refuses; otherwise the other tests would prove nothing. */
  @Test
  void seesAFault() throws Exception {
    Path folder = write("fault", new Plans().site(), "key");
    Path conf = folder.resolve("ipsec.conf");
    Files.writeString(conf, Files.readString(conf).replace("x25519!", "x25518!"));
    String about = Rig.section(Rig.run("starter-rig.sh", dir), "== case case-fault");
    assertFalse(about.contains("\nmissing:\n"), about);
  }

  @Test
  void authenticatesWithEveryCharacterOfAKey() throws Exception {
    Plans plans = new Plans();
    plans.initiate = false;
    plans.esp = new IpsecPlan(Encryption.AES128GCM16, Optional.empty(), Optional.empty(), 3600);
    StringBuilder hub = new StringBuilder("connections {\n");
    StringBuilder secrets = new StringBuilder("secrets {\n");
    List<String> initiate = new ArrayList<>();
    for (int i = 0; i < Rig.KEYS.size(); i++) {
      plans.name = "key-" + i;
      plans.pskReference = "key-" + i;
      plans.localId = new Identity.Fqdn("key" + i + ".test");
      plans.add();
      hub.append(Rig.hubConnection(i));
      byte[] bytes = Rig.KEYS.get(i).getBytes(StandardCharsets.UTF_8);
      // In hexadecimal: another way than the export, so that both can only agree if right.
      secrets.append(
          "  ike-%d { id = key%d.test\n secret = 0x%s\n }\n"
              .formatted(i, i, HexFormat.of().formatHex(bytes)));
      initiate.add("key-" + i);
    }
    Files.writeString(dir.resolve("hub.conf"), hub.append("}\n").append(secrets).append("}\n"));
    Path folder = Files.createDirectory(dir.resolve("case-keys"));
    write(
        folder,
        exporter.export(
            new ExportRequest(
                plans.site(),
                r -> Optional.of(Secret.ofText(Rig.KEYS.get(Integer.parseInt(r.substring(4))))),
                true)));
    Files.write(folder.resolve("initiate"), initiate);
    String output = Rig.run("starter-rig.sh", dir);
    for (int i = 0; i < Rig.KEYS.size(); i++) {
      String about = Rig.section(output, "== initiate key-" + i + "\n");
      boolean authenticated = about.contains("IKE_SA key-" + i + "[");
      assertTrue(authenticated && about.contains("] established between "), about);
    }
  }

  /** Each cipher with each group, and every hash among them. */
  private static SitePlan suites(IkeVersion version) {
    Plans plans = new Plans();
    plans.initiate = false;
    List<Hash> hashes = List.of(Hash.SHA256, Hash.SHA384, Hash.SHA512, Hash.SHA1, Hash.MD5);
    int count = 0;
    for (Encryption e : Encryption.values()) {
      boolean aeadInIkev1 = version == IkeVersion.IKEV1 && e.isAead();
      if (e == Encryption.SM4 || aeadInIkev1) continue;
      for (DhGroup group : DhGroup.values()) {
        if (group == DhGroup.GROUP31_MLKEM768) continue;
        Hash hash = hashes.get(count++ % hashes.size());
        plans.ike = new IkePlan(version, ExchangeMode.MAIN, e, hash, group, 86400);
        Optional<Hash> integrity = e.isAead() ? Optional.empty() : Optional.of(hash);
        plans.esp = new IpsecPlan(e, integrity, Optional.of(group), 3600);
        plans.localId = new Identity.Fqdn("s" + count + ".test");
        plans.add();
      }
    }
    return plans.site();
  }

  private Path write(String name, SitePlan site, String key) throws IOException {
    Path folder = Files.createDirectory(dir.resolve("case-" + name));
    write(
        folder,
        exporter.export(new ExportRequest(site, r -> Optional.of(Secret.ofText(key)), true)));
    return folder;
  }

  private static void write(Path folder, Export export) throws IOException {
    assertFalse(export.refused(), () -> export.problems().toString());
    for (ExportedFile f : export.files()) {
      Files.writeString(folder.resolve(f.name()), f.text());
    }
    Files.write(folder.resolve("expected"), children(export.files().getFirst().text()));
  }

  /** Sections of ipsec.conf that are to be loaded. */
  private static List<String> children(String conf) {
    List<String> names = new ArrayList<>();
    String name = "";
    for (String line : conf.lines().toList()) {
      if (line.startsWith("conn ")) name = line.substring(5);
      if (line.strip().startsWith("auto = ")) names.add(name);
    }
    return names;
  }
}
