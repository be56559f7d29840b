package org.vpnhub.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.read.Comparison;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Difference;
import org.vpnhub.plan.SitePlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}. */
@Command(
    name = "compare",
    description = {
      "Holds a device's configuration against the plan of its site.",
      "Tells each difference with its line and its cure; exit code 1 when there is one. Sections"
          + " that do not concern the VPN are skipped and listed, and lines that are not understood"
          + " are told, never ignored. Keys are not shown, and not compared."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  vpnhub compare hub.vpnhub --site Shanghai running-config.txt",
      "  ssh router show running-config | vpnhub compare hub.vpnhub --site Shanghai -"
    })
public final class CompareCommand extends BaseCommand {
  private static final int MAX_BYTES = 16 << 20;

  @Parameters(index = "0", paramLabel = "MODEL", description = "The model.")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "The device's configuration; - for standard input.")
  private Path configuration = Path.of("");

  @Option(
      names = "--site",
      paramLabel = "S",
      required = true,
      description = "The site, by name or id.")
  private String site = "";

  @Option(
      names = "--device",
      paramLabel = "D",
      description = "Read it as of this device in place of the model's.")
  private @Nullable String device;

  @Option(names = "--json", description = "Gives JSON.")
  private boolean json;

  public CompareCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    SitePlan plan = Models.load(file).site(site);
    if (device != null) plan = plan.onDevice(device);
    ConfigurationReader reader = reader(plan);
    DeviceConfiguration found = reader.read(text());
    List<Difference> differences = Comparison.of(plan, found, reader);
    if (json) json(answer(plan, found, differences));
    else print(plan, found, differences);
    boolean equal =
        differences.isEmpty() && found.unknown().isEmpty() && found.undefined().isEmpty();
    return equal ? ExitCode.OK : ExitCode.ERRORS;
  }

  private ConfigurationReader reader(SitePlan plan) {
    ExporterRegistry registry = new ExporterRegistry(surroundings().exporters().get());
    String id = plan.device().deviceId();
    List<String> readable =
        registry.all().stream()
            .filter(e -> e.reader().isPresent())
            .map(e -> e.capabilities().id())
            .toList();
    return registry
        .find(id)
        .flatMap(Exporter::reader)
        .orElseThrow(
            () ->
                new CliException(
                    ExitCode.USAGE,
                    id.isEmpty()
                        ? "the site " + plan.name() + " names no device: give one with --device"
                        : "configurations of the device '"
                            + id
                            + "' cannot be read; those that can: "
                            + String.join(", ", readable)));
  }

  private String text() throws IOException {
    byte[] bytes;
    if (configuration.toString().equals("-")) {
      bytes = surroundings().in().readNBytes(MAX_BYTES + 1);
    } else {
      try (InputStream in = Files.newInputStream(configuration)) {
        bytes = in.readNBytes(MAX_BYTES + 1);
      } catch (IOException e) {
        throw new CliException(
            ExitCode.INPUT, configuration + ": cannot be read; give the device's configuration");
      }
    }
    if (bytes.length > MAX_BYTES) {
      throw new CliException(
          ExitCode.INPUT, configuration + ": is larger than " + (MAX_BYTES >> 20) + " MiB");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void print(SitePlan plan, DeviceConfiguration found, List<Difference> differences) {
    for (Difference d : differences) out().println(sentence(d));
    lines("not understood", found.unknown());
    lines("not defined", found.undefined());
    if (!found.skipped().isEmpty()) {
      out().println("skipped, as it does not concern the VPN:");
      for (Line l : found.skipped()) out().println("  line " + l.number() + ": " + l.text());
    }
    int faults = differences.size() + found.unknown().size() + found.undefined().size();
    err()
        .println(
            faults == 0
                ? "the configuration is what the plan of site " + plan.name() + " wants"
                : count(faults, "difference") + " from the plan of site " + plan.name());
  }

  private void lines(String what, List<Line> lines) {
    for (Line l : lines) out().println("line " + l.number() + ": " + what + ": " + l.text());
  }

  private static String sentence(Difference d) {
    String where = d.line() == 0 ? "missing" : "line " + d.line();
    String values;
    if (d.found().isEmpty()) values = "the plan wants " + d.wanted();
    else if (d.wanted().isEmpty()) values = d.found() + " is not in the plan";
    else values = d.found() + ", the plan wants " + d.wanted();
    return where + ": " + d.what() + ": " + values + "; " + d.cure();
  }

  private JsonObject answer(
      SitePlan plan, DeviceConfiguration found, List<Difference> differences) {
    JsonObject answer = new JsonObject();
    answer.addProperty("site", plan.name());
    answer.addProperty("device", plan.device().deviceId());
    answer.add("differences", RecordJson.of(differences));
    answer.add("unknown", lines(found.unknown()));
    answer.add("undefined", lines(found.undefined()));
    answer.add("skipped", lines(found.skipped()));
    return answer;
  }

  private static JsonArray lines(List<Line> lines) {
    return RecordJson.of(lines).getAsJsonArray();
  }
}
