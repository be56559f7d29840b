package org.vpnhub.exporter.clouds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.RealProgram;
import org.vpnhub.plan.DevicePlan;

class CloudsTest {
  private static final Path HERE = Path.of("src_test/org/vpnhub/exporter/clouds");

  static Stream<Exporter> exporters() {
    return Stream.of(new AwsExporter(), new AzureExporter());
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void keepsTheContractOfExporters(Exporter exporter) {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void writesWhatPeopleHaveRead(Exporter exporter) {
    String id = exporter.capabilities().id();
    assertEquals(List.of(), Golden.check(exporter, device(exporter), HERE.resolve(id)));
  }

  /**
   * Terraform reads both files too, where it is installed. Debian has no package of it, so that no
   * build can ask for it: what every build shows is {@link HclTest}.
   */
  @ParameterizedTest
  @MethodSource("exporters")
  void terraformReadsIt(Exporter exporter, @TempDir Path folder) throws IOException {
    if (!hasTerraform()) {
      System.out.println("terraform is not installed: only our own grammar has read the files");
      return;
    }
    int written = 0;
    for (PlanCase c : PlanCases.on(device(exporter))) {
      Export export = exporter.export(c.open());
      for (ExportedFile f : export.files()) {
        Path file = folder.resolve(c.name() + "-" + f.name());
        Files.writeString(file, f.text());
        written++;
      }
    }
    assertTrue(written >= 8, "only " + written + " files");
    var result = RealProgram.run(List.of("terraform", "fmt", "-check", "-diff", folder.toString()));
    assertEquals(0, result.exit(), result.out() + result.err());
  }

  private static boolean hasTerraform() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(p -> Files.isExecutable(Path.of(p, "terraform")));
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void keysAreInTheirOwnFileAlone(Exporter exporter) {
    PlanCase c = PlanCases.named("ikev2-any-to-any", device(exporter));
    Export export = exporter.export(c.open());
    assertFalse(export.files().get(0).text().contains(c.key()));
    assertTrue(export.files().get(1).text().contains("\"hangzhou\" = \"" + c.key() + "\"\n"));
    assertEquals(ExportedFile.PRIVATE, export.files().get(1).permissions());
    assertEquals(ExportedFile.READABLE, exporter.export(c.masked()).files().get(1).permissions());
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void saysThatTheStandbyTunnelHasNoRoutes(Exporter exporter) {
    Export two = exporter.export(PlanCases.named("ikev2-two-tunnels", device(exporter)).open());
    assertTrue(two.problems().toString().contains("have no metric"));
    Export one = exporter.export(PlanCases.named("ikev2-explicit", device(exporter)).open());
    assertFalse(one.problems().toString().contains("have no metric"));
  }

  /** The provider names both sides from the customer gateway, which is the hub. */
  @Test
  void awsOffersThePairOfThePlan() {
    Exporter aws = new AwsExporter();
    Export any = aws.export(PlanCases.named("ikev2-any", device(aws)).open());
    assertTrue(main(any).contains("  local_ipv4_network_cidr  = \"0.0.0.0/0\"\n"));
    assertTrue(main(any).contains("  remote_ipv4_network_cidr = \"10.10.20.0/24\"\n"));
    assertFalse(any.problems().toString().contains("C29"));
    Export several = aws.export(PlanCases.named("ikev2-explicit", device(aws)).open());
    assertTrue(main(several).contains("  remote_ipv4_network_cidr = \"0.0.0.0/0\"\n"));
    assertTrue(several.problems().toString().contains("C29"));
  }

  private static String main(Export export) {
    return export.files().getFirst().text();
  }

  @Test
  void noKeyBecomesATemplate() {
    assertEquals("\"a$${b}%%{c}\\\"\\\\n$d%e\"", CloudExporter.HCL.key("a${b}%{c}\"\\n$d%e"));
  }

  @Test
  void keysOfAws() {
    var keys = new AwsExporter().capabilities().keys();
    assertTrue(keys.objection("0abcdefgh").isPresent());
    assertTrue(keys.objection("abcdefg").isPresent());
    assertTrue(keys.objection("abcdefg-h").isPresent());
    assertTrue(keys.objection("a".repeat(65)).isPresent());
    assertFalse(keys.objection("a0.b_cdE").isPresent());
  }

  private static DevicePlan device(Exporter exporter) {
    return DevicePlan.of(exporter.capabilities().id(), "");
  }
}
