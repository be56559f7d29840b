package org.vpnhub.exporter.huawei.internal;

import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** A firewall: policies between zones for NAT and for what passes, and one MSS for all. */
final class UsgSurroundings implements VrpTunnels.Surroundings {
  private final Reading reading;
  private final UsgRules rules;

  UsgSurroundings(Reading reading) {
    this.reading = reading;
    rules = new UsgRules(reading);
  }

  @Override
  public void add(FoundTunnel tunnel, Section on) {
    String zone = zone(on);
    rules.add(tunnel, Parameter.NAT_EXEMPTION, Kind.TRANSLATION, "no-nat", zone, false);
    rules.add(tunnel, Parameter.PERMIT_OUT, Kind.PERMISSION, "permit", zone, false);
    rules.add(tunnel, Parameter.PERMIT_IN, Kind.PERMISSION, "permit", zone, true);
    reading
        .find(Kind.DEVICE, "")
        .flatMap(d -> d.one("mss"))
        .ifPresent(f -> tunnel.add(Parameter.TCP_MSS, f));
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
