package org.vpnhub.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is replaced as a whole or not at all. */
class AtomicFileTest {
  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String permissions(Path file) throws IOException {
    Assumptions.assumeTrue(
        file.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "skipped: no POSIX permissions on this system");
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private void onlyFilesAre(Path... files) throws IOException {
    try (var all = Files.list(folder)) {
      assertEquals(List.of(files), all.sorted().toList());
    }
  }

  @Test
  void contentIsReplacedAndPermissionsStay() throws IOException {
    Path file = folder.resolve("a");
    AtomicFile.write(file, bytes("one"));
    assertEquals(permissions(Files.createFile(folder.resolve("b"))), permissions(file));
    Files.delete(folder.resolve("b"));
    for (String mode : List.of("rw-rw-r--", "rw-------", "rwxr-x--x", "r--r-----")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      AtomicFile.write(file, bytes(mode));
      assertEquals(mode, permissions(file));
    }
    onlyFilesAre(file);
  }

  @Test
  void ownerOnlyIsOwnerOnly() throws IOException {
    Path file = folder.resolve("a");
    AtomicFile.writeOwnerOnly(file, bytes("one"));
    assertEquals("rw-------", permissions(file));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    AtomicFile.writeOwnerOnly(file, bytes("two"));
    assertEquals("rw-------", permissions(file));
    assertEquals("two", Files.readString(file));
  }

  @Test
  void aSymbolicLinkStaysALink() throws IOException {
    Path file = Files.createDirectory(folder.resolve("d")).resolve("a");
    Files.writeString(file, "one");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    AtomicFile.write(link, bytes("two"));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("two", Files.readString(file));
  }

  @Test
  void whatIsNoFileIsRefused() throws Exception {
    assertThrows(IOException.class, () -> AtomicFile.write(folder, bytes("x")));
    IOException e =
        assertThrows(IOException.class, () -> AtomicFile.write(folder.resolve("no/a"), bytes("x")));
    assertTrue(e.getMessage().contains("folder does not exist"), e.getMessage());
    Path pipe = folder.resolve("pipe"); // stands for devices, which a broken write would replace
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    Assumptions.assumeTrue(made.waitFor() == 0, "skipped: no mkfifo on this system");
    assertThrows(IOException.class, () -> AtomicFile.write(pipe, bytes("x")));
    assertFalse(Files.isRegularFile(pipe));
  }

  /** A limit on the size of files stands in for the full disk: the system refuses the rest. */
  @Test
  void whenTheSystemTakesOnlyAPartTheOldContentStays() throws Exception {
    Path file = folder.resolve("a");
    Files.writeString(file, "old");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process child =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f 64 && exec \"$0\" -XX:-UsePerfData -Xshare:auto -cp \"$1\" \"$2\""
                    + " \"$3\"",
                java,
                System.getProperty("java.class.path"),
                AtomicFileTest.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    assertTrue(child.waitFor(60, TimeUnit.SECONDS), "the child process ends");
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(7, child.exitValue(), said);
    assertTrue(said.contains("cannot write"), said);
    assertEquals("old", Files.readString(file));
    onlyFilesAre(file);
  }

  /** The child process: writes more than it may. */
  public static void main(String[] args) {
    try {
      AtomicFile.write(Path.of(args[0]), new byte[1 << 20]);
    } catch (IOException e) {
      System.out.println(e.getMessage());
      System.exit(7);
    }
  }
}
