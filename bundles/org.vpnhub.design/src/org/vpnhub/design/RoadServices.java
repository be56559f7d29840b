package org.vpnhub.design;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vpnhub.design.Road.Hop;
import org.vpnhub.design.Road.State;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.planner.Planner;

/**
 * What the road of a packet shows. The diagram is about the element where the packet comes from;
 * where it goes to is told by {@link #setDestination}, and is the VPC (or from there the first
 * site) as long as nobody tells it.
 */
public class RoadServices {
  private String destinationId = "";
  private Road road = new Road("", "", List.of());

  /** Says where the packet goes to: the id of a site or of the VPC. */
  public void setDestination(String id) {
    destinationId = id;
  }

  /** Whether a road can begin here. */
  public boolean isRoadEnd(NamedElement element) {
    return element instanceof Site || element instanceof Vpc;
  }

  /** The hops in order; computes the road that everything else here speaks of. */
  public List<NamedElement> hops(NamedElement from) {
    NamedElement to = destination(from);
    Network network = network(from);
    boolean known = to != null && network != null;
    road = known ? Road.of(network, from, to) : new Road("", "", List.of());
    return road.hops().stream().map(Hop::element).toList();
  }

  public String roadTitle(NamedElement from) {
    return "Road from " + Words.name(from) + " to " + Words.name(destination(from));
  }

  private @Nullable NamedElement destination(NamedElement from) {
    Network network = network(from);
    if (network == null) return null;
    for (Site s : network.getSites()) if (s != from && destinationId.equals(s.getId())) return s;
    for (var g : Planner.gateways(network)) {
      if (g.getVpc() != from && destinationId.equals(g.getVpc().getId())) return g.getVpc();
    }
    if (from instanceof Vpc)
      return network.getSites().isEmpty() ? null : network.getSites().getFirst();
    return Planner.gateways(network).stream()
        .filter(g -> g.getConnections().stream().anyMatch(c -> c.getSite() == from))
        .findFirst()
        .or(() -> Planner.gateways(network).stream().findFirst())
        .map(g -> g.getVpc())
        .orElse(null);
  }

  private static @Nullable Network network(NamedElement element) {
    for (EObject e = element; e != null; e = e.eContainer()) if (e instanceof Network n) return n;
    return null;
  }

  /** The hop after this one. */
  public @Nullable NamedElement next(NamedElement element) {
    for (int i = 0; i + 1 < road.hops().size(); i++) {
      if (road.hops().get(i).element() == element) return road.hops().get(i + 1).element();
    }
    return null;
  }

  public String hopLabel(NamedElement element) {
    String what = element instanceof VpnConnection ? "IPsec connection " : "";
    String rule = hop(element).map(Hop::rule).orElse("");
    return Words.lines(what + Words.name(element), Words.wrap(rule));
  }

  public String hopTooltip(NamedElement element) {
    return switch (hop(element).map(Hop::state).orElse(State.BEYOND)) {
      case PASSED ->
          next(element) == null ? "The packet arrives." : "The packet gets on from here.";
      case MISSING -> "The packet stops here.";
      case BEYOND -> "The packet does not come here.";
    };
  }

  /** What is on the way between this hop and the next. */
  public String stepLabel(NamedElement element) {
    return isMissing(element) ? "stops here" : "";
  }

  public boolean isMissing(NamedElement element) {
    return is(element, State.MISSING);
  }

  public boolean isBeyond(NamedElement element) {
    return is(element, State.BEYOND);
  }

  private boolean is(NamedElement element, State state) {
    return hop(element).filter(h -> h.state() == state).isPresent();
  }

  private Optional<Hop> hop(NamedElement element) {
    return road.hops().stream().filter(h -> h.element() == element).findFirst();
  }
}
