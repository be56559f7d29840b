package org.vpnhub.ui.wizards.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vpnhub.base.Problem;
import org.vpnhub.base.ProblemList;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.NewSites;
import org.vpnhub.ui.wizards.logic.DeviceExport.Choice;
import org.vpnhub.validation.Finding;
import org.vpnhub.validation.SecurityProfile;
import org.vpnhub.validation.Validator;

/** Adds a site to a hub, and says beforehand what that means for the other sites. */
public final class AddSite {
  private AddSite() {}

  /**
   * What the addition means.
   *
   * @param words for people
   * @param toSelectors names of sites whose devices need new selectors and routes
   * @param toRoutes names of sites whose devices need a new route only
   * @param problems what is wrong after the addition and was not before, and what the exporter of
   *     the site's device says, but for the facts that are still missing
   * @param facts those problems that are about a fact, each at its field
   */
  public record Effect(
      List<String> words,
      List<String> toSelectors,
      List<String> toRoutes,
      List<Problem> problems,
      List<Fault> facts) {}

  /** Adds the site in one step that can be undone. */
  public static Site apply(
      ModelDocument document,
      VpnGateway gateway,
      SiteCells cells,
      ExporterRegistry exporters,
      SecurityProfile security) {
    Site[] made = new Site[1];
    document.execute(
        "Add site " + cells.name().strip(),
        () -> made[0] = add(gateway, cells, exporters, security));
    return made[0];
  }

  private static Site add(
      VpnGateway gateway, SiteCells cells, ExporterRegistry exporters, SecurityProfile security) {
    return NewSites.add(gateway, List.of(cells.row()), exporters, security).getFirst();
  }

  /**
   * Compares the plans of a network without and with the site.
   *
   * @param network a copy that is the callee's to change
   * @param gatewayId model id of the gateway to add it to
   */
  public static Effect effect(
      Network network,
      String gatewayId,
      SiteCells cells,
      ExporterRegistry exporters,
      SecurityProfile security) {
    NetworkPlan before = Planner.plan(network, gatewayId);
    Set<String> known = keys(problems(network, before));
    VpnGateway gateway =
        Planner.gateways(network).stream()
            .filter(g -> gatewayId.equals(g.getId()))
            .findFirst()
            .orElseThrow();
    Site site = add(gateway, cells, exporters, security);
    NetworkPlan after = Planner.plan(network, gatewayId);
    List<String> selectors = new ArrayList<>();
    List<String> routes = new ArrayList<>();
    Map<String, Integer> then = new HashMap<>();
    for (int i = 0; i < after.sites().size(); i++) {
      then.put(after.sites().get(i).id().value(), i);
    }
    for (SitePlan s : before.sites()) {
      Integer at = then.get(s.id().value());
      SitePlan next = at == null ? null : after.sites().get(at);
      if (next == null || !children(s).equals(children(next))) selectors.add(s.name());
      else if (!s.gateway().destinationRoutes().equals(next.gateway().destinationRoutes())) {
        routes.add(s.name());
      }
    }
    List<Problem> fresh =
        problems(network, after).stream().filter(p -> !known.contains(key(p))).toList();
    boolean untouched = after.hub().connections().containsAll(before.hub().connections());
    List<String> words = words(before, cells, site, untouched, selectors, routes);
    List<Problem> device = export(after, site, exporters);
    return new Effect(
        words,
        List.copyOf(selectors),
        List.copyOf(routes),
        ProblemList.join(fresh, device),
        DeviceAdvice.faults(device, cells));
  }

  /** What the exporter of the site's device says but D01; nothing where there is none. */
  private static List<Problem> export(NetworkPlan plan, Site site, ExporterRegistry exporters) {
    return plan.sites().stream()
        .filter(s -> s.id().value().equals(site.getId()))
        .filter(s -> exporters.find(s.device().deviceId()).isPresent())
        .flatMap(s -> DeviceExport.problems(new Choice(s, true), exporters).stream())
        .filter(p -> !p.code().equals("D01") || SiteColumn.factIn(p.remedy()).isEmpty())
        .toList();
  }

  private static List<List<ChildPlan>> children(SitePlan site) {
    return site.gateway().connections().stream().map(ConnectionPlan::children).toList();
  }

  /** Without the missing links, of which {@link #words} tells. */
  private static List<Problem> problems(Network network, NetworkPlan plan) {
    List<Problem> validator = Validator.validate(network).stream().map(Finding::problem).toList();
    List<Problem> planner = plan.problems().stream().filter(p -> !p.code().equals("R14")).toList();
    return ProblemList.join(validator, planner);
  }

  private static Set<String> keys(List<Problem> problems) {
    Set<String> keys = new HashSet<>();
    problems.forEach(p -> keys.add(key(p)));
    return keys;
  }

  private static String key(Problem p) {
    return p.code() + " " + p.elementId();
  }

  private static List<String> words(
      NetworkPlan before,
      SiteCells cells,
      Site site,
      boolean untouched,
      List<String> selectors,
      List<String> routes) {
    int others = before.sites().size();
    if (others == 0) return List.of("This is the hub's first site.");
    List<String> words = new ArrayList<>();
    words.add(
        untouched
            ? "In the hub nothing of the "
                + (others == 1 ? "other site" : others + " other sites")
                + " changes: customer gateways, connections, routes and keys stay, and the tunnels"
                + " stay up."
            : "Connections of other sites change in the hub; their tunnels are set up anew.");
    String prefixes = String.join(", ", site.getCidrs());
    String name = cells.name().strip();
    if (!selectors.isEmpty()) {
      words.add(
          devices(selectors)
              + " must learn "
              + prefixes
              + ", because "
              + (selectors.size() == 1 ? "its" : "their")
              + " selectors list each prefix (mode EXPLICIT): export and load "
              + (selectors.size() == 1 ? "its configuration" : "their configurations")
              + " again. Until then "
              + name
              + " reaches the VPC, but not "
              + (selectors.size() == 1 ? "that site." : "those sites."));
    }
    if (!routes.isEmpty()) {
      words.add(
          devices(routes)
              + (routes.size() == 1 ? " needs" : " need")
              + " a route to "
              + prefixes
              + " into the tunnel (selector mode ANY); the selectors stay.");
    }
    if (selectors.isEmpty() && routes.isEmpty()) {
      words.add("No other device must be touched: what they send into the tunnel covers it.");
    }
    return words;
  }

  private static String devices(List<String> names) {
    return (names.size() == 1 ? "The device of " : "The devices of ") + Review.some(names);
  }
}
