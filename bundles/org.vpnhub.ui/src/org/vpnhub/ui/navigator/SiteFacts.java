package org.vpnhub.ui.navigator;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Region;
import org.vpnhub.model.Site;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.live.LiveConnection;
import org.vpnhub.ui.live.LiveStates;

/** What is shown below each site, looked up once for each state of a document. */
final class SiteFacts {
  private record Facts(long revision, Map<Site, List<NamedElement>> below) {}

  private final Map<ModelDocument, Facts> known = new WeakHashMap<>();

  /** The connections and customer gateways of a site. */
  List<NamedElement> below(Site site) {
    return ModelDocument.of(site)
        .map(d -> facts(d).below().getOrDefault(site, List.of()))
        .orElse(List.of());
  }

  private Facts facts(ModelDocument document) {
    Facts facts = known.get(document);
    if (facts == null || facts.revision() != document.revision()) {
      facts = new Facts(document.revision(), below(document.network()));
      known.put(document, facts);
    }
    return facts;
  }

  private static Map<Site, List<NamedElement>> below(Network network) {
    Map<Site, List<NamedElement>> below = new IdentityHashMap<>();
    for (Region r : network.getRegions()) {
      r.getCustomerGateways().forEach(c -> put(below, c.getSite(), c));
      for (Vpc v : r.getVpcs()) {
        for (VpnGateway g : v.getVpnGateways()) {
          g.getConnections().forEach(c -> put(below, c.getSite(), c));
        }
      }
    }
    return below;
  }

  private static void put(
      Map<Site, List<NamedElement>> below, @Nullable Site site, NamedElement e) {
    if (site != null) below.computeIfAbsent(site, s -> new ArrayList<>(2)).add(e);
  }

  /** How a connection, or the first one of a site, stands in the running hub; empty when none. */
  Optional<LiveConnection> live(NamedElement element) {
    return switch (element) {
      case VpnConnection c ->
          ModelDocument.of(c)
              .flatMap(d -> LiveStates.of(d.file()))
              .map(s -> s.connections().get(c.getId()));
      case Site s ->
          below(s).stream().filter(VpnConnection.class::isInstance).findFirst().flatMap(this::live);
      default -> Optional.empty();
    };
  }
}
