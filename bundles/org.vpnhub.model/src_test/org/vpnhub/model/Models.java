package org.vpnhub.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Models for tests. */
final class Models {
  private Models() {}

  static Network threeOffices() {
    return HubBuilder.build(
        "three-offices",
        "10.0.0.0/16",
        "198.51.100.1",
        List.of(
            SiteTable.Row.of("Shanghai", "203.0.113.10", "10.10.10.0/24", "strongswan"),
            SiteTable.Row.of("Hangzhou", "203.0.113.20", "10.10.20.0/24", "strongswan"),
            SiteTable.Row.of("Ningbo", "203.0.113.30", "10.10.30.0/24", "strongswan")));
  }

  static Vpc vpc(Network network) {
    return network.getRegions().getFirst().getVpcs().getFirst();
  }

  static VpnGateway gateway(Network network) {
    return vpc(network).getVpnGateways().getFirst();
  }

  static VpnConnection connection(Network network, int index) {
    return gateway(network).getConnections().get(index);
  }

  static Path checkout() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("examples"))) at = at.getParent();
    return at;
  }

  static Path bundle() {
    return checkout().resolve("bundles/org.vpnhub.model");
  }
}
