package org.vpnhub.exporter.cisco;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.view.PlainWords;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;

/** The commands that delete what a configuration brought. */
final class IosRemoval {
  private final List<String> lines;

  IosRemoval(List<String> lines) {
    this.lines = lines;
  }

  /**
   * @param to the interface, and the distance if there is one
   */
  void routes(List<Ipv4Prefix> destinations, String to) {
    for (Ipv4Prefix p : destinations) {
      lines.add("no ip route " + p.address() + " " + p.netmask() + " " + to);
    }
  }

  void lists(List<String> names) {
    for (String name : names) lines.add("no ip access-list extended " + name);
  }

  /** What the tunnel's phases are made of; its IPsec profile or crypto map is gone already. */
  void phases(TunnelView t) {
    String name = IosWords.name(t);
    lines.add("no crypto ipsec transform-set " + name);
    if (t.ikev2()) {
      lines.add("no crypto ikev2 profile " + name);
      lines.add("no crypto ikev2 keyring " + name);
    } else {
      lines.add("no crypto isakmp profile " + name);
      lines.add("no crypto keyring " + name);
      lines.add("no crypto isakmp policy " + t.rule());
    }
  }

  /** The IKEv2 policies, one for each address of the device, and all proposals. */
  void policies(SiteView site) {
    List<TunnelView> v2 = site.tunnels().stream().filter(TunnelView::ikev2).toList();
    Set<Ipv4Address> addresses = new HashSet<>();
    for (TunnelView t : v2) {
      if (!addresses.add(PlainWords.outer(site, t))) continue;
      lines.add("no crypto ikev2 policy " + IosWords.name(t));
    }
    for (TunnelView t : v2) lines.add("no crypto ikev2 proposal " + IosWords.name(t));
  }
}
