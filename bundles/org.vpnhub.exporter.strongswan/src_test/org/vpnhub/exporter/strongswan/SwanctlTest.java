package org.vpnhub.exporter.strongswan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;
import org.vpnhub.plan.SelectorMode;

/** Plan to text and problems, against files that people have read. */
class SwanctlTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/strongswan/swanctl");

  private final StrongswanExporter exporter = new StrongswanExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20260727, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, Plans.device("strongswan"), GOLDEN));
  }

  @Test
  void anOldReleaseCannotTrapAndStart() {
    Plans plans = new Plans();
    plans.release = "5.9.4";
    String text = exporter.export(ExportRequest.masked(plans.site())).files().getFirst().text();
    assertTrue(text.contains("start_action = start\n"), text);
    plans.release = "5.9.6";
    text = exporter.export(ExportRequest.masked(plans.site())).files().getFirst().text();
    assertTrue(text.contains("start_action = trap|start\n"), text);
  }

  @Test
  void aKeyThatLooksEncodedIsEncoded() {
    String text = exporter.export(withKey(new Plans(), "0xabc")).files().getFirst().text();
    assertTrue(text.contains("secret = \"0sMHhhYmM=\""), text);
  }

  @Test
  void summaryPassesTheSitesOwnNetworkBy() {
    Plans plans = new Plans();
    plans.mode = SelectorMode.SUMMARY;
    Export export = exporter.export(ExportRequest.masked(plans.site()));
    assertEquals(List.of(), export.problems());
    String text = export.files().getFirst().text();
    assertTrue(text.contains("remote_ts = 10.0.0.0/8"), text);
    assertTrue(text.contains("mode = pass"), text);
  }

  @Test
  void onlyTheFileWithKeysIsPrivate() {
    Export export = exporter.export(withKey(new Plans(), "the-key-0123456789"));
    for (ExportedFile f : export.files()) {
      boolean holds = f.text().contains("the-key-0123456789");
      assertEquals(holds, f.name().equals("swanctl.conf"), f.name());
      assertEquals(holds ? "rw-------" : "rw-r--r--", f.permissions(), f.name());
    }
    assertFalse(export.checklistText().contains("the-key"));
  }

  @Test
  void refusesWhatStrongswanLacks() {
    Plans sm = new Plans();
    sm.ike =
        new IkePlan(
            IkeVersion.IKEV2, ExchangeMode.MAIN, Encryption.SM4, Hash.SM3, DhGroup.GROUP14, 3600);
    Export export = exporter.export(ExportRequest.masked(sm.site()));
    assertTrue(export.refused());
    assertEquals(List.of("C27", "C27"), codes(export));

    Plans hybrid = new Plans();
    hybrid.esp =
        new IpsecPlan(
            Encryption.AES256GCM16, Optional.empty(), Optional.of(DhGroup.GROUP31_MLKEM768), 3600);
    export = exporter.export(ExportRequest.masked(hybrid.site()));
    assertTrue(export.refused());
    assertEquals(List.of("C30"), codes(export));
    hybrid.release = "6.0.1";
    export = exporter.export(ExportRequest.masked(hybrid.site()));
    assertEquals(List.of(), export.problems());
    assertTrue(export.files().getFirst().text().contains("aes256gcm16-x25519-ke1_mlkem768"));

    Plans gcmInIkev1 = new Plans().ikev1();
    gcmInIkev1.ike =
        new IkePlan(
            IkeVersion.IKEV1,
            ExchangeMode.MAIN,
            Encryption.AES256GCM16,
            Hash.SHA256,
            DhGroup.GROUP14,
            3600);
    assertTrue(exporter.export(ExportRequest.masked(gcmInIkev1.site())).refused());
  }

  @Test
  void refusesAKeyWithALineFeed() {
    Export export = exporter.export(withKey(new Plans(), "two\nlines"));
    assertTrue(export.refused());
    assertEquals(List.of("C08"), codes(export));
    assertFalse(export.problems().toString().contains("two"), "a problem must not show the key");
  }

  @Test
  void lifetimesNeverOutliveTheHubs() {
    for (int life : new int[] {1, 2, 9, 60, 3600, 86400}) {
      Plans plans = new Plans();
      plans.esp = new IpsecPlan(Encryption.AES256GCM16, Optional.empty(), Optional.empty(), life);
      plans.ike =
          new IkePlan(
              IkeVersion.IKEV2,
              ExchangeMode.MAIN,
              Encryption.AES256GCM16,
              Hash.SHA256,
              DhGroup.GROUP31,
              life);
      String text = exporter.export(ExportRequest.masked(plans.site())).files().getFirst().text();
      List<Long> rekeys = values(text, "rekey_time");
      List<Long> overs = values(text, "over_time");
      assertEquals(life, rekeys.getFirst() + overs.getFirst(), text);
      assertEquals(life, values(text, "life_time").getFirst());
      for (long rekey : rekeys) assertTrue(rekey >= 1 && rekey <= life, text);
    }
  }

  private static List<Long> values(String text, String key) {
    return text.lines()
        .map(String::strip)
        .filter(l -> l.startsWith(key + " = "))
        .map(l -> Long.parseLong(l.substring(key.length() + 3, l.length() - 1)))
        .toList();
  }

  private static List<String> codes(Export export) {
    return export.problems().stream().map(Problem::code).collect(Collectors.toList());
  }

  private static ExportRequest withKey(Plans plans, String key) {
    return new ExportRequest(plans.site(), r -> Optional.of(Secret.ofText(key)), true);
  }
}
