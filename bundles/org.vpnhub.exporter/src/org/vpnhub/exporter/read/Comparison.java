package org.vpnhub.exporter.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.SitePlan;

/** Holds what was read from a device against the plan of its site. */
public final class Comparison {
  private final SitePlan site;
  private final ConfigurationReader reader;
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(SitePlan site, ConfigurationReader reader) {
    this.site = site;
    this.reader = reader;
  }

  /**
   * All differences, in the order of their lines; what is missing comes last.
   *
   * @param reader knows what the device's configuration can say
   */
  public static List<Difference> of(
      SitePlan site, DeviceConfiguration found, ConfigurationReader reader) {
    Comparison comparison = new Comparison(site, reader);
    Set<FoundTunnel> used = new HashSet<>();
    for (ConnectionPlan c : site.gateway().connections()) {
      Optional<FoundTunnel> tunnel = match(c, found, used);
      if (tunnel.isPresent()) {
        used.add(tunnel.get());
        comparison.tunnel(c, tunnel.get());
      } else {
        comparison.missing(c);
      }
    }
    for (FoundTunnel other : found.tunnels()) {
      if (!used.contains(other)) comparison.superfluous(other);
    }
    comparison.differences.sort(
        Comparator.comparingInt(d -> d.line() == 0 ? Integer.MAX_VALUE : d.line()));
    return List.copyOf(comparison.differences);
  }

  /** The tunnel to the connection's hub; of several to one hub, the one with its own identity. */
  private static Optional<FoundTunnel> match(
      ConnectionPlan c, DeviceConfiguration found, Set<FoundTunnel> used) {
    String hub = c.remoteAddress().toString();
    List<FoundTunnel> toHub =
        found.tunnels().stream()
            .filter(t -> !used.contains(t))
            .filter(t -> t.one(Parameter.PEER).map(f -> f.value().equals(hub)).orElse(false))
            .toList();
    String own = c.localId().toString();
    return toHub.stream()
        .filter(t -> t.one(Parameter.LOCAL_ID).map(f -> f.value().equals(own)).orElse(false))
        .findFirst()
        .or(() -> toHub.stream().findFirst());
  }

  private void tunnel(ConnectionPlan c, FoundTunnel found) {
    Map<Parameter, List<String>> wanted = PlanValues.of(site, c);
    wanted.replaceAll((p, all) -> all.stream().map(v -> reader.nearest(p, v)).toList());
    Set<Parameter> covered = reader.covers();
    FoundTunnel tunnel = found.agreed(wanted);
    for (Parameter p : Parameter.values()) {
      if (!covered.contains(p) || !wanted.containsKey(p) || tunnel.isElsewhere(p)) continue;
      if (p.isList()) list(tunnel, p, wanted.get(p));
      else value(tunnel, p, wanted.get(p).getFirst());
    }
    if (tunnel.key().isEmpty()) {
      add(0, tunnel, "pre-shared key", "", "one", "set the key of the connection");
    }
  }

  private void value(FoundTunnel tunnel, Parameter p, String wanted) {
    Optional<Found> found = tunnel.one(p);
    if (found.isPresent() && found.get().value().equals(wanted)) return;
    add(
        found.map(Found::line).orElse(0),
        tunnel,
        p.words(),
        found.map(Found::value).orElse(""),
        wanted,
        "set it to " + wanted);
  }

  private void list(FoundTunnel tunnel, Parameter p, List<String> wanted) {
    Set<String> missing = new LinkedHashSet<>(wanted);
    for (Found f : tunnel.all(p)) {
      if (missing.remove(f.value()) || wanted.contains(f.value())) continue;
      add(f.line(), tunnel, p.words(), f.value(), "", "remove it, or add it to the model");
    }
    for (String m : missing) add(0, tunnel, p.words(), "", m, "add it");
  }

  private void missing(ConnectionPlan c) {
    differences.add(
        new Difference(
            0,
            "IPsec connection " + c.name(),
            "",
            "a tunnel to " + c.remoteAddress(),
            "load the exported configuration"));
  }

  private void superfluous(FoundTunnel tunnel) {
    String hub = tunnel.one(Parameter.PEER).map(Found::value).orElse("an unknown address");
    differences.add(
        new Difference(
            tunnel.line(),
            "tunnel " + tunnel.name(),
            "a tunnel to " + hub,
            "",
            "remove it if it is an old one of this hub; otherwise leave it"));
  }

  private void add(
      int line, FoundTunnel tunnel, String what, String found, String wanted, String cure) {
    String named = what + " of tunnel " + tunnel.name();
    differences.add(new Difference(line, named, found, wanted, cure));
  }
}
