package org.vpnhub.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.ui.editor.TestNetworks;

class FileFaultTest {
  @TempDir Path folder;

  private FileFault fault(String text) throws IOException {
    Path file = folder.resolve("broken.vpnhub");
    Files.writeString(file, text);
    var e = assertThrows(ModelFormatException.class, () -> ModelFiles.load(file));
    return FileFault.of(e, file);
  }

  @Test
  void saysTheLineAndShowsIt() throws IOException {
    String text = ModelFiles.toText(TestNetworks.offices(2));
    FileFault fault = fault(text.replaceFirst("<routeTables", "<rooteTables"));
    assertTrue(fault.what().startsWith("Line 6: "), fault.what());
    assertTrue(fault.excerpt().contains("→     6  "), fault.excerpt());
    assertTrue(fault.excerpt().contains("rooteTables"), fault.excerpt());
    assertEquals(7, fault.excerpt().lines().count());
    assertTrue(fault.remedy().endsWith("."), fault.remedy());
  }

  @Test
  void aNewerVersionIsNamed() throws IOException {
    String text = ModelFiles.toText(TestNetworks.offices(1));
    FileFault fault = fault(text.replace("formatVersion=\"1\"", "formatVersion=\"9\""));
    assertTrue(fault.what().contains("9"), fault.what());
    assertTrue(!fault.remedy().isEmpty());
  }

  @Test
  void whatIsNoTextHasNoExcerpt() throws IOException {
    Path file = folder.resolve("binary.vpnhub");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    var e = new ModelFormatException(file.toString(), 1, "this is no text", "open another file");
    assertEquals(
        new FileFault("Line 1: this is no text.", "Open another file.", "", 1),
        FileFault.of(e, file));
  }
}
