package org.vpnhub.exporter.checkpoint;

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
import org.vpnhub.exporter.ShellText;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.view.DeviceExporter;
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
 * Check Point: {@code mgmt_cli} commands for the management server that make the hub an
 * interoperable device, its networks a VPN domain, and both a star community with the hub in the
 * centre; the rest, which SmartConsole alone sets, as a checklist.
 *
 * <p>Source: Check Point Management API Reference 1.8 (R81.10), commands "add
 * interoperable-device", "add vpn-community-star", "add access-rule", "add nat-rule"; Site to Site
 * VPN Administration Guide R81.10.
 */
@Component(service = Exporter.class)
public final class GaiaExporter extends DeviceExporter {
  static final String FILE = "vpnhub.sh";

  private static final Algorithms IKE =
      new Algorithms(
          EnumSet.of(Encryption.DES, Encryption.TRIPLE_DES, Encryption.AES128, Encryption.AES256),
          EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256, Hash.SHA384, Hash.SHA512),
          EnumSet.of(
              DhGroup.GROUP1,
              DhGroup.GROUP2,
              DhGroup.GROUP5,
              DhGroup.GROUP14,
              DhGroup.GROUP19,
              DhGroup.GROUP20));

  private static final Algorithms ESP =
      new Algorithms(
          EnumSet.of(
              Encryption.DES,
              Encryption.TRIPLE_DES,
              Encryption.AES128,
              Encryption.AES256,
              Encryption.AES128GCM16,
              Encryption.AES256GCM16),
          IKE.hashes(),
          IKE.groups());

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("checkpoint-gaia", "Check Point", "Gaia (mgmt_cli)")
          .release("R81.10", IKE, ESP, IkeVersion.IKEV1, IkeVersion.IKEV2)
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, false))
          .keys(
              new KeyRules(
                  6,
                  64,
                  c -> c > 0x20 && c < 0x7f && "'\"\\$`".indexOf(c) < 0,
                  "printable ASCII without space, quotes, backslash, $ and backquote"))
          .nameLength(40)
          .ikeLifetimes(600, 86400)
          .espLifetimes(120, 86400)
          .natTraversalAlways()
          .verification(Verification.SAMPLE)
          .build();

  @Activate
  public GaiaExporter() {
    super(DEVICE, ShellText::quoted);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>(withoutStandby(site));
    problems.addAll(withoutAggressiveMode(site));
    for (ConnectionPlan c : site.gateway().connections()) {
      if (c.ike().lifetimeSeconds() % 60 != 0) {
        problems.add(
            cannot(c, "counts the lifetime of phase 1 in minutes", "set a multiple of 60 s"));
      }
      boolean names = !(c.localId() instanceof Identity.Address);
      if (names || !c.remoteId().equals(new Identity.Address(c.remoteAddress()))) {
        problems.add(
            cannot(
                c,
                "has addresses alone as identities with a pre-shared key",
                "set both identities to the outer addresses"));
      }
      if (c.children().stream().anyMatch(k -> (k.local() + "" + k.remote()).contains("/0"))) {
        problems.add(cannot(c, "cannot have 0.0.0.0/0 in a VPN domain", "use SUMMARY or EXPLICIT"));
      }
    }
    return problems;
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(new ExportedFile(FILE, GaiaScript.of(site), ExportedFile.PRIVATE));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    TunnelView first = site.tunnels().getFirst();
    Page install =
        new Page("Install")
            .add(
                "At the management server: save what is there",
                "$FWDIR/scripts/migrate_server export -v R81.10 /var/log/before-vpnhub.tgz")
            .add(
                "Run it in expert mode, with the names of the gateway's object, the layer and the"
                    + " policy package",
                "bash " + FILE + " GATEWAY LAYER PACKAGE")
            .add("Delete it: it may hold a key", "rm " + FILE);
    Page console =
        new Page("SmartConsole")
            .add(
                "The gateway: IPsec VPN is on; Link Selection, source IP address",
                PlainWords.outer(site, first))
            .addIf(
                first.plan().localBehindNat(),
                "The gateway: Link Selection, statically NATed IP",
                first.plan().localAddress())
            .add("The gateway: VPN domain is the group", GaiaScript.own(first))
            .add(
                "The community: Tunnel Management, VPN tunnel sharing (a parameter of newer"
                    + " releases of the API)",
                "One VPN tunnel per subnet pair")
            .add(
                "The community: Tunnel Management, permanent tunnels with DPD (the device begins)",
                first.plan().dpd().enabled() ? "on" : "off")
            .add(
                "GuiDBedit or user.def: the largest subnet is not made of several (networks go out"
                    + " as they stand)",
                "ike_use_largest_possible_subnets = false")
            .add(
                "Global properties: control connections are accepted, which lets IKE and ESP in",
                "on")
            .add(
                "The gateway: MSS clamping (kernel parameters)",
                "fw_clamp_vpn_mss = 1, sim_clamp_vpn_mss = 1")
            .add("Largest TCP segment, on the VPN interfaces", site.mss())
            .add("Gaia: static routes to the black hole, of the worst priority", site.remote())
            .add("Install the policy on the gateway", "")
            .add(
                "Where another router is in front: let UDP 500, UDP 4500 and ESP through, from",
                PlainWords.hubs(site));
    Page verify =
        new Page(ChecklistSection.VERIFY)
            .add("Both SAs are there", "vpn tu tlist -p " + first.plan().remoteAddress())
            .add("A host at the other end answers", "fw ctl zdebug + drop | grep HOST");
    return List.of(install.section(), console.section(), verify.section(), rollBack(site));
  }

  private static ChecklistSection rollBack(SiteView site) {
    return new Page(ChecklistSection.ROLL_BACK)
        .add("SmartConsole: give the gateway back its VPN domain", "")
        .add("At the management server", GaiaScript.deletions(site))
        .add("Install the policy on the gateway", "")
        .section();
  }
}
