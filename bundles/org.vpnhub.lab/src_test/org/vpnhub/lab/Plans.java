package org.vpnhub.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.SiteId;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DevicePlan;
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
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.ReachabilityMatrix;
import org.vpnhub.plan.SelectorMode;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.plan.VpcPlan;

/** Plans of healthy hubs, written by hand: site NUMBER has 10.10.NUMBER.0/24. */
final class Plans {
  static final Ipv4Prefix VPC = Ipv4Prefix.parse("10.0.0.0/16");

  private Plans() {}

  static NetworkPlan hub(int... sites) {
    return hub("198.51.100.1", sites);
  }

  static NetworkPlan hub(String address, int... sites) {
    Ipv4Address hub = Ipv4Address.parse(address);
    List<ConnectionPlan> connections = new ArrayList<>();
    List<SitePlan> plans = new ArrayList<>();
    List<Ipv4Prefix> prefixes = new ArrayList<>();
    for (int n : sites) {
      prefixes.add(prefix(n));
      Ipv4Address own = Ipv4Address.parse("203.0.113." + n);
      connections.add(
          connection(n, hub, own, List.of(Ipv4Prefix.ANY), List.of(prefix(n)), List.of(prefix(n))));
      plans.add(site(n, own, hub));
    }
    GatewayPlan gateway =
        new GatewayPlan(
            "vpn-hub", "hub", hub, 1500, List.of(VPC), connections, List.of(), List.of());
    return new NetworkPlan(
        "test",
        new VpcPlan("vpc-main", "VPC", List.of(VPC), prefixes),
        gateway,
        plans,
        matrix(sites),
        List.of());
  }

  private static SitePlan site(int n, Ipv4Address own, Ipv4Address hub) {
    ConnectionPlan c =
        connection(
            n, own, hub, List.of(prefix(n)), List.of(Ipv4Prefix.ANY), List.of(Ipv4Prefix.ANY));
    GatewayPlan gateway =
        new GatewayPlan(
            "site-" + n, name(n), own, 1500, List.of(prefix(n)), List.of(c), List.of(), List.of());
    return new SitePlan(
        new SiteId("site-" + n),
        name(n),
        DevicePlan.of("", ""),
        List.of(prefix(n)),
        List.of(),
        SelectorMode.ANY,
        gateway,
        1400,
        1360);
  }

  private static ConnectionPlan connection(
      int n,
      Ipv4Address here,
      Ipv4Address there,
      List<Ipv4Prefix> local,
      List<Ipv4Prefix> remote,
      List<Ipv4Prefix> peer) {
    return new ConnectionPlan(
        new ConnectionId("vco-" + n),
        "to " + name(n),
        name(n),
        here,
        there,
        new Identity.Address(here),
        new Identity.Address(there),
        "psk-" + n,
        new IkePlan(
            IkeVersion.IKEV2,
            ExchangeMode.MAIN,
            Encryption.AES256GCM16,
            Hash.SHA256,
            DhGroup.GROUP31,
            86400),
        new IpsecPlan(Encryption.AES256GCM16, Optional.empty(), Optional.of(DhGroup.GROUP31), 3600),
        List.of(new ChildPlan("net", local, remote)),
        false,
        new DpdPlan(true, 30),
        true,
        false,
        false,
        peer,
        true);
  }

  static String name(int n) {
    return "Site " + n;
  }

  static Ipv4Prefix prefix(int n) {
    return Ipv4Prefix.parse("10.10." + n + ".0/24");
  }

  private static ReachabilityMatrix matrix(int... sites) {
    List<String> nodes = new ArrayList<>();
    List<Ipv4Prefix> prefixes = new ArrayList<>();
    for (int n : sites) {
      nodes.add(name(n));
      prefixes.add(prefix(n));
    }
    nodes.add("VPC");
    prefixes.add(VPC);
    List<ReachabilityCell> cells = new ArrayList<>();
    for (int f = 0; f < nodes.size(); f++) {
      for (int t = 0; t < nodes.size(); t++) {
        if (f == t) continue;
        ReachabilityCell.Path path =
            new ReachabilityCell.Path(prefixes.get(f), prefixes.get(t), List.of());
        cells.add(new ReachabilityCell(nodes.get(f), nodes.get(t), List.of(path)));
      }
    }
    return new ReachabilityMatrix(nodes, cells);
  }
}
