package org.vpnhub.ui.wizards.logic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportFolder;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ExportWriter;
import org.vpnhub.exporter.ExportWriter.Placed;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.SiteChange;
import org.vpnhub.plan.SitePlan;

/** Exports the configurations of sites' devices: which, for which device, and where to. */
public final class DeviceExport {
  /**
   * A site in the table of the wizard.
   *
   * @param site its plan, for the device that is chosen for this export
   * @param selected whether it is exported
   */
  public record Choice(SitePlan site, boolean selected) {
    public Choice select(boolean on) {
      return new Choice(site, on);
    }

    /** For another device, in this export only. */
    public Choice on(String deviceId) {
      return new Choice(site.onDevice(deviceId), selected);
    }
  }

  private DeviceExport() {}

  /** All sites, those selected that have a device with an exporter. */
  public static List<Choice> choices(List<SitePlan> sites, ExporterRegistry exporters) {
    return sites.stream()
        .map(s -> new Choice(s, exporters.find(s.device().deviceId()).isPresent()))
        .toList();
  }

  /** Why the selection cannot be exported; empty when it can. */
  public static Optional<String> objection(List<Choice> choices) {
    if (choices.isEmpty())
      return Optional.of("The model has no sites, so there is nothing to export");
    if (choices.stream().noneMatch(Choice::selected)) {
      return Optional.of("Tick at least one site");
    }
    for (Choice c : choices) {
      if (c.selected() && c.site().device().deviceId().isBlank()) {
        return Optional.of("Choose a device for " + c.site().name() + ", or untick it");
      }
    }
    return Optional.empty();
  }

  /** That exporters do not work, in a sentence; empty when all do. */
  public static Optional<String> broken(List<Problem> problems) {
    if (problems.isEmpty()) return Optional.empty();
    Problem first = problems.getFirst();
    String more =
        problems.size() == 1 ? "" : " (" + (problems.size() - 1) + " more in the Problems view)";
    return Optional.of(
        "The " + first.element() + " " + first.message() + "; " + first.remedy() + more);
  }

  /** What an exporter says about one site, without keys. */
  public static List<Problem> problems(Choice choice, ExporterRegistry exporters) {
    return masked(choice, exporters).problems();
  }

  private static Export masked(Choice choice, ExporterRegistry exporters) {
    SitePlan site = choice.site();
    return exporters.export(site.device().deviceId(), ExportRequest.masked(site));
  }

  /**
   * Exports the selected sites.
   *
   * @param keys the keys at hand; asked also when they are masked, to find those that a device
   *     cannot take
   * @param includeSecrets whether the files hold the keys instead of placeholders
   * @throws OperationCanceledException when the user cancels
   */
  public static List<Export> run(
      List<Choice> choices,
      ExporterRegistry exporters,
      Function<String, Optional<Secret>> keys,
      boolean includeSecrets,
      IProgressMonitor monitor) {
    List<SitePlan> sites = sites(choices);
    monitor.beginTask("Writing configurations", sites.size());
    List<Export> exports = new ArrayList<>();
    for (SitePlan site : sites) {
      if (monitor.isCanceled()) throw new OperationCanceledException();
      monitor.subTask(site.name());
      ExportRequest request = new ExportRequest(site, keys, includeSecrets);
      exports.add(exporters.export(site.device().deviceId(), request));
      monitor.worked(1);
    }
    monitor.done();
    return exports;
  }

  /**
   * What came of an export.
   *
   * @param files what was written; what was the same already is not among it
   * @param changes for a folder, which devices have to be visited and why; none for a zip file
   */
  public record Written(List<Path> files, List<SiteChange> changes) {
    public Written {
      files = List.copyOf(files);
      changes = List.copyOf(changes);
    }
  }

  /** Files that would be replaced by others. */
  public static List<Path> existing(
      Path target, boolean zip, List<Choice> choices, List<Export> exports) throws IOException {
    if (zip) return Files.exists(target) ? List.of(target) : List.of();
    return files(target, ExportFolder.open(target).changes(sites(choices), exports, false)).stream()
        .filter(Files::exists)
        .toList();
  }

  /** All files of exports, each below the folder of its site. */
  public static List<Placed> files(List<Export> exports) {
    return ExportWriter.layout(exports).stream().flatMap(List::stream).toList();
  }

  private static List<Path> files(Path folder, List<SiteChange> changes) {
    return changes.stream().flatMap(c -> c.files().stream()).map(folder::resolve).toList();
  }

  private static List<SitePlan> sites(List<Choice> choices) {
    return choices.stream().filter(Choice::selected).map(Choice::site).toList();
  }

  /**
   * Writes exports; into a folder only what differs.
   *
   * @param target the folder, or the zip file
   * @param choices those that the exports were made from
   * @throws IOException with a sentence for the user
   * @throws OperationCanceledException when the user has cancelled before
   */
  public static Written write(
      Path target,
      boolean zip,
      List<Choice> choices,
      List<Export> exports,
      IProgressMonitor monitor)
      throws IOException {
    if (monitor.isCanceled()) throw new OperationCanceledException();
    monitor.beginTask("Writing files", IProgressMonitor.UNKNOWN);
    if (zip) {
      Path folder = target.toAbsolutePath().getParent();
      if (folder != null) Files.createDirectories(folder);
      ExportWriter.zip(target, files(exports));
      return new Written(List.of(target), List.of());
    }
    List<SiteChange> changes = ExportFolder.open(target).write(sites(choices), exports, false);
    monitor.done();
    return new Written(files(target, changes), changes);
  }

  /** Why files cannot be written to a place that was typed; empty when they can. */
  public static Optional<String> targetObjection(String typed, boolean zip) {
    if (typed.isBlank()) {
      return Optional.of(zip ? "Name the zip file to write" : "Name the folder to write to");
    }
    Path target;
    try {
      target = Path.of(typed.strip());
    } catch (InvalidPathException e) {
      return Optional.of("'" + typed.strip() + "' cannot be the name of a file here");
    }
    if (!target.isAbsolute()) return Optional.of("Give the whole path, or use Browse");
    if (zip && Files.isDirectory(target))
      return Optional.of(target + " is a folder; name a file in it");
    if (!zip && Files.isRegularFile(target))
      return Optional.of(target + " is a file; name a folder");
    Path there = target;
    while (there != null && !Files.exists(there)) there = there.getParent();
    if (there != null && there != target && !Files.isDirectory(there)) {
      return Optional.of(there + " is a file, so there can be nothing below it");
    }
    if (there == null || !Files.isWritable(there)) {
      return Optional.of(
          (there == null ? target : there) + " cannot be written to; choose another");
    }
    return Optional.empty();
  }

  /** What was written and what is to be done with it, as text. */
  public static String report(List<Export> exports, Written written) {
    StringBuilder text = new StringBuilder();
    text.append(Review.count(written.files().size(), "file")).append(" written\n");
    written.files().forEach(p -> text.append("  ").append(p).append('\n'));
    if (!written.changes().isEmpty()) text.append("\nDevices\n");
    for (SiteChange c : written.changes()) {
      text.append("  ").append(c.site()).append(": ").append(c.kind().words()).append('\n');
      c.reasons().forEach(r -> text.append("    because of ").append(r).append('\n'));
    }
    for (Export e : exports) {
      text.append('\n').append(e.siteName()).append(" (").append(e.deviceId()).append(")\n");
      if (e.refused()) text.append("  nothing written:\n");
      for (Problem p : e.problems()) text.append("  ").append(sentence(p)).append('\n');
      for (ChecklistSection s : e.checklist()) {
        text.append("  ").append(s.title()).append('\n');
        for (ChecklistSection.Item item : s.items()) {
          text.append("    [ ] ").append(item.what()).append('\n');
          item.value().lines().forEach(l -> text.append("        ").append(l).append('\n'));
        }
      }
    }
    return text.toString();
  }

  /** A problem in one line: how bad, what, and what to do. */
  public static String sentence(Problem p) {
    String remedy = p.remedy().isEmpty() ? "" : "; " + p.remedy();
    String severity = p.severity().name().toLowerCase(Locale.ROOT);
    return severity + " " + p.code() + ": " + p.element() + " " + p.message() + remedy;
  }
}
