package org.vpnhub.exporter.cisco.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Proposal;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Phase 1 of a tunnel with an IKEv2 profile. */
final class IosIkev2 {
  private final Reading reading;
  private final IosPeers peers;

  IosIkev2(Reading reading) {
    this.reading = reading;
    peers = new IosPeers(reading);
  }

  void add(FoundTunnel tunnel, Found name, String hub, Optional<String> local) {
    tunnel.add(Parameter.IKE_VERSION, "ikev2", name.line());
    tunnel.oneOf(proposals(local));
    Optional<Section> profile = reading.use(Kind.IKEV2_PROFILE, name);
    if (profile.isEmpty()) return;
    Section p = profile.get();
    tunnel.add(Parameter.IKE_LIFETIME, p.or("lifetime", "86400"));
    self(tunnel, p, local);
    peers.remote(tunnel, p.all("match"));
    tunnel.add(Parameter.DPD, peers.dpd(p, "dpd"));
    if (p.has("local") && p.has("remote")) key(p, hub).ifPresent(tunnel::key);
  }

  /** Not set, it is the local address: as good as missing when nobody knows that. */
  private void self(FoundTunnel tunnel, Section profile, Optional<String> local) {
    if (profile.has("self") || local.isPresent()) {
      peers.self(tunnel, profile.or("self", "of address"), local);
    }
  }

  private Optional<Secret> key(Section profile, String hub) {
    if (profile.key().isPresent()) return profile.key();
    return profile
        .one("keyring")
        .flatMap(name -> reading.use(Kind.IKEV2_KEYRING, name))
        .flatMap(ring -> peers.key(Kind.IKEV2_PEER, ring.name(), hub));
  }

  /**
   * The proposals of the policy for the local address, or of those that it may be where the text
   * does not tell the address.
   */
  private List<Proposal> proposals(Optional<String> local) {
    List<Proposal> proposals = new ArrayList<>();
    for (Section policy : policies(local)) {
      Set<String> seen = new HashSet<>();
      for (Found name : policy.all("proposal")) {
        if (!seen.add(name.value())) continue;
        reading.use(Kind.IKEV2_PROPOSAL, name).ifPresent(p -> proposals.addAll(combined(p)));
      }
    }
    return proposals;
  }

  /**
   * Of several policies that fit the device takes the first ("Configuring Internet Key Exchange
   * Version 2 and FlexVPN Site-to-Site": overlapping policies are a misconfiguration), but one that
   * names the address before one that names none.
   */
  private Collection<Section> policies(Optional<String> local) {
    Map<List<String>, Section> byAddress = new LinkedHashMap<>();
    for (Section policy : reading.all(Kind.IKEV2_POLICY)) {
      byAddress.putIfAbsent(policy.all("local").stream().map(Found::value).toList(), policy);
    }
    if (local.isEmpty()) return byAddress.values();
    return byAddress.entrySet().stream()
        .filter(e -> e.getKey().contains(local.get()))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Optional.ofNullable(byAddress.get(List.of())))
        .map(List::of)
        .orElse(List.of());
  }

  /** Each cipher with each hash and each group. */
  private static List<Proposal> combined(Section p) {
    List<Proposal> combined = new ArrayList<>();
    for (Found cipher : p.all("cipher")) {
      for (Found hash : cipher.value().contains("gcm") ? p.all("prf") : hashes(p)) {
        for (Found group : p.all("group")) {
          combined.add(
              new Proposal()
                  .add(Parameter.IKE_ENCRYPTION, cipher)
                  .add(Parameter.IKE_HASH, hash)
                  .add(Parameter.IKE_GROUP, group));
        }
      }
    }
    return combined;
  }

  /** The PRF is that of the integrity algorithm unless it is set. */
  private static List<Found> hashes(Section p) {
    if (!p.has("prf")) return p.all("hash");
    List<Found> hashes = new ArrayList<>();
    for (Found hash : p.all("hash")) {
      for (Found prf : p.all("prf")) {
        boolean same = prf.value().equals(hash.value());
        hashes.add(same ? hash : new Found(hash.value() + " with PRF " + prf.value(), prf.line()));
      }
    }
    return hashes;
  }
}
