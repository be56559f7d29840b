package org.vpnhub.exporter.openiked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.Proof;
import org.vpnhub.exporter.testkit.RealProgram;
import org.vpnhub.exporter.testkit.RealProgram.Result;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;

/**
 * What the real iked says, and what it has understood: with {@code -vv} it prints the policies. As
 * it is built for Linux it drops AEAD ciphers of phase 2, so for those it proves the grammar alone.
 */
class IkedTest {
  /** What quotes, escapes, comments, macros and hexadecimal could spoil. */
  private static final List<String> KEYS =
      List.of(
          "plainKey0123456789",
          "~!`@#$%^&*()_-+={}[]|;:\\\",.<>/?",
          "\\",
          "ends-with-backslash\\",
          "back\\ slash and space",
          "# not a comment",
          "0x414243",
          "$macro",
          "密钥-ключ");

  private static Path iked = Path.of("");

  @TempDir Path dir;

  private final OpenIkedExporter exporter = new OpenIkedExporter();

  @BeforeAll
  static void needsIked() {
    Optional<Path> unpacked = RealProgram.unpacked("openiked", Path.of("target/openiked"));
    assumeTrue(unpacked.isPresent(), "skipped: package openiked was not fetched");
    assumeTrue("root".equals(System.getProperty("user.name")), "skipped: needs root");
    iked = unpacked.orElseThrow().resolve("usr/sbin/iked");
  }

  @Test
  void ikedUnderstandsEveryCase() throws IOException {
    int taken = 0;
    for (PlanCase c : PlanCases.on(OpenIkedTest.MACHINE)) {
      Export export = exporter.export(c.open());
      if (export.refused()) continue;
      Result r = checked(conf(export));
      assertEquals(0, r.exit(), c.name() + r.err());
      assertTrue(r.err().contains("configuration OK"), c.name() + r.err());
      String policies = r.out() + r.err();
      for (ConnectionPlan p : c.site().gateway().connections()) understood(p, policies, c.key());
      taken++;
    }
    Proof.program(exporter, "iked -n, " + taken + " plans, compared with what it prints");
  }

  private static void understood(ConnectionPlan p, String policies, String key) {
    List<String> wanted = new ArrayList<>();
    for (var child : p.children()) {
      for (var l : child.local()) {
        for (var r : child.remote()) wanted.add(" from " + l + " to " + r + " ");
      }
    }
    wanted.add(" peer " + p.remoteAddress() + " ");
    wanted.add(" ikesa " + IkedWords.ikesa(p.ike()) + " ");
    if (!p.ipsec().encryption().isAead()) {
      String pfs = p.ipsec().pfs().isPresent() ? "" : " group none";
      wanted.add(" childsa " + IkedWords.childsa(p.ipsec()) + pfs + " noesn ");
    }
    wanted.add(" srcid " + p.localId() + " dstid " + p.remoteId() + " ");
    wanted.add(" ikelifetime " + p.ike().lifetimeSeconds() + " ");
    wanted.add(" lifetime " + p.ipsec().lifetimeSeconds() + " bytes 0 ");
    wanted.add(" psk 0x" + hex(key));
    for (String w : wanted) assertTrue(policies.contains(w), w + " is not in " + policies);
  }

  @Test
  void ikedReadsEveryCharacterOfAKey() throws IOException {
    PlanCase c = PlanCases.named("ikev2-explicit", OpenIkedTest.MACHINE);
    for (String key : KEYS) {
      ExportRequest request =
          new ExportRequest(c.site(), r -> Optional.of(Secret.ofText(key)), true);
      Result r = checked(conf(exporter.export(request)));
      assertTrue((r.out() + r.err()).contains(" psk 0x" + hex(key) + "\n"), key + r.err());
    }
  }

  @Test
  void ikedSeesAFault() throws IOException {
    PlanCase c = PlanCases.named("ikev2-explicit", OpenIkedTest.MACHINE);
    String conf = conf(exporter.export(c.open()));
    assertNotEquals(0, checked(conf.replace("modp2048", "modp2047")).exit());
    assertNotEquals(0, checked(conf.replace("srcid ", "scrid ")).exit());
  }

  /** The table of capabilities says of every algorithm of phase 1 what iked says of it. */
  @Test
  void capabilitiesAreThoseOfTheProgram() throws IOException {
    var can = IkedWords.RELEASE.ike().get(IkeVersion.IKEV2);
    List<String> wrong = new ArrayList<>();
    for (Encryption e : Encryption.values()) {
      compare(wrong, e, can.encryptions()::contains, e, Hash.SHA256, DhGroup.GROUP14);
    }
    for (Hash h : Hash.values()) {
      compare(wrong, h, can.hashes()::contains, Encryption.AES256, h, DhGroup.GROUP14);
    }
    for (DhGroup g : DhGroup.values()) {
      if (g == DhGroup.GROUP31_MLKEM768) continue;
      compare(wrong, g, can.groups()::contains, Encryption.AES256, Hash.SHA256, g);
    }
    assertEquals(List.of(), wrong);
  }

  private <T> void compare(
      List<String> wrong, T what, Predicate<T> says, Encryption e, Hash h, DhGroup g)
      throws IOException {
    IkePlan ike = new IkePlan(IkeVersion.IKEV2, ExchangeMode.MAIN, e, h, g, 3600);
    String text =
        "ikev2 esp from 10.0.0.0/8 to 10.1.0.0/16 peer 198.51.100.1 ikesa "
            + IkedWords.ikesa(ike)
            + " psk \"x\"\n";
    boolean takes = checked(text).exit() == 0;
    if (takes != says.test(what)) wrong.add(what + " " + takes);
  }

  private Result checked(String conf) throws IOException {
    Path script = dir.resolve("iked-check.sh");
    if (!Files.exists(script)) {
      try (InputStream in = IkedTest.class.getResourceAsStream("iked-check.sh")) {
        Files.copy(in, script);
      }
    }
    Path file = Files.writeString(dir.resolve("iked.conf"), conf);
    return RealProgram.run(
        List.of(
            "unshare",
            "-m",
            "sh",
            script.toString(),
            iked.toString(),
            dir.toString(),
            file.toString()));
  }

  private static String hex(String key) {
    return HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String conf(Export export) {
    return export.files().getFirst().text();
  }
}
