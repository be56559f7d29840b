package org.vpnhub.ui.wizards.logic;

import java.util.List;
import java.util.stream.Stream;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.planner.Planner;

/** The references to the secret store that connections have. */
public final class KeyReferences {
  private KeyReferences() {}

  /** Those of all connections of a network, sorted. */
  public static List<String> of(Network network) {
    return of(Planner.gateways(network).stream().flatMap(g -> g.getConnections().stream()));
  }

  /** Those of the connections of some sites, sorted. */
  public static List<String> of(List<Site> sites) {
    return of(sites.stream().flatMap(s -> SiteSync.connections(s).stream()));
  }

  private static List<String> of(Stream<VpnConnection> connections) {
    return connections
        .flatMap(c -> c.getTunnels().stream())
        .filter(t -> t.getIkeConfig() != null && t.getIkeConfig().getPskReference() != null)
        .map(t -> t.getIkeConfig().getPskReference())
        .filter(r -> !r.isBlank())
        .distinct()
        .sorted()
        .toList();
  }
}
