package org.vpnhub.cli.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.ProblemList;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.hub.RoutesText;
import org.vpnhub.hub.TextTable;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.SitePlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plan}. */
@Command(
    name = "plan",
    description = {
      "Shows what the hub and each site's device do by a model.",
      "That is connections, suites, selectors, routes and MTU.",
      "Exit code 1 when a part of the model cannot be planned."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  vpnhub plan hub.vpnhub", "  vpnhub plan --json hub.vpnhub"})
public final class PlanCommand extends BaseCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "The model.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Gives the whole plan as JSON.")
  private boolean json;

  public PlanCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    NetworkPlan plan = Models.load(file).plan();
    List<Problem> problems = ProblemList.join(plan.problems());
    if (json) {
      JsonObject answer = RecordJson.of(plan).getAsJsonObject();
      answer.add("problems", Problems.json(problems));
      json(answer);
    } else {
      out().print(text(plan));
      if (!problems.isEmpty()) out().print("\n" + Problems.text(problems));
    }
    return ProblemList.hasErrors(problems) ? ExitCode.ERRORS : ExitCode.OK;
  }

  private static String text(NetworkPlan plan) {
    GatewayPlan hub = plan.hub();
    StringBuilder text = new StringBuilder();
    text.append(
        "VPN gateway %s at %s, network %s%n".formatted(hub.name(), hub.address(), plan.network()));
    text.append("VPC %s with %s".formatted(plan.vpc().name(), prefixes(plan.vpc().prefixes())));
    text.append(
        ", its routes to the gateway: %s%n%n".formatted(prefixes(plan.vpc().routesToGateway())));
    text.append(connections(hub)).append('\n').append(RoutesText.of(hub)).append('\n');
    return text.append(sites(plan)).toString();
  }

  private static String connections(GatewayPlan hub) {
    TextTable table =
        new TextTable(
            "connection", "peer", "IKE", "suite", "ESP suite", "hub's side", "site's side");
    for (ConnectionPlan c : hub.connections()) {
      for (ChildPlan child : c.children()) {
        table.row(
            c.name(),
            c.remoteAddress(),
            c.ike().version(),
            c.ike().suite(),
            c.ipsec().suite(),
            prefixes(child.local()),
            prefixes(child.remote()));
      }
    }
    return table.isEmpty() ? "no connections\n" : table.toString();
  }

  private static String sites(NetworkPlan plan) {
    TextTable table =
        new TextTable("site", "device", "prefixes", "remote side of its selectors", ">MTU", ">MSS");
    for (SitePlan s : plan.sites()) {
      List<Ipv4Prefix> remote =
          s.gateway().connections().stream()
              .flatMap(c -> c.children().stream())
              .flatMap(c -> c.remote().stream())
              .distinct()
              .toList();
      table.row(
          s.name(),
          s.device().deviceId().isEmpty() ? "-" : s.device().deviceId(),
          prefixes(s.prefixes()),
          prefixes(remote),
          s.tunnelMtu(),
          s.tcpMss());
    }
    return table.isEmpty() ? "no sites\n" : table.toString();
  }

  /** The first few, and how many more. */
  private static String prefixes(List<Ipv4Prefix> prefixes) {
    int shown = prefixes.size() > 5 ? 4 : prefixes.size();
    String text =
        String.join(", ", prefixes.stream().limit(shown).map(Ipv4Prefix::toString).toList());
    if (prefixes.isEmpty()) return "none";
    return shown == prefixes.size() ? text : text + " and " + (prefixes.size() - shown) + " more";
  }
}
