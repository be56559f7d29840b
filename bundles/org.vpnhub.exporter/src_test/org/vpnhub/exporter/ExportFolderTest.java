package org.vpnhub.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.exporter.SiteChange.Kind;
import org.vpnhub.plan.SitePlan;

class ExportFolderTest {
  private static final SitePlan SHANGHAI = ExporterRegistryTest.site("shanghai");
  private static final SitePlan HANGZHOU = ExporterRegistryTest.site("hangzhou");

  @TempDir private Path folder;

  @Test
  void onlyWhatDiffersIsWritten() throws IOException {
    List<SitePlan> sites = List.of(SHANGHAI, HANGZHOU);
    assertEquals(List.of(Kind.NEW, Kind.NEW), write(sites, "a\n", "b\n"));
    Path same = folder.resolve("shanghai/device.cfg");
    Files.setLastModifiedTime(same, FileTime.fromMillis(1_000_000));
    assertEquals(List.of(Kind.UNCHANGED, Kind.CHANGED), write(sites, "a\n", "c\n"));
    assertEquals(1_000_000, Files.getLastModifiedTime(same).toMillis());
    assertEquals("c\n", Files.readString(folder.resolve("hangzhou/device.cfg")));
  }

  @Test
  void aSiteThatIsGoneIsTold() throws IOException {
    write(List.of(SHANGHAI, HANGZHOU), "a\n", "b\n");
    assertEquals(List.of(Kind.UNCHANGED, Kind.GONE), write(List.of(SHANGHAI), "a\n"));
    assertEquals(List.of(Kind.UNCHANGED), write(List.of(SHANGHAI), "a\n"));
  }

  @Test
  void oneSiteAloneLeavesTheOthersInTheRecord() throws IOException {
    write(List.of(SHANGHAI, HANGZHOU), "a\n", "b\n");
    ExportFolder.open(folder).write(List.of(SHANGHAI), List.of(export(SHANGHAI, "x\n")), false);
    assertEquals(
        List.of(Kind.UNCHANGED, Kind.UNCHANGED), write(List.of(SHANGHAI, HANGZHOU), "x\n", "b\n"));
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    List<SiteChange> changes =
        ExportFolder.open(folder)
            .changes(List.of(SHANGHAI), List.of(export(SHANGHAI, "a\n")), true);
    assertEquals(List.of("shanghai/device.cfg"), changes.getFirst().files());
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void anotherDeviceIsAReason() throws IOException {
    write(List.of(SHANGHAI), "a\n");
    Export other =
        new Export(
            "other",
            SHANGHAI.id(),
            "shanghai",
            List.of(new ExportedFile("device.cfg", "z\n", ExportedFile.READABLE)),
            List.of(),
            List.of());
    List<SiteChange> changes =
        ExportFolder.open(folder).write(List.of(SHANGHAI), List.of(other), true);
    assertEquals(List.of("device: good becomes other"), changes.getFirst().reasons());
  }

  @Test
  void aDamagedRecordIsNamed() throws IOException {
    for (String bad : List.of("{", "[]", "{\"sites\":{\"a\":{}}}", "{\"sites\":3}")) {
      Files.writeString(folder.resolve(ExportRecord.FILE), bad);
      IOException e = assertThrows(IOException.class, () -> ExportFolder.open(folder), bad);
      assertTrue(String.valueOf(e.getMessage()).contains(ExportRecord.FILE), e::getMessage);
    }
  }

  @Test
  void aLinkInPlaceOfAFolderIsRefused(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(folder.resolve("shanghai"), elsewhere);
    assertThrows(IOException.class, () -> write(List.of(SHANGHAI), "a\n"));
    try (var files = Files.list(elsewhere)) {
      assertEquals(0, files.count());
    }
  }

  private List<Kind> write(List<SitePlan> sites, String... texts) throws IOException {
    List<Export> exports = new java.util.ArrayList<>();
    for (int i = 0; i < texts.length; i++) exports.add(export(sites.get(i), texts[i]));
    return ExportFolder.open(folder).write(sites, exports, true).stream()
        .map(SiteChange::kind)
        .toList();
  }

  private static Export export(SitePlan site, String text) {
    String name = site.id().value();
    ExportedFile file = new ExportedFile("device.cfg", text, ExportedFile.READABLE);
    return new Export("good", site.id(), name, List.of(file), List.of(), List.of());
  }
}
