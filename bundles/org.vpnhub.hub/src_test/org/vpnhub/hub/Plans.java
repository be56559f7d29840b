package org.vpnhub.hub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
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
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.PolicyRoute;
import org.vpnhub.plan.ReachabilityMatrix;
import org.vpnhub.plan.VpcPlan;

/** Plans and models for tests: a hub with any offices, written by hand. */
final class Plans {
  static final Ipv4Address HUB = Ipv4Address.parse("127.0.0.1");

  private Plans() {}

  static ConnectionPlan connection(String name, int number) {
    Ipv4Address peer = Ipv4Address.parse("127.0.1." + number);
    return new ConnectionPlan(
        new ConnectionId("vco-" + name),
        name,
        name,
        HUB,
        peer,
        new Identity.Address(HUB),
        new Identity.Address(peer),
        "psk-" + name,
        new IkePlan(
            IkeVersion.IKEV2,
            ExchangeMode.MAIN,
            Encryption.AES256GCM16,
            Hash.SHA256,
            DhGroup.GROUP31,
            86400),
        new IpsecPlan(Encryption.AES256GCM16, Optional.empty(), Optional.of(DhGroup.GROUP31), 3600),
        List.of(new ChildPlan("net", List.of(Ipv4Prefix.ANY), List.of(prefix(number)))),
        false,
        new DpdPlan(true, 30),
        true,
        false,
        false,
        List.of(prefix(number)),
        true);
  }

  static Ipv4Prefix prefix(int number) {
    return Ipv4Prefix.parse("10.10." + number + ".0/24");
  }

  static GatewayPlan hub(ConnectionPlan... connections) {
    return new GatewayPlan(
        "vpn-hub",
        "hub",
        HUB,
        1500,
        List.of(Ipv4Prefix.parse("10.0.0.0/16")),
        List.of(connections),
        List.of(),
        List.of());
  }

  static GatewayPlan withRoutes(
      GatewayPlan hub, List<PolicyRoute> policy, List<DestinationRoute> destination) {
    return new GatewayPlan(
        hub.id(),
        hub.name(),
        hub.address(),
        hub.linkMtu(),
        hub.insidePrefixes(),
        hub.connections(),
        policy,
        destination);
  }

  static NetworkPlan network(GatewayPlan hub) {
    return new NetworkPlan(
        "test",
        new VpcPlan("vpc-main", "VPC", hub.insidePrefixes(), List.of()),
        hub,
        List.of(),
        new ReachabilityMatrix(List.of("VPC"), List.of()),
        List.of());
  }

  /** A model in which every connection has the key "key of NAME", but for those given. */
  static HubModel model(GatewayPlan hub, Map<String, String> otherKeys) {
    Map<String, Secret> keys = new HashMap<>();
    for (ConnectionPlan c : hub.connections()) {
      String key = otherKeys.getOrDefault(c.name(), "key of " + c.name());
      keys.put(c.pskReference(), Secret.ofText(key));
    }
    return new HubModel(network(hub), r -> Optional.ofNullable(keys.get(r)), List.of());
  }
}
