package org.vpnhub.ui.wizards.logic;

import java.util.List;
import org.vpnhub.model.Network;
import org.vpnhub.planner.Planner;

/** The references to the secret store that connections have. */
public final class KeyReferences {
  private KeyReferences() {}

  /** Those of all connections of a network, sorted. */
  public static List<String> of(Network network) {
    return Planner.gateways(network).stream()
        .flatMap(g -> g.getConnections().stream())
        .flatMap(c -> c.getTunnels().stream())
        .filter(t -> t.getIkeConfig() != null && t.getIkeConfig().getPskReference() != null)
        .map(t -> t.getIkeConfig().getPskReference())
        .filter(r -> !r.isBlank())
        .distinct()
        .sorted()
        .toList();
  }
}
