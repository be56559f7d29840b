package org.vpnhub.exporter.vyos.internal;

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

/** Puts a tunnel together for each peer. */
public final class VyosTunnels {
  private final Reading reading;
  private final VyosRules rules;

  public VyosTunnels(Reading reading) {
    this.reading = reading;
    rules = new VyosRules(reading);
  }

  /** Adds all tunnels to what was read. */
  public void find() {
    boolean listens = reading.find(Kind.DEVICE, "").map(d -> d.has("interface")).orElse(false);
    for (Section peer : reading.all(Kind.PEER)) {
      if (peer.has("disable")) {
        reading.skipped(peer.line());
        continue;
      }
      if (!listens) reading.undefined(peer.line(), "vpn ipsec has no interface");
      tunnel(peer);
    }
  }

  private void tunnel(Section peer) {
    FoundTunnel tunnel = new FoundTunnel(peer.name(), peer.line());
    peer.one("remote-address").ifPresent(f -> tunnel.add(Parameter.PEER, f));
    Optional<Section> ike = peer.one("ike-group").flatMap(f -> reading.use(Kind.IKE, f));
    ike.ifPresent(group -> phase1(tunnel, group));
    identity(tunnel, peer);
    List<Section> children = children(peer.name());
    Optional<Found> esp =
        children.stream()
            .flatMap(c -> c.one("esp-group").stream())
            .findFirst()
            .or(() -> children.isEmpty() ? peer.one("vti esp-group") : Optional.empty())
            .or(() -> peer.one("default-esp-group"));
    peer.one("vti esp-group").ifPresent(f -> reading.use(Kind.ESP, f));
    esp.flatMap(f -> reading.use(Kind.ESP, f)).ifPresent(group -> phase2(tunnel, group, ike));
    if (children.isEmpty() && peer.has("vti bind")) {
      String everything = PlanValues.pair(Ipv4Prefix.ANY, Ipv4Prefix.ANY);
      tunnel.add(Parameter.SELECTOR, everything, peer.one("vti bind").orElseThrow().line());
    }
    for (Section child : children) selectors(tunnel, child);
    peer.one("vti bind")
        .flatMap(name -> reading.use(Kind.VTI, name))
        .ifPresent(vti -> tunnelInterface(tunnel, vti));
    reading.add(tunnel);
  }

  private List<Section> children(String peer) {
    return reading.all(Kind.TUNNEL).stream()
        .filter(t -> t.or("of", "").value().equals(peer) && !t.has("disable"))
        .toList();
  }

  private static void selectors(FoundTunnel tunnel, Section child) {
    for (Found local : child.all("local")) {
      for (Found remote : child.all("remote")) {
        int line = Math.max(local.line(), remote.line());
        tunnel.add(Parameter.SELECTOR, local.value() + " - " + remote.value(), line);
      }
    }
  }

  private void tunnelInterface(FoundTunnel tunnel, Section vti) {
    if (vti.has("disable")) reading.undefined(vti.line(), vti.name() + " is disabled");
    vti.one("mss").ifPresent(f -> tunnel.add(Parameter.TCP_MSS, f));
    for (Section route : reading.all(Kind.ROUTE)) {
      for (Found via : route.all("interface")) {
        if (!via.value().equals(vti.name())) continue;
        Networks.parse(route.use().name())
            .ifPresent(p -> tunnel.add(Parameter.ROUTE, p.toString(), via.line()));
      }
    }
    rules.add(tunnel, vti.name());
  }

  // ---------------------------------------------------------------- groups

  /** Defaults: "IPsec", IKE. Without a version the peer may speak both. */
  private void phase1(FoundTunnel tunnel, Section ike) {
    ike.one("key-exchange").ifPresent(f -> tunnel.add(Parameter.IKE_VERSION, f));
    tunnel.add(Parameter.IKE_MODE, ike.or("mode", "main"));
    tunnel.add(Parameter.IKE_LIFETIME, ike.or("lifetime", "28800"));
    tunnel.add(Parameter.DPD, ike.or("dead-peer-detection interval", "none"));
    List<Proposal> all = new ArrayList<>();
    for (Section p : proposals(Kind.IKE_PROPOSAL, ike)) {
      Found group = group(p);
      Found cipher = cipher(p);
      all.add(
          new Proposal()
              .add(Parameter.IKE_ENCRYPTION, cipher)
              .add(Parameter.IKE_HASH, hash(p, cipher))
              .add(Parameter.IKE_GROUP, group));
    }
    tunnel.oneOf(all);
  }

  private static Found group(Section proposal) {
    Found group = proposal.or("dh-group", "2");
    return new Found("group" + group.value(), group.line());
  }

  /** With an AEAD cipher the PRF alone; otherwise a PRF of its own must be of the same hash. */
  private static Found hash(Section proposal, Found cipher) {
    Found hash = proposal.or("hash", "sha1");
    Optional<Found> prf =
        proposal.one("prf").map(f -> new Found(f.value().replaceFirst("^prf", ""), f.line()));
    if (prf.isEmpty() || prf.get().value().equals(hash.value())) return hash;
    if (isAead(cipher)) return prf.get();
    return new Found(hash.value() + " with PRF " + prf.get().value(), prf.get().line());
  }

  private void phase2(FoundTunnel tunnel, Section esp, Optional<Section> ike) {
    tunnel.add(Parameter.ESP_LIFETIME, esp.or("lifetime", "3600"));
    tunnel.add(Parameter.VOLUME_LIFETIME, esp.or("life-bytes", "none"));
    if (!esp.or("mode", "tunnel").value().equals("tunnel")) {
      reading.undefined(esp.line(), esp.name() + " is not in tunnel mode");
    }
    tunnel.add(Parameter.PFS, pfs(esp, ike));
    List<Proposal> all = new ArrayList<>();
    for (Section p : proposals(Kind.ESP_PROPOSAL, esp)) {
      Found cipher = cipher(p);
      Found hash = p.or("hash", "sha1");
      all.add(
          new Proposal()
              .add(Parameter.ESP_ENCRYPTION, cipher)
              .add(Parameter.ESP_HASH, isAead(cipher) ? new Found("none", cipher.line()) : hash));
    }
    tunnel.oneOf(all);
  }

  /** On by default, with the group of phase 1. */
  private Found pfs(Section esp, Optional<Section> ike) {
    Found pfs = esp.or("pfs", "enable");
    return switch (pfs.value()) {
      case "disable" -> new Found("none", pfs.line());
      case "enable" ->
          new Found(
              ike.flatMap(g -> proposals(Kind.IKE_PROPOSAL, g).stream().findFirst())
                  .map(p -> group(p).value())
                  .orElse("group2"),
              pfs.line());
      default -> new Found(pfs.value().replaceFirst("^dh-", ""), pfs.line());
    };
  }

  private List<Section> proposals(String kind, Section group) {
    return reading.all(kind).stream()
        .filter(p -> p.or("of", "").value().equals(group.name()))
        .toList();
  }

  private static Found cipher(Section proposal) {
    Found word = proposal.or("encryption", "aes128");
    return new Found(word.value().replaceFirst("gcm128$", "gcm16"), word.line());
  }

  private static boolean isAead(Found cipher) {
    return cipher.value().matches(".*(gcm|ccm|poly1305).*");
  }

  // ---------------------------------------------------------------- identities

  private void identity(FoundTunnel tunnel, Section peer) {
    if (!peer.has("local-address") && !peer.has("dhcp-interface")) {
      reading.undefined(peer.line(), "peer " + peer.name() + " has no local address");
    }
    Optional<Found> mine = peer.one("authentication local-id").or(() -> peer.one("local-address"));
    mine.ifPresentOrElse(
        f -> tunnel.add(Parameter.LOCAL_ID, f), () -> tunnel.elsewhere(Parameter.LOCAL_ID));
    Optional<Found> theirs =
        peer.one("authentication remote-id").or(() -> peer.one("remote-address"));
    theirs.ifPresent(f -> tunnel.add(Parameter.REMOTE_ID, f));
    if (!peer.or("authentication mode", "").value().equals("pre-shared-secret")) return;
    for (Section psk : reading.all(Kind.PSK)) {
      if (isFor(psk, mine) && isFor(psk, theirs)) psk.key().ifPresent(tunnel::key);
    }
  }

  private static boolean isFor(Section psk, Optional<Found> identity) {
    return psk.all("id").stream()
        .anyMatch(id -> identity.isEmpty() || id.value().equals(identity.get().value()));
  }
}
