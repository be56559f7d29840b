package org.vpnhub.exporter.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.base.Ipv4Prefix;

/**
 * Tunnel interfaces of a firewall that filters and translates between zones: says which tunnels a
 * rule is about.
 */
public final class ZonedTunnels {
  private final Map<FoundTunnel, At> tunnels = new LinkedHashMap<>();

  /**
   * Where a tunnel is.
   *
   * @param port its interface; empty when it has none
   * @param zone its zone; empty when it is in none
   */
  private record At(String port, String zone) {}

  /** Adds a tunnel, in the order of the configuration. */
  public void add(FoundTunnel tunnel, String port, String zone) {
    tunnels.put(tunnel, new At(port, zone));
  }

  /** All tunnels, in the order in which they were added. */
  public List<FoundTunnel> all() {
    return List.copyOf(tunnels.keySet());
  }

  /** Tunnels with this interface. */
  public List<FoundTunnel> at(String port) {
    return tunnels.entrySet().stream()
        .filter(e -> e.getValue().port().equals(port))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The zone among these that has tunnels in it. */
  public Optional<String> zoneOf(Set<String> names) {
    return tunnels.values().stream().map(At::zone).filter(names::contains).findFirst();
  }

  /** Adds a route to all tunnels with this interface. */
  public void route(String port, Found destination) {
    for (FoundTunnel t : at(port)) {
      t.add(Parameter.ROUTE, destination.value(), destination.line());
    }
  }

  /**
   * Adds each pair of a rule to the tunnels of a zone that lead to its far side; to all of them
   * when no tunnel does. The routes must be there.
   *
   * @param from sources of the rule
   * @param to destinations of the rule
   */
  public void rule(Parameter parameter, String zone, List<String> from, List<String> to, int line) {
    for (String source : from) {
      for (String target : to) {
        String far = parameter == Parameter.PERMIT_IN ? source : target;
        boolean routed = all().stream().anyMatch(t -> leads(t, far));
        tunnels.forEach(
            (t, at) -> {
              if (!at.zone().equals(zone) || routed && !leads(t, far)) return;
              t.add(parameter, source + " - " + target, line);
            });
      }
    }
  }

  private static boolean leads(FoundTunnel tunnel, String prefix) {
    List<String> routes = new ArrayList<>();
    for (Found f : tunnel.all(Parameter.ROUTE)) routes.add(f.value());
    return routes.stream().anyMatch(r -> overlap(r, prefix));
  }

  private static boolean overlap(String a, String b) {
    try {
      return Ipv4Prefix.parse(a).overlaps(Ipv4Prefix.parse(b));
    } catch (IllegalArgumentException notPrefixes) {
      return a.equals(b);
    }
  }
}
