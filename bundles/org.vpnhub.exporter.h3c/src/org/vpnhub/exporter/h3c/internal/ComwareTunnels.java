package org.vpnhub.exporter.h3c.internal;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.InterfaceNat;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Proposal;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;
import org.vpnhub.exporter.read.ZonePolicy;

/** Puts tunnels together: one for each entry of an IPsec policy that is on an interface. */
public final class ComwareTunnels {
  /** The limit by volume cannot be switched off; nobody reaches the largest in a lifetime. */
  private static final String LARGEST_VOLUME = "4294967295";

  private final Reading reading;
  private final boolean zones;
  private final InterfaceNat nat;
  private final ComwareIke ike;

  /**
   * @param zones whether the device filters between security zones
   */
  public ComwareTunnels(Reading reading, boolean zones) {
    this.reading = reading;
    this.zones = zones;
    nat = new InterfaceNat(reading, Kind.ACL);
    ike = new ComwareIke(reading);
  }

  public void find() {
    for (Section i : reading.all(Kind.INTERFACE)) {
      i.one("ipsec apply").ifPresent(f -> policy(i.use(), f));
    }
    for (Section entry : reading.all(Kind.POLICY)) {
      if (entry.has("on")) continue;
      reading.undefined(entry.line(), entry.name() + " is an IPsec policy on no interface");
    }
  }

  private void policy(Section on, Found name) {
    String group = name.value().replaceFirst("^policy ", "");
    List<Section> entries =
        reading.all(Kind.POLICY).stream()
            .filter(e -> e.or("group", "").value().equals(group))
            .toList();
    if (entries.isEmpty()) {
      reading.undefined(name.line(), "IPsec policy " + group + " is used and defined nowhere");
    }
    for (Section entry : entries) {
      entry.add("on", on.name(), name.line());
      reading.add(tunnel(entry, on));
    }
  }

  private FoundTunnel tunnel(Section entry, Section on) {
    FoundTunnel tunnel = new FoundTunnel(entry.name(), entry.line());
    if (entry.has("security acl")) selectors(tunnel, entry.one("security acl").orElseThrow());
    else lacks(entry, "security acl");
    protection(tunnel, entry);
    routes(tunnel, on);
    nat.exemptions(tunnel, on.all("nat outbound"));
    if (zones) rules(tunnel, zone(on));
    on.one("tcp mss").ifPresent(f -> tunnel.add(Parameter.TCP_MSS, f));
    ike.add(tunnel, entry, on);
    return tunnel;
  }

  private void lacks(Section section, String what) {
    reading.undefined(section.line(), section.name() + " has no " + what);
  }

  private void selectors(FoundTunnel tunnel, Found acl) {
    String number = acl.value().replaceFirst("^name ", "");
    reading
        .use(Kind.ACL, new Found(number, acl.line()))
        .ifPresent(l -> l.all("permit").forEach(f -> tunnel.add(Parameter.SELECTOR, f)));
  }

  /** Routes by the interface of the policy into what the tunnel leads to. */
  private void routes(FoundTunnel tunnel, Section on) {
    for (Section route : reading.all(Kind.ROUTE)) {
      Found found = route.one("to").orElseThrow();
      Ipv4Prefix to = Ipv4Prefix.parse(found.value());
      if (to.length() == 0 || !route.or("via", "").value().equals(on.name())) continue;
      boolean led =
          tunnel.all(Parameter.SELECTOR).stream()
              .anyMatch(f -> Ipv4Prefix.parse(f.value().split(" - ")[1]).overlaps(to));
      if (led) tunnel.add(Parameter.ROUTE, route.use().one("to").orElseThrow());
    }
  }

  private void rules(FoundTunnel tunnel, String zone) {
    List<Found> moves = reading.find(Kind.DEVICE, "").map(d -> d.all("moved")).orElse(List.of());
    var policy = new ZonePolicy(reading, Kind.PERMISSION, moves, ComwareTunnels::networks);
    policy.add(tunnel, Parameter.PERMIT_OUT, "pass", zone);
    policy.add(tunnel, Parameter.PERMIT_IN, "pass", zone);
  }

  /** A rule for some services alone, or with objects, says nothing of the networks. */
  private static List<Found> networks(Section rule, String side) {
    for (String narrow : List.of("service", "service-port", "object", "application", "user")) {
      if (rule.has(narrow)) return List.of();
    }
    return rule.has(side) ? rule.all(side) : List.of(new Found("0.0.0.0/0", 0));
  }

  private String zone(Section on) {
    for (Section zone : reading.all(Kind.ZONE)) {
      boolean there = zone.all("import").stream().anyMatch(f -> f.value().equals(on.name()));
      if (there) return zone.use().name();
    }
    reading.undefined(on.line(), "interface " + on.name() + " is in no zone");
    return "";
  }

  // ---------------------------------------------------------------- phase 2

  private void protection(FoundTunnel tunnel, Section entry) {
    entry.one("remote-address").ifPresent(f -> tunnel.add(Parameter.PEER, f));
    tunnel.add(Parameter.ESP_LIFETIME, duration(entry, "time-based", "3600"));
    Found volume = duration(entry, "traffic-based", "1843200");
    boolean most = volume.value().equals(LARGEST_VOLUME);
    tunnel.add(Parameter.VOLUME_LIFETIME, most ? "none" : volume.value(), volume.line());
    List<Proposal> proposals = new ArrayList<>();
    for (Found names : entry.all("transform-set")) {
      for (String name : names.value().split(" ")) {
        reading
            .use(Kind.TRANSFORMS, new Found(name, names.line()))
            .ifPresent(t -> proposals.addAll(transforms(t)));
      }
    }
    if (proposals.isEmpty()) lacks(entry, "transform-set");
    tunnel.oneOf(proposals);
  }

  /** The entry's own, or that of the device, or the default. */
  private Found duration(Section entry, String what, String otherwise) {
    return entry
        .one("sa duration " + what)
        .or(() -> reading.find(Kind.DEVICE, "").flatMap(d -> d.one(what)))
        .orElse(new Found(otherwise, 0));
  }

  /** There are no default algorithms: without them nothing is offered. */
  private static List<Proposal> transforms(Section set) {
    List<Proposal> all = new ArrayList<>();
    Found pfs =
        set.has("pfs")
            ? ComwareIke.several(set, "pfs", "", ComwareValues::group).getFirst()
            : new Found("none", 0);
    for (Found cipher :
        ComwareIke.several(set, "esp encryption-algorithm", "", ComwareValues::cipher)) {
      for (Found hash : hashes(set, cipher)) {
        all.add(
            new Proposal()
                .add(Parameter.ESP_ENCRYPTION, cipher)
                .add(Parameter.ESP_HASH, hash)
                .add(Parameter.PFS, pfs));
      }
    }
    return all;
  }

  private static List<Found> hashes(Section set, Found cipher) {
    if (cipher.value().contains("gcm")) return List.of(new Found("none", cipher.line()));
    return ComwareIke.several(set, "esp authentication-algorithm", "", ComwareValues::hash);
  }
}
