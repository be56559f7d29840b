package org.vpnhub.exporter.hillstone.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Proposal;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;
import org.vpnhub.exporter.read.ZonedTunnels;

/** Puts tunnels together: one for each {@code tunnel ipsec ... auto}. */
public final class StoneTunnels {
  private static final String ANY = "0.0.0.0/0 - 0.0.0.0/0";

  private final Reading reading;
  private final StoneIke ike;
  private final StoneNat nat;
  private final ZonedTunnels tunnels = new ZonedTunnels();
  private final Set<String> zones = new LinkedHashSet<>();

  public StoneTunnels(Reading reading) {
    this.reading = reading;
    ike = new StoneIke(reading);
    nat = new StoneNat(reading);
  }

  public void find() {
    for (Section t : reading.all(Kind.TUNNEL)) tunnel(t);
    for (Section route : reading.all(Kind.ROUTE)) {
      String via = route.or("via", "").value();
      if (!tunnels.at(via).isEmpty()) tunnels.route(via, route.use().one("to").orElseThrow());
    }
    StoneRules rules = new StoneRules(reading);
    for (String zone : zones) {
      rules.add(tunnels, zone, Parameter.PERMIT_OUT);
      rules.add(tunnels, zone, Parameter.PERMIT_IN);
    }
    tunnels.all().forEach(reading::add);
  }

  private void tunnel(Section t) {
    FoundTunnel tunnel = new FoundTunnel(t.name(), t.line());
    Optional<Section> port = port(t);
    Optional<String> zone = port.flatMap(this::zone);
    zone.ifPresent(zones::add);
    tunnels.add(tunnel, port.map(Section::name).orElse(""), zone.orElse(""));
    selectors(tunnel, t);
    phase2(tunnel, t);
    Optional<Found> peer = t.one("isakmp-peer");
    if (peer.isEmpty()) reading.undefined(t.line(), t.name() + " has no isakmp-peer");
    peer.flatMap(f -> reading.use(Kind.PEER, f)).ifPresent(p -> ike.add(tunnel, p));
    nat.exemptions(tunnel, port.map(Section::name).orElse(""), zone.orElse(""));
    Optional<Section> device = reading.find(Kind.DEVICE, "");
    Optional<Found> mss = device.flatMap(d -> d.one("mss"));
    tunnel.add(Parameter.TCP_MSS, mss.orElse(new Found("1380", 0)));
  }

  /** The interface of a tunnel; one without is for rules of the policy alone. */
  private Optional<Section> port(Section t) {
    t.one("disable")
        .ifPresent(f -> reading.undefined(f.line(), "tunnel " + t.name() + " is switched off"));
    for (Section port : reading.all(Kind.INTERFACE)) {
      boolean here = port.all("tunnel").stream().anyMatch(f -> f.value().equals(t.name()));
      if (here) return Optional.of(port.use());
    }
    boolean byRule = false;
    for (Section rule : reading.all(Kind.RULE)) {
      String action = rule.or("action", "").value();
      byRule |= action.matches("(?i)(from ?)?tunnel \\Q" + t.name() + "\\E");
    }
    if (!byRule) reading.undefined(t.line(), t.name() + " is a tunnel on no interface");
    return Optional.empty();
  }

  private Optional<String> zone(Section port) {
    Optional<Found> zone = port.one("zone");
    if (zone.isEmpty()) {
      reading.undefined(port.line(), "interface " + port.name() + " is in no zone");
      return Optional.empty();
    }
    return reading.use(Kind.ZONE, zone.get()).map(Section::name);
  }

  private static void selectors(FoundTunnel tunnel, Section t) {
    if (!t.has("pair")) tunnel.add(Parameter.SELECTOR, ANY, 0);
    t.all("pair").forEach(f -> tunnel.add(Parameter.SELECTOR, f));
    t.one("mode").filter(f -> !f.value().equals("tunnel")).ifPresent(f -> t.unknown(f.line()));
  }

  private void phase2(FoundTunnel tunnel, Section t) {
    List<Proposal> proposals = new ArrayList<>();
    for (Section p : ike.named(t, "ipsec-proposal", Kind.IPSEC_PROPOSAL)) {
      proposals.addAll(proposals(p));
    }
    if (proposals.isEmpty()) reading.undefined(t.line(), t.name() + " has no ipsec-proposal");
    tunnel.oneOf(proposals);
  }

  private static List<Proposal> proposals(Section p) {
    p.one("protocol").filter(f -> !f.value().equals("esp")).ifPresent(f -> p.unknown(f.line()));
    p.one("compression").ifPresent(f -> p.unknown(f.line()));
    Found volume = p.or("lifesize", "0");
    boolean endless = volume.value().equals("0");
    List<Proposal> all = new ArrayList<>();
    for (Found cipher : StoneIke.several(p, "encryption", "3des", StoneValues::cipher)) {
      for (Found hash : hashes(p, cipher)) {
        all.add(
            new Proposal()
                .add(Parameter.ESP_ENCRYPTION, cipher)
                .add(Parameter.ESP_HASH, hash)
                .add(
                    Parameter.PFS,
                    StoneIke.several(p, "group", "nopfs", StoneValues::group).getFirst())
                .add(Parameter.ESP_LIFETIME, p.or("lifetime", "28800"))
                .add(Parameter.VOLUME_LIFETIME, endless ? "none" : volume.value(), volume.line()));
      }
    }
    return all;
  }

  private static List<Found> hashes(Section p, Found cipher) {
    if (cipher.value().contains("gcm")) return List.of(new Found("none", cipher.line()));
    return StoneIke.several(p, "hash", "sha", StoneValues::hash);
  }
}
