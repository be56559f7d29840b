package org.vpnhub.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.hub.TextTable;
import org.vpnhub.plan.IkeVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code devices}. */
@Command(
    name = "devices",
    description = {
      "Lists the devices that configurations can be exported for.",
      "The last column says how it is known that a device accepts them."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  vpnhub devices", "  vpnhub devices --json"})
public final class DevicesCommand extends BaseCommand {
  @Option(names = "--json", description = "Gives JSON.")
  private boolean json;

  public DevicesCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    List<DeviceCapabilities> devices =
        new ExporterRegistry(surroundings().exporters().get()).devices();
    if (json) {
      JsonArray answer = new JsonArray();
      devices.forEach(d -> answer.add(json(d)));
      json(answer);
      return ExitCode.OK;
    }
    TextTable table =
        new TextTable("id", "vendor", "platform", "releases", "IKE versions", "verified by");
    for (DeviceCapabilities d : devices) {
      table.row(
          d.id(),
          d.vendor(),
          d.platform(),
          String.join(", ", releases(d)),
          String.join(", ", versions(d)),
          d.verification());
    }
    out().print(table.isEmpty() ? "no exporters are installed\n" : table);
    return ExitCode.OK;
  }

  private static JsonObject json(DeviceCapabilities d) {
    JsonObject o = new JsonObject();
    o.addProperty("id", d.id());
    o.addProperty("vendor", d.vendor());
    o.addProperty("platform", d.platform());
    o.add("releases", RecordJson.of(releases(d)));
    o.add("ikeVersions", RecordJson.of(versions(d)));
    o.addProperty("verification", d.verification().literal());
    return o;
  }

  private static List<String> releases(DeviceCapabilities d) {
    return d.releases().stream().map(DeviceRelease::name).toList();
  }

  private static List<String> versions(DeviceCapabilities d) {
    return d.ikeVersions().stream().map(IkeVersion::literal).sorted().toList();
  }
}
