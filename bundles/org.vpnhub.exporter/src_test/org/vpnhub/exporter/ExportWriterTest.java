package org.vpnhub.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.base.SiteId;

class ExportWriterTest {
  @TempDir Path dir;

  @Test
  void writesEachSiteIntoAFolderOfItsOwn() throws IOException {
    List<List<Path>> written =
        ExportWriter.write(
            dir.resolve("out"),
            List.of(
                export("site-1", "Shanghai", "one\n"),
                export("site-2", "上海", "two\n"),
                export("site-3", "../../etc", "three\n"),
                export("site-4", "shanghai", "four\n"),
                export("site-6", "\"!\"", "six\n"),
                refused()));
    assertEquals(List.of(3, 3, 3, 3, 3, 0), written.stream().map(List::size).toList());
    assertEquals("one\n", Files.readString(dir.resolve("out/Shanghai/device.conf")));
    // A locale without the letters (LC_ALL=C) gets the id.
    boolean unicode = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    String two = unicode ? "上海" : "site-2";
    assertEquals("two\n", Files.readString(dir.resolve("out").resolve(two).resolve("device.conf")));
    assertEquals("three\n", Files.readString(dir.resolve("out/etc/device.conf")));
    assertEquals("six\n", Files.readString(dir.resolve("out/site-6/device.conf")));
    assertEquals("four\n", Files.readString(dir.resolve("out/shanghai-2/device.conf")));
    assertTrue(Files.readString(dir.resolve("out/Shanghai/checklist.txt")).contains("[ ] Load"));
  }

  @Test
  void filesWithKeysAreTheOwnersAlone() throws IOException {
    ExportWriter.write(dir, List.of(export("site-1", "a", "key\n")));
    Path file = dir.resolve("a/device.conf");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    ExportWriter.write(dir, List.of(export("site-1", "a", "again\n")));
    assertEquals("again\n", Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Path open = dir.resolve("a/notes.txt");
    assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(open)));
  }

  @Test
  void aZipHoldsTheSameFilesForItsOwnerAlone() throws IOException {
    Path zip = dir.resolve("all.zip");
    List<Export> exports =
        List.of(
            export("site-1", "Shanghai", "key\n"), refused(), export("site-4", "shanghai", "4\n"));
    List<ExportWriter.Placed> files =
        ExportWriter.layout(exports).stream().flatMap(List::stream).toList();
    ExportWriter.zip(zip, files);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)));
    try (ZipFile in = new ZipFile(zip.toFile())) {
      assertEquals(
          List.of(
              "Shanghai/device.conf",
              "Shanghai/notes.txt",
              "Shanghai/checklist.txt",
              "shanghai-2/device.conf",
              "shanghai-2/notes.txt",
              "shanghai-2/checklist.txt"),
          in.stream().map(ZipEntry::getName).toList());
      var entry = in.getEntry("Shanghai/device.conf");
      assertEquals("key\n", new String(in.getInputStream(entry).readAllBytes()));
    }
  }

  @Test
  void unsafeNamesAreNoFiles() {
    for (String name : List.of("../x", "a/b", ".hidden", "", "a\nb", "c:d")) {
      assertThrows(
          IllegalArgumentException.class, () -> new ExportedFile(name, "", ExportedFile.PRIVATE));
    }
  }

  @Test
  void namesOfSectionsAreSafeAndUnique() {
    SafeNames names = new SafeNames(8);
    assertEquals("a-b", names.unique("a b{", "x"));
    assertEquals("a-b-2", names.unique("a-b", "x"));
    assertEquals("x", names.unique("上海", "x"));
    assertEquals("x-2", names.unique("", "x"));
    assertEquals("longname", names.unique("longname-one", "x"));
    assertEquals("longna-2", names.unique("longname-two", "x"));
  }

  private static Export export(String id, String name, String text) {
    return new Export(
        "box",
        new SiteId(id),
        name,
        List.of(
            new ExportedFile("device.conf", text, ExportedFile.PRIVATE),
            new ExportedFile("notes.txt", "n\n", ExportedFile.READABLE)),
        List.of(
            new ChecklistSection(
                "Install", List.of(new ChecklistSection.Item("Load", "load device.conf")))),
        List.of());
  }

  private static Export refused() {
    Problem p = new Problem("C27", Severity.ERROR, "site-5", "site e", "no", "another");
    return new Export("box", new SiteId("site-5"), "e", List.of(), List.of(), List.of(p));
  }
}
