package org.vpnhub.exporter.strongswan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.SafeNames;
import org.vpnhub.exporter.linux.IpsecFiles;
import org.vpnhub.exporter.linux.LinuxRouter;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.SitePlan;

/**
 * Writes {@code ipsec.conf} and {@code ipsec.secrets}, the older language of strongSwan, for
 * machines that run its starter.
 *
 * <p>Source: ipsec.conf(5) and ipsec.secrets(5) of strongSwan 5.9. An exclamation mark ends a
 * proposal, so that no default one is added. One margin serves the lifetimes of both phases; a
 * tenth of the shorter one, half of it by chance. IKEv1 negotiates one pair of networks, so each
 * pair is a section of its own, which inherits the rest.
 */
@Component(service = Exporter.class)
public final class StrokeExporter extends TemplateExporter {
  static final String DEVICE_ID = "strongswan-ipsec-conf";
  static final String CONF = "ipsec.conf";
  static final String SECRETS = "ipsec.secrets";

  @Activate
  public StrokeExporter() {
    super(StrongswanCapabilities.STROKE, IpsecFiles.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(new StrokeReader());
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    return IpsecFiles.standbyByHand(site);
  }

  @Override
  protected Map<String, String> words(TunnelView t, SiteView site) {
    ConnectionPlan c = t.plan();
    int shorter = Math.min(c.ike().lifetimeSeconds(), c.ipsec().lifetimeSeconds());
    boolean standby = IpsecFiles.isStandby(t);
    // A policy that waits for packets would take those of the other tunnel.
    boolean waits = !IpsecFiles.hasStandby(site);
    Map<String, String> words = new LinkedHashMap<>();
    words.put("exchange", t.ikev2() ? "ikev2" : "ikev1");
    words.put("local", c.localBehindNat() ? "%any" : c.localAddress().toString());
    words.put("localId", IpsecFiles.identity(c.localId()));
    words.put("remoteId", IpsecFiles.identity(c.remoteId()));
    words.put("ike", Proposals.ike(c.ike()));
    words.put("esp", Proposals.esp(c.ipsec()));
    words.put("margin", String.valueOf(shorter / 20));
    words.put("tries", c.initiate() ? "%forever" : "1");
    words.put("start", standby ? "add" : c.initiate() ? "start" : waits ? "route" : "add");
    words.put("dead", standby ? "clear" : c.initiate() ? "restart" : waits ? "hold" : "clear");
    // A hub that can initiate may close a duplicate; to start again at once would fight with it.
    boolean again = c.initiate() && !standby && (c.localBehindNat() || !waits);
    words.put("close", again ? "restart" : waits ? "hold" : "none");
    return words;
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    SafeNames names = new SafeNames(StrongswanCapabilities.LONGEST_NAME);
    for (TunnelView t : site.tunnels()) {
      names.unique(t.name(), "hub");
      t.pairs().forEach(p -> names.unique(p.name(), "net"));
    }
    return Map.of("ownNetwork", names.unique("own-network", "own-network"));
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    List<ExportedFile> files = new ArrayList<>();
    files.add(new ExportedFile(CONF, text("ipsec-conf.ftl", site), ExportedFile.READABLE));
    files.add(file(SECRETS, "ipsec-secrets.ftl", site));
    files.addAll(LinuxRouter.files(site));
    return files;
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection("Network", StrongswanExporter.network(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(
            ChecklistSection.ROLL_BACK,
            List.of(
                new Item(
                    "Go back to what was saved",
                    "cp -a /etc/ipsec.conf.before-vpnhub /etc/ipsec.conf; cp -a"
                        + " /etc/ipsec.secrets.before-vpnhub /etc/ipsec.secrets; rm"
                        + " /etc/ipsec.d/vpnhub.conf /etc/ipsec.d/vpnhub.secrets; ipsec restart"),
                LinuxRouter.rollBack())));
  }

  private static List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Install strongSwan's starter and nftables",
            "apt-get install strongswan-starter strongswan-charon libstrongswan-standard-plugins"
                + " nftables"));
    items.add(
        new Item(
            "Save what is there",
            "for f in ipsec.conf ipsec.secrets; do cp -a /etc/$f /etc/$f.before-vpnhub; done"));
    items.add(
        new Item(
            "Copy both files",
            "install -m 644 ipsec.conf /etc/ipsec.d/vpnhub.conf\n"
                + "install -m 600 ipsec.secrets /etc/ipsec.d/vpnhub.secrets"));
    items.add(new Item("At the end of /etc/ipsec.conf", "include /etc/ipsec.d/vpnhub.conf"));
    items.add(new Item("At the end of /etc/ipsec.secrets", "include /etc/ipsec.d/vpnhub.secrets"));
    items.addAll(LinuxRouter.keys(site));
    items.addAll(LinuxRouter.install());
    items.add(
        new Item(
            "Load, now and at each start of the machine",
            "systemctl enable --now strongswan-starter && ipsec rereadsecrets && ipsec update"));
    return items;
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Security associations",
            "ipsec statusall    (expect ESTABLISHED, and INSTALLED for each pair of networks)"));
    items.add(new Item("Policies and routes", "ip xfrm policy; ip route show table 220"));
    items.addAll(LinuxRouter.ping(site));
    for (TunnelView t : site.tunnels()) {
      if (!IpsecFiles.isStandby(t)) continue;
      items.add(
          new Item(
              "Start the standby tunnel " + t.name() + " when the other one stays down",
              (t.ikev2() ? List.of(t.name()) : t.pairs().stream().map(p -> p.name()).toList())
                  .stream().map(n -> "ipsec up " + n).reduce((a, b) -> a + "; " + b).orElse("")));
    }
    items.add(new Item("Why it does not come up", "journalctl -u strongswan-starter"));
    return items;
  }
}
