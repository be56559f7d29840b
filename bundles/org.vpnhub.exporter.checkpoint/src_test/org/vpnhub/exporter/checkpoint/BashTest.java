package org.vpnhub.exporter.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.Proof;
import org.vpnhub.exporter.testkit.RealProgram;

/** The scripts are for Gaia's expert mode, which is bash: does it read them? */
class BashTest {
  @TempDir Path folder;

  @BeforeAll
  static void needsBash() {
    boolean there =
        Stream.of("/bin/bash", "/usr/bin/bash").map(Path::of).anyMatch(Files::isExecutable);
    assumeTrue(there, "skipped: package bash is missing");
  }

  @Test
  void theShellCanReadTheScripts() throws IOException {
    GaiaExporter exporter = new GaiaExporter();
    int plans = 0;
    for (PlanCases.PlanCase c : PlanCases.on(GaiaTest.GATEWAY)) {
      List<ExportedFile> files = exporter.export(c.open()).files();
      for (ExportedFile f : files) assertEquals("", faults(f.text()), c.name());
      if (!files.isEmpty()) plans++;
    }
    Proof.form(exporter, "bash -n, " + plans + " plans");
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo 'x\n", "echo \"x\n", "f() {\n", "if true; then x\n", "x | | y\n"})
  void theShellSeesAFault(String script) throws IOException {
    assertNotEquals("", faults(script));
  }

  private String faults(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("script.sh"), script);
    return RealProgram.run(List.of("bash", "-n", file.toString())).err();
  }
}
