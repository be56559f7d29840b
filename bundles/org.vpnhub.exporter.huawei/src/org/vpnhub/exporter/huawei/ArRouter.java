package org.vpnhub.exporter.huawei;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceCapabilities.VolumeLimit;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;

/**
 * An AR router. Other than firewalls it has no security zones, and everything passes unless
 * somebody filters.
 *
 * <p>After "Huawei AR Series Enterprise Routers Product Documentation": CLI-based Configuration
 * Guide - VPN, IPSec Configuration. Its configuration files show {@code version}, {@code
 * pre-shared-key cipher}, {@code remote-id} without a type, {@code ipsec authentication sha2
 * compatible enable} and tunnel interfaces with an IPsec profile. Ranges, defaults and the lifetime
 * by volume (0 is off) are those of the Command Reference, IPSec Configuration Commands, from
 * knowledge of it.
 */
abstract class ArRouter extends TemplateExporter {
  static final String FILE = "vpnhub.cfg";

  ArRouter(DeviceCapabilities device) {
    super(device, VrpWords.DIALECT);
  }

  /** What both ways to configure a tunnel have in common. */
  static DeviceCapabilities.Builder capabilities(String id, String platform) {
    return DeviceCapabilities.of(id, "Huawei", platform)
        .release(VrpWords.routerRelease("V200R010"))
        .release(VrpWords.strict(VrpWords.routerRelease("V300R022")))
        .keys(VrpWords.KEYS)
        .nameLength(VrpWords.LONGEST_NAME)
        .ikeLifetimes(60, 86400)
        .espLifetimes(480, 86400)
        .volumeLimit(VolumeLimit.SWITCHED_OFF)
        .verification(Verification.GRAMMAR);
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    return VrpWords.of(tunnel);
  }

  static String wan(SiteView site) {
    return site.device().wanInterface().replace(" ", "");
  }

  // ---------------------------------------------------------------- the checklist

  @Override
  protected final List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(ChecklistSection.ROLL_BACK, rollBack(site)));
  }

  /** What to look at before anything is pasted. */
  abstract void before(SiteView site, List<Item> items);

  /** How to see the lifetime by volume. */
  abstract String showLifetime(TunnelView tunnel);

  /** The commands that take everything back but phases 1 and 2: the users of a name first. */
  abstract void takenAway(SiteView site, List<String> lines);

  /** The same for what phases 1 and 2 have used. */
  abstract void takenAwayAtLast(SiteView site, List<String> lines);

  private List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Save what is there", "save before-vpnhub.cfg"));
    before(site, items);
    items.add(
        new Item(
            "Where packets are filtered on the way (traffic-filter, or a firewall between zones),"
                + " permit UDP 500, UDP 4500 and ESP from and to the hub, and what the tunnels"
                + " carry",
            "display current-configuration | include traffic-filter|packet-filter"));
    items.add(
        new Item(
            "Where an older export is in place, roll it back first: what it had more would stay",
            "see the end of this list"));
    items.add(new Item("Paste " + FILE, "system-view"));
    items.add(new Item("Save", "return\nsave"));
    return items;
  }

  private List<Item> verify(SiteView site) {
    return List.of(
        new Item("The IKE SA is there, with the flags RD and ST", "display ike sa"),
        new Item("An IPsec SA is there for each pair of networks", "display ipsec sa"),
        new Item("Its counters grow, and nothing is dropped", "display ipsec statistics"),
        new Item("The lifetime by volume is 0", showLifetime(site.tunnels().getFirst())),
        new Item("When it does not come up", "display ike error-info"));
  }

  private List<Item> rollBack(SiteView site) {
    List<String> lines = new ArrayList<>();
    lines.add("system-view");
    takenAway(site, lines);
    for (TunnelView t : site.tunnels()) {
      lines.add("undo ipsec proposal " + t.name());
      lines.add("undo ike peer " + t.name());
      lines.add("undo ike proposal " + words(t).get("proposal"));
    }
    takenAwayAtLast(site, lines);
    return List.of(
        new Item("Take everything back", String.join("\n", lines)),
        new Item(
            "If it was off before, switch the compatibility of SHA-2 off",
            "undo ipsec authentication sha2 compatible enable"));
  }

  static String route(Ipv4Prefix to, String behind) {
    return "undo ip route-static " + to.address() + " " + to.netmask() + " " + behind;
  }
}
