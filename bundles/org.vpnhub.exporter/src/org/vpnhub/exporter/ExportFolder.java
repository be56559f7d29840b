package org.vpnhub.exporter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.exporter.ExportWriter.Placed;
import org.vpnhub.exporter.SiteChange.Kind;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.plan.SitePlan;

/**
 * A folder with the configurations of a hub's sites. A new export touches only the files that
 * differ, and tells which devices have to be visited and why: beside the files lies a record of
 * what they were made from.
 */
public final class ExportFolder {
  private final Path folder;
  private final ExportRecord before;

  private ExportFolder(Path folder, ExportRecord before) {
    this.folder = folder;
    this.before = before;
  }

  /**
   * Opens a folder, which need not exist.
   *
   * @throws IOException when its record cannot be read; names the file and the remedy
   */
  public static ExportFolder open(Path folder) throws IOException {
    return new ExportFolder(folder, ExportRecord.read(folder));
  }

  /**
   * What writing would change, without writing.
   *
   * @param sites the plans, in the order of the exports
   * @param whole whether these are all sites of the model, so that others in the folder are gone
   */
  public List<SiteChange> changes(List<SitePlan> sites, List<Export> exports, boolean whole)
      throws IOException {
    List<SiteChange> changes = new ArrayList<>();
    List<List<Placed>> layout = ExportWriter.layout(exports);
    for (int i = 0; i < exports.size(); i++) {
      changes.add(change(sites.get(i), exports.get(i), layout.get(i)));
    }
    if (whole) {
      Set<String> here = new LinkedHashSet<>();
      exports.forEach(e -> here.add(e.siteId().value()));
      before
          .sites()
          .forEach(
              (id, gone) -> {
                if (!here.contains(id)) {
                  List<String> reasons =
                      List.of("is not part of the model any more; roll back its device");
                  changes.add(new SiteChange(gone.name(), Kind.GONE, List.of(), reasons));
                }
              });
    }
    return changes;
  }

  /**
   * Writes what differs, and the record. Files of a site that is gone stay where they are.
   *
   * @return as {@link #changes}
   */
  public List<SiteChange> write(List<SitePlan> sites, List<Export> exports, boolean whole)
      throws IOException {
    List<SiteChange> changes = changes(sites, exports, whole);
    for (List<Placed> files : ExportWriter.layout(exports)) {
      for (Placed file : files) {
        if (differs(file)) ExportWriter.write(folder, file);
      }
    }
    ExportRecord record = whole ? ExportRecord.EMPTY : before;
    for (int i = 0; i < exports.size(); i++) {
      if (!exports.get(i).refused()) record = record.with(sites.get(i), exports.get(i));
    }
    record.write(folder);
    return changes;
  }

  private SiteChange change(SitePlan site, Export export, List<Placed> layout) throws IOException {
    if (export.refused()) return new SiteChange(site.name(), Kind.REFUSED, List.of(), List.of());
    List<String> differing = new ArrayList<>();
    boolean known = false;
    for (Placed file : layout) {
      known |= Files.exists(path(file));
      if (differs(file)) differing.add(file.path());
    }
    Kind kind = differing.isEmpty() ? Kind.UNCHANGED : known ? Kind.CHANGED : Kind.NEW;
    List<String> reasons = kind == Kind.CHANGED ? reasons(site, export) : List.of();
    return new SiteChange(site.name(), kind, differing, reasons);
  }

  private List<String> reasons(SitePlan site, Export export) {
    Optional<ExportRecord.SiteRecord> old =
        Optional.ofNullable(before.sites().get(site.id().value()));
    if (old.isEmpty()) return List.of("there is no record of the export before");
    ExportRecord.SiteRecord now = ExportRecord.SiteRecord.of(site, export);
    List<String> reasons = new ArrayList<>();
    if (!old.get().device().equals(now.device())) {
      reasons.add("device: " + old.get().device() + " becomes " + now.device());
    }
    now.tunnels().forEach((name, wanted) -> tunnel(name, wanted, old.get(), reasons));
    for (String name : old.get().tunnels().keySet()) {
      if (!now.tunnels().containsKey(name)) reasons.add("IPsec connection " + name + " is gone");
    }
    if (reasons.isEmpty()) {
      reasons.add("names, facts of the device, its keys, or the exporter itself have changed");
    }
    return reasons;
  }

  private static void tunnel(
      String name,
      Map<Parameter, List<String>> wanted,
      ExportRecord.SiteRecord old,
      List<String> reasons) {
    Map<Parameter, List<String>> was = old.tunnels().get(name);
    if (was == null) {
      reasons.add("IPsec connection " + name + " is new");
      return;
    }
    for (Parameter p : Parameter.values()) {
      List<String> a = was.getOrDefault(p, List.of());
      List<String> b = wanted.getOrDefault(p, List.of());
      // The firewall's pairs follow from the routes.
      boolean derived =
          p == Parameter.NAT_EXEMPTION || p == Parameter.PERMIT_IN || p == Parameter.PERMIT_OUT;
      if (!derived && !a.equals(b)) reasons.add(p.words() + ": " + words(p, a, b));
    }
  }

  private static String words(Parameter p, List<String> a, List<String> b) {
    if (!p.isList()) return String.join(", ", a) + " becomes " + String.join(", ", b);
    List<String> words = new ArrayList<>();
    for (String v : b) if (!a.contains(v)) words.add("now also " + v);
    for (String v : a) if (!b.contains(v)) words.add("no longer " + v);
    return words.isEmpty() ? "in another order" : String.join(", ", words);
  }

  private boolean differs(Placed file) throws IOException {
    Path path = path(file);
    byte[] text = file.file().text().getBytes(StandardCharsets.UTF_8);
    return !Files.isRegularFile(path) || !Arrays.equals(Files.readAllBytes(path), text);
  }

  private Path path(Placed file) {
    return folder.resolve(file.folder()).resolve(file.file().name());
  }
}
