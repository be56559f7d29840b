package org.vpnhub.exporter.openiked;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceCapabilities.VolumeLimit;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.linux.IpsecFiles;
import org.vpnhub.exporter.linux.LinuxRouter;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.SitePlan;

/**
 * Writes {@code iked.conf} and the rules for {@code pf} that go with it, for OpenIKED on OpenBSD.
 *
 * <p>Sources: iked.conf(5), pf.conf(5), enc(4) and ipsec.conf(5) of OpenBSD 7.2. IKEv2 alone;
 * policy-based, with lists of networks. The packet filter sees the packets of the tunnel
 * unencrypted on enc0 and nowhere else, so translation on the way to the Internet does not touch
 * them.
 */
@Component(service = Exporter.class)
public final class OpenIkedExporter extends TemplateExporter {
  static final String CONF = "iked.conf";
  static final String PF = "vpnhub.pf";
  static final String BYPASS = "ipsec.conf";

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("openiked", "OpenIKED", "OpenBSD")
          .release(IkedWords.RELEASE)
          .keys(KeyRules.anyPrintable(256))
          .nameLength(60)
          .volumeLimit(VolumeLimit.SWITCHED_OFF)
          .natTraversalAlways()
          .verification(Verification.PARSER)
          .build();

  @Activate
  public OpenIkedExporter() {
    super(DEVICE, IkedWords.DIALECT);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    return IpsecFiles.standbyByHand(site);
  }

  @Override
  protected Map<String, String> words(TunnelView t, SiteView site) {
    return IkedWords.of(t, site);
  }

  /** One interval serves all tunnels. */
  @Override
  protected Map<String, ?> values(SiteView site) {
    int dpd =
        site.tunnels().stream()
            .filter(t -> t.plan().dpd().enabled())
            .mapToInt(t -> t.plan().dpd().intervalSeconds())
            .min()
            .orElse(0);
    List<String> hubs =
        site.tunnels().stream().map(t -> t.plan().remoteAddress().toString()).distinct().toList();
    return Map.of("dpd", dpd, "hubs", hubs);
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    List<ExportedFile> files = new ArrayList<>();
    files.add(file(CONF, "iked-conf.ftl", site));
    files.add(new ExportedFile(PF, text("pf.ftl", site), ExportedFile.READABLE));
    if (!site.bypass().isEmpty()) files.add(file(BYPASS, "ipsec-conf.ftl", site));
    return files;
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection("Network", network(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(ChecklistSection.ROLL_BACK, rollBack(site)));
  }

  private static List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Save what is there",
            "for f in iked.conf pf.conf ipsec.conf; do [ -e /etc/$f ] && cp -p /etc/$f"
                + " /etc/$f.before-vpnhub; done"));
    items.add(
        new Item(
            "Copy iked.conf, readable by root alone",
            "install -o root -g wheel -m 600 iked.conf /etc/iked.conf"));
    items.addAll(LinuxRouter.keys(site));
    items.add(new Item("Check it", "iked -n"));
    items.add(
        new Item(
            "Copy the rules for pf", "install -o root -g wheel -m 600 vpnhub.pf /etc/vpnhub.pf"));
    items.add(
        new Item(
            "In /etc/pf.conf, after its options and above every rule with nat-to",
            "include \"/etc/vpnhub.pf\""));
    items.add(
        new Item("Check and load the rules", "pfctl -nf /etc/pf.conf && pfctl -f /etc/pf.conf"));
    if (!site.bypass().isEmpty()) {
      items.add(
          new Item(
              "Keep the site's own network out of the tunnel",
              "install -o root -g wheel -m 600 ipsec.conf /etc/ipsec.conf\n"
                  + "rcctl enable ipsec && ipsecctl -f /etc/ipsec.conf"));
    }
    items.add(
        new Item(
            "Forward packets, now and at each start of the machine",
            "sysctl net.inet.ip.forwarding=1\n"
                + "echo net.inet.ip.forwarding=1 >> /etc/sysctl.conf"));
    items.add(
        new Item(
            "Start, now and at each start of the machine",
            "rcctl enable iked && rcctl start iked"));
    return items;
  }

  private static List<Item> network(SiteView site) {
    return List.of(
        new Item(
            "Routes: a default route is enough here. Hosts of the LAN need this machine as their"
                + " router towards",
            LinuxRouter.list(site.remote())),
        new Item(
            "Firewall: nothing of the tunnel is skipped in pf.conf",
            "no line \"set skip on enc0\", which would switch the clamp of TCP segments off"));
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Security associations", "ikectl show sa; ipsecctl -s all"));
    items.add(new Item("Rules, with counters that grow", "pfctl -vsr | grep -A1 vpnhub"));
    if (!site.own().isEmpty() && !site.remote().isEmpty()) {
      items.add(
          new Item(
              "Ping a host of " + site.remote().getFirst() + " from an address of the LAN",
              "ping -I <address in " + site.own().getFirst() + "> <host>"));
    }
    for (TunnelView t : site.tunnels()) {
      if (!IpsecFiles.isStandby(t)) continue;
      items.add(
          new Item(
              "Change to the standby tunnel " + t.name() + " when the other one stays down",
              "in /etc/iked.conf make it active and the other one passive; then rcctl restart"
                  + " iked"));
    }
    items.add(new Item("Why it does not come up", "rcctl stop iked; iked -dvv"));
    return items;
  }

  private static List<Item> rollBack(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Go back to what was saved",
            "rcctl stop iked; for f in iked.conf pf.conf ipsec.conf; do [ -e"
                + " /etc/$f.before-vpnhub ] && cp -p /etc/$f.before-vpnhub /etc/$f; done; pfctl -f"
                + " /etc/pf.conf && rm /etc/vpnhub.pf"));
    items.add(new Item("With a saved iked.conf", "rcctl start iked"));
    items.add(new Item("Without a saved iked.conf", "rm /etc/iked.conf; rcctl disable iked"));
    items.add(
        new Item(
            "Where packets were not forwarded before, take the line out of /etc/sysctl.conf",
            "sysctl net.inet.ip.forwarding=0"));
    if (!site.bypass().isEmpty()) {
      items.add(
          new Item("Take the bypass away", "ipsecctl -F; rm /etc/ipsec.conf; rcctl disable ipsec"));
    }
    return items;
  }
}
