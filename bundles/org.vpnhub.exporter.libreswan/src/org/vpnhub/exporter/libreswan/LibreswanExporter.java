package org.vpnhub.exporter.libreswan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.SafeNames;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.linux.IpsecFiles;
import org.vpnhub.exporter.linux.LinuxRouter;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/**
 * Writes {@code ipsec.conf} and {@code ipsec.secrets}, and what a router needs beside them, for
 * libreswan on Linux.
 *
 * <p>Source: ipsec.conf(5) and ipsec.secrets(5) of libreswan 4.10. Policy-based; every pair of
 * {@code leftsubnets} and {@code rightsubnets} becomes a tunnel of its own, with IKEv2 as well.
 */
@Component(service = Exporter.class)
public final class LibreswanExporter extends TemplateExporter {
  static final String CONF = "ipsec.conf";
  static final String SECRETS = "ipsec.secrets";
  private static final int LONGEST_NAME = 60;

  /** The margin before the end of a lifetime, in whole seconds, is a twentieth of it. */
  private static final int SHORTEST_LIFE = 60;

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("libreswan", "libreswan", "Linux")
          .release(LibreswanWords.RELEASE)
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, true))
          .keys(KeyRules.anyPrintable(256))
          .nameLength(LONGEST_NAME)
          .ikeLifetimes(SHORTEST_LIFE, 86400)
          .espLifetimes(SHORTEST_LIFE, 86400)
          .verification(Verification.PARSER)
          .build();

  @Activate
  public LibreswanExporter() {
    super(DEVICE, IpsecFiles.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(new LibreswanReader());
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>(IpsecFiles.standbyByHand(site));
    for (ConnectionPlan c : site.gateway().connections()) phase2OfIkev1(c, problems);
    return problems;
  }

  /** Phase 2 of IKEv1 has fewer algorithms than that of IKEv2. */
  private void phase2OfIkev1(ConnectionPlan c, List<Problem> problems) {
    if (c.ike().version() != IkeVersion.IKEV1) return;
    boolean group = c.ipsec().pfs().map(LibreswanWords.PFS_OF_IKEV2::contains).orElse(false);
    if (!group && c.ipsec().encryption() != Encryption.CHACHA20POLY1305) return;
    problems.add(
        cannot(
            c,
            "does not negotiate " + c.ipsec().suite() + " with ikev1",
            "use ikev2, or another suite in phase 2"));
  }

  @Override
  protected Map<String, String> words(TunnelView t, SiteView site) {
    return LibreswanWords.of(t, site);
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    SafeNames names = new SafeNames(LONGEST_NAME);
    for (TunnelView t : site.tunnels()) names.unique(t.name(), "hub");
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
    List<Item> network = new ArrayList<>(LinuxRouter.network(site));
    network.add(
        new Item(
            "Routes: libreswan makes its own. Hosts of the LAN need this machine as their router"
                + " towards",
            LinuxRouter.list(site.remote())));
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection("Network", network),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(
            ChecklistSection.ROLL_BACK,
            List.of(
                new Item(
                    "Take the connections away",
                    "rm /etc/ipsec.d/vpnhub.conf /etc/ipsec.d/vpnhub.secrets; systemctl restart"
                        + " ipsec"),
                LinuxRouter.rollBack())));
  }

  private static List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Install libreswan and nftables", "apt-get install libreswan nftables"));
    items.add(new Item("Save what is there", "cp -a /etc/ipsec.d /etc/ipsec.d.before-vpnhub"));
    items.add(
        new Item(
            "Copy both files",
            "install -m 644 ipsec.conf /etc/ipsec.d/vpnhub.conf\n"
                + "install -m 600 ipsec.secrets /etc/ipsec.d/vpnhub.secrets"));
    items.addAll(LinuxRouter.keys(site));
    items.addAll(LinuxRouter.install());
    items.add(
        new Item(
            "Check, and load now and at each start of the machine",
            "ipsec addconn --checkconfig && systemctl enable ipsec && systemctl restart ipsec"));
    return items;
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Security associations",
            "ipsec trafficstatus    (expect a line for each pair of networks)"));
    items.add(new Item("Policies", "ipsec status; ip xfrm policy"));
    items.addAll(LinuxRouter.ping(site));
    for (TunnelView t : site.tunnels()) {
      if (!IpsecFiles.isStandby(t)) continue;
      String others =
          site.tunnels().stream()
              .filter(o -> o != t)
              .map(o -> "ipsec auto --delete " + o.name() + "; ")
              .reduce("", String::concat);
      items.add(
          new Item(
              "Change to the standby tunnel " + t.name() + " when the other one stays down",
              others + "ipsec auto --up " + t.name()));
    }
    items.add(new Item("Why it does not come up", "journalctl -u ipsec"));
    return items;
  }
}
