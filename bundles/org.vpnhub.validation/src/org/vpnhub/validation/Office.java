package org.vpnhub.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;

/**
 * What stands at the far end of connections: a site; where the model has none, all connections to
 * one customer gateway.
 *
 * @param element the site, or else the first of the connections
 * @param site the site, if there is one
 * @param prefixes its prefixes without repetition, host bits cleared; of connections without a site
 *     the remote networks (0.0.0.0/0 says nothing) and the destinations of the routes to them
 * @param connections its connections in model order, perhaps none
 */
record Office(
    NamedElement element,
    @Nullable Site site,
    List<Ipv4Prefix> prefixes,
    List<VpnConnection> connections) {

  @Override
  public String toString() {
    return Labels.of(element);
  }
}
