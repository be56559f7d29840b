package org.vpnhub.exporter.cisco.internal.asa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Proposal;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/**
 * Puts tunnels together: one for each peer of a crypto map. Defaults: "Cisco ASA Series Command
 * Reference", crypto map set security-association lifetime, isakmp keepalive, sysopt connection.
 */
public final class AsaTunnels {
  private final Reading reading;
  private final AsaNetworks networks;
  private final AsaNat nat;

  public AsaTunnels(Reading reading) {
    this.reading = reading;
    networks = new AsaNetworks(reading);
    nat = new AsaNat(reading, networks);
  }

  /** Adds all tunnels to what was read. */
  public void find() {
    for (Section map : reading.all(AsaKind.MAP)) {
      Optional<Found> on = map.one("interface");
      if (on.isEmpty()) {
        reading.undefined(map.line(), map.name() + " is a crypto map on no interface");
        continue;
      }
      for (Section entry : reading.all(AsaKind.MAP_ENTRY)) {
        boolean of = entry.or("map", "").value().equals(map.name());
        if (of && !entry.has("dynamic")) entry(entry, on.get().value());
      }
    }
    device("filtered")
        .filter(f -> !reading.all(AsaKind.MAP).isEmpty())
        .ifPresent(
            f ->
                reading.undefined(
                    f.line(),
                    "what comes out of the tunnels needs entries in the interface's access list"));
  }

  private void entry(Section entry, String outside) {
    for (Found peer : entry.all("peer")) {
      FoundTunnel tunnel = new FoundTunnel(entry.name(), entry.line());
      tunnel.add(Parameter.PEER, peer);
      Optional<Section> group = reading.use(AsaKind.TUNNEL_GROUP, peer);
      phase1(tunnel, entry, group, outside);
      phase2(tunnel, entry);
      group.ifPresent(g -> group(tunnel, g, entry));
      entry.one("list").flatMap(f -> reading.use(AsaKind.LIST, f)).ifPresent(l -> list(tunnel, l));
      nat.exemptions(tunnel, outside);
      tunnel.add(Parameter.TCP_MSS, device("mss").orElse(new Found("1380", 0)));
      reading.add(tunnel);
    }
  }

  /** IKEv2 is tried first where the peer has keys for it. */
  private static boolean ikev2(Section entry, Optional<Section> group) {
    if (!entry.has("transforms")) return true;
    return entry.has("proposals") && group.map(g -> g.has("local")).orElse(false);
  }

  // ---------------------------------------------------------------- phase 1

  private void phase1(FoundTunnel tunnel, Section entry, Optional<Section> group, String outside) {
    boolean v2 = ikev2(entry, group);
    String version = v2 ? "ikev2" : "ikev1";
    int line = entry.one(v2 ? "proposals" : "transforms").map(Found::line).orElse(0);
    tunnel.add(Parameter.IKE_VERSION, version, line);
    if (!v2) tunnel.add(Parameter.IKE_MODE, entry.or("mode", "main"));
    tunnel.oneOf(v2 ? ikev2Proposals() : ikev1Proposals());
    Optional<Section> device = reading.find(AsaKind.DEVICE, "");
    String enabled = version + " " + outside;
    if (device.stream()
        .flatMap(d -> d.all("enabled").stream())
        .noneMatch(f -> f.value().equals(enabled))) {
      reading.undefined(entry.line(), version + " is not enabled on " + outside);
    }
    self(tunnel, outside);
  }

  /** With keys it is the address of the interface, unless it is set. */
  private void self(FoundTunnel tunnel, String outside) {
    Found set = device("identity").orElse(new Found("of auto", 0));
    Optional<String> own =
        switch (set.value()) {
          case "of auto", "of address" -> address(outside);
          case "of hostname" ->
              device("hostname")
                  .map(h -> h.value() + device("domain").map(d -> "." + d.value()).orElse(""));
          default -> Optional.of(set.value());
        };
    own.ifPresentOrElse(
        id -> tunnel.add(Parameter.LOCAL_ID, id, set.line()),
        () -> tunnel.elsewhere(Parameter.LOCAL_ID));
  }

  private Optional<String> address(String nameif) {
    return reading.all(AsaKind.INTERFACE).stream()
        .filter(i -> i.or("nameif", "").value().equals(nameif))
        .flatMap(i -> i.use().one("address").stream())
        .map(Found::value)
        .findFirst();
  }

  private List<Proposal> ikev1Proposals() {
    return byPriority(AsaKind.IKEV1_POLICY)
        .filter(p -> p.or("authentication", "pre-share").value().equals("pre-share"))
        .map(
            p -> {
              Proposal one = new Proposal();
              p.one("cipher").ifPresent(f -> one.add(Parameter.IKE_ENCRYPTION, f));
              p.one("hash").ifPresent(f -> one.add(Parameter.IKE_HASH, f));
              p.one("group").ifPresent(f -> one.add(Parameter.IKE_GROUP, f));
              return one.add(Parameter.IKE_LIFETIME, p.or("lifetime", "86400"));
            })
        .toList();
  }

  private List<Proposal> ikev2Proposals() {
    return byPriority(AsaKind.IKEV2_POLICY).flatMap(AsaTunnels::combined).toList();
  }

  private Stream<Section> byPriority(String kind) {
    return reading.all(kind).stream()
        .sorted(
            Comparator.comparingLong(
                p -> AsaValues.number(p.name()).map(Long::parseLong).orElse(Long.MAX_VALUE)));
  }

  /** Each cipher with each hash and each group; the default PRF is SHA-1. */
  private static Stream<Proposal> combined(Section policy) {
    List<Proposal> all = new ArrayList<>();
    for (Found cipher : policy.all("cipher")) {
      for (Found hash : hashes(policy, cipher.value().contains("gcm"))) {
        for (Found group : policy.all("group")) {
          all.add(
              new Proposal()
                  .add(Parameter.IKE_ENCRYPTION, cipher)
                  .add(Parameter.IKE_HASH, hash)
                  .add(Parameter.IKE_GROUP, group)
                  .add(Parameter.IKE_LIFETIME, policy.or("lifetime", "86400")));
        }
      }
    }
    return all.stream();
  }

  private static List<Found> hashes(Section policy, boolean aead) {
    List<Found> prfs = policy.has("prf") ? policy.all("prf") : List.of(new Found("sha1", 0));
    List<Found> all = new ArrayList<>();
    for (Found hash : policy.all("hash")) {
      for (Found prf : prfs) {
        boolean none = hash.value().equals("none");
        if (none == aead && (none || hash.value().equals(prf.value()))) all.add(prf);
        else all.add(new Found(hash.value() + " with PRF " + prf.value(), prf.line()));
      }
    }
    return all;
  }

  // ---------------------------------------------------------------- phase 2

  private void phase2(FoundTunnel tunnel, Section entry) {
    boolean v2 = tunnel.one(Parameter.IKE_VERSION).map(f -> f.value().equals("ikev2")).orElse(true);
    List<Proposal> proposals = new ArrayList<>();
    for (Found name : entry.all(v2 ? "proposals" : "transforms")) {
      reading
          .use(v2 ? AsaKind.PROPOSAL : AsaKind.TRANSFORMS, name)
          .ifPresent(p -> proposals.addAll(esp(p)));
    }
    tunnel.oneOf(proposals);
    tunnel.add(Parameter.PFS, entry.or("pfs", "none"));
    tunnel.add(Parameter.ESP_LIFETIME, lifetime(entry, "seconds", "28800"));
    tunnel.add(Parameter.VOLUME_LIFETIME, lifetime(entry, "kilobytes", "4608000"));
  }

  private static List<Proposal> esp(Section set) {
    List<Proposal> all = new ArrayList<>();
    for (Found cipher : set.all("cipher")) {
      for (Found hash : set.all("hash")) {
        boolean aead = cipher.value().contains("gcm");
        Found of = aead ? new Found("none", hash.line()) : hash;
        all.add(new Proposal().add(Parameter.ESP_ENCRYPTION, cipher).add(Parameter.ESP_HASH, of));
      }
    }
    return all;
  }

  private Found lifetime(Section entry, String what, String otherwise) {
    return entry.one(what).or(() -> device(what)).orElse(new Found(otherwise, 0));
  }

  private void list(FoundTunnel tunnel, Section list) {
    for (Found f : list.all("permit")) {
      String[] sides = f.value().split(" - ");
      for (Ipv4Prefix own : networks.of(sides[0], f.line())) {
        for (Ipv4Prefix remote : networks.of(sides[1], f.line())) {
          tunnel.add(Parameter.SELECTOR, PlanValues.pair(own, remote), f.line());
        }
      }
    }
  }

  // ---------------------------------------------------------------- tunnel groups

  private void group(FoundTunnel tunnel, Section group, Section entry) {
    tunnel.add(Parameter.DPD, group.or("dpd", "10"));
    String version = tunnel.one(Parameter.IKE_VERSION).orElseThrow().value();
    boolean keyed =
        version.equals("ikev2") ? group.has("local") && group.has("remote") : group.has("ikev1");
    if (keyed) group.key().ifPresent(tunnel::key);
    if (!group.or("type", "").value().equals("ipsec-l2l")) {
      reading.undefined(group.line(), "tunnel group " + group.name() + " is not of LAN to LAN");
    }
    Optional<Section> policy =
        group.one("policy").flatMap(p -> reading.use(AsaKind.GROUP_POLICY, p));
    List<Found> protocols = policy.map(p -> p.all("protocol")).orElse(List.of());
    if (!protocols.isEmpty() && protocols.stream().noneMatch(f -> f.value().equals(version))) {
      reading.undefined(
          protocols.getFirst().line(),
          "the group policy of " + entry.name() + " has no " + version);
    }
  }

  private Optional<Found> device(String what) {
    return reading.find(AsaKind.DEVICE, "").flatMap(d -> d.one(what));
  }
}
