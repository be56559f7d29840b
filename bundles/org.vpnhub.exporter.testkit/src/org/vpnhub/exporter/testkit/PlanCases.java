package org.vpnhub.exporter.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.base.SiteId;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
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

/** The plans that all exporters are shown: one site of a hub, in the forms that matter. */
public final class PlanCases {
  private static final Ipv4Address HUB = Ipv4Address.parse("198.51.100.1");
  private static final Ipv4Address OFFICE = Ipv4Address.parse("203.0.113.20");
  private static final List<Ipv4Prefix> VPC_AND_TWO =
      prefixes("10.0.0.0/16", "10.10.10.0/24", "10.10.30.0/24");

  /**
   * A plan and the key of its connections.
   *
   * @param name of the case, for a file name
   * @param site the plan
   * @param key key of all its connections
   */
  public record PlanCase(String name, SitePlan site, String key) {
    /** A request with the key in the files. */
    public ExportRequest open() {
      return new ExportRequest(site, r -> Optional.of(Secret.ofText(key)), true);
    }

    /** A request with placeholders. */
    public ExportRequest masked() {
      return ExportRequest.masked(site);
    }
  }

  private final DevicePlan device;
  private final List<PlanCase> cases = new ArrayList<>();

  private PlanCases(DevicePlan device) {
    this.device = device;
  }

  /**
   * All cases, on one device.
   *
   * @param device facts that the exporter needs; the cases behind a NAT say so of it
   */
  public static List<PlanCase> on(DevicePlan device) {
    PlanCases all = new PlanCases(device);
    all.suites();
    all.networks();
    all.surroundings();
    return List.copyOf(all.cases);
  }

  /** The case of a name, as {@link #on} gives it. */
  public static PlanCase named(String name, DevicePlan device) {
    return on(device).stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private void suites() {
    add(new Draft("ikev2-explicit"));
    Draft gcm = new Draft("ikev2-gcm");
    gcm.suite(Encryption.AES256GCM16, Hash.SHA384, DhGroup.GROUP20);
    add(gcm);
    Draft main = new Draft("ikev1-main");
    main.version = IkeVersion.IKEV1;
    main.suite(Encryption.AES256, Hash.SHA1, DhGroup.GROUP14);
    add(main);
    Draft legacy = new Draft("ikev1-legacy");
    legacy.version = IkeVersion.IKEV1;
    legacy.suite(Encryption.TRIPLE_DES, Hash.MD5, DhGroup.GROUP2);
    legacy.pfs = false;
    legacy.dpd = false;
    add(legacy);
    Draft aggressive = new Draft("ikev1-aggressive");
    aggressive.version = IkeVersion.IKEV1;
    aggressive.exchange = ExchangeMode.AGGRESSIVE;
    aggressive.localId = new Identity.Fqdn("hangzhou.example.com");
    add(aggressive);
  }

  private void networks() {
    Draft any = new Draft("ikev2-any");
    any.mode = SelectorMode.ANY;
    add(any);
    Draft anyToAny = new Draft("ikev2-any-to-any");
    anyToAny.mode = SelectorMode.ANY;
    anyToAny.anyLocal = true;
    add(anyToAny);
    Draft summary = new Draft("ikev2-summary");
    summary.mode = SelectorMode.SUMMARY;
    add(summary);
    Draft several = new Draft("ikev1-several");
    several.version = IkeVersion.IKEV1;
    several.own = prefixes("10.10.20.0/24", "10.10.21.0/25");
    add(several);
    Draft ten = new Draft("ikev2-ten-sites");
    List<Ipv4Prefix> others = new ArrayList<>(prefixes("10.0.0.0/16"));
    for (int i = 1; i <= 10; i++) others.add(Ipv4Prefix.parse("172.16." + i + ".0/24"));
    ten.others = others;
    add(ten);
  }

  private void surroundings() {
    Draft nat = new Draft("ikev2-nat");
    nat.nat = true;
    nat.localId = new Identity.Fqdn("hangzhou.example.com");
    add(nat);
    Draft two = new Draft("ikev2-two-tunnels");
    two.tunnels = 2;
    add(two);
    Draft odd = new Draft("odd-names");
    odd.site = "x\"; quit";
    odd.connection = "to 'hub'\n!end\r\n# 100% ?";
    odd.key = "p@ss'w$rd{}[]\\;:,.<>|`~&*()-_=+/";
    add(odd);
    Draft utf8 = new Draft("unicode-names");
    utf8.site = "杭州办公室";
    utf8.connection = "杭州";
    add(utf8);
  }

  private void add(Draft draft) {
    cases.add(new PlanCase(draft.name, draft.plan(device), draft.key));
  }

  private static List<Ipv4Prefix> prefixes(String... texts) {
    List<Ipv4Prefix> list = new ArrayList<>();
    for (String t : texts) list.add(Ipv4Prefix.parse(t));
    return list;
  }

  /** A case in the making: the common one, until something is changed. */
  private static final class Draft {
    private final String name;
    private String site = "Hangzhou";
    private String connection = "hangzhou";
    private String key = "Uz7Kf3Qm9Wd2Xr5Tb8Yc";
    private IkeVersion version = IkeVersion.IKEV2;
    private ExchangeMode exchange = ExchangeMode.MAIN;
    private Encryption cipher = Encryption.AES256;
    private Hash hash = Hash.SHA256;
    private DhGroup group = DhGroup.GROUP14;
    private boolean pfs = true;
    private boolean dpd = true;
    private SelectorMode mode = SelectorMode.EXPLICIT;
    private boolean anyLocal;
    private List<Ipv4Prefix> own = prefixes("10.10.20.0/24");
    private List<Ipv4Prefix> others = VPC_AND_TWO;
    private boolean nat;
    private int tunnels = 1;
    private Identity localId = new Identity.Address(OFFICE);

    Draft(String name) {
      this.name = name;
    }

    void suite(Encryption e, Hash h, DhGroup g) {
      cipher = e;
      hash = h;
      group = g;
    }

    SitePlan plan(DevicePlan d) {
      List<Ipv4Prefix> remote =
          switch (mode) {
            case ANY -> List.of(Ipv4Prefix.ANY);
            case SUMMARY -> prefixes("10.0.0.0/8");
            case EXPLICIT -> others;
          };
      List<ConnectionPlan> connections = new ArrayList<>();
      for (int i = 0; i < tunnels; i++) connections.add(connection(i, remote));
      List<DestinationRoute> routes = new ArrayList<>();
      for (Ipv4Prefix p : mode == SelectorMode.SUMMARY ? remote : others) {
        for (int i = 0; i < tunnels; i++) {
          routes.add(new DestinationRoute(p, connections.get(i).id(), i == 0 ? 100 : 0));
        }
      }
      GatewayPlan gateway =
          new GatewayPlan("site-1", site, OFFICE, 1500, own, connections, List.of(), routes);
      int mtu = TunnelMtu.of(1500, connections.getFirst().ipsec(), true);
      return new SitePlan(
          new SiteId("site-1"),
          site,
          behindNat(d),
          own,
          others,
          mode,
          gateway,
          mtu,
          TunnelMtu.tcpMss(mtu));
    }

    private DevicePlan behindNat(DevicePlan d) {
      if (!nat) return d;
      return new DevicePlan(
          d.deviceId(),
          d.release(),
          d.wanInterface(),
          Optional.of(Ipv4Address.parse("192.168.1.2")),
          d.lanInterfaces(),
          d.wanZone(),
          d.lanZone(),
          d.nextHop(),
          true,
          d.sourceNat(),
          d.tunnelNumber(),
          d.ruleNumber(),
          d.virtualRouter());
    }

    private ConnectionPlan connection(int index, List<Ipv4Prefix> remote) {
      Ipv4Address hub = new Ipv4Address(HUB.bits() + index);
      IpsecPlan ipsec =
          new IpsecPlan(
              cipher,
              cipher.isAead() ? Optional.empty() : Optional.of(hash),
              pfs ? Optional.of(group) : Optional.empty(),
              3600);
      return new ConnectionPlan(
          new ConnectionId("vco-" + (index + 1)),
          index == 0 ? connection : connection + "-" + (index + 1),
          "hub",
          OFFICE,
          hub,
          localId,
          new Identity.Address(hub),
          "psk/" + name,
          new IkePlan(version, exchange, cipher, hash, group, 28800),
          ipsec,
          children(remote),
          true,
          new DpdPlan(dpd, 30),
          true,
          nat,
          false,
          others,
          false);
    }

    /** As the planner does: IKEv2 lists, IKEv1 one child for each pair. */
    private List<ChildPlan> children(List<Ipv4Prefix> remote) {
      List<Ipv4Prefix> local = anyLocal ? List.of(Ipv4Prefix.ANY) : own;
      if (version == IkeVersion.IKEV2) return List.of(new ChildPlan("net", local, remote));
      List<ChildPlan> pairs = new ArrayList<>();
      for (Ipv4Prefix l : local) {
        for (Ipv4Prefix r : remote) {
          pairs.add(new ChildPlan("net-" + (pairs.size() + 1), List.of(l), List.of(r)));
        }
      }
      return pairs;
    }
  }
}
