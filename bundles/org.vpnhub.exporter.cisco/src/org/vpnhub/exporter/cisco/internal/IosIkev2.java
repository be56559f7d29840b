package org.vpnhub.exporter.cisco.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * The proposals of the policy for the local address. Of several that fit the device takes the
   * first ("FlexVPN and Internet Key Exchange Version 2 Configuration Guide": overlapping policies
   * are a misconfiguration), but one that names the address before one that names none. Where the
   * text does not tell the address, it may be any policy.
   */
  private List<Proposal> proposals(Optional<String> local) {
    List<Section> named = new ArrayList<>();
    List<Section> general = new ArrayList<>();
    List<Section> all = List.copyOf(reading.all(Kind.IKEV2_POLICY));
    for (Section policy : all) {
      List<String> addresses = policy.all("local").stream().map(Found::value).toList();
      if (addresses.isEmpty()) general.add(policy);
      else if (local.isEmpty() || addresses.contains(local.get())) named.add(policy);
    }
    List<Section> fit = new ArrayList<>(named);
    fit.addAll(general);
    List<Proposal> proposals = new ArrayList<>();
    for (Section policy : local.isPresent() && fit.size() > 1 ? fit.subList(0, 1) : fit) {
      for (Found name : policy.all("proposal")) {
        reading.use(Kind.IKEV2_PROPOSAL, name).ifPresent(p -> proposals.addAll(combined(p)));
      }
    }
    return proposals;
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
