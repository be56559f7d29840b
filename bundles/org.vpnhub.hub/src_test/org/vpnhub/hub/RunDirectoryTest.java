package org.vpnhub.hub;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may enter the directory of the local channel. */
class RunDirectoryTest {
  @TempDir Path temp;

  @Test
  void theEnvironmentNamesIt() {
    assertEquals(
        Path.of("/run/user/7/vpnhub"),
        RunDirectory.standard(Map.of("XDG_RUNTIME_DIR", "/run/user/7", "XDG_STATE_HOME", "/s")));
    assertEquals(Path.of("/s/vpnhub/run"), RunDirectory.standard(Map.of("XDG_STATE_HOME", "/s")));
  }

  @Test
  void aNewOneIsForItsOwnerAlone() throws IOException {
    Path directory = temp.resolve("a/b");
    RunDirectory.prepare(directory);
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
    assertDoesNotThrow(() -> RunDirectory.prepare(directory));
  }

  @Test
  void oneThatOthersCanEnterIsRefused() throws IOException {
    Path directory = Files.createDirectory(temp.resolve("open"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    IOException e = assertThrows(IOException.class, () -> RunDirectory.prepare(directory));
    assertTrue(e.getMessage().contains("chmod 700"), e.getMessage());
  }

  @Test
  void aLinkIsRefused() throws IOException {
    Path real = temp.resolve("real");
    RunDirectory.prepare(real);
    Path link = Files.createSymbolicLink(temp.resolve("link"), real);
    assertThrows(IOException.class, () -> RunDirectory.prepare(link));
  }

  @Test
  void aPathTooLongForASocketIsRefusedWithTheRemedy() {
    Path directory = temp.resolve("x".repeat(120));
    IOException e = assertThrows(IOException.class, () -> RunDirectory.prepare(directory));
    assertTrue(e.getMessage().contains("--run-dir"), e.getMessage());
  }
}
