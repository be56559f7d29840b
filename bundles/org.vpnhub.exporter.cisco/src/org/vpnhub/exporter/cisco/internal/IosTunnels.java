package org.vpnhub.exporter.cisco.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Proposal;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Puts tunnels together: one for each protected tunnel interface, and for each peer of a map. */
public final class IosTunnels {
  private static final String EVERYTHING = PlanValues.pair(Ipv4Prefix.ANY, Ipv4Prefix.ANY);

  private final Reading reading;
  private final IosIkev1 ikev1;
  private final IosIkev2 ikev2;
  private final IosNat nat;

  public IosTunnels(Reading reading) {
    this.reading = reading;
    ikev1 = new IosIkev1(reading);
    ikev2 = new IosIkev2(reading);
    nat = new IosNat(reading);
  }

  /** Adds all tunnels to what was read. */
  public void find() {
    for (Section i : reading.all(Kind.INTERFACE)) {
      if (i.has("profile")) tunnelInterface(i.use());
    }
    for (Section map : reading.all(Kind.MAP)) {
      List<Section> on = appliedTo(map);
      if (on.isEmpty())
        reading.undefined(map.line(), map.name() + " is a crypto map on no interface");
      for (Section entry : reading.all(Kind.MAP_ENTRY)) {
        if (entry.all("map").getFirst().value().equals(map.name())) entry(map, entry, on);
      }
    }
    for (Section i : reading.all(Kind.INTERFACE)) {
      i.one("map").ifPresent(name -> reading.use(Kind.MAP, name));
      if (i.has("map")) i.use();
    }
  }

  // ---------------------------------------------------------------- tunnel interfaces

  private void tunnelInterface(Section i) {
    FoundTunnel tunnel = new FoundTunnel(i.or("name", "").value(), i.line());
    String hub = i.or("destination", "").value();
    i.one("destination").ifPresent(f -> tunnel.add(Parameter.PEER, f));
    Found profile = i.one("profile").orElseThrow();
    reading
        .use(Kind.IPSEC_PROFILE, profile)
        .ifPresent(p -> protection(tunnel, p, hub, localAddress(i)));
    i.one("ipsec").ifPresent(mode -> selectors(tunnel, i, mode));
    complete(i);
    i.one("mss").ifPresent(f -> tunnel.add(Parameter.TCP_MSS, f));
    routes(tunnel, i);
    reading.add(tunnel);
  }

  /** Those of the policy; without one everything. Without the mode it is GRE and has none. */
  private void selectors(FoundTunnel tunnel, Section i, Found mode) {
    if (i.has("policy")) selectors(tunnel, i.one("policy").orElseThrow());
    else tunnel.add(Parameter.SELECTOR, EVERYTHING, mode.line());
  }

  private void complete(Section i) {
    String name = i.or("name", "").value();
    if (!i.has("source")) reading.undefined(i.line(), name + " has no tunnel source");
    if (!i.has("address") && !i.has("unnumbered")) {
      reading.undefined(i.line(), name + " has no address of its own, nor another's");
    }
  }

  private Optional<String> localAddress(Section tunnel) {
    String source = tunnel.or("source", "").value();
    return Networks.isAddress(source) ? Optional.of(source) : addressOf(source);
  }

  private Optional<String> addressOf(String interfaceName) {
    return reading
        .find(Kind.INTERFACE, IosSurroundings.interfaceName(interfaceName))
        .flatMap(i -> i.one("address"))
        .map(Found::value);
  }

  private void routes(FoundTunnel tunnel, Section i) {
    for (Section route : reading.all(Kind.ROUTE)) {
      if (!route.or("via", "").value().equals(i.name())) continue;
      Found to = route.use().one("to").orElseThrow();
      tunnel.add(Parameter.ROUTE, to);
      for (Section other : reading.all(Kind.ROUTE)) {
        boolean same = other.or("to", "").value().equals(to.value());
        if (same && other.or("via", "").value().equals("null0")) other.use();
      }
    }
  }

  // ---------------------------------------------------------------- crypto maps

  private List<Section> appliedTo(Section map) {
    return reading.all(Kind.INTERFACE).stream()
        .filter(i -> i.all("map").stream().anyMatch(f -> f.value().equals(map.name())))
        .toList();
  }

  private void entry(Section map, Section entry, List<Section> on) {
    entry.one("dynamic").ifPresent(f -> reading.use(Kind.DYNAMIC_MAP, f));
    if (on.isEmpty()) return;
    Optional<String> local =
        map.has("local")
            ? addressOf(map.or("local", "").value())
            : on.getFirst().one("address").map(Found::value);
    for (Found peer : entry.all("peer")) {
      FoundTunnel tunnel = new FoundTunnel(entry.name(), entry.line());
      tunnel.add(Parameter.PEER, peer);
      protection(tunnel, entry, peer.value(), local);
      entry.one("list").ifPresent(f -> selectors(tunnel, f));
      nat.exemptions(tunnel);
      clamp(tunnel, on);
      reading.add(tunnel);
    }
  }

  /** The clamp where the map is; else that of the LAN, where packets pass as well. */
  private void clamp(FoundTunnel tunnel, List<Section> on) {
    List<Section> others = new ArrayList<>(reading.all(Kind.INTERFACE));
    others.removeIf(i -> i.has("source"));
    for (List<Section> some : List.of(on, others)) {
      for (Section i : some) {
        if (!i.has("mss")) continue;
        tunnel.add(Parameter.TCP_MSS, i.one("mss").orElseThrow());
        return;
      }
    }
  }

  // ---------------------------------------------------------------- what both have

  private void selectors(FoundTunnel tunnel, Found list) {
    reading
        .use(Kind.LIST, list)
        .ifPresent(l -> l.all("permit").forEach(f -> tunnel.add(Parameter.SELECTOR, f)));
  }

  /** What an IPsec profile says, or an entry of a crypto map. */
  private void protection(FoundTunnel tunnel, Section p, String hub, Optional<String> local) {
    List<Proposal> proposals = new ArrayList<>();
    for (Found name : p.all("transforms")) {
      reading.use(Kind.TRANSFORMS, name).flatMap(IosTunnels::transforms).ifPresent(proposals::add);
    }
    tunnel.oneOf(proposals);
    tunnel.add(Parameter.PFS, p.or("pfs", "none"));
    tunnel.add(Parameter.ESP_LIFETIME, lifetime(p, "seconds", "3600"));
    tunnel.add(Parameter.VOLUME_LIFETIME, lifetime(p, "kilobytes", "4608000"));
    if (p.has("ikev2-profile")) ikev2.add(tunnel, p.one("ikev2-profile").orElseThrow(), hub, local);
    else ikev1.add(tunnel, p.one("isakmp-profile"), hub, local);
  }

  private static Optional<Proposal> transforms(Section set) {
    if (!set.has("cipher")) return Optional.empty();
    return Optional.of(
        new Proposal()
            .add(Parameter.ESP_ENCRYPTION, set.one("cipher").orElseThrow())
            .add(Parameter.ESP_HASH, set.one("hash").orElseThrow()));
  }

  /** The profile's own, or that of {@code crypto ipsec security-association}, or the default. */
  private Found lifetime(Section p, String what, String otherwise) {
    return p.one(what)
        .or(() -> reading.find(Kind.DEVICE, "").flatMap(d -> d.one(what)))
        .orElse(new Found(otherwise, 0));
  }
}
