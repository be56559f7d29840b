package org.vpnhub.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.Network;

class SaveFailureTest {
  @TempDir Path folder;
  private final Network network =
      HubBuilder.build("test", "10.0.0.0/16", "198.51.100.1", List.of());

  private SaveFailure of(IOException e) {
    return SaveFailure.of(folder.resolve("a.vpnhub"), network, e);
  }

  @Test
  void aFullDiskIsToldWithWhatToDo() {
    var full = new FileSystemException("a.vpnhub", null, "No space left on device");
    SaveFailure failure = of(new IOException("cannot write a.vpnhub: " + full.getReason(), full));
    assertTrue(failure.what().startsWith("There is no space left on the disk for "));
    assertTrue(failure.text().contains("Free some space"), failure.text());
    assertTrue(failure.text().contains("the old file is kept"), failure.text());
    assertTrue(failure.text().contains("a.vpnhub"));
  }

  @Test
  void aFolderThatForbidsItIsNamed() {
    SaveFailure failure =
        of(new IOException("cannot write", new AccessDeniedException("a.vpnhub")));
    assertTrue(failure.what().contains(folder.toString()), failure.what());
    assertTrue(failure.remedy().contains("File > Save As"));
  }

  @Test
  void aFolderThatIsGoneIsNamed() {
    SaveFailure failure = of(new IOException("cannot write", new NoSuchFileException("x")));
    assertTrue(failure.what().contains("does not exist any more"), failure.what());
  }

  @Test
  void aModelThatCannotBeWrittenIsTheElementsFault() {
    network.getRegions().getFirst().setId(network.getId());
    SaveFailure failure = of(new IOException("the model cannot be saved: whatever"));
    assertTrue(failure.what().contains("without loss"), failure.what());
    assertTrue(failure.what().contains(network.getId()), failure.what());
  }

  @Test
  void aReadOnlyFileIsSeenBefore() throws IOException {
    Path file = Files.writeString(folder.resolve("a.vpnhub"), "x");
    assertEquals(Optional.empty(), SaveFailure.before(file));
    assertEquals(Optional.empty(), SaveFailure.before(folder.resolve("new.vpnhub")));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertTrue(SaveFailure.before(file).orElseThrow().what().contains("read-only"));
  }
}
