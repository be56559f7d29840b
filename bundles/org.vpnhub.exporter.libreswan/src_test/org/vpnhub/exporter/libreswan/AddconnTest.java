package org.vpnhub.exporter.libreswan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.Proof;
import org.vpnhub.exporter.testkit.RealProgram;
import org.vpnhub.exporter.testkit.RealProgram.Result;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;

/**
 * What the real libreswan says. Its package cannot be installed beside strongSwan's, so it is
 * unpacked. {@code addconn} ends with 0 after some faults: only what it writes to standard error
 * counts.
 */
class AddconnTest {
  private static Path programs = Path.of("");

  @TempDir Path dir;

  private final LibreswanExporter exporter = new LibreswanExporter();

  @BeforeAll
  static void needsLibreswan() {
    Optional<Path> unpacked = RealProgram.unpacked("libreswan", Path.of("target/libreswan"));
    assumeTrue(unpacked.isPresent(), "skipped: package libreswan was not fetched");
    programs = unpacked.orElseThrow().resolve("usr/libexec/ipsec");
  }

  @Test
  void addconnTakesEveryCase() throws IOException {
    int taken = 0;
    for (PlanCase c : PlanCases.on(LibreswanTest.MACHINE)) {
      Export export = exporter.export(c.open());
      if (export.refused()) continue;
      assertEquals(new Result(0, "", ""), checked(conf(export)), c.name());
      for (String line : conf(export).lines().map(String::strip).toList()) {
        if (!line.startsWith("ike=") && !line.startsWith("esp=")) continue;
        boolean v2 = conf(export).contains("ikev2=insist");
        Result r = parsed(v2, c.site().gateway().connections().getFirst().ipsec(), line);
        assertEquals("", r.err(), c.name());
        assertEquals(0, r.exit(), r.out());
      }
      taken++;
    }
    Proof.program(exporter, "addconn --checkconfig and algparse, " + taken + " plans");
  }

  @Test
  void addconnSeesAFault() throws IOException {
    String conf = conf(exporter.export(PlanCases.named("ikev2-any", LibreswanTest.MACHINE).open()));
    assertNotEquals("", checked(conf.replace("rekeymargin", "rekeymragin")).err());
    assertNotEquals("", checked(conf.replace("ikev2=insist", "ikev2=both")).err());
  }

  /** The table of capabilities says of every algorithm what libreswan says of it. */
  @Test
  void capabilitiesAreThoseOfTheProgram() {
    List<String> wrong = new ArrayList<>();
    for (IkeVersion version : IkeVersion.values()) {
      var can = LibreswanWords.RELEASE.ike().get(version);
      boolean v2 = version == IkeVersion.IKEV2;
      for (Encryption e : Encryption.values()) {
        boolean takes = takesIke(version, e, Hash.SHA256, DhGroup.GROUP14);
        compare(wrong, version, e, takes, can.encryptions()::contains);
      }
      for (Hash h : Hash.values()) {
        boolean takes = takesIke(version, Encryption.AES256, h, DhGroup.GROUP14);
        compare(wrong, version, h, takes, can.hashes()::contains);
      }
      for (DhGroup g : DhGroup.values()) {
        if (g == DhGroup.GROUP31_MLKEM768) continue;
        boolean takes = takesIke(version, Encryption.AES256, Hash.SHA256, g);
        compare(wrong, version, g, takes, can.groups()::contains);
        IpsecPlan esp =
            new IpsecPlan(Encryption.AES256, Optional.of(Hash.SHA256), Optional.of(g), 3600);
        boolean pfs = parsed(v2, esp, "esp=" + LibreswanWords.esp(esp)).exit() == 0;
        Predicate<DhGroup> says =
            x ->
                LibreswanWords.IKEV2.groups().contains(x)
                    && (v2 || !LibreswanWords.PFS_OF_IKEV2.contains(x));
        compare(wrong, version, g, pfs, says);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static <T> void compare(
      List<String> wrong, IkeVersion version, T what, boolean takes, Predicate<T> says) {
    if (says.test(what) != takes) wrong.add(version + " " + what + " " + takes);
  }

  private static boolean takesIke(IkeVersion version, Encryption e, Hash h, DhGroup g) {
    String ike = LibreswanWords.ike(new IkePlan(version, ExchangeMode.MAIN, e, h, g, 3600));
    String flag = version == IkeVersion.IKEV2 ? "-v2" : "-v1";
    return run("algparse", flag, "ike=" + ike).exit() == 0;
  }

  private static Result parsed(boolean v2, IpsecPlan esp, String line) {
    String pfs = "-pfs=" + (esp.pfs().isPresent() ? "yes" : "no");
    return run("algparse", v2 ? "-v2" : "-v1", pfs, line);
  }

  private Result checked(String conf) throws IOException {
    Path file = Files.writeString(dir.resolve("ipsec.conf"), conf);
    return run("addconn", "--checkconfig", "--config", file.toString());
  }

  private static Result run(String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(programs.resolve(program).toString()));
    command.addAll(List.of(arguments));
    return RealProgram.run(command);
  }

  private static String conf(Export export) {
    return export.files().getFirst().text();
  }
}
