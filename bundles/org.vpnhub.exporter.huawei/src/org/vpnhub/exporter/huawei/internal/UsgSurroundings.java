package org.vpnhub.exporter.huawei.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;
import org.vpnhub.exporter.read.ZonePolicy;

/** A firewall: policies between zones for NAT and for what passes, and one MSS for all. */
final class UsgSurroundings implements VrpTunnels.Surroundings {
  private final Reading reading;

  UsgSurroundings(Reading reading) {
    this.reading = reading;
  }

  @Override
  public void add(FoundTunnel tunnel, Section on) {
    String zone = zone(on);
    policy(Kind.TRANSLATION).add(tunnel, Parameter.NAT_EXEMPTION, "no-nat", zone);
    policy(Kind.PERMISSION).add(tunnel, Parameter.PERMIT_OUT, "permit", zone);
    policy(Kind.PERMISSION).add(tunnel, Parameter.PERMIT_IN, "permit", zone);
    device().flatMap(d -> d.one("mss")).ifPresent(f -> tunnel.add(Parameter.TCP_MSS, f));
  }

  private ZonePolicy policy(String kind) {
    List<Found> moves = device().map(d -> d.all("moved " + kind)).orElse(List.of());
    return new ZonePolicy(reading, kind, moves, this::networks);
  }

  private Optional<Section> device() {
    return reading.find(Kind.DEVICE, "");
  }

  /** A rule for some services alone says nothing of the networks. */
  private List<Found> networks(Section rule, String side) {
    if (rule.has("service") || rule.has("application") || rule.has("user")) return List.of();
    String key = side + "-address";
    List<Found> all = new ArrayList<>(rule.all(key));
    for (Found set : rule.all(key + "-set")) {
      Optional<Section> addresses = reading.find(Kind.ADDRESSES, set.value());
      if (addresses.isEmpty()) continue;
      addresses.get().all("address").forEach(a -> all.add(new Found(a.value(), set.line())));
    }
    boolean any = !rule.has(key) && !rule.has(key + "-set");
    return any ? List.of(new Found("0.0.0.0/0", 0)) : all;
  }

  private String zone(Section on) {
    for (Section zone : reading.all(Kind.ZONE)) {
      boolean there = zone.all("add interface").stream().anyMatch(f -> f.value().equals(on.name()));
      if (there) return zone.use().name();
    }
    reading.undefined(on.line(), "interface " + on.name() + " is in no zone");
    return "";
  }
}
