package org.vpnhub.exporter.paloalto;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.SitePlan;

/**
 * PAN-OS with a tunnel interface for each connection, and a proxy id for each pair of networks.
 *
 * <p>Sources: PAN-OS Administrator's Guide, chapters "Set Up Site-to-Site VPN" ("Define IKE Crypto
 * Profiles", "Define IPSec Crypto Profiles", "Set Up an IKE Gateway", "Set Up an IPSec Tunnel") and
 * "Static Routes"; PAN-OS CLI Quick Start, chapter "Load Configurations"; Palo Alto Networks
 * Knowledge Base, "TCP MSS adjustment for IPSec traffic".
 */
@Component(service = Exporter.class)
public final class PanosExporter extends TemplateExporter {
  static final String FILE = "vpnhub.txt";

  private static final int SHORTEST_DPD = 2;
  private static final int LONGEST_DPD = 100;

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("paloalto-panos", "Palo Alto Networks", "PAN-OS")
          .release(PanosWords.release("9.1", false, false))
          .release(PanosWords.release("10.0.3", true, false))
          .release(PanosWords.release("10.2", true, true))
          .selectors(
              new SelectorAbility(SelectorAbility.Style.ROUTE_BASED, false, true, true, true))
          .keys(PanosWords.KEYS)
          .nameLength(PanosWords.LONGEST_NAME)
          .ikeLifetimes(180, 86400)
          .espLifetimes(180, 86400)
          .needs(SiteFact.WAN_INTERFACE, "ethernet1/1")
          .needs(SiteFact.WAN_ZONE, "untrust")
          .needs(SiteFact.LAN_ZONE, "trust")
          .needs(SiteFact.VIRTUAL_ROUTER, "default")
          .needs(SiteFact.TUNNEL_NUMBER, "100")
          .verification(Verification.GRAMMAR)
          .build();

  @Activate
  public PanosExporter() {
    super(DEVICE, PanosWords.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(new PanosReader());
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    List<ConnectionPlan> connections = site.gateway().connections();
    for (ConnectionPlan c : connections) {
      lifetimes(c, problems);
      prf(c, problems);
      int interval = c.dpd().intervalSeconds();
      if (c.dpd().enabled() && (interval < SHORTEST_DPD || interval > LONGEST_DPD)) {
        problems.add(
            cannot(
                c,
                "cannot ask a silent peer every " + interval + " s",
                "set the interval of dead peer detection to 2 to 100 s"));
      }
      if (c.initiate()) {
        problems.add(
            Objection.to(
                c,
                "C27",
                Severity.INFO,
                DEVICE.title() + " begins to negotiate when there is traffic for the tunnel",
                "monitor the tunnel, as the checklist says, where it must be up before"));
      }
      if (connections.size() > 1) {
        problems.add(
            warning(
                c,
                "goes over to the standby tunnel only when the active one is monitored",
                "monitor the tunnels, as the checklist says"));
      }
    }
    return problems;
  }

  private void lifetimes(ConnectionPlan c, List<Problem> problems) {
    List<Integer> all = List.of(c.ike().lifetimeSeconds(), c.ipsec().lifetimeSeconds());
    for (int seconds : all) {
      if (PanosWords.tells(seconds)) continue;
      problems.add(
          cannot(
              c,
              "takes a lifetime above " + PanosWords.MOST_SECONDS + " s in whole minutes alone",
              "set it to " + seconds / 60 * 60 + " s"));
    }
  }

  /** Beside AES-GCM the device chooses the PRF itself. */
  private void prf(ConnectionPlan c, List<Problem> problems) {
    if (!c.ike().encryption().isAead()) return;
    Optional<Hash> prf = PanosWords.prfBeside(c.ike().group());
    if (prf.equals(Optional.of(c.ike().hash()))) return;
    problems.add(
        cannot(
            c,
            "chooses the PRF beside AES-GCM by the group, and not " + c.ike().hash(),
            prf.map(p -> "set the hash of phase 1 to " + p)
                .orElse("use group20 with sha384, or another cipher")));
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    return PanosWords.of(tunnel);
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    return Map.of(
        "wan", PanosWords.word(site.device().wanInterface()),
        "wanZone", PanosWords.word(site.device().wanZone()),
        "lanZone", PanosWords.word(site.device().lanZone()),
        "router", PanosWords.word(site.device().virtualRouter()),
        "addresses", networks(site));
  }

  static List<Ipv4Prefix> networks(SiteView site) {
    return Stream.concat(site.own().stream(), site.remote().stream()).distinct().toList();
  }

  /** Whether something is routed into a tunnel, at once or when another is down. */
  static boolean isRouted(TunnelView tunnel) {
    return !tunnel.routes().isEmpty() || !tunnel.standbyRoutes().isEmpty();
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "panos.ftl", site));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return PanosChecklist.of(site);
  }
}
