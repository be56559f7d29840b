package org.vpnhub.exporter.huawei.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Proposal;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/**
 * Puts tunnels together: one for each entry of an IPsec policy that is on an interface, and one for
 * each tunnel interface with an IPsec profile.
 */
public final class VrpTunnels {
  private final Reading reading;
  private final Surroundings surroundings;
  private final String volume;

  private VrpTunnels(Reading reading, Surroundings surroundings, String volume) {
    this.reading = reading;
    this.surroundings = surroundings;
    this.volume = volume;
  }

  /** What a device does with the packets of a tunnel outside of IPsec. */
  interface Surroundings {
    /** Adds it to the tunnel, whose selectors and routes are there. */
    void add(FoundTunnel tunnel, Section on);
  }

  /** Of a firewall; it has a lifetime by volume of 5242880 KB unless one is set. */
  public static VrpTunnels ofFirewall(Reading reading) {
    return new VrpTunnels(reading, new UsgSurroundings(reading), "5242880");
  }

  /** Of a router; it has a lifetime by volume of 1843200 KB unless one is set. */
  public static VrpTunnels ofRouter(Reading reading) {
    return new VrpTunnels(reading, new ArSurroundings(reading), "1843200");
  }

  public void find() {
    for (Section i : reading.all(Kind.INTERFACE)) {
      i.one("ipsec policy").ifPresent(f -> policy(i.use(), f));
      i.one("ipsec profile").ifPresent(f -> profile(i.use(), f));
    }
    for (Section entry : reading.all(Kind.POLICY)) {
      if (entry.has("on")) continue;
      reading.undefined(entry.line(), entry.name() + " is an IPsec policy on no interface");
    }
    for (Section profile : reading.all(Kind.PROFILE)) {
      if (profile.has("on")) continue;
      reading.undefined(profile.line(), profile.name() + " is an IPsec profile on no interface");
    }
  }

  /** A tunnel interface: its routes decide, and the selectors are any to any. */
  private void profile(Section on, Found name) {
    Optional<Section> used = reading.use(Kind.PROFILE, name);
    if (used.isEmpty()) return;
    Section profile = used.get();
    profile.add("on", on.name(), name.line());
    FoundTunnel tunnel = new FoundTunnel(on.name(), on.line());
    tunnel.add(Parameter.SELECTOR, PlanValues.pair(Ipv4Prefix.ANY, Ipv4Prefix.ANY), name.line());
    on.one("destination").ifPresent(f -> tunnel.add(Parameter.PEER, f));
    protection(tunnel, profile);
    routes(tunnel, on);
    surroundings.add(tunnel, on);
    Optional<Section> peer = use(profile, "ike-peer", Kind.IKE_PEER);
    peer.ifPresent(p -> peer(tunnel, p, source(on)));
    reading.add(tunnel);
  }

  /** The interface whose address a tunnel interface has as its source, where it names one. */
  private Section source(Section on) {
    return on.one("source")
        .flatMap(
            f -> reading.find(Kind.INTERFACE, f.value().replace(" ", "").toLowerCase(Locale.ROOT)))
        .orElse(on);
  }

  private void policy(Section on, Found name) {
    String group = name.value().split(" ")[0];
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
    surroundings.add(tunnel, on);
    Optional<Section> peer = use(entry, "ike-peer", Kind.IKE_PEER);
    peer.ifPresent(p -> peer(tunnel, p, on));
    return tunnel;
  }

  private void lacks(Section section, String what) {
    reading.undefined(section.line(), section.name() + " has no " + what);
  }

  /** What a section names; it is reported when it names nothing, or nothing that there is. */
  private Optional<Section> use(Section section, String what, String kind) {
    Optional<Found> name = section.one(what);
    if (name.isEmpty()) lacks(section, what);
    return name.flatMap(n -> reading.use(kind, n));
  }

  private Optional<Found> device(String what) {
    return reading.find(Kind.DEVICE, "").flatMap(d -> d.one(what));
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

  // ---------------------------------------------------------------- phase 2

  private void protection(FoundTunnel tunnel, Section entry) {
    tunnel.add(Parameter.PFS, mean(entry, "pfs", "none", VrpValues::group));
    tunnel.add(Parameter.ESP_LIFETIME, duration(entry, "time-based", "3600"));
    Found limit = duration(entry, "traffic-based", volume);
    boolean off = limit.value().equals("0");
    tunnel.add(Parameter.VOLUME_LIFETIME, off ? "none" : limit.value(), limit.line());
    use(entry, "proposal", Kind.IPSEC_PROPOSAL).ifPresent(p -> transforms(tunnel, p));
  }

  /** The entry's own, or that of the device, or the default. */
  private Found duration(Section entry, String what, String otherwise) {
    return entry.one("sa duration " + what).or(() -> device(what)).orElse(new Found(otherwise, 0));
  }

  private void transforms(FoundTunnel tunnel, Section p) {
    Found cipher = mean(p, "esp encryption-algorithm", "aes-256", VrpValues::cipher);
    tunnel.add(Parameter.ESP_ENCRYPTION, cipher);
    boolean none = p.has("undo esp authentication-algorithm") || cipher.value().contains("gcm");
    if (none) tunnel.add(Parameter.ESP_HASH, "none", cipher.line());
    else {
      tunnel.add(
          Parameter.ESP_HASH, mean(p, "esp authentication-algorithm", "sha2-256", VrpValues::hash));
    }
  }

  /** What the last value means; a word that is not known is reported and stays as it is. */
  private Found mean(
      Section section, String what, String otherwise, Function<String, Optional<String>> meaning) {
    Found found = section.or(what, otherwise);
    Optional<String> value =
        found.value().equals("none") ? Optional.of("none") : meaning.apply(found.value());
    if (value.isEmpty()) section.unknown(found.line());
    return new Found(value.orElse(found.value()), found.line());
  }

  // ---------------------------------------------------------------- phase 1

  private void peer(FoundTunnel tunnel, Section peer, Section on) {
    peer.key().ifPresent(tunnel::key);
    if (peer.has("remote-address")) {
      tunnel.add(Parameter.PEER, peer.one("remote-address").orElseThrow());
    }
    Found version = version(peer);
    tunnel.add(Parameter.IKE_VERSION, version);
    boolean ikev2 = version.value().equals("ikev2");
    if (!ikev2) tunnel.add(Parameter.IKE_MODE, peer.or("exchange-mode", "main"));
    identities(tunnel, peer, on);
    dpd(tunnel, peer);
    List<Proposal> proposals = new ArrayList<>();
    for (Found names : peer.all("ike-proposal")) {
      for (String name : names.value().split(" ")) {
        reading
            .use(Kind.IKE_PROPOSAL, new Found(name, names.line()))
            .ifPresent(p -> proposals.addAll(proposals(p, ikev2)));
      }
    }
    if (proposals.isEmpty()) lacks(peer, "ike-proposal");
    tunnel.oneOf(proposals);
  }

  /** Both are on unless one is taken off, or one alone is set; it begins with IKEv2. */
  private static Found version(Section peer) {
    for (Found without : peer.all("undo version")) {
      String rest = without.value().equals("2") ? "ikev1" : "ikev2";
      return new Found(rest, without.line());
    }
    List<Found> set = peer.all("version");
    if (set.size() == 1) return new Found("ikev" + set.getFirst().value(), set.getFirst().line());
    return new Found("ikev1 and ikev2", 0);
  }

  private void identities(FoundTunnel tunnel, Section peer, Section on) {
    Optional<Found> address = on.one("ip address");
    boolean named = peer.or("local-id-type", "ip").value().matches(".*fqdn|name");
    Optional<Found> self = peer.one("local-id").or(() -> named ? device("local-name") : address);
    if (peer.has("local-id") || named) self.ifPresent(f -> tunnel.add(Parameter.LOCAL_ID, f));
    else address.ifPresent(f -> ownAddress(tunnel, f.value().split(" ")[0]));
    peer.one("remote-id")
        .or(() -> peer.one("remote-address").map(f -> new Found(f.value(), 0)))
        .ifPresent(f -> tunnel.add(Parameter.REMOTE_ID, f));
  }

  /** The address of the interface; one that it is given is not in the text. */
  private static void ownAddress(FoundTunnel tunnel, String address) {
    if (Networks.isAddress(address)) tunnel.add(Parameter.LOCAL_ID, address, 0);
    else tunnel.elsewhere(Parameter.LOCAL_ID);
  }

  /** Only periodic probes are what the plan calls dead peer detection. */
  private static void dpd(FoundTunnel tunnel, Section peer) {
    Found type = peer.or("dpd type", "none");
    Found interval = peer.or("dpd idle-time", "30");
    switch (type.value()) {
      case "periodic" -> tunnel.add(Parameter.DPD, interval);
      case "none" -> tunnel.add(Parameter.DPD, type);
      default -> tunnel.add(Parameter.DPD, interval.value() + " " + type.value(), type.line());
    }
  }

  /** Each cipher with each hash and each group. */
  private List<Proposal> proposals(Section p, boolean ikev2) {
    List<Proposal> all = new ArrayList<>();
    Found lifetime = p.or("sa duration", "86400");
    String hashes = ikev2 ? "integrity-algorithm" : "authentication-algorithm";
    for (Found cipher : several(p, "encryption-algorithm", "aes-256", VrpValues::cipher)) {
      for (Found hash : several(p, hashes, "sha2-256", VrpValues::hash)) {
        for (Found group : several(p, "dh", "group14", VrpValues::group)) {
          all.add(
              new Proposal()
                  .add(Parameter.IKE_ENCRYPTION, cipher)
                  .add(Parameter.IKE_HASH, ikev2 ? withPrf(p, hash) : hash)
                  .add(Parameter.IKE_GROUP, group)
                  .add(Parameter.IKE_LIFETIME, lifetime));
        }
      }
    }
    return all;
  }

  private Found withPrf(Section p, Found hash) {
    List<Found> prfs = several(p, "prf", "hmac-sha2-256", VrpValues::hash);
    if (prfs.stream().anyMatch(f -> f.value().equals(hash.value()))) return hash;
    Found prf = prfs.getFirst();
    return new Found(hash.value() + " with PRF " + prf.value(), Math.max(prf.line(), hash.line()));
  }

  private List<Found> several(
      Section p, String what, String otherwise, Function<String, Optional<String>> meaning) {
    Found found = p.or(what, otherwise);
    List<Found> all = new ArrayList<>();
    for (String word : found.value().split(" ")) {
      Optional<String> value = meaning.apply(word);
      if (value.isEmpty()) p.unknown(found.line());
      all.add(new Found(value.orElse(word), found.line()));
    }
    return all;
  }
}
