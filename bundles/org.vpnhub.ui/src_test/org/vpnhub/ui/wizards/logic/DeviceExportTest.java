package org.vpnhub.ui.wizards.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.Export;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.wizards.logic.DeviceExport.Choice;
import org.vpnhub.validation.SecurityProfile;

class DeviceExportTest {
  private static final String KEY = "0123456789abcdefghijklmnopqrstuv";
  private static final Function<String, Optional<Secret>> KEYS =
      reference -> Optional.of(Secret.ofText(KEY));

  @TempDir Path dir;

  private static List<Choice> choices() {
    SiteCells unknown = Samples.NINGBO.with(SiteColumn.DEVICE, "toaster");
    List<SitePlan> sites =
        Planner.plan(
                Samples.hub(SecurityProfile.STRONG, Samples.SHANGHAI, Samples.HANGZHOU, unknown)
                    .build(Samples.EXPORTERS))
            .sites();
    return DeviceExport.choices(sites, Samples.EXPORTERS);
  }

  private static List<Export> run(List<Choice> choices, boolean secrets) {
    return DeviceExport.run(choices, Samples.EXPORTERS, KEYS, secrets, new NullProgressMonitor());
  }

  @Test
  void sitesWithAnExporterAreSelected() {
    assertEquals(List.of(true, true, false), choices().stream().map(Choice::selected).toList());
    assertEquals(Optional.empty(), DeviceExport.objection(choices()));
    assertEquals(List.of(), DeviceExport.problems(choices().getFirst(), Samples.EXPORTERS));
    assertEquals(
        "C27", DeviceExport.problems(choices().getLast(), Samples.EXPORTERS).getFirst().code());
  }

  @Test
  void anotherDeviceForThisExport() {
    Choice other = choices().getLast().on("strongswan").select(true);
    assertEquals(List.of(), DeviceExport.problems(other, Samples.EXPORTERS));
    assertEquals("Ningbo", run(List.of(other), false).getFirst().siteName());
    Choice none = other.on("");
    assertEquals(
        Optional.of("Choose a device for Ningbo, or untick it"),
        DeviceExport.objection(List.of(none)));
    assertEquals(Optional.empty(), DeviceExport.objection(List.of(none.select(false), other)));
  }

  @Test
  void somethingMustBeTicked() {
    List<Choice> none = choices().stream().map(c -> c.select(false)).toList();
    assertEquals(Optional.of("Tick at least one site"), DeviceExport.objection(none));
    assertTrue(DeviceExport.objection(List.of()).orElseThrow().contains("no sites"));
  }

  @Test
  void keysAreMaskedUnlessAskedFor() throws IOException {
    Path masked = dir.resolve("masked");
    DeviceExport.write(masked, false, choices(), run(choices(), false), new NullProgressMonitor());
    Path clear = dir.resolve("clear");
    List<Path> files =
        DeviceExport.write(clear, false, choices(), run(choices(), true), new NullProgressMonitor())
            .files();
    assertFalse(content(masked).contains(KEY));
    assertTrue(content(masked).contains("<secret: psk-shanghai>"));
    assertTrue(content(clear).contains(KEY));
    assertTrue(files.contains(clear.resolve("Shanghai").resolve("checklist.txt")));
    assertFalse(Files.exists(clear.resolve("Ningbo")));
  }

  private static String content(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (Path p : files.filter(Files::isRegularFile).toList()) all.append(Files.readString(p));
    }
    return all.toString();
  }

  @Test
  void oneZipFile() throws IOException {
    Path zip = dir.resolve("new/configurations.zip");
    List<Export> exports = run(choices(), false);
    assertEquals(List.of(), DeviceExport.existing(zip, true, choices(), exports));
    assertEquals(
        List.of(zip),
        DeviceExport.write(zip, true, choices(), exports, new NullProgressMonitor()).files());
    assertEquals(List.of(zip), DeviceExport.existing(zip, true, choices(), exports));
    try (ZipFile in = new ZipFile(zip.toFile())) {
      List<String> names = in.stream().map(ZipEntry::getName).toList();
      assertTrue(names.contains("Shanghai/checklist.txt"), names::toString);
      assertTrue(
          names.stream().allMatch(n -> n.startsWith("Shanghai/") || n.startsWith("Hangzhou/")));
      for (String n : names) {
        String text = new String(in.getInputStream(in.getEntry(n)).readAllBytes());
        assertFalse(text.contains(KEY), n);
      }
    }
  }

  @Test
  void filesThatAreThereAreFound() throws IOException {
    List<Export> exports = run(choices(), false);
    assertEquals(List.of(), DeviceExport.existing(dir, false, choices(), exports));
    var first = DeviceExport.write(dir, false, choices(), exports, new NullProgressMonitor());
    assertEquals(List.of(), DeviceExport.existing(dir, false, choices(), exports));
    // The same again writes nothing; other files are asked about.
    var again = DeviceExport.write(dir, false, choices(), exports, new NullProgressMonitor());
    assertEquals(List.of(), again.files());
    Files.writeString(first.files().getFirst(), "changed by hand");
    assertEquals(
        List.of(first.files().getFirst()), DeviceExport.existing(dir, false, choices(), exports));
  }

  @Test
  void cancelling() {
    NullProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    assertThrows(
        OperationCanceledException.class,
        () -> DeviceExport.run(choices(), Samples.EXPORTERS, KEYS, false, monitor));
    List<Export> exports = run(choices(), false);
    assertThrows(
        OperationCanceledException.class,
        () -> DeviceExport.write(dir, false, choices(), exports, monitor));
  }

  @Test
  void aPlaceThatCannotBeWrittenTo() throws IOException {
    Path file = Files.createFile(dir.resolve("file"));
    assertEquals(
        Optional.of("Name the folder to write to"), DeviceExport.targetObjection(" ", false));
    assertEquals(Optional.of("Name the zip file to write"), DeviceExport.targetObjection("", true));
    assertEquals(
        Optional.of("Give the whole path, or use Browse"),
        DeviceExport.targetObjection("out", false));
    assertEquals(
        Optional.of(file + " is a file; name a folder"),
        DeviceExport.targetObjection(file.toString(), false));
    assertEquals(
        Optional.of(dir + " is a folder; name a file in it"),
        DeviceExport.targetObjection(dir.toString(), true));
    assertEquals(
        Optional.empty(), DeviceExport.targetObjection(dir.resolve("a/b").toString(), false));
    assertEquals(
        Optional.of(file + " is a file, so there can be nothing below it"),
        DeviceExport.targetObjection(file.resolve("a").toString(), false));
  }

  @Test
  void theReportHasFilesAndSteps() throws IOException {
    List<Choice> all = choices().stream().map(c -> c.select(true)).toList();
    List<Export> exports = run(all, false);
    var written = DeviceExport.write(dir, false, all, exports, new NullProgressMonitor());
    String report = DeviceExport.report(exports, written);
    int files = written.files().size();
    assertTrue(report.startsWith(files + " files written\n  " + written.files().getFirst()));
    assertTrue(report.contains("Devices\n  Shanghai: new: load it into the device"), report);
    assertTrue(report.contains("[ ] "));
    assertTrue(report.contains("Ningbo (toaster)\n  nothing written:\n  error C27: site Ningbo"));
    assertFalse(report.contains(KEY));
  }
}
