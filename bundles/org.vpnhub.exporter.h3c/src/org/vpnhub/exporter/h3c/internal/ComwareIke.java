package org.vpnhub.exporter.h3c.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Proposal;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Phase 1 of a tunnel: IKEv2 where the entry names an IKEv2 profile, IKEv1 otherwise. */
final class ComwareIke {
  private final Reading reading;

  ComwareIke(Reading reading) {
    this.reading = reading;
  }

  void add(FoundTunnel tunnel, Section entry, Section on) {
    Optional<Found> v2 = entry.one("ikev2-profile");
    Optional<Found> v1 = entry.one("ike-profile");
    if (v2.isPresent()) {
      tunnel.add(Parameter.IKE_VERSION, "ikev2", v2.get().line());
      reading.use(Kind.IKEV2_PROFILE, v2.get()).ifPresent(p -> ikev2(tunnel, p, entry, on));
    } else if (v1.isPresent()) {
      tunnel.add(Parameter.IKE_VERSION, "ikev1", v1.get().line());
      reading.use(Kind.PROFILE, v1.get()).ifPresent(p -> ikev1(tunnel, p, entry, on));
    } else {
      reading.undefined(entry.line(), entry.name() + " has no ike-profile");
    }
  }

  private void ikev1(FoundTunnel tunnel, Section profile, Section entry, Section on) {
    tunnel.add(Parameter.IKE_MODE, profile.or("exchange-mode", "main"));
    common(tunnel, profile, on, "dpd");
    key(tunnel, profile, entry, Kind.KEYCHAIN);
    List<Proposal> proposals = new ArrayList<>();
    for (Section p : named(profile, Kind.IKE_PROPOSAL)) {
      Found lifetime = p.or("sa duration", "86400");
      List<Found> hashes = several(p, "authentication-algorithm", "sha", ComwareValues::hash);
      for (Proposal some : combined(p, "encryption-algorithm", hashes)) {
        proposals.add(some.add(Parameter.IKE_LIFETIME, lifetime));
      }
    }
    tunnel.oneOf(proposals);
  }

  private void ikev2(FoundTunnel tunnel, Section profile, Section entry, Section on) {
    tunnel.add(Parameter.IKE_LIFETIME, profile.or("sa duration", "86400"));
    common(tunnel, profile, on, "ikev2 dpd");
    boolean keys =
        profile.or("authentication-method local", "").value().equals("pre-share")
            && profile.or("authentication-method remote", "").value().equals("pre-share");
    if (keys) key(tunnel, profile, entry, Kind.IKEV2_KEYCHAIN);
    List<Proposal> proposals = new ArrayList<>();
    for (Section policy : reading.all(Kind.IKEV2_POLICY)) {
      for (Section p : named(policy, Kind.IKEV2_PROPOSAL)) {
        proposals.addAll(combined(p, "encryption", integrity(p)));
      }
    }
    tunnel.oneOf(proposals);
  }

  private List<Section> named(Section section, String kind) {
    List<Section> all = new ArrayList<>();
    for (Found names : section.all("proposal")) {
      for (String name : names.value().split(" ")) {
        reading.use(kind, new Found(name, names.line())).ifPresent(all::add);
      }
    }
    return all;
  }

  /** Each cipher with each hash and each group. */
  private static List<Proposal> combined(Section p, String ciphers, List<Found> hashes) {
    List<Proposal> all = new ArrayList<>();
    String otherwise = ciphers.equals("encryption") ? "" : "des-cbc";
    String group = ciphers.equals("encryption") ? "" : "group1";
    for (Found cipher : several(p, ciphers, otherwise, ComwareValues::cipher)) {
      for (Found hash : hashes) {
        for (Found g : several(p, "dh", group, ComwareValues::group)) {
          all.add(
              new Proposal()
                  .add(Parameter.IKE_ENCRYPTION, cipher)
                  .add(Parameter.IKE_HASH, hash)
                  .add(Parameter.IKE_GROUP, g));
        }
      }
    }
    return all;
  }

  /** The PRF is that of the integrity algorithm unless it is set. */
  private static List<Found> integrity(Section p) {
    List<Found> prfs = several(p, "prf", "", ComwareValues::hash);
    List<Found> all = new ArrayList<>();
    for (Found hash : several(p, "integrity", "", ComwareValues::hash)) {
      boolean same = prfs.isEmpty() || prfs.stream().anyMatch(f -> f.value().equals(hash.value()));
      all.add(
          same
              ? hash
              : new Found(
                  hash.value() + " with PRF " + prfs.getFirst().value(), prfs.getFirst().line()));
    }
    return all;
  }

  /** What the words of the last line mean; one that is not known is reported and stays as it is. */
  static List<Found> several(
      Section p, String what, String otherwise, Function<String, Optional<String>> meaning) {
    Found found = p.or(what, otherwise);
    List<Found> all = new ArrayList<>();
    if (found.value().isEmpty()) return all;
    for (String word : found.value().split(" ")) {
      Optional<String> value = meaning.apply(word);
      if (value.isEmpty()) p.unknown(found.line());
      all.add(new Found(value.orElse(word), found.line()));
    }
    return all;
  }

  // ---------------------------------------------------------------- identities, keys, DPD

  private void common(FoundTunnel tunnel, Section profile, Section on, String ofDevice) {
    tunnel.add(
        Parameter.DPD, profile.one("dpd").or(() -> device(ofDevice)).orElse(new Found("none", 0)));
    tunnel.oneOf(
        profile.all("match").stream()
            .map(m -> new Proposal().add(Parameter.REMOTE_ID, m))
            .toList());
    Optional<Found> self = profile.one("self");
    if (self.isEmpty() && ofDevice.equals("dpd")) self = device("self");
    self.ifPresentOrElse(
        f -> tunnel.add(Parameter.LOCAL_ID, f),
        () -> on.one("ip address").ifPresent(f -> ownAddress(tunnel, f.value().split(" ")[0])));
  }

  /** The address of the interface; one that it is given is not in the text. */
  private static void ownAddress(FoundTunnel tunnel, String address) {
    if (Networks.isAddress(address)) tunnel.add(Parameter.LOCAL_ID, address, 0);
    else tunnel.elsewhere(Parameter.LOCAL_ID);
  }

  private Optional<Found> device(String what) {
    return reading.find(Kind.DEVICE, "").flatMap(d -> d.one(what));
  }

  /** The key for the hub: that of the narrowest addresses. */
  private void key(FoundTunnel tunnel, Section profile, Section entry, String kind) {
    Optional<Found> name = profile.one("keychain");
    if (name.isEmpty()) {
      reading.undefined(profile.line(), profile.name() + " has no keychain");
      return;
    }
    Optional<Section> chain = reading.use(kind, name.get());
    String hub = entry.or("remote-address", "").value();
    if (chain.isEmpty() || !Networks.isAddress(hub)) return;
    String of = kind + " " + chain.get().name();
    Ipv4Address address = Ipv4Address.parse(hub);
    reading.all(Kind.KEY).stream()
        .filter(k -> k.or("of", "").value().equals(of) && addresses(k).contains(address))
        .max(Comparator.comparingInt(k -> addresses(k).length()))
        .flatMap(Section::key)
        .ifPresent(tunnel::key);
  }

  private static Ipv4Prefix addresses(Section key) {
    return Ipv4Prefix.parse(key.or("address", "0.0.0.0/0").value());
  }
}
