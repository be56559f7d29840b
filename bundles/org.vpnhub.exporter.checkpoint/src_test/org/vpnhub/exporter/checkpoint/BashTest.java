package org.vpnhub.exporter.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.testkit.PlanCases;

class BashTest {
  @TempDir Path folder;

  @Test
  void theShellCanReadTheScripts() throws Exception {
    for (PlanCases.PlanCase c : PlanCases.on(GaiaTest.GATEWAY)) {
      for (ExportedFile f : new GaiaExporter().export(c.open()).files()) {
        Path script = Files.writeString(folder.resolve(f.name()), f.text());
        Process bash = new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();
        assertEquals(0, bash.waitFor(), c.name());
      }
    }
  }
}
