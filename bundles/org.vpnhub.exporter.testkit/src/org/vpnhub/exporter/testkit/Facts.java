package org.vpnhub.exporter.testkit;

import java.util.List;
import java.util.Optional;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.plan.DevicePlan;

/** Facts of a device, as its exporter's own examples give them. */
public final class Facts {
  private Facts() {}

  /** A device of the oldest release for which everything is known that its exporter needs. */
  public static DevicePlan examples(DeviceCapabilities device) {
    String lan = text(device, SiteFact.LAN_INTERFACE);
    String nextHop = text(device, SiteFact.NEXT_HOP);
    return new DevicePlan(
        device.id(),
        device.releases().getFirst().name(),
        text(device, SiteFact.WAN_INTERFACE),
        Optional.empty(),
        lan.isEmpty() ? List.of() : List.of(lan),
        text(device, SiteFact.WAN_ZONE),
        text(device, SiteFact.LAN_ZONE),
        nextHop.isEmpty() ? Optional.empty() : Optional.of(Ipv4Address.parse(nextHop)),
        false,
        false,
        number(device, SiteFact.TUNNEL_NUMBER),
        number(device, SiteFact.RULE_NUMBER),
        text(device, SiteFact.VIRTUAL_ROUTER));
  }

  private static String text(DeviceCapabilities device, SiteFact fact) {
    return device.needs().getOrDefault(fact, "");
  }

  private static int number(DeviceCapabilities device, SiteFact fact) {
    String example = text(device, fact);
    return example.isEmpty() ? 0 : Integer.parseInt(example);
  }
}
