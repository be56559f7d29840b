package org.vpnhub.exporter.huawei.internal;

import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.InterfaceNat;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** A router: NAT and MSS belong to the interface, and all may pass. */
final class ArSurroundings implements VrpTunnels.Surroundings {
  private final InterfaceNat nat;

  ArSurroundings(Reading reading) {
    nat = new InterfaceNat(reading, Kind.ACL);
  }

  @Override
  public void add(FoundTunnel tunnel, Section on) {
    nat.exemptions(tunnel, on.all("nat outbound"));
    on.one("tcp adjust-mss").ifPresent(f -> tunnel.add(Parameter.TCP_MSS, f));
  }
}
