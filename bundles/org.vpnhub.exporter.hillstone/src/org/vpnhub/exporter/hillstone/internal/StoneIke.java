package org.vpnhub.exporter.hillstone.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Proposal;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Phase 1 of a tunnel: what its ISAKMP peer says. */
final class StoneIke {
  private final Reading reading;

  StoneIke(Reading reading) {
    this.reading = reading;
  }

  void add(FoundTunnel tunnel, Section peer) {
    Found version = peer.or("protocol-standard", "ikev1");
    tunnel.add(Parameter.IKE_VERSION, version);
    boolean ikev2 = version.value().equals("ikev2");
    if (!ikev2) tunnel.add(Parameter.IKE_MODE, peer.or("mode", "main"));
    peer.one("peer").ifPresent(f -> tunnel.add(Parameter.PEER, f));
    tunnel.add(Parameter.DPD, peer.or("dpd", "none"));
    identities(tunnel, peer);
    List<Proposal> proposals = new ArrayList<>();
    for (Section p : named(peer, "isakmp-proposal", Kind.IKE_PROPOSAL)) {
      proposals.addAll(proposals(p, ikev2));
      if (!p.or("authentication", "pre-share").value().equals("pre-share")) continue;
      peer.key().ifPresent(tunnel::key);
    }
    if (proposals.isEmpty()) {
      reading.undefined(peer.line(), peer.name() + " has no isakmp-proposal");
    }
    tunnel.oneOf(proposals);
  }

  /** The sections that a line names, one after the other. */
  List<Section> named(Section section, String what, String kind) {
    List<Section> all = new ArrayList<>();
    Optional<Found> names = section.one(what);
    if (names.isEmpty()) return all;
    for (String name : names.get().value().split(" ")) {
      reading.use(kind, new Found(name, names.get().line())).ifPresent(all::add);
    }
    return all;
  }

  private static List<Proposal> proposals(Section p, boolean ikev2) {
    Found lifetime = p.or("lifetime", "86400");
    List<Proposal> all = new ArrayList<>();
    for (Found cipher : several(p, "encryption", "3des", StoneValues::cipher)) {
      for (Found hash : ikev2 ? integrity(p) : several(p, "hash", "sha", StoneValues::hash)) {
        for (Found group : several(p, "group", "2", StoneValues::group)) {
          all.add(
              new Proposal()
                  .add(Parameter.IKE_ENCRYPTION, cipher)
                  .add(Parameter.IKE_HASH, hash)
                  .add(Parameter.IKE_GROUP, group)
                  .add(Parameter.IKE_LIFETIME, lifetime));
        }
      }
    }
    return all;
  }

  /** The PRF is a setting of its own, and SHA-1 unless it is set. */
  private static List<Found> integrity(Section p) {
    List<Found> prfs = several(p, "prf", "sha", StoneValues::hash);
    List<Found> all = new ArrayList<>();
    for (Found hash : several(p, "hash", "sha", StoneValues::hash)) {
      boolean same = prfs.stream().anyMatch(f -> f.value().equals(hash.value()));
      Found prf = prfs.getFirst();
      all.add(same ? hash : new Found(hash.value() + " with PRF " + prf.value(), prf.line()));
    }
    return all;
  }

  /** What the words of the last line mean; one that is not known is reported and stays as it is. */
  static List<Found> several(
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

  private void identities(FoundTunnel tunnel, Section peer) {
    peer.one("other").ifPresent(f -> tunnel.add(Parameter.REMOTE_ID, f));
    Optional<Found> self = peer.one("self");
    if (self.isPresent()) {
      tunnel.add(Parameter.LOCAL_ID, self.get());
      return;
    }
    Optional<String> own =
        peer.one("interface")
            .flatMap(f -> reading.find(Kind.INTERFACE, f.value().toLowerCase(Locale.ROOT)))
            .map(Section::use)
            .flatMap(StoneIke::address);
    own.ifPresentOrElse(
        a -> tunnel.add(Parameter.LOCAL_ID, a, 0), () -> tunnel.elsewhere(Parameter.LOCAL_ID));
  }

  /** The first address of an interface; one that it is given is not in the text. */
  private static Optional<String> address(Section port) {
    return port.all("ip").stream()
        .map(f -> f.value().split("[ /]"))
        .filter(w -> w.length > 1 && w[0].equals("address") && Networks.isAddress(w[1]))
        .map(w -> w[1])
        .findFirst();
  }
}
