package org.vpnhub.ui.navigator;

import java.util.List;
import java.util.Optional;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.live.LiveConnection;
import org.vpnhub.ui.live.LiveStates;

/** What is shown of a site: what is below it, and how it stands in the running hub. */
final class SiteFacts {
  private SiteFacts() {}

  /** The connections and customer gateways of a site. */
  static List<NamedElement> below(Site site) {
    return ModelDocument.of(site).map(d -> d.tree().of(site)).orElse(List.of());
  }

  /** How a connection, or the first one of a site, stands in the running hub; empty when none. */
  static Optional<LiveConnection> live(NamedElement element) {
    return switch (element) {
      case VpnConnection c ->
          ModelDocument.of(c)
              .flatMap(d -> LiveStates.of(d.file()))
              .map(s -> s.connections().get(c.getId()));
      case Site s ->
          below(s).stream()
              .filter(VpnConnection.class::isInstance)
              .findFirst()
              .flatMap(SiteFacts::live);
      default -> Optional.empty();
    };
  }
}
