package org.vpnhub.ui.monitor.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.lab.LabResult;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.MissingLink.Kind;
import org.vpnhub.plan.MissingLink.Way;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.SitePlan;

/**
 * The links between two nodes in the order in which a packet and its answer meet them: what the
 * model says of each, what the running hub says, and in a lab what a ping says.
 *
 * @param steps the links in their order
 */
public record Diagnosis(List<Step> steps) {

  /** What is known of a link. */
  public enum Verdict {
    GOOD,
    BROKEN,
    /** Nothing runs that could tell. */
    UNKNOWN
  }

  /**
   * One link.
   *
   * @param title the link, as a sentence that is true when it is good
   * @param detail what was found
   * @param remedy how to mend it; empty unless it is broken
   * @param elementId model id of the element that holds the link; empty when there is none
   */
  public record Step(
      String title, Verdict verdict, String detail, String remedy, String elementId) {}

  /** The two pings of a lab, where they were sent. */
  public record Pings(LabResult.Pair there, LabResult.Pair back) {}

  public Diagnosis {
    steps = List.copyOf(steps);
  }

  /** The first link that is broken. */
  public Optional<Step> firstBroken() {
    return steps.stream().filter(s -> s.verdict() == Verdict.BROKEN).findFirst();
  }

  /** Whether something runs that told of the tunnels. */
  public boolean isComplete() {
    return steps.stream().noneMatch(s -> s.verdict() == Verdict.UNKNOWN);
  }

  /**
   * Walks the links of a pair.
   *
   * @param live the running hub, if one runs
   * @param pings what a lab's pings found, if one runs
   */
  public static Diagnosis of(
      NetworkPlan plan, String from, String to, Optional<Snapshot> live, Optional<Pings> pings) {
    Optional<ReachabilityCell> cell = plan.reachability().cell(from, to);
    if (cell.isEmpty()) return new Diagnosis(List.of());
    Walk walk = new Walk(plan, cell.get(), live);
    walk.way(Way.FORWARD, from, to);
    walk.way(Way.RETURN, to, from);
    pings.ifPresent(p -> walk.pings(from, to, p));
    return new Diagnosis(walk.steps);
  }

  /** The walk along the links. */
  private static final class Walk {
    final List<Step> steps = new ArrayList<>();
    private final NetworkPlan plan;
    private final List<MissingLink> missing;
    private final Optional<Snapshot> live;

    Walk(NetworkPlan plan, ReachabilityCell cell, Optional<Snapshot> live) {
      this.plan = plan;
      this.missing = cell.missing();
      this.live = live;
    }

    void way(Way way, String from, String to) {
      Optional<SitePlan> source = site(from);
      Optional<SitePlan> target = site(to);
      boolean back = way == Way.RETURN;
      if (source.isPresent()) {
        if (!back) connection(source.get());
        source(way, source.get(), to);
        if (!back) tunnel(source.get());
        selector(way, Kind.SOURCE_SELECTOR, source.get(), to);
      } else {
        link(
            way,
            Kind.VPC_ROUTE,
            plan.vpc().id(),
            "The VPC sends packets for " + to + " to the VPN gateway",
            prefixes(to));
      }
      hub(way, to);
      if (target.isPresent()) {
        if (!back) {
          connection(target.get());
          tunnel(target.get());
        }
        selector(way, Kind.DESTINATION_SELECTOR, target.get(), from);
        delivery(way, target.get());
      }
    }

    private Optional<SitePlan> site(String name) {
      return plan.sites().stream().filter(s -> s.name().equals(name)).findFirst();
    }

    private String prefixes(String node) {
      List<Ipv4Prefix> all = site(node).map(SitePlan::prefixes).orElse(plan.vpc().prefixes());
      return all.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(", "));
    }

    private void connection(SitePlan site) {
      String title = site.name() + " has an IPsec connection that can run";
      Optional<MissingLink> absent =
          missing.stream()
              .filter(m -> m.kind() == Kind.CONNECTION)
              .filter(m -> m.elementId().equals(site.id().value()))
              .findFirst();
      String name =
          site.gateway().connections().stream()
              .map(ConnectionPlan::name)
              .collect(Collectors.joining(", "));
      add(title, absent, name, site.id().value());
    }

    private void source(Way way, SitePlan site, String to) {
      String title =
          way == Way.FORWARD
              ? "The device of " + site.name() + " sends packets for " + to + " into the tunnel"
              : "The device of " + site.name() + " sends the answer into the tunnel";
      link(way, Kind.DEVICE_ROUTE, site.id().value(), title, prefixes(to));
    }

    private void selector(Way way, Kind kind, SitePlan site, String other) {
      String what = way == Way.FORWARD ? "packets" : "the answer";
      String title =
          kind == Kind.SOURCE_SELECTOR
              ? "The tunnel of " + site.name() + " takes " + what + " for " + other
              : "The tunnel of " + site.name() + " takes " + what + " from " + other;
      Optional<MissingLink> absent =
          missing.stream().filter(m -> m.kind() == kind && m.way() == way).findFirst();
      String element =
          site.gateway().connections().stream()
              .map(c -> c.id().value())
              .findFirst()
              .orElse(site.id().value());
      add(title, absent, networks(site), element);
    }

    private String networks(SitePlan site) {
      return plan.hub().connections().stream()
          .filter(h -> site.gateway().connections().stream().anyMatch(c -> c.id().equals(h.id())))
          .flatMap(h -> h.children().stream())
          .map(c -> "hub " + texts(c.local()) + ", site " + texts(c.remote()))
          .distinct()
          .collect(Collectors.joining("; "));
    }

    private static String texts(List<Ipv4Prefix> prefixes) {
      return prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(", "));
    }

    private void hub(Way way, String to) {
      String title =
          way == Way.FORWARD
              ? "The hub knows the way to " + to
              : "The hub knows the way back to " + to;
      link(way, Kind.HUB_ROUTE, plan.hub().id(), title, prefixes(to));
    }

    /** Rarely broken, and then only told: the device sends its own prefix back into the tunnel. */
    private void delivery(Way way, SitePlan site) {
      missing.stream()
          .filter(m -> m.kind() == Kind.DEVICE_ROUTE && m.way() == way)
          .filter(m -> m.elementId().equals(site.id().value()))
          .findFirst()
          .ifPresent(
              m ->
                  add(
                      "The device of " + site.name() + " delivers the packets",
                      Optional.of(m),
                      "",
                      m.elementId()));
    }

    private void link(Way way, Kind kind, String elementId, String title, String good) {
      Optional<MissingLink> absent =
          missing.stream()
              .filter(m -> m.kind() == kind && m.way() == way)
              .filter(m -> m.elementId().equals(elementId))
              .findFirst();
      add(title, absent, good, elementId);
    }

    private void add(String title, Optional<MissingLink> absent, String good, String elementId) {
      steps.add(
          absent
              .map(
                  m ->
                      new Step(
                          title,
                          Verdict.BROKEN,
                          m.description(),
                          Remedies.of(m.kind()),
                          m.elementId()))
              .orElseGet(() -> new Step(title, Verdict.GOOD, good, "", elementId)));
    }

    /** Phase 1 and phase 2 of a site, as far as something runs. */
    private void tunnel(SitePlan site) {
      if (site.gateway().connections().isEmpty()) return;
      String one = "Phase 1 of " + site.name() + " is up";
      String two = "Phase 2 of " + site.name() + " is up";
      String element = site.gateway().connections().getFirst().id().value();
      Optional<ConnectionSnapshot> now = live.flatMap(s -> s.connectionOf(site.name()));
      if (live.isEmpty() || now.isEmpty() || live.get().isGone()) {
        String why = unknown();
        steps.add(new Step(one, Verdict.UNKNOWN, why, "", element));
        steps.add(new Step(two, Verdict.UNKNOWN, why, "", element));
        return;
      }
      ConnectionSnapshot c = now.get();
      boolean first = c.isUp() || c.hub().ike().isPresent();
      steps.add(
          first
              ? new Step(one, Verdict.GOOD, Units.suite(c.hub().ikeSuite()), "", element)
              : new Step(one, Verdict.BROKEN, why(c), remedy(c), element));
      if (c.isUp()) {
        steps.add(new Step(two, Verdict.GOOD, Units.suite(c.hub().espSuite()), "", element));
      } else if (first) {
        steps.add(new Step(two, Verdict.BROKEN, why(c), remedy(c), element));
      } else {
        steps.add(new Step(two, Verdict.BROKEN, "it waits for phase 1", "", element));
      }
    }

    private String unknown() {
      if (live.isEmpty()) return "not known: nothing runs";
      if (live.get().isGone()) return "not known: " + live.get().title() + " does not answer";
      return "not known: what runs has no connection of this site; deploy the model";
    }

    private static String why(ConnectionSnapshot c) {
      return c.reason().isEmpty() ? "no negotiation has succeeded yet" : c.reason();
    }

    private static String remedy(ConnectionSnapshot c) {
      if (c.siteStopped()) return "Start the site: Tunnels view, context menu.";
      if (c.hub().refused().isPresent()) return "Mend what the reason names, and deploy again.";
      return c.failure()
          .map(GatewayStatus.Failure::code)
          .map(Remedies::of)
          .orElse(
              "Wait a moment; if it stays so, see that the device runs and that its UDP 500 and"
                  + " 4500 reach the hub.");
    }

    void pings(String from, String to, Pings pings) {
      ping("A ping from " + from + " to " + to + " is answered", pings.there());
      ping("A ping from " + to + " to " + from + " is answered", pings.back());
    }

    private void ping(String title, LabResult.Pair pair) {
      if (pair.reached()) {
        String rtt = pair.rttMicros().map(m -> "%.2f ms".formatted(m / 1000.0)).orElse("answered");
        steps.add(new Step(title, Verdict.GOOD, rtt, "", ""));
      } else {
        String detail = pair.strays().isEmpty() ? "no answer" : String.join(", ", pair.strays());
        steps.add(new Step(title, Verdict.BROKEN, detail, "Mend the links above first.", ""));
      }
    }
  }
}
