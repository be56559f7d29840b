package org.vpnhub.ui.diagram.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;

/** The two ends of a road: which there can be, and which are chosen. */
final class RoadEnds {
  private String from;
  private String to;

  RoadEnds(String from, String to) {
    this.from = from;
    this.to = to;
  }

  /** All elements between which packets go: the VPCs, then the sites by name. */
  static List<NamedElement> all(Network network) {
    List<NamedElement> all = new ArrayList<>();
    network.getRegions().forEach(r -> all.addAll(r.getVpcs()));
    network.getSites().stream()
        .sorted((a, b) -> String.valueOf(a.getName()).compareTo(String.valueOf(b.getName())))
        .forEach(all::add);
    return all;
  }

  /** Where the packet comes from; the first site unless another has been chosen. */
  Optional<NamedElement> from(Network network) {
    return find(network, from)
        .or(() -> network.getSites().stream().findFirst())
        .or(() -> all(network).stream().findFirst());
  }

  /** Where it goes to; the first element that it does not come from unless one has been chosen. */
  Optional<NamedElement> to(Network network) {
    Optional<NamedElement> source = from(network);
    return find(network, to)
        .filter(e -> source.filter(s -> s == e).isEmpty())
        .or(
            () ->
                all(network).stream()
                    .filter(e -> source.filter(s -> s == e).isEmpty())
                    .findFirst());
  }

  private static Optional<NamedElement> find(Network network, String id) {
    return all(network).stream().filter(e -> id.equals(e.getId())).findFirst();
  }

  /** Chooses the start; the end goes to where the start was when they would be the same. */
  void chooseFrom(NamedElement element) {
    if (element.getId().equals(to)) to = from;
    from = element.getId();
  }

  /** Chooses the end; the start goes to where the end was when they would be the same. */
  void chooseTo(NamedElement element) {
    if (element.getId().equals(from)) from = to;
    to = element.getId();
  }

  /** Turns the road round. */
  void swap(Network network) {
    String start = from(network).map(NamedElement::getId).orElse("");
    from = to(network).map(NamedElement::getId).orElse("");
    to = start;
  }
}
