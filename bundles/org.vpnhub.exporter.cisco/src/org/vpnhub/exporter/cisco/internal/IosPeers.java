package org.vpnhub.exporter.cisco.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Proposal;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Identities, keys and dead peer detection, which both versions of IKE have. */
final class IosPeers {
  private final Reading reading;

  IosPeers(Reading reading) {
    this.reading = reading;
  }

  /** What the whole device is set to. */
  Optional<Found> device(String what) {
    return reading.find(Kind.DEVICE, "").flatMap(d -> d.one(what));
  }

  /**
   * @param self an identity, or {@code of address}, {@code of hostname} and the like for the
   *     device's own
   */
  void self(FoundTunnel tunnel, Found self, Optional<String> local) {
    Optional<String> own =
        switch (self.value()) {
          case "of address" -> local;
          case "of hostname", "of fqdn" -> hostname();
          default -> self.value().startsWith("of ") ? Optional.empty() : Optional.of(self.value());
        };
    own.ifPresentOrElse(
        id -> tunnel.add(Parameter.LOCAL_ID, id, self.line()),
        () -> tunnel.elsewhere(Parameter.LOCAL_ID));
  }

  private Optional<String> hostname() {
    return device("hostname").flatMap(h -> device("domain").map(d -> h.value() + "." + d.value()));
  }

  /** Each of the identities is accepted. */
  void remote(FoundTunnel tunnel, List<Found> matches) {
    tunnel.oneOf(matches.stream().map(m -> new Proposal().add(Parameter.REMOTE_ID, m)).toList());
  }

  /** Dead peer detection of the profile, or of the device. */
  Found dpd(Section profile, String ofDevice) {
    return profile.one("dpd").or(() -> device(ofDevice)).orElse(new Found("none", 0));
  }

  /** The key for the hub: that of the narrowest addresses. */
  Optional<Secret> key(String kind, String keyring, String hub) {
    if (!Networks.isAddress(hub)) return Optional.empty();
    Ipv4Address address = Ipv4Address.parse(hub);
    return reading.all(kind).stream()
        .filter(k -> k.or("of", "").value().equals(keyring))
        .filter(k -> addresses(k).map(p -> p.contains(address)).orElse(false))
        .max(Comparator.comparingInt(k -> addresses(k).orElseThrow().length()))
        .flatMap(Section::key);
  }

  private static Optional<Ipv4Prefix> addresses(Section key) {
    return key.one("address").flatMap(f -> Networks.parse(f.value()));
  }
}
