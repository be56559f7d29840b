package org.vpnhub.model.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Region;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/** The hub of three offices for tests, in memory or as an open document. */
final class Offices {
  private Offices() {}

  static Network network() {
    return HubBuilder.build(
        "three-offices",
        "10.0.0.0/16",
        "198.51.100.1",
        List.of(
            row("Shanghai", "203.0.113.10", "10.10.10.0/24"),
            row("Hangzhou", "203.0.113.20", "10.10.20.0/24"),
            row("Ningbo", "203.0.113.30", "10.10.30.0/24")));
  }

  static SiteTable.Row row(String name, String ip, String cidrs) {
    return SiteTable.Row.of(name, ip, cidrs, "strongswan 5.9");
  }

  static ModelDocument document(Path folder) {
    try {
      Path file = folder.resolve("offices.vpnhub");
      ModelFiles.save(network(), file);
      return ModelDocument.open(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Network network) {
    try {
      return ModelFiles.toText(network);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Region region(Network network) {
    return network.getRegions().getFirst();
  }

  static Vpc vpc(Network network) {
    return region(network).getVpcs().getFirst();
  }

  static VpnGateway gateway(Network network) {
    return vpc(network).getVpnGateways().getFirst();
  }

  static RouteTable table(Network network) {
    return vpc(network).getRouteTables().getFirst();
  }

  static VpnConnection connection(Network network, int index) {
    return gateway(network).getConnections().get(index);
  }

  static CustomerGateway peer(Network network, int index) {
    return region(network).getCustomerGateways().get(index);
  }

  static Site site(Network network, int index) {
    return network.getSites().get(index);
  }

  static NamedElement byId(Network network, String id) {
    for (var all = EcoreUtil.<EObject>getAllContents(network, false); all.hasNext(); ) {
      if (all.next() instanceof NamedElement e && Objects.equals(e.getId(), id)) return e;
    }
    throw new IllegalArgumentException("no element " + id);
  }
}
