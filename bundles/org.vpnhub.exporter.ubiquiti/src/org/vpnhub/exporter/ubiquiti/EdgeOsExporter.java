package org.vpnhub.exporter.ubiquiti;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.exporter.view.Page;
import org.vpnhub.exporter.view.PlainWords;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/**
 * EdgeOS as {@code set} commands: a policy-based peer, named by its address, with one tunnel for
 * each pair of networks. Its tunnel interfaces offer 0.0.0.0/0 on both sides, which is not what the
 * hub has.
 *
 * <p>Sources: EdgeOS User Guide, chapter "VPN"; Ubiquiti Help Center, "EdgeRouter - Policy-Based
 * Site-to-Site IPsec VPN" and "EdgeRouter - Modifying the Default IPsec Site-to-Site VPN".
 */
@Component(service = Exporter.class)
public final class EdgeOsExporter extends TemplateExporter {
  static final String FILE = "vpnhub.set";

  /** Keys stand in single quotes, and the device writes them in double quotes to its files. */
  static final KeyRules KEYS =
      new KeyRules(
              1,
              64,
              c -> c > 0x20 && c < 0x7f && "'\"\\`$!?#".indexOf(c) < 0,
              "printable ASCII without space, quotes, backslash, $, !, ? and #")
          .misreading("^0[sx]");

  private static final Algorithms BOTH_PHASES =
      new Algorithms(
          EnumSet.of(
              Encryption.TRIPLE_DES,
              Encryption.AES128,
              Encryption.AES256,
              Encryption.AES128GCM16,
              Encryption.AES256GCM16),
          EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256, Hash.SHA384, Hash.SHA512),
          EnumSet.of(
              DhGroup.GROUP2,
              DhGroup.GROUP5,
              DhGroup.GROUP14,
              DhGroup.GROUP15,
              DhGroup.GROUP16,
              DhGroup.GROUP17,
              DhGroup.GROUP18,
              DhGroup.GROUP19,
              DhGroup.GROUP20,
              DhGroup.GROUP21));

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("ubiquiti-edgeos", "Ubiquiti", "EdgeOS")
          .release("2.0", BOTH_PHASES, BOTH_PHASES, IkeVersion.IKEV1, IkeVersion.IKEV2)
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, false))
          .keys(KEYS)
          .nameLength(32)
          .ikeLifetimes(30, 86400)
          .espLifetimes(30, 86400)
          .natTraversalAlways()
          .needs(SiteFact.WAN_INTERFACE, "eth0")
          .verification(Verification.SAMPLE)
          .build();

  @Activate
  public EdgeOsExporter() {
    super(DEVICE, new SetCommands());
  }

  /** At the device's shell a question mark asks for help and ! recalls a command. */
  private static final class SetCommands implements Dialect {
    @Override
    public String key(String key) {
      return "'" + key + "'";
    }

    @Override
    public String comment(String text, int length) {
      return Dialect.super.comment(text.replaceAll("[!?`$]", " "), length);
    }
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>(withoutStandby(site));
    for (ConnectionPlan c : site.gateway().connections()) {
      if (!site.device().wanInterface().matches("[A-Za-z0-9.:_-]*")) {
        problems.add(
            cannot(c, "has no interface with a space in its name", "set wanInterface to eth0"));
      }
    }
    return problems;
  }

  @Override
  protected Map<String, String> words(TunnelView t) {
    return Map.of(
        "ikeCipher", cipher(t.plan().ike().encryption()),
        "ikeHash", t.plan().ike().hash().literal(),
        "espCipher", cipher(t.plan().ipsec().encryption()),
        "espHash", t.plan().ipsec().hash().orElse(t.plan().ike().hash()).literal(),
        "pfs", t.plan().ipsec().pfs().map(g -> "dh-group" + g.number()).orElse("disable"),
        "localId", identity(t.plan().localId()),
        "remoteId", identity(t.plan().remoteId()));
  }

  private static String cipher(Encryption e) {
    return switch (e) {
      case TRIPLE_DES -> "3des";
      case AES128 -> "aes128";
      case AES256 -> "aes256";
      case AES128GCM16 -> "aes128gcm128";
      case AES256GCM16 -> "aes256gcm128";
      default -> throw new IllegalArgumentException(e.literal());
    };
  }

  /** An at sign in front keeps the device from looking a name up. */
  private static String identity(Identity identity) {
    return identity instanceof Identity.Fqdn ? "'@" + identity + "'" : "'" + identity + "'";
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "edgeos.ftl", site));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    Page install =
        new Page("Install")
            .add("Save what is there", "configure\nsave /config/before-vpnhub.config\nexit")
            .add("See that the release is at least 2.0", "show version")
            .add(
                "See that neither the peer is there yet nor static routes to the networks below",
                "show configuration commands | grep -e ipsec -e 'static route'")
            .add(
                "Paste "
                    + FILE
                    + " at the command line; the change goes back by itself after 10"
                    + " minutes unless it is confirmed",
                "configure\n(the lines of " + FILE + ")\ncommit-confirm 10\nconfirm\nsave")
            .add("Where a firewall ruleset denies what leaves the LAN: allow it, to", site.remote())
            .add(
                "Where another router is in front: let UDP 500, UDP 4500 and ESP through, from",
                PlainWords.hubs(site));
    Page verify =
        new Page(ChecklistSection.VERIFY)
            .add("The IKE SA is there", "show vpn ike sa")
            .add(
                "An IPsec SA is there for each pair of networks, and its counters grow",
                "show vpn ipsec sa")
            .add(
                "The routes of the tunnel come before those to the black hole",
                "ip route show table 220");
    return List.of(install.section(), verify.section(), rollBack(site));
  }

  private static ChecklistSection rollBack(SiteView site) {
    List<String> lines = new ArrayList<>();
    lines.add("configure");
    Set<Object> peers = new HashSet<>();
    for (TunnelView t : site.tunnels()) {
      if (peers.add(t.plan().remoteAddress())) {
        lines.add("delete vpn ipsec site-to-site peer " + t.plan().remoteAddress());
      }
      lines.add("delete vpn ipsec ike-group " + t.name());
      lines.add("delete vpn ipsec esp-group " + t.name());
    }
    site.remote().forEach(p -> lines.add("delete protocols static route " + p));
    lines.add("commit\nsave");
    return new Page(ChecklistSection.ROLL_BACK)
        .add("Take out what was put in", lines)
        .add(
            "Where no other tunnel needs it, before the commit",
            "delete firewall options mss-clamp\n"
                + "delete vpn ipsec auto-firewall-nat-exclude\n"
                + "delete vpn ipsec nat-traversal\n"
                + "delete vpn ipsec ipsec-interfaces")
        .add(
            "Or go back to what was saved",
            "configure\nload /config/before-vpnhub.config\ncommit\nsave")
        .section();
  }
}
