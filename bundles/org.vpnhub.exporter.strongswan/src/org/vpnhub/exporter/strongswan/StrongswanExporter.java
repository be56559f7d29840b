package org.vpnhub.exporter.strongswan;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.linux.LinuxRouter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;

/**
 * Writes {@code swanctl.conf}, and what a router needs beside it, for strongSwan 5.9 and 6.0 on
 * Linux.
 *
 * <p>Policy-based: the selectors decide what enters the tunnel. Where the remote side covers the
 * site's own network, a pass policy keeps that network out of the tunnel; it has a connection of
 * its own, whose peer nobody is, so that no packet of a peer ever matches it. {@code unique = no}
 * still obeys INITIAL_CONTACT of a hub that was restarted, and lets both ends initiate.
 */
@Component(service = Exporter.class)
public final class StrongswanExporter extends SwanctlExporter {
  /** Device id of this exporter. */
  public static final String DEVICE_ID = "strongswan";

  @Activate
  public StrongswanExporter() {
    super(StrongswanCapabilities.SWANCTL);
  }

  @Override
  String release(SiteView site) {
    return site.device().release();
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    List<ExportedFile> files = new ArrayList<>();
    files.add(swanctl(site));
    files.addAll(LinuxRouter.files(site));
    return files;
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection("Network", network(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(
            ChecklistSection.ROLL_BACK,
            List.of(
                new Item("Take the connections and keys away, and end what is up", unloaded(site)),
                LinuxRouter.rollBack())));
  }

  private static String unloaded(SiteView site) {
    StringBuilder lines =
        new StringBuilder("rm /etc/swanctl/conf.d/vpnhub.conf && swanctl --load-all --clear");
    for (TunnelView t : site.tunnels()) {
      lines.append("\nswanctl --terminate --ike ").append(t.name());
    }
    return lines.toString();
  }

  private static List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Install strongSwan (release 5.9.6 or later for start_action trap|start) and nftables",
            "apt-get install charon-systemd strongswan-swanctl libstrongswan-standard-plugins"
                + " nftables"));
    items.add(
        new Item(
            "Copy swanctl.conf, readable by root alone",
            "install -m 600 swanctl.conf /etc/swanctl/conf.d/vpnhub.conf"));
    items.addAll(LinuxRouter.keys(site));
    items.addAll(LinuxRouter.install());
    items.add(
        new Item(
            "Load, now and at each start of the machine",
            "systemctl enable --now strongswan && swanctl --load-all"));
    return items;
  }

  /** Firewall, NAT and routes; the same for both of strongSwan's languages. */
  static List<Item> network(SiteView site) {
    List<Item> items = new ArrayList<>(LinuxRouter.network(site));
    items.add(
        new Item(
            "Routes: strongSwan puts its own into table 220. Hosts of the LAN need this machine as"
                + " their router towards",
            LinuxRouter.list(site.remote())));
    items.add(
        new Item(
            "MTU " + site.mtu() + " for this machine's own traffic, in strongswan.conf",
            "charon { plugins { kernel-netlink { mtu = %d mss = %d } } }"
                .formatted(site.mtu(), site.mss())));
    return items;
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Security associations",
            "swanctl --list-sas    (expect ESTABLISHED, and INSTALLED for each child)"));
    items.add(new Item("Policies and routes", "swanctl --list-pols; ip route show table 220"));
    items.addAll(LinuxRouter.ping(site));
    items.add(
        new Item(
            "Rehearse a rekey: a wrong PFS group shows only then",
            "swanctl --rekey --child <child>; swanctl --rekey --ike <connection>"));
    items.add(new Item("Why it does not come up", "swanctl --log; journalctl -u strongswan"));
    return items;
  }
}
