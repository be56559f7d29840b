package org.vpnhub.exporter.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.SiteId;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.Lifetimes;
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

/**
 * Plans of sites of every kind, the same for the same seed: all suites, selector modes, identities,
 * several connections and none, and names that try to break out of a configuration file.
 */
public final class PlanGenerator {
  /** Stands in awkward names; must never begin a line of an exported file. */
  static final String MARKER = "vpnhub_injected";

  private static final List<String> AWKWARD =
      List.of(
          "shanghai",
          "Hangzhou office 2",
          "上海办公室",
          "a\"b\\c",
          "x }\n" + MARKER + " {\n",
          "back`tick$(reboot)",
          "../../etc/passwd",
          "# comment",
          "line\r\n" + MARKER + " = 1",
          "semi;colon, comma = {brace}",
          "tab\there",
          "u2028\u2028" + MARKER,
          ".hidden",
          "'",
          "");

  private final Random random;

  /** Apart, so that the plans stay what they were without virtual routers. */
  private final Random routers;

  private int serial;

  /** A generator of its own sequence for each seed. */
  public PlanGenerator(long seed) {
    random = new Random(seed);
    routers = new Random(seed);
  }

  /** The next plan. */
  public SitePlan next() {
    serial++;
    List<Ipv4Prefix> own = prefixes(1 + random.nextInt(3), "10." + random.nextInt(100) + ".");
    List<Ipv4Prefix> others = prefixes(1 + random.nextInt(8), "172." + random.nextInt(200) + ".");
    SelectorMode mode = any(SelectorMode.values());
    List<ConnectionPlan> connections = new ArrayList<>();
    int count = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(10) / 8;
    boolean nat = random.nextInt(4) == 0;
    for (int i = 0; i < count; i++) connections.add(connection(i, mode, own, others, nat));
    Ipv4Address address = new Ipv4Address(0xCB007100 + random.nextInt(254));
    List<DestinationRoute> routes = new ArrayList<>();
    for (Ipv4Prefix p : others) {
      for (ConnectionPlan c : connections) {
        routes.add(new DestinationRoute(p, c.id(), c == connections.getFirst() ? 100 : 0));
      }
    }
    String name = any(AWKWARD);
    GatewayPlan gateway =
        new GatewayPlan("gw-" + serial, name, address, 1500, own, connections, List.of(), routes);
    int mtu =
        connections.isEmpty() ? 1400 : TunnelMtu.of(1500, connections.getFirst().ipsec(), true);
    return new SitePlan(
        new SiteId("site-" + serial),
        name,
        device(nat),
        own,
        others,
        mode,
        gateway,
        mtu,
        TunnelMtu.tcpMss(mtu));
  }

  /**
   * The next plan, for a device: of suites and lifetimes that the device has, and with its facts.
   *
   * @param facts facts that the exporter needs; release, interfaces and numbers stay as given
   */
  public SitePlan next(DeviceCapabilities can, DevicePlan facts) {
    SitePlan wild = next();
    DeviceRelease release = can.release(facts.release());
    List<ConnectionPlan> tame = new ArrayList<>();
    GatewayPlan g = wild.gateway();
    for (ConnectionPlan c : g.connections()) tame.add(fitting(c, g.address(), can, release));
    return new SitePlan(
        wild.id(),
        wild.name(),
        facts,
        wild.prefixes(),
        wild.otherPrefixes(),
        wild.selectorMode(),
        new GatewayPlan(
            g.id(),
            g.name(),
            g.address(),
            g.linkMtu(),
            g.insidePrefixes(),
            tame,
            g.policyRoutes(),
            routes(wild, tame)),
        wild.tunnelMtu(),
        wild.tcpMss());
  }

  /** As the planner does: what the selectors summarise, the first active, the others standby. */
  private static List<DestinationRoute> routes(SitePlan site, List<ConnectionPlan> connections) {
    List<DestinationRoute> routes = new ArrayList<>();
    for (ConnectionPlan c : connections) {
      boolean summary = site.selectorMode() == SelectorMode.SUMMARY;
      int weight = c == connections.getFirst() ? 100 : 0;
      for (Ipv4Prefix p : summary ? sides(c, ChildPlan::remote) : site.otherPrefixes()) {
        routes.add(new DestinationRoute(p, c.id(), weight));
      }
    }
    return routes;
  }

  /** All connections from one address, as a site has one. */
  private ConnectionPlan fitting(
      ConnectionPlan c, Ipv4Address own, DeviceCapabilities can, DeviceRelease release) {
    IkeVersion version = any(List.copyOf(new TreeSet<>(release.ike().keySet())));
    Algorithms ike = release.ike().get(version);
    List<Ipv4Prefix> local = sides(c, ChildPlan::local);
    List<Ipv4Prefix> remote = sides(c, ChildPlan::remote);
    return new ConnectionPlan(
        c.id(),
        c.name(),
        c.peerName(),
        own,
        c.remoteAddress(),
        new Identity.Address(own),
        new Identity.Address(c.remoteAddress()),
        c.pskReference(),
        new IkePlan(
            version,
            ExchangeMode.MAIN,
            one(ike.encryptions()),
            one(ike.hashes()),
            one(ike.groups()),
            within(can.ikeLifetimes())),
        ipsec(can, release.esp()),
        children(version, local, remote),
        c.initiate(),
        c.dpd(),
        true,
        false,
        false,
        c.peerPrefixes(),
        c.autoConfigRoute());
  }

  private IpsecPlan ipsec(DeviceCapabilities can, Algorithms esp) {
    Encryption encryption = one(esp.encryptions());
    return new IpsecPlan(
        encryption,
        encryption.isAead() ? Optional.empty() : Optional.of(one(esp.hashes())),
        random.nextInt(3) == 0 ? Optional.empty() : Optional.of(one(esp.groups())),
        within(can.espLifetimes()));
  }

  private int within(Lifetimes can) {
    return Math.clamp(any(List.of(1200, 3600, 28800, 86400)), can.min(), can.max());
  }

  private static List<Ipv4Prefix> sides(
      ConnectionPlan c, Function<ChildPlan, List<Ipv4Prefix>> side) {
    return c.children().stream().flatMap(k -> side.apply(k).stream()).distinct().toList();
  }

  /** The same for the same seed, whatever order the set has. */
  private <E extends Enum<E>> E one(Set<E> values) {
    return any(List.copyOf(new TreeSet<>(values)));
  }

  private DevicePlan device(boolean nat) {
    List<String> names = List.of("", "default", "branch vr", AWKWARD.get(0));
    return new DevicePlan(
        random.nextBoolean() ? "" : "device",
        any(List.of("", "1", "5.9", "5.9.4", "17.9.1a", "99")),
        any(List.of("", "eth0", "GigabitEthernet0/0", any(AWKWARD))),
        nat ? Optional.of(Ipv4Address.parse("192.168.1.2")) : Optional.empty(),
        random.nextBoolean() ? List.of() : List.of("eth1", any(AWKWARD)),
        any(List.of("", "untrust", any(AWKWARD))),
        any(List.of("", "trust")),
        random.nextBoolean() ? Optional.empty() : Optional.of(Ipv4Address.parse("203.0.113.254")),
        nat,
        random.nextBoolean(),
        random.nextInt(3) * 10,
        any(List.of(0, 100, 3901)),
        names.get(routers.nextInt(names.size())));
  }

  private ConnectionPlan connection(
      int index, SelectorMode mode, List<Ipv4Prefix> own, List<Ipv4Prefix> others, boolean nat) {
    IkePlan ike = ike();
    List<Ipv4Prefix> remote =
        switch (mode) {
          case ANY -> List.of(Ipv4Prefix.ANY);
          case SUMMARY -> List.of(Ipv4Prefix.parse("10.0.0.0/8"), Ipv4Prefix.parse("172.0.0.0/8"));
          case EXPLICIT -> others;
        };
    Ipv4Address local = new Ipv4Address(0xCB007100 + random.nextInt(254));
    Ipv4Address hub = new Ipv4Address(0xC6336400 + random.nextInt(254));
    return new ConnectionPlan(
        new ConnectionId("vco-" + serial + "-" + index),
        any(AWKWARD),
        "hub",
        local,
        hub,
        random.nextBoolean() ? new Identity.Address(local) : identity(),
        random.nextBoolean() ? new Identity.Address(hub) : identity(),
        any(List.of("psk/" + serial, "key of " + any(AWKWARD))),
        ike,
        ipsec(),
        children(ike.version(), own, remote),
        random.nextInt(4) != 0,
        new DpdPlan(random.nextInt(4) != 0, 10 + random.nextInt(50)),
        nat || random.nextInt(4) != 0,
        nat,
        false,
        others,
        random.nextBoolean());
  }

  private static List<ChildPlan> children(
      IkeVersion version, List<Ipv4Prefix> own, List<Ipv4Prefix> remote) {
    if (version == IkeVersion.IKEV2) return List.of(new ChildPlan("net", own, remote));
    List<ChildPlan> pairs = new ArrayList<>();
    for (Ipv4Prefix l : own) {
      for (Ipv4Prefix r : remote) {
        pairs.add(new ChildPlan("net-" + (pairs.size() + 1), List.of(l), List.of(r)));
      }
    }
    return pairs;
  }

  private IkePlan ike() {
    return new IkePlan(
        random.nextInt(4) == 0 ? IkeVersion.IKEV1 : IkeVersion.IKEV2,
        any(ExchangeMode.values()),
        any(Encryption.values()),
        any(Hash.values()),
        any(DhGroup.values()),
        any(List.of(60, 3600, 28800, 86400)));
  }

  private IpsecPlan ipsec() {
    Encryption encryption = any(Encryption.values());
    boolean noHash = encryption.isAead() || random.nextInt(30) == 0;
    return new IpsecPlan(
        encryption,
        noHash ? Optional.empty() : Optional.of(any(Hash.values())),
        random.nextInt(3) == 0 ? Optional.empty() : Optional.of(any(DhGroup.values())),
        any(List.of(1, 300, 3600, 86400)));
  }

  private Identity identity() {
    return random.nextBoolean()
        ? new Identity.Fqdn("vpn" + random.nextInt(100) + ".example.com")
        : new Identity.Email("device" + random.nextInt(100) + "@example.com");
  }

  private List<Ipv4Prefix> prefixes(int count, String start) {
    List<Ipv4Prefix> list = new ArrayList<>();
    for (int i = 0; i < count; i++) list.add(Ipv4Prefix.parse(start + i + ".0/24"));
    return list;
  }

  /** A key that occurs nowhere else, of characters that most devices take. */
  public String key() {
    StringBuilder key = new StringBuilder("K");
    for (int i = 0; i < 23; i++) {
      String letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
      key.append(letters.charAt(random.nextInt(letters.length())));
    }
    return key.toString();
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
