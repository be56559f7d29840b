package org.vpnhub.exporter.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.SafeNames;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.plan.TunnelMtu;

/** Makes the view of one request. */
final class Views {
  private static final int RULES_OF_A_TUNNEL = 100;
  private static final int LONGEST_TITLE = 80;
  private static final int LONGEST_LINE = 160;

  private final ExportRequest request;
  private final SitePlan site;
  private final DeviceCapabilities device;
  private final Dialect dialect;
  private final SafeNames names;

  Views(ExportRequest request, DeviceCapabilities device, Dialect dialect) {
    this.request = request;
    this.site = request.site();
    this.device = device;
    this.dialect = dialect;
    this.names = new SafeNames(device.nameLength());
  }

  SiteView view(String revision) {
    List<TunnelView> tunnels = new ArrayList<>();
    for (ConnectionPlan c : site.gateway().connections()) tunnels.add(tunnel(c, tunnels.size()));
    List<Ipv4Prefix> selected = tunnels.stream().flatMap(t -> t.remote().stream()).toList();
    List<Ipv4Prefix> bypass =
        site.prefixes().stream().filter(p -> selected.stream().anyMatch(p::overlaps)).toList();
    List<Ipv4Prefix> remote =
        site.gateway().destinationRoutes().stream()
            .map(DestinationRoute::destination)
            .distinct()
            .toList();
    return new SiteView(
        dialect.comment(site.name(), LONGEST_TITLE),
        heading(revision),
        site.device(),
        site.prefixes(),
        remote,
        bypass,
        tunnels,
        site.tunnelMtu(),
        site.tcpMss(),
        request.includeSecrets());
  }

  private TunnelView tunnel(ConnectionPlan c, int index) {
    String name = names.unique(c.name(), "hub");
    List<Ipv4Prefix> local = side(c, ChildPlan::local);
    List<Ipv4Prefix> remote = side(c, ChildPlan::remote);
    return new TunnelView(
        c,
        name,
        dialect.comment(c.name(), LONGEST_TITLE),
        index,
        site.device().tunnelNumber() + index,
        site.device().ruleNumber() + index * RULES_OF_A_TUNNEL,
        key(c),
        local,
        remote,
        pairs(c, name),
        routes(c, true),
        routes(c, false));
  }

  private static List<Ipv4Prefix> side(
      ConnectionPlan c, Function<ChildPlan, List<Ipv4Prefix>> side) {
    return c.children().stream().flatMap(k -> side.apply(k).stream()).distinct().toList();
  }

  private List<Pair> pairs(ConnectionPlan c, String name) {
    List<Pair> pairs = new ArrayList<>();
    for (ChildPlan child : c.children()) {
      for (Ipv4Prefix local : child.local()) {
        for (Ipv4Prefix remote : child.remote()) {
          int index = pairs.size() + 1;
          pairs.add(new Pair(names.unique(name + "-n" + index, "net"), index, local, remote));
        }
      }
    }
    return pairs;
  }

  private List<Ipv4Prefix> routes(ConnectionPlan c, boolean active) {
    return site.gateway().destinationRoutes().stream()
        .filter(r -> r.nextHop().equals(c.id()) && r.weight() > 0 == active)
        .map(DestinationRoute::destination)
        .toList();
  }

  private String key(ConnectionPlan c) {
    Optional<Secret> key =
        request.includeSecrets() ? request.keys().apply(c.pskReference()) : Optional.empty();
    return key.map(k -> dialect.key(k.text()))
        .orElseGet(() -> dialect.placeholder(c.pskReference()));
  }

  private List<String> heading(String revision) {
    List<String> lines = new ArrayList<>();
    lines.add(device.title() + ", site " + site.name() + ", to the VPN hub at " + hubs());
    lines.add("Written by vpnhub, revision " + revision + "; change the model, not this file.");
    lines.add(
        site.selectorMode()
            + " as remote networks: "
            + device.selectors().reason(site.selectorMode()));
    ConnectionPlan narrowest =
        site.gateway().connections().stream().min(Comparator.comparingInt(this::mtu)).orElseThrow();
    lines.add(
        "Tunnel MTU "
            + TunnelMtu.explain(
                site.gateway().linkMtu(), narrowest.ipsec(), narrowest.natTraversal()));
    lines.add(
        "TCP segments of at most "
            + site.tcpMss()
            + " = "
            + site.tunnelMtu()
            + " - 40 (IP and TCP)");
    if (!request.includeSecrets()) {
      lines.add("Keys are left out: put each in place of its placeholder, or export with secrets.");
    }
    return lines.stream().map(l -> dialect.comment(l, LONGEST_LINE)).toList();
  }

  private int mtu(ConnectionPlan c) {
    return TunnelMtu.of(site.gateway().linkMtu(), c.ipsec(), c.natTraversal());
  }

  private String hubs() {
    return site.gateway().connections().stream()
        .map(c -> c.remoteAddress().toString())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
