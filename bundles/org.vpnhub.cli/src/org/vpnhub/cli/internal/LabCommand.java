package org.vpnhub.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.base.ProblemList;
import org.vpnhub.base.Secret;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.cli.Vpnhub;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ExportWriter;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.hub.LogLines;
import org.vpnhub.lab.Lab;
import org.vpnhub.lab.LabKeys;
import org.vpnhub.lab.LabOptions;
import org.vpnhub.lab.LabResult;
import org.vpnhub.lab.Progress;
import org.vpnhub.plan.SitePlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab}. */
@Command(
    name = "lab",
    description = {
      "Runs hub and all sites of a model in one process, with real pings.",
      "The tunnels are real IKE and ESP over UDP on the loopback interface, and need no rights."
          + " Every ordered pair of sites and VPC is pinged through them, and the throughput of one"
          + " pair measured.",
      "Exit code 0 only if every pair that the model says is reachable was reached, and no other,"
          + " and the counters account for every ping; else 1.",
      "References without a key get a throw-away key. Keys are never written."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  vpnhub lab",
      "  vpnhub lab --seconds 10 hub.vpnhub",
      "  vpnhub lab --json --out configurations hub.vpnhub"
    })
public final class LabCommand extends BaseCommand {
  private static final String EXAMPLE = "examples/three-offices.vpnhub";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The model; otherwise " + EXAMPLE + ".")
  private @Nullable Path file;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "How long to measure the throughput; 0 for not at all; otherwise" + " ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for the sites' configurations; otherwise a new one for temporary files.")
  private @Nullable Path directory;

  @Option(names = "--json", description = "Gives JSON.")
  private boolean json;

  public LabCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws Exception {
    if (seconds < 0 || seconds > 3600) {
      throw new CliException(ExitCode.USAGE, "--seconds: 0 to 3600, not " + seconds);
    }
    boolean debug = surroundings().environment().containsKey(Vpnhub.DEBUG);
    LogLines.takeEngine(debug ? LogLines.to(err()) : line -> {});
    Models model = Models.load(model());
    if (model.plan().hub().address().bits() == 0) {
      throw new CliException(
          ExitCode.ERRORS, model.file() + ": there is no VPN gateway that could run");
    }
    Progress progress = new LabProgress(err());
    announce(model, progress);
    Function<String, Optional<Secret>> keys = keys(model, progress);
    String exports = export(model, keys, progress);
    LabResult result = run(model, keys, progress);
    if (json) {
      json(LabReport.json(result, exports));
      result.faults().forEach(err()::println);
    } else {
      out().println();
      out().print(LabReport.text(result, exports));
    }
    return result.isRight() ? ExitCode.OK : ExitCode.ERRORS;
  }

  private Path model() {
    if (file != null) return file;
    Path example = surroundings().home().map(h -> h.resolve(EXAMPLE)).orElse(Path.of(EXAMPLE));
    if (Files.isRegularFile(example)) return example;
    throw new CliException(
        ExitCode.USAGE, "name a model: the example " + example + " is not there");
  }

  private void announce(Models model, Progress progress) {
    progress.say(
        "%s: %s, hub %s"
            .formatted(
                model.file(),
                count(model.plan().sites().size(), "site"),
                model.plan().hub().address()));
    List<Problem> problems = model.problems();
    if (!problems.isEmpty()) {
      progress.say(
          "the model has " + ProblemList.summary(problems) + ": 'vpnhub validate' names them");
    }
  }

  /** The model's keys, and throw-away ones where it has none. */
  private Function<String, Optional<Secret>> keys(Models model, Progress progress)
      throws IOException {
    Function<String, Optional<Secret>> known =
        model.keys(new Stores(surroundings()).keysWithoutQuestion(model.file()));
    LabKeys keys = LabKeys.of(model.plan(), known);
    if (keys.made() > 0) {
      progress.say(count(keys.made(), "throw-away key") + " for references without a key");
    }
    return keys;
  }

  /** Writes what can be exported, with placeholders for the keys; returns the folder. */
  private String export(Models model, Function<String, Optional<Secret>> keys, Progress progress)
      throws IOException {
    ExporterRegistry registry = new ExporterRegistry(surroundings().exporters().get());
    List<Export> exports = new ArrayList<>();
    for (SitePlan s : model.plan().sites()) {
      if (s.device().deviceId().isEmpty() || s.gateway().connections().isEmpty()) continue;
      exports.add(registry.export(s.device().deviceId(), new ExportRequest(s, keys, false)));
    }
    Path folder = directory == null ? Files.createTempDirectory("vpnhub-lab-") : directory;
    ExportWriter.write(folder, exports);
    long refused = exports.stream().filter(Export::refused).count();
    if (refused > 0) {
      progress.say(count(refused, "site") + " without configuration: 'vpnhub export' says why");
    }
    return folder.toString();
  }

  private LabResult run(Models model, Function<String, Optional<Secret>> keys, Progress progress)
      throws IOException, InterruptedException {
    LabOptions options = LabOptions.standard(Duration.ofSeconds(seconds));
    Lab lab = new Lab(model.plan(), keys, options, progress);
    Thread cancel = new Thread(() -> cancel(lab), "vpnhub-lab-cancel");
    Runtime.getRuntime().addShutdownHook(cancel);
    try (lab) {
      return lab.run();
    } finally {
      forget(cancel);
    }
  }

  private void cancel(Lab lab) {
    err().println("cancelled");
    lab.close();
  }

  private static void forget(Thread cancel) {
    try {
      Runtime.getRuntime().removeShutdownHook(cancel);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook runs.
    }
  }
}
