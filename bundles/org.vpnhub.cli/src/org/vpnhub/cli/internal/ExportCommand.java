package org.vpnhub.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Secret;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportFolder;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ExportWriter;
import org.vpnhub.exporter.ExportWriter.Placed;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.SiteChange;
import org.vpnhub.plan.SitePlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}. */
@Command(
    name = "export",
    description = {
      "Writes the configuration of each site's device, and a checklist.",
      "They go into a folder for each site below DIR, or without --out to standard output.",
      "In DIR only what differs is written, and it is told which devices have to be loaded anew,"
          + " and why.",
      "A device that cannot do what the model asks is refused with the reason; exit code 1. So is a"
          + " model with errors, unless --force is given."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  vpnhub export hub.vpnhub --out configurations",
      "  vpnhub export hub.vpnhub --out configurations --dry-run",
      "  vpnhub export hub.vpnhub --site Shanghai --device strongswan",
      "  vpnhub export hub.vpnhub --out configurations --include-secrets"
    })
public final class ExportCommand extends BaseCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "The model.")
  private Path file = Path.of("");

  @Option(names = "--site", paramLabel = "S", description = "Only this site, by name or id.")
  private @Nullable String site;

  @Option(
      names = "--device",
      paramLabel = "D",
      description = "For this device in place of the model's; 'vpnhub devices' lists them.")
  private @Nullable String device;

  @Option(names = "--out", paramLabel = "DIR", description = "The folder to write to.")
  private @Nullable Path directory;

  @Option(
      names = "--dry-run",
      description = "Only tells what would change in DIR, and writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--include-secrets",
      description =
          "Writes the pre-shared keys themselves, into files that only you can read; otherwise"
              + " placeholders.")
  private boolean includeSecrets;

  @Option(names = "--force", description = "Exports although the model has errors.")
  private boolean force;

  @Option(names = "--json", description = "Gives JSON.")
  private boolean json;

  public ExportCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    Models model = Models.load(file);
    ExporterRegistry registry = new ExporterRegistry(surroundings().exporters().get());
    List<SitePlan> sites = site == null ? model.plan().sites() : List.of(model.site(site));
    checkDevice(registry);
    List<Problem> errors = model.problems().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty() && !force) return refuse(errors);
    Stores stores = new Stores(surroundings());
    Map<String, Secret> store =
        includeSecrets ? stores.keys(file) : stores.keysWithoutQuestion(file);
    Function<String, Optional<Secret>> keys = model.keys(store);
    List<Export> exports = new ArrayList<>();
    List<SitePlan> targets = sites.stream().map(this::target).toList();
    for (SitePlan s : targets) {
      exports.add(
          registry.export(s.device().deviceId(), new ExportRequest(s, keys, includeSecrets)));
    }
    List<SiteChange> changes = directory == null ? List.of() : changes(directory, targets, exports);
    if (json) json(answer(exports, changes, errors));
    else print(exports, changes);
    boolean refused = exports.stream().anyMatch(Export::refused);
    return refused || !errors.isEmpty() ? ExitCode.ERRORS : ExitCode.OK;
  }

  private void checkDevice(ExporterRegistry registry) {
    if (device == null || registry.find(device).isPresent()) return;
    List<String> ids = registry.devices().stream().map(DeviceCapabilities::id).toList();
    throw new CliException(
        ExitCode.USAGE,
        "there is no exporter for the device '" + device + "'; " + Suggestions.of(device, ids));
  }

  private int refuse(List<Problem> errors) {
    if (json) json(answer(List.of(), List.of(), errors));
    err().print(Problems.text(errors));
    err()
        .println(
            "nothing exported: the model has "
                + count(errors.size(), "error")
                + "; mend them, or use --force");
    return ExitCode.ERRORS;
  }

  private SitePlan target(SitePlan plan) {
    return device == null ? plan : plan.onDevice(device);
  }

  private List<SiteChange> changes(Path folder, List<SitePlan> sites, List<Export> exports)
      throws IOException {
    ExportFolder there = ExportFolder.open(folder);
    boolean whole = site == null;
    return dryRun ? there.changes(sites, exports, whole) : there.write(sites, exports, whole);
  }

  private void print(List<Export> exports, List<SiteChange> changes) {
    if (directory == null) {
      for (Export e : exports) {
        e.files().forEach(f -> printFile(e, f.name(), f.text()));
        if (!e.checklist().isEmpty()) printFile(e, "checklist.txt", e.checklistText());
      }
    }
    changes.forEach(this::print);
    List<Problem> problems = exports.stream().flatMap(e -> e.problems().stream()).toList();
    err().print(Problems.text(problems));
    for (Export e : exports) {
      if (e.refused()) err().println("nothing exported for site " + e.siteName());
    }
  }

  private void print(SiteChange change) {
    out().println(change.site() + ": " + change.kind().words());
    change.reasons().forEach(r -> out().println("  because of " + r));
    for (String f : change.files()) {
      out().println((dryRun ? "  would write " : "  wrote ") + directory.resolve(f));
    }
  }

  private void printFile(Export export, String name, String text) {
    out().println("==> " + ExportWriter.folderName(export) + "/" + name + " <==");
    out().println(text);
  }

  private JsonObject answer(
      List<Export> exports, List<SiteChange> changes, List<Problem> modelErrors) {
    JsonArray list = new JsonArray();
    List<List<Placed>> layout = ExportWriter.layout(exports);
    for (int i = 0; i < exports.size(); i++) list.add(json(exports.get(i), layout.get(i)));
    JsonObject answer = new JsonObject();
    answer.addProperty("model", file.toString());
    answer.addProperty("secrets", includeSecrets ? "included" : "masked");
    answer.add("exports", list);
    if (directory != null) answer.add("changes", RecordJson.of(changes));
    answer.add("problems", Problems.json(modelErrors));
    return answer;
  }

  private JsonObject json(Export e, List<Placed> layout) {
    JsonObject o = new JsonObject();
    o.addProperty("site", e.siteName());
    o.addProperty("siteId", e.siteId().value());
    o.addProperty("device", e.deviceId());
    o.addProperty("refused", e.refused());
    JsonArray files = new JsonArray();
    if (directory == null) {
      for (ExportedFile f : e.files()) {
        JsonObject file = new JsonObject();
        file.addProperty("name", f.name());
        file.addProperty("text", f.text());
        files.add(file);
      }
    } else {
      for (Placed p : layout) {
        JsonObject file = new JsonObject();
        file.addProperty("name", p.file().name());
        file.addProperty("path", directory.resolve(p.path()).toString());
        files.add(file);
      }
    }
    o.add("files", files);
    if (directory == null) o.addProperty("checklist", e.checklistText());
    o.add("problems", Problems.json(e.problems()));
    return o;
  }
}
