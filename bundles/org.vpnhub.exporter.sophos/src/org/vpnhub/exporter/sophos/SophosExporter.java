package org.vpnhub.exporter.sophos;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.view.DeviceExporter;
import org.vpnhub.exporter.view.Page;
import org.vpnhub.exporter.view.PlainWords;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/**
 * Sophos Firewall as XML for its import: a policy-based connection with a profile of its own.
 *
 * <p>Source: Sophos Firewall API Help 19.0, entries "IPHost", "VPNProfile", "VPNIPSecConnection",
 * "FirewallRule"; Administrator Help, chapter "Import export".
 */
@Component(service = Exporter.class)
public final class SophosExporter extends DeviceExporter {
  static final String FILE = "Entities.xml";
  private static final int REKEY_MARGIN = 360;

  private static final Algorithms BOTH_PHASES =
      new Algorithms(
          EnumSet.of(
              Encryption.TRIPLE_DES, Encryption.AES128, Encryption.AES192, Encryption.AES256),
          EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256, Hash.SHA384, Hash.SHA512),
          EnumSet.of(
              DhGroup.GROUP1,
              DhGroup.GROUP2,
              DhGroup.GROUP5,
              DhGroup.GROUP14,
              DhGroup.GROUP15,
              DhGroup.GROUP16));

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("sophos-firewall", "Sophos", "Firewall (XML import)")
          .release("19.0", BOTH_PHASES, BOTH_PHASES, IkeVersion.IKEV1, IkeVersion.IKEV2)
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, true, true, true, false))
          .keys(
              new KeyRules(
                  5,
                  64,
                  c -> c > 0x20 && c < 0x7f && c != '"' && c != '\'' && c != '\\',
                  "printable ASCII without space, quotes and backslash"))
          .nameLength(40)
          .ikeLifetimes(REKEY_MARGIN, 86400)
          .espLifetimes(REKEY_MARGIN, 86400)
          .natTraversalAlways()
          .needs(SiteFact.WAN_INTERFACE, "PortB")
          .needs(SiteFact.LAN_ZONE, "LAN")
          .verification(Verification.SAMPLE)
          .build();

  @Activate
  public SophosExporter() {
    super(DEVICE, key -> key);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>(withoutStandby(site));
    if (site.otherPrefixes().isEmpty() || site.prefixes().isEmpty()) {
      for (ConnectionPlan c : site.gateway().connections()) {
        problems.add(
            cannot(c, "would take a firewall rule without networks for any", "add a network"));
      }
    }
    return problems;
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(new ExportedFile(FILE, SophosXml.of(site), ExportedFile.PRIVATE));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    Page install =
        new Page("Install")
            .add("Save the configuration", "Backup & firmware > Backup & restore > Backup now")
            .add("Pack the file", "tar -cf vpnhub.tar " + FILE)
            .add("Load it", "Backup & firmware > Import export > Import: vpnhub.tar")
            .add("Delete both: they may hold keys", "rm vpnhub.tar " + FILE)
            .add(
                "Administration > Device access: IPsec for the zone of "
                    + site.device().wanInterface(),
                "on")
            .add("Rules and policies > NAT rules: none translates what goes to", site.remote())
            .add(
                "Network > Interfaces > "
                    + site.device().wanInterface()
                    + " > Advanced: override MSS",
                site.mss())
            .add(
                "Firewall rule at the top, action Drop, destination zone WAN, so that nothing"
                    + " leaves unencrypted while the tunnel is down, to",
                site.remote())
            .add(
                "Where another router is in front: let UDP 500, UDP 4500 and ESP through, from",
                PlainWords.hubs(site));
    Page verify =
        new Page(ChecklistSection.VERIFY)
            .add("Site-to-site VPN > IPsec: both lights are green", names(site))
            .add("At the advanced shell: an SA is there for each pair", "ipsec statusall");
    Page rollBack =
        new Page(ChecklistSection.ROLL_BACK)
            .add("Delete the connections, then the profiles", names(site))
            .add(
                "Delete the firewall rules",
                "vpnhub_to_hub\nvpnhub_from_hub\nand the one that drops")
            .add("Delete the hosts", SophosXml.hosts(site).stream().map(SophosXml::host).toList())
            .add("Or restore the backup", "Backup & firmware > Backup & restore");
    return List.of(install.section(), verify.section(), rollBack.section());
  }

  private static List<String> names(SiteView site) {
    return site.tunnels().stream().map(SophosXml::name).toList();
  }
}
