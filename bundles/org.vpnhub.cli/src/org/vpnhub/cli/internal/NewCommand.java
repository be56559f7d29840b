package org.vpnhub.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.base.ProblemList;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.planner.SelectorModes;
import org.vpnhub.secrets.SecretFiles;
import org.vpnhub.secrets.SecretStore;
import org.vpnhub.validation.SecurityProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new}. */
@Command(
    name = "new",
    description = {
      "Writes the model of a whole hub from a table of its sites.",
      "That is the gateway, customer gateways, connections, VPC routes, and a random pre-shared key"
          + " for each site in the secret store beside the model.",
      "The table is CSV with the header name,public_ip,cidrs,device; several CIDR blocks are"
          + " separated by spaces. Further columns give facts of the device, as its configuration"
          + " needs them: wan_interface,lan_interfaces,wan_zone,lan_zone,virtual_router,"
          + "next_hop,tunnel_number,rule_number.",
      "A model with problems is written, and the problems are told; the exit code is 0 all the"
          + " same."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  vpnhub new hub.vpnhub --sites sites.csv \\",
      "      --vpc-cidr 10.0.0.0/16 --gateway-ip 198.51.100.1",
      "where sites.csv is",
      "  name,public_ip,cidrs,device",
      "  Shanghai,203.0.113.10,10.10.10.0/24,strongswan",
      "  Hangzhou,203.0.113.20,10.10.20.0/24 10.10.21.0/24,strongswan"
    })
public final class NewCommand extends BaseCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "The model to write.")
  private Path file = Path.of("");

  @Option(
      names = "--vpc-cidr",
      required = true,
      paramLabel = "C",
      description = "CIDR block of the VPC.")
  private String vpcCidr = "";

  @Option(
      names = "--gateway-ip",
      required = true,
      paramLabel = "IP",
      description = "Public address of the VPN gateway.")
  private String gatewayIp = "";

  @Option(
      names = "--sites",
      required = true,
      paramLabel = "CSV",
      description = "Table of the sites; - for standard input.")
  private Path sites = Path.of("");

  @Option(
      names = "--security",
      paramLabel = "P",
      description =
          "Algorithms: strong (the default), compatible (AES-256-CBC, SHA-256 and group 14, which"
              + " nearly every device can do), or legacy (IKEv1).")
  private SecurityProfile security = SecurityProfile.STRONG;

  @Option(
      names = "--summary",
      paramLabel = "C",
      description =
          "One CIDR block around the VPC and all sites, those to come included: every device leads"
              + " it into its tunnel, and a new site changes no other site's device.")
  private @Nullable String summary;

  @Option(
      names = "--name",
      paramLabel = "N",
      description = "Name of the network; otherwise the file's.")
  private @Nullable String name;

  @Option(
      names = "--force",
      description = "Writes over a model that is there; keys in its secret store are kept.")
  private boolean force;

  @Option(names = "--json", description = "Gives JSON.")
  private boolean json;

  public NewCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    if (Files.exists(file) && !force) {
      throw new CliException(
          ExitCode.USAGE, file + " is there already: choose another name, or use --force");
    }
    List<SiteTable.Row> rows =
        sites.toString().equals("-")
            ? SiteTable.read(surroundings().in(), "standard input")
            : SiteTable.read(sites);
    Network network = HubBuilder.build(networkName(), vpcCidr, gatewayIp, rows);
    List<Exporter> exporters = List.copyOf(surroundings().exporters().get());
    // What suits the sites' devices; the export says why.
    SelectorModes.choose(network.getSites(), new ExporterRegistry(exporters)::suitingMode);
    if (summary != null) SelectorModes.summarise(network.getSites(), summary);
    if (security != SecurityProfile.STRONG) {
      for (Site s : List.copyOf(network.getSites())) security.apply(s);
    }
    Models model = Models.of(file, network);
    writeKeys(model.references());
    ModelFiles.save(network, file);
    List<Problem> problems =
        model.problems(
            network.getProfile(),
            exporters,
            model.keys(new Stores(surroundings()).keysWithoutQuestion(file)));
    report(rows.size(), problems);
    return ExitCode.OK;
  }

  private String networkName() {
    if (name != null) return name;
    String own = String.valueOf(file.toAbsolutePath().getFileName());
    String suffix = "." + ModelFiles.EXTENSION;
    return own.endsWith(suffix) ? own.substring(0, own.length() - suffix.length()) : own;
  }

  private void writeKeys(List<String> references) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new CliException(ExitCode.ENVIRONMENT, folder + ": there is no such folder");
    }
    try (SecretStore store = new Stores(surroundings()).openOrCreate(file)) {
      List<String> missing = new ArrayList<>(references);
      missing.removeAll(store.references());
      store.rotateAll(missing);
    }
  }

  private void report(int count, List<Problem> problems) {
    SecretFiles files = SecretFiles.beside(file);
    if (json) {
      JsonObject answer = new JsonObject();
      answer.addProperty("model", file.toString());
      answer.addProperty("sites", count);
      answer.addProperty("secretStore", files.store().toString());
      JsonArray list = Problems.json(problems);
      answer.add("problems", list);
      json(answer);
      return;
    }
    out().println("wrote " + file + " with " + count(count, "site"));
    out().println("      " + relative(files.store()) + " with their pre-shared keys, encrypted");
    out()
        .println(
            "      "
                + relative(files.key())
                + ", which opens it: keep it safe, and out of version control");
    if (!problems.isEmpty()) out().print("\n" + Problems.text(problems) + "\n");
    out().println(ProblemList.summary(problems));
  }

  /** Beside the model, the way the user named that. */
  private Path relative(Path path) {
    Path name = path.getFileName();
    return name == null ? path : file.resolveSibling(name);
  }
}
