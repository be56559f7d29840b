package org.vpnhub.ui.monitor.core;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.NegotiationStatus;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.Network;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.NetworkPlan;

/** Models, and statuses of hubs that run them. */
final class Fixtures {
  static final Path FILE = Path.of("/models/three.vpnhub");

  private Fixtures() {}

  static Network threeOffices() {
    return HubBuilder.build(
        "three-offices",
        "10.0.0.0/16",
        "198.51.100.1",
        List.of(
            row("Shanghai", "203.0.113.10", "10.10.10.0/24"),
            row("Hangzhou", "203.0.113.20", "10.10.20.0/24"),
            row("Ningbo", "203.0.113.30", "10.10.30.0/24")));
  }

  private static SiteTable.Row row(String name, String ip, String cidr) {
    return new SiteTable.Row(name, ip, List.of(cidr), "strongswan", "");
  }

  static VpnGateway gateway(Network n) {
    return n.getRegions().getFirst().getVpcs().getFirst().getVpnGateways().getFirst();
  }

  static VpnConnection connection(Network n, String site) {
    return gateway(n).getConnections().stream()
        .filter(c -> c.getSite() != null && site.equals(c.getSite().getName()))
        .findFirst()
        .orElseThrow();
  }

  static Deployment deployment(NetworkPlan plan) {
    return new Deployment(FILE, plan, reference -> Optional.empty(), List.of());
  }

  /** A snapshot in which every connection of the plan is up, but for those given. */
  static Snapshot running(NetworkPlan plan, Map<String, ConnectionSnapshot> others) {
    List<ConnectionSnapshot> all =
        plan.hub().connections().stream()
            .map(c -> others.getOrDefault(c.peerName(), snapshot(up(c, 0, 0))))
            .toList();
    return new Snapshot(
        Snapshot.Kind.LAB,
        "Lab",
        Optional.of(FILE),
        "three-offices",
        Snapshot.Phase.RUNNING,
        "",
        Instant.now(),
        all,
        Set.of());
  }

  static ConnectionSnapshot snapshot(GatewayStatus.Connection hub) {
    return new ConnectionSnapshot(hub, Optional.empty(), false, Rate.NONE);
  }

  static ConnectionPlan plan(NetworkPlan plan, String site) {
    return plan.hub().connections().stream()
        .filter(c -> c.peerName().equals(site))
        .findFirst()
        .orElseThrow();
  }

  static GatewayStatus.Connection up(ConnectionPlan c, long bytesIn, long bytesOut) {
    return status(
        c.id(),
        c.name(),
        c.peerName(),
        NegotiationStatus.IPSEC_SA_ESTABLISHED,
        Optional.of(ike()),
        Optional.empty(),
        bytesIn,
        bytesOut);
  }

  static GatewayStatus.Connection failed(
      ConnectionPlan c, boolean phase1, String code, String local, String remote) {
    return status(
        c.id(),
        c.name(),
        c.peerName(),
        phase1
            ? NegotiationStatus.IKE_SA_NOT_ESTABLISHED
            : NegotiationStatus.IPSEC_SA_NOT_ESTABLISHED,
        phase1 ? Optional.empty() : Optional.of(ike()),
        Optional.of(
            new GatewayStatus.Failure(
                code, phase1 ? 1 : 2, "it failed", local, remote, Duration.ofSeconds(3))),
        0,
        0);
  }

  static GatewayStatus.Connection down(ConnectionPlan c) {
    return status(
        c.id(),
        c.name(),
        c.peerName(),
        NegotiationStatus.IKE_SA_NOT_ESTABLISHED,
        Optional.empty(),
        Optional.empty(),
        0,
        0);
  }

  private static GatewayStatus.IkeSa ike() {
    return new GatewayStatus.IkeSa(
        0x11, 0x22, true, "AES_GCM_16_256", "none", Duration.ofMinutes(3), Optional.empty());
  }

  private static GatewayStatus.Connection status(
      ConnectionId id,
      String name,
      String peer,
      NegotiationStatus status,
      Optional<GatewayStatus.IkeSa> ike,
      Optional<GatewayStatus.Failure> failure,
      long bytesIn,
      long bytesOut) {
    boolean up = status == NegotiationStatus.IPSEC_SA_ESTABLISHED;
    List<GatewayStatus.Association> associations =
        up
            ? List.of(
                new GatewayStatus.Association(
                    "net",
                    0x0a,
                    0x0b,
                    "AES_GCM_16_256",
                    true,
                    List.of("0.0.0.0/0"),
                    List.of("10.10.10.0/24"),
                    1400,
                    Duration.ofSeconds(30),
                    Optional.of(Duration.ofMinutes(50)),
                    bytesIn / 100,
                    bytesIn,
                    bytesOut / 100,
                    bytesOut))
            : List.of();
    return new GatewayStatus.Connection(
        id,
        name,
        peer,
        Ipv4Address.parse("198.51.100.1"),
        Ipv4Address.parse("203.0.113.10"),
        status,
        Optional.empty(),
        ike,
        up ? "AES_GCM_16_256" : "",
        true,
        bytesIn / 100,
        bytesIn,
        bytesOut / 100,
        bytesOut,
        associations,
        failure,
        Map.of());
  }
}
