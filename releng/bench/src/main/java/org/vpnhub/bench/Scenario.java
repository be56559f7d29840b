package org.vpnhub.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

/** A hub and two spokes, a and b, as {@code hub-vs-strongswan} lays them out. */
final class Scenario {
  static final Ipv4Address HUB = Ipv4Address.parse("203.0.113.1");
  static final Ipv4Prefix ALL = Ipv4Prefix.parse("10.0.0.0/8");
  static final Ipv4Prefix VPC = Ipv4Prefix.parse("10.0.0.0/24");
  static final Function<String, Optional<Secret>> KEYS =
      name -> Optional.of(Secret.ofText("bench-key-" + name));

  private static final IkePlan IKE =
      new IkePlan(
          IkeVersion.IKEV2,
          ExchangeMode.MAIN,
          Encryption.AES128GCM16,
          Hash.SHA256,
          DhGroup.GROUP31,
          86400);
  private static final IpsecPlan ESP =
      new IpsecPlan(Encryption.AES128GCM16, Optional.empty(), Optional.empty(), 3600);

  private Scenario() {}

  static Ipv4Address spokeAddress(String spoke) {
    return Ipv4Address.parse(spoke.equals("a") ? "203.0.113.11" : "203.0.113.12");
  }

  static Ipv4Prefix spokeLan(String spoke) {
    return Ipv4Prefix.parse(spoke.equals("a") ? "10.1.0.0/24" : "10.2.0.0/24");
  }

  static GatewayPlan hub() {
    return new GatewayPlan(
        "hub",
        "hub",
        HUB,
        1500,
        List.of(VPC),
        List.of(
            connection("a", HUB, spokeAddress("a"), ALL, spokeLan("a"), false),
            connection("b", HUB, spokeAddress("b"), ALL, spokeLan("b"), false)),
        List.of(),
        List.of(route("a", spokeLan("a")), route("b", spokeLan("b"))));
  }

  static GatewayPlan spoke(String spoke) {
    Ipv4Address address = spokeAddress(spoke);
    Ipv4Prefix lan = spokeLan(spoke);
    return new GatewayPlan(
        spoke,
        spoke,
        address,
        1500,
        List.of(lan),
        List.of(connection(spoke, address, HUB, lan, ALL, true)),
        List.of(),
        List.of(route(spoke, ALL)));
  }

  private static DestinationRoute route(String spoke, Ipv4Prefix destination) {
    return new DestinationRoute(destination, new ConnectionId(spoke), 100);
  }

  private static ConnectionPlan connection(
      String name,
      Ipv4Address local,
      Ipv4Address remote,
      Ipv4Prefix localTs,
      Ipv4Prefix remoteTs,
      boolean initiate) {
    return new ConnectionPlan(
        new ConnectionId(name),
        name,
        name,
        local,
        remote,
        new Identity.Address(local),
        new Identity.Address(remote),
        name,
        IKE,
        ESP,
        List.of(new ChildPlan("net", List.of(localTs), List.of(remoteTs))),
        initiate,
        new DpdPlan(false, 30),
        true,
        false,
        false,
        List.of(remoteTs),
        true);
  }
}
