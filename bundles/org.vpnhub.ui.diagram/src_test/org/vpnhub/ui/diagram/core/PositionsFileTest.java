package org.vpnhub.ui.diagram.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsFileTest {
  @TempDir Path folder;

  @Test
  void standsBesideTheModel() {
    assertEquals(folder.resolve("a.vpnhub.layout"), PositionsFile.of(folder.resolve("a.vpnhub")));
  }

  @Test
  void readsWhatItWrites() throws IOException {
    Path file = folder.resolve("a.vpnhub.layout");
    Map<String, Bounds> bounds =
        Map.of("Site:a", new Bounds(-5, 20, 150, 60), "Vpc:v", new Bounds(0, 0, 1, 2));
    PositionsFile.write(file, new Positions(bounds));
    assertEquals(bounds, PositionsFile.read(file, bounds.keySet()).all());
    assertEquals(Set.of("Site:a"), PositionsFile.read(file, Set.of("Site:a")).all().keySet());
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void noFileNoPositions() throws IOException {
    assertTrue(PositionsFile.read(folder.resolve("none"), Set.of("a")).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "vpnhub layout 2\n",
        "vpnhub layout 1\nSite:a 1 2 3\n",
        "vpnhub layout 1\nSite:a 1 2 3 4 5\n",
        "vpnhub layout 1\nSite:a 1 2 -3 4\n",
        "vpnhub layout 1\nSite:a 1 2 3 99999999\n",
        "vpnhub layout 1\n\n"
      })
  void refusesAnythingElse(String text) throws IOException {
    Path file = folder.resolve("bad.layout");
    Files.writeString(file, text);
    IOException e =
        assertThrows(IOException.class, () -> PositionsFile.read(file, Set.of("Site:a")));
    assertTrue(e.getMessage().contains("bad.layout"), e::getMessage);
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    Path file = folder.resolve("bad.layout");
    Files.write(file, new byte[] {(byte) 0xC3, 0x28});
    assertThrows(IOException.class, () -> PositionsFile.read(file, Set.of()));
  }

  @Test
  void keepsTheOldFileWhenTheNewCannotBeWritten() throws IOException {
    Path file = folder.resolve("a.vpnhub.layout");
    PositionsFile.write(file, new Positions(Map.of("a", new Bounds(1, 2, 3, 4))));
    Path inTheWay = Files.createDirectory(folder.resolve("a.vpnhub.layout.new"));
    Files.writeString(inTheWay.resolve("x"), "");
    assertThrows(IOException.class, () -> PositionsFile.write(file, new Positions()));
    assertEquals(Set.of("a"), PositionsFile.read(file, Set.of("a")).all().keySet());
  }
}
