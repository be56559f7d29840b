package org.vpnhub.exporter.cisco.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Proposal;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Phase 1 of a tunnel without an IKEv2 profile. */
final class IosIkev1 {
  private final Reading reading;
  private final IosPeers peers;

  IosIkev1(Reading reading) {
    this.reading = reading;
    peers = new IosPeers(reading);
  }

  void add(FoundTunnel tunnel, Optional<Found> name, String hub, Optional<String> local) {
    tunnel.add(Parameter.IKE_VERSION, "ikev1", name.map(Found::line).orElse(0));
    tunnel.oneOf(proposals());
    Optional<Section> profile = name.flatMap(n -> reading.use(Kind.IKEV1_PROFILE, n));
    if (name.isPresent() && profile.isEmpty()) return;
    Optional<Section> peer = reading.find(Kind.IKEV1_PEER, hub);
    mode(tunnel, profile, peer);
    Found device = peers.device("identity").orElse(new Found("of address", 0));
    Optional<Found> self =
        peer.flatMap(p -> p.one("self")).or(() -> profile.flatMap(p -> p.one("self")));
    peers.self(tunnel, self.orElse(device), local);
    List<Found> matches = profile.map(p -> p.all("match")).orElse(List.of(new Found(hub, 0)));
    peers.remote(tunnel, matches);
    tunnel.add(
        Parameter.DPD,
        profile
            .map(p -> peers.dpd(p, "keepalive"))
            .or(() -> peers.device("keepalive"))
            .orElse(new Found("none", 0)));
    peer.flatMap(Section::key).or(() -> key(profile, hub)).ifPresent(tunnel::key);
  }

  private static void mode(FoundTunnel tunnel, Optional<Section> profile, Optional<Section> peer) {
    Optional<Found> aggressive =
        peer.flatMap(p -> p.one("mode")).or(() -> profile.flatMap(p -> p.one("mode")));
    tunnel.add(Parameter.IKE_MODE, aggressive.orElse(new Found("main", 0)));
  }

  /** The key of the profile's keyrings, or one of {@code crypto isakmp key}. */
  private Optional<Secret> key(Optional<Section> profile, String hub) {
    List<Found> keyrings = profile.map(p -> p.all("keyring")).orElse(List.of());
    if (keyrings.isEmpty()) return peers.key(Kind.KEY, Kind.GLOBAL, hub);
    return keyrings.stream()
        .flatMap(name -> reading.use(Kind.KEYRING, name).stream())
        .flatMap(ring -> peers.key(Kind.KEY, ring.name(), hub).stream())
        .findFirst();
  }

  /**
   * The device offers all its policies with pre-shared keys, the lowest number first. Defaults:
   * "Cisco IOS Security Command Reference", crypto isakmp policy.
   */
  private List<Proposal> proposals() {
    return reading.all(Kind.IKEV1_POLICY).stream()
        .filter(p -> p.or("authentication", "rsa-sig").value().equals("pre-share"))
        .sorted(Comparator.comparingInt(p -> priority(p.name())))
        .map(
            p ->
                new Proposal()
                    .add(Parameter.IKE_ENCRYPTION, p.or("cipher", "des"))
                    .add(Parameter.IKE_HASH, p.or("hash", "sha1"))
                    .add(Parameter.IKE_GROUP, p.or("group", "group1"))
                    .add(Parameter.IKE_LIFETIME, p.or("lifetime", "86400")))
        .toList();
  }

  private static int priority(String number) {
    return number.matches("[0-9]{1,5}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
  }
}
