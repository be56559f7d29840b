package org.vpnhub.ui.wizards.logic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vpnhub.base.Problem;
import org.vpnhub.base.ProblemList;
import org.vpnhub.exporter.CapabilityCheck;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.Network;
import org.vpnhub.model.SelectorMode;
import org.vpnhub.model.Site;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.planner.Planner;
import org.vpnhub.validation.Finding;
import org.vpnhub.validation.Validator;

/**
 * A network that is about to be made, in words.
 *
 * @param creates what will be there, a sentence each
 * @param reaches who reaches whom
 * @param problems what validator, planner and the exporters' capabilities say
 */
public record Review(List<String> creates, List<String> reaches, List<Problem> problems) {
  private static final int SHOWN = 6;

  public Review {
    creates = List.copyOf(creates);
    reaches = List.copyOf(reaches);
    problems = List.copyOf(problems);
  }

  /** Validates and plans a network; takes its time with thousands of sites. */
  public static Review of(Network network, ExporterRegistry exporters) {
    NetworkPlan plan = Planner.plan(network);
    List<Problem> validator = Validator.validate(network).stream().map(Finding::problem).toList();
    List<Problem> device =
        plan.sites().stream().flatMap(s -> capabilities(s, exporters).stream()).toList();
    return new Review(
        creates(network, plan),
        reaches(plan),
        ProblemList.join(validator, plan.problems(), device));
  }

  private static List<Problem> capabilities(SitePlan site, ExporterRegistry exporters) {
    return exporters
        .device(site.device().deviceId())
        .map(c -> CapabilityCheck.check(site, c))
        .orElse(List.of());
  }

  private static List<String> creates(Network network, NetworkPlan plan) {
    List<String> words = new ArrayList<>();
    var hub = plan.hub();
    words.add("VPN gateway at " + hub.address() + ", in the VPC " + some(plan.vpc().prefixes()));
    if (plan.sites().isEmpty()) {
      words.add("no site yet; add them later with Add Site or Import Sites");
      return words;
    }
    Set<String> addresses = new LinkedHashSet<>();
    hub.connections().forEach(c -> addresses.add(c.peerName() + " " + c.remoteAddress()));
    words.add(count(addresses.size(), "customer gateway") + ": " + some(addresses));
    Set<String> suites =
        hub.connections().stream()
            .map(c -> c.ike().version() + " " + c.ike().suite())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    words.add(
        count(hub.connections().size(), "IPsec connection")
            + " ("
            + some(suites)
            + "), local network 0.0.0.0/0: a site that is added later changes none of them");
    Set<String> summaries = summaries(network);
    if (!summaries.isEmpty()) {
      words.add(
          "summary prefix "
              + some(summaries)
              + " as the remote selector of each device: a site within it that is added later"
              + " changes no other site's device");
    }
    var routes = plan.vpc().routesToGateway();
    words.add(count(routes.size(), "VPC route") + " to the gateway: " + some(routes));
    return words;
  }

  private static Set<String> summaries(Network network) {
    return network.getSites().stream()
        .filter(s -> s.getSelectorMode() == SelectorMode.SUMMARY)
        .map(Site::getSummaryCidr)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<String> reaches(NetworkPlan plan) {
    List<ReachabilityCell> cells = plan.reachability().cells();
    List<ReachabilityCell> broken = cells.stream().filter(c -> !c.reachable()).toList();
    int open = cells.size() - broken.size();
    List<String> words = new ArrayList<>();
    if (cells.isEmpty()) return words;
    words.add(
        broken.isEmpty()
            ? "Every site reaches the VPC"
                + (plan.sites().size() > 1 ? " and every other site" : "")
                + ", and the VPC every site ("
                + open
                + " of "
                + cells.size()
                + " ways)."
            : open + " of " + cells.size() + " ways are complete.");
    for (ReachabilityCell c : broken.subList(0, Math.min(SHOWN, broken.size()))) {
      String why = c.missing().isEmpty() ? "no prefixes" : c.missing().getFirst().description();
      words.add(c.from() + " does not reach " + c.to() + ": " + why);
    }
    if (broken.size() > SHOWN) words.add("… and " + (broken.size() - SHOWN) + " more");
    return words;
  }

  static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /** The first few of many, for a sentence. */
  static String some(Collection<?> values) {
    String text =
        values.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
    int rest = values.size() - SHOWN;
    return rest > 0 ? text + " and " + rest + " more" : text;
  }

  /** All of it as text. */
  public String text() {
    return Stream.concat(creates.stream().map(c -> "• " + c), reaches.stream())
        .collect(Collectors.joining("\n"));
  }
}
