package org.vpnhub.exporter.juniper;

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
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.SitePlan;

/**
 * SRX with a secure tunnel interface (st0) for each connection. One pair of networks is a proxy
 * identity, several are traffic selectors; the latter put routes to their remote sides into the
 * routing table by themselves, which must never be a default route.
 *
 * <p>Sources: Junos OS VPN User Guide for Security Devices, chapters "Route-Based IPsec VPNs" and
 * "Traffic Selectors in Route-Based VPNs"; Junos CLI Reference, statements "proposal (Security
 * IKE)", "policy (Security IKE)", "gateway (Security IKE)", "dead-peer-detection", "vpn
 * (Security)", "tcp-mss (Security Flow)"; Interfaces Fundamentals, chapter "Discard Interfaces".
 */
@Component(service = Exporter.class)
public final class SrxExporter extends TemplateExporter {
  static final String FILE = "vpnhub.set";

  /** A rule of source NAT takes so many networks on a side. */
  private static final int NETWORKS_OF_A_RULE = 8;

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("juniper-srx", "Juniper", "SRX (Junos OS)")
          .release(SrxWords.oldRelease("15.1X49-D100"))
          .release(SrxWords.release("20.4"))
          .selectors(
              new SelectorAbility(SelectorAbility.Style.ROUTE_BASED, false, true, true, true))
          .keys(SrxWords.KEYS)
          .nameLength(SrxWords.LONGEST_NAME)
          .ikeLifetimes(180, 86400)
          .espLifetimes(180, 86400)
          .needs(SiteFact.WAN_INTERFACE, "ge-0/0/0.0")
          .needs(SiteFact.WAN_ZONE, "untrust")
          .needs(SiteFact.LAN_ZONE, "trust")
          .needs(SiteFact.TUNNEL_NUMBER, "100")
          .verification(Verification.GRAMMAR)
          .build();

  /**
   * A rule that keeps traffic from being translated.
   *
   * @param number from 1
   */
  public record Exemption(int number, List<Ipv4Prefix> own, List<Ipv4Prefix> remote) {}

  @Activate
  public SrxExporter() {
    super(DEVICE, SrxWords.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(new SrxReader());
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    List<ConnectionPlan> connections = site.gateway().connections();
    for (ConnectionPlan c : connections) {
      List<ChildPlan> children = c.children();
      int pairs = children.stream().mapToInt(k -> k.local().size() * k.remote().size()).sum();
      boolean any = children.stream().anyMatch(k -> k.remote().contains(Ipv4Prefix.ANY));
      if (pairs > 1 && any) {
        problems.add(
            problem(
                c,
                Severity.ERROR,
                "puts a default route into the tunnel for a selector to 0.0.0.0/0 that is one of"
                    + " several",
                "summarise the site's networks, or set its selector mode to EXPLICIT"));
      }
      if (pairs > 1 && connections.size() > 1) {
        problems.add(
            problem(
                c,
                Severity.WARNING,
                "puts equal routes into all tunnels that have several pairs of networks, so that"
                    + " either tunnel may be used",
                "set the site's selector mode to SUMMARY, with one network on each side"));
      }
      int interval = c.dpd().intervalSeconds();
      if (c.dpd().enabled() && (interval < 10 || interval > 60)) {
        problems.add(
            cannot(
                c,
                "cannot ask a silent peer every " + interval + " s",
                "set the interval of dead peer detection to 10 to 60 s"));
      }
    }
    return problems;
  }

  private static Problem problem(ConnectionPlan c, Severity severity, String what, String remedy) {
    return Objection.to(c, "C26", severity, DEVICE.title() + " " + what, remedy);
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    return SrxWords.of(tunnel);
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    return Map.of(
        "wan", SrxWords.word(site.device().wanInterface()),
        "wanZone", SrxWords.word(site.device().wanZone()),
        "lanZone", SrxWords.word(site.device().lanZone()),
        "addresses", networks(site),
        "exemptions", exemptions(site));
  }

  static List<Ipv4Prefix> networks(SiteView site) {
    return Stream.concat(site.own().stream(), site.remote().stream()).distinct().toList();
  }

  /** What lies behind a tunnel, whether it is the active or the standby one. */
  static List<Ipv4Prefix> networks(TunnelView tunnel) {
    return Stream.concat(tunnel.routes().stream(), tunnel.standbyRoutes().stream())
        .distinct()
        .toList();
  }

  private static List<Exemption> exemptions(SiteView site) {
    List<Exemption> rules = new ArrayList<>();
    for (List<Ipv4Prefix> own : parts(site.own())) {
      for (List<Ipv4Prefix> remote : parts(site.remote())) {
        rules.add(new Exemption(rules.size() + 1, own, remote));
      }
    }
    return rules;
  }

  private static List<List<Ipv4Prefix>> parts(List<Ipv4Prefix> all) {
    List<List<Ipv4Prefix>> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += NETWORKS_OF_A_RULE) {
      parts.add(all.subList(i, Math.min(all.size(), i + NETWORKS_OF_A_RULE)));
    }
    return parts;
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "srx.ftl", site));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return SrxChecklist.of(site);
  }
}
