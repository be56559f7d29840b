package org.vpnhub.dataplane;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.DpdPlan;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;
import org.vpnhub.plan.PolicyRoute;

/** Plans for tests: the hub 203.0.113.1 with VPC 192.168.0.0/16, and sites. */
public final class Plans {
  public static final Ipv4Address HUB = Ipv4Address.parse("203.0.113.1");
  public static final Ipv4Prefix VPC = Ipv4Prefix.parse("192.168.0.0/16");
  public static final IkePlan IKE =
      new IkePlan(
          IkeVersion.IKEV2,
          ExchangeMode.MAIN,
          Encryption.AES128GCM16,
          Hash.SHA256,
          DhGroup.GROUP31,
          86400);
  public static final IpsecPlan IPSEC =
      new IpsecPlan(Encryption.AES128GCM16, Optional.empty(), Optional.of(DhGroup.GROUP31), 86400);

  private Plans() {}

  public static ConnectionId id(String name) {
    return new ConnectionId("vco-" + name);
  }

  public static List<Ipv4Prefix> prefixes(String... texts) {
    return Arrays.stream(texts).map(Ipv4Prefix::parse).toList();
  }

  /** The hub's end of a connection to site {@code number}, 198.51.100.number, 10.10.number.0/24. */
  public static ConnectionPlan hubConnection(String name, int number, List<ChildPlan> children) {
    Ipv4Address site = Ipv4Address.parse("198.51.100." + number);
    return new ConnectionPlan(
        id(name),
        name,
        name,
        HUB,
        site,
        new Identity.Address(HUB),
        new Identity.Address(site),
        "psk-" + name,
        IKE,
        IPSEC,
        children,
        false,
        new DpdPlan(true, 30),
        true,
        false,
        false,
        prefixes("10.10." + number + ".0/24"),
        true);
  }

  /** Local 0.0.0.0/0, remote the site's prefix: the hub pattern. */
  public static ConnectionPlan hubConnection(String name, int number) {
    ChildPlan child =
        new ChildPlan(name, List.of(Ipv4Prefix.ANY), prefixes("10.10." + number + ".0/24"));
    return hubConnection(name, number, List.of(child));
  }

  public static GatewayPlan hub(ConnectionPlan... connections) {
    return hub(List.of(connections), List.of(), List.of());
  }

  public static GatewayPlan hub(
      List<ConnectionPlan> connections, List<PolicyRoute> policies, List<DestinationRoute> routes) {
    return new GatewayPlan(
        "vpn-hub", "hub", HUB, 1500, List.of(VPC), connections, policies, routes);
  }

  /** The site's end: everything mirrored; it initiates, and may hear from anywhere. */
  public static GatewayPlan site(ConnectionPlan hubEnd) {
    List<ChildPlan> children =
        hubEnd.children().stream()
            .map(c -> new ChildPlan(c.name(), c.remote(), c.local()))
            .toList();
    ConnectionPlan connection =
        new ConnectionPlan(
            hubEnd.id(),
            hubEnd.name(),
            "hub",
            hubEnd.remoteAddress(),
            hubEnd.localAddress(),
            hubEnd.remoteId(),
            hubEnd.localId(),
            hubEnd.pskReference(),
            hubEnd.ike(),
            hubEnd.ipsec(),
            children,
            true,
            hubEnd.dpd(),
            hubEnd.natTraversal(),
            false,
            false,
            List.of(Ipv4Prefix.ANY),
            true);
    return new GatewayPlan(
        "site-" + hubEnd.name(),
        hubEnd.name(),
        hubEnd.remoteAddress(),
        1500,
        hubEnd.peerPrefixes(),
        List.of(connection),
        List.of(),
        List.of());
  }
}
