package org.vpnhub.exporter.strongswan;

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
import org.vpnhub.plan.SelectorMode;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.plan.TunnelMtu;

/** The Hangzhou office of the three, with one thing or another changed. */
final class Plans {
  static final Ipv4Prefix OWN = Ipv4Prefix.parse("10.10.20.0/24");
  static final List<Ipv4Prefix> OTHERS =
      List.of(
          Ipv4Prefix.parse("10.0.0.0/16"),
          Ipv4Prefix.parse("10.10.10.0/24"),
          Ipv4Prefix.parse("10.10.30.0/24"));
  static final IkePlan STRONG_IKE =
      new IkePlan(
          IkeVersion.IKEV2,
          ExchangeMode.MAIN,
          Encryption.AES256GCM16,
          Hash.SHA256,
          DhGroup.GROUP31,
          86400);
  static final IpsecPlan STRONG_ESP =
      new IpsecPlan(Encryption.AES256GCM16, Optional.empty(), Optional.of(DhGroup.GROUP31), 3600);

  String name = "hangzhou";
  String release = "5.9";
  IkePlan ike = STRONG_IKE;
  IpsecPlan esp = STRONG_ESP;
  SelectorMode mode = SelectorMode.EXPLICIT;
  Identity localId = Identity.parse("203.0.113.20");
  Identity remoteId = Identity.parse("198.51.100.1");
  String pskReference = "psk/hangzhou";
  boolean initiate = true;
  boolean nat;
  boolean natTraversal = true;
  boolean dpd = true;
  private final List<ConnectionPlan> more = new ArrayList<>();

  Plans ikev1() {
    ike =
        new IkePlan(
            IkeVersion.IKEV1,
            ExchangeMode.MAIN,
            Encryption.AES256,
            Hash.SHA256,
            DhGroup.GROUP14,
            86400);
    esp =
        new IpsecPlan(
            Encryption.AES256, Optional.of(Hash.SHA256), Optional.of(DhGroup.GROUP14), 86400);
    return this;
  }

  /** Adds a connection as it is set now, so that one site has several. */
  Plans add() {
    more.add(connection(more.size()));
    return this;
  }

  /** The machine in Hangzhou, with what its owner knows of it. */
  static DevicePlan device(String id) {
    return device(id, "5.9", false);
  }

  private static DevicePlan device(String id, String release, boolean nat) {
    return new DevicePlan(
        id,
        release,
        "eth0",
        Optional.empty(),
        List.of("eth1"),
        "",
        "",
        Optional.empty(),
        nat,
        false,
        0,
        0);
  }

  SitePlan site() {
    List<ConnectionPlan> connections = more.isEmpty() ? List.of(connection(0)) : more;
    GatewayPlan gateway =
        new GatewayPlan(
            "site-hangzhou",
            name,
            Ipv4Address.parse("203.0.113.20"),
            1500,
            List.of(OWN),
            connections,
            List.of(),
            List.of());
    int mtu = TunnelMtu.of(1500, esp, natTraversal);
    return new SitePlan(
        new SiteId("site-hangzhou"),
        name,
        device("strongswan", release, nat),
        List.of(OWN),
        OTHERS,
        mode,
        gateway,
        mtu,
        TunnelMtu.tcpMss(mtu));
  }

  private ConnectionPlan connection(int index) {
    return new ConnectionPlan(
        new ConnectionId("vco-hangzhou" + (index == 0 ? "" : "-" + index)),
        name,
        "hub",
        Ipv4Address.parse("203.0.113.20"),
        Ipv4Address.parse("198.51.100.1"),
        localId,
        remoteId,
        pskReference,
        ike,
        esp,
        children(),
        initiate,
        new DpdPlan(dpd, 30),
        natTraversal,
        nat,
        false,
        OTHERS,
        true);
  }

  private List<ChildPlan> children() {
    List<Ipv4Prefix> remote =
        switch (mode) {
          case ANY -> List.of(Ipv4Prefix.ANY);
          case SUMMARY -> List.of(Ipv4Prefix.parse("10.0.0.0/8"));
          case EXPLICIT -> OTHERS;
        };
    if (ike.version() == IkeVersion.IKEV2) {
      return List.of(new ChildPlan("net", List.of(OWN), remote));
    }
    List<ChildPlan> pairs = new ArrayList<>();
    for (Ipv4Prefix r : remote) {
      pairs.add(new ChildPlan("net-" + (pairs.size() + 1), List.of(OWN), List.of(r)));
    }
    return pairs;
  }
}
