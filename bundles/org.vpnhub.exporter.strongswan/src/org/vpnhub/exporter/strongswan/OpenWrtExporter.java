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

/**
 * Writes {@code swanctl.conf} and the firewall of an OpenWrt router, whose IPsec is strongSwan.
 *
 * <p>Sources: OpenWrt user guide, "Firewall configuration" (rules, and includes of firewall4), and
 * the package strongswan-swanctl, whose service loads {@code /etc/swanctl/conf.d}. The older file
 * {@code /etc/config/ipsec} cannot say all that is needed here. What the firewall's own language
 * cannot say of IPsec, nftables rules in two of its chains do.
 */
@Component(service = Exporter.class)
public final class OpenWrtExporter extends SwanctlExporter {
  static final String DEVICE_ID = "openwrt";
  static final String UCI = "vpnhub.uci";
  static final String FORWARD = "forward.nft";
  static final String SRCNAT = "srcnat.nft";

  @Activate
  public OpenWrtExporter() {
    super(StrongswanCapabilities.OPENWRT);
  }

  /** All releases that are supported have one that is new enough. */
  @Override
  String release(SiteView site) {
    return "";
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(
        swanctl(site),
        new ExportedFile(UCI, text("openwrt-uci.ftl", site), ExportedFile.READABLE),
        new ExportedFile(FORWARD, text("openwrt-forward.ftl", site), ExportedFile.READABLE),
        new ExportedFile(
            SRCNAT,
            "# What enters the tunnel keeps its address\nrt ipsec exists accept\n",
            ExportedFile.READABLE));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(
            ChecklistSection.ROLL_BACK,
            List.of(
                new Item(
                    "Take the rules away",
                    "for s in ike esp forward srcnat; do uci -q delete firewall.vpnhub_$s; done\n"
                        + "uci commit firewall && rm -r /etc/vpnhub && service firewall restart"),
                new Item(
                    "Take the connections away",
                    "rm /etc/swanctl/conf.d/vpnhub.conf && service swanctl restart"),
                new Item("Forget the files", "sed -i /vpnhub/d /etc/sysupgrade.conf"),
                new Item(
                    "Or go back to the whole firewall as it was saved",
                    "cp -a /etc/config/firewall.before-vpnhub /etc/config/firewall"))));
  }

  private static List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Install strongSwan",
            "opkg update && opkg install strongswan-default strongswan-swanctl"
                + " strongswan-mod-openssl strongswan-mod-gcm strongswan-mod-kdf"
                + " strongswan-mod-chapoly strongswan-mod-curve25519"));
    items.add(
        new Item(
            "Save what is there", "cp -a /etc/config/firewall /etc/config/firewall.before-vpnhub"));
    items.add(
        new Item(
            "Copy the files into /tmp of the router, and from there",
            "cd /tmp && mkdir -p /etc/vpnhub && cp forward.nft srcnat.nft /etc/vpnhub/\n"
                + "cp swanctl.conf /etc/swanctl/conf.d/vpnhub.conf && chmod 600"
                + " /etc/swanctl/conf.d/vpnhub.conf && rm swanctl.conf"));
    items.addAll(LinuxRouter.keys(site));
    items.add(
        new Item(
            "Set up and load the firewall", "uci batch < vpnhub.uci && service firewall restart"));
    items.add(
        new Item(
            "Load, now and at each start of the router",
            "service swanctl enable && service swanctl restart"));
    items.add(
        new Item(
            "Keep the files when the router is upgraded",
            "echo /etc/vpnhub/ >> /etc/sysupgrade.conf\n"
                + "echo /etc/swanctl/conf.d/vpnhub.conf >> /etc/sysupgrade.conf"));
    return items;
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Security associations",
            "swanctl --list-sas    (expect ESTABLISHED, and INSTALLED for each child)"));
    items.add(
        new Item("Rules are in their chains", "fw4 check; nft list chain inet fw4 forward | head"));
    items.addAll(LinuxRouter.ping(site));
    items.add(new Item("Why it does not come up", "logread -e ipsec"));
    return items;
  }
}
