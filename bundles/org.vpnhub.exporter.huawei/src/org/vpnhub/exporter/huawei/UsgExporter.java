package org.vpnhub.exporter.huawei;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceCapabilities.VolumeLimit;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.SitePlan;

/**
 * USG firewalls, V500 and V600, with an IPsec policy on the WAN interface.
 *
 * <p>After "HUAWEI USG6000, USG9500 Product Documentation": Command Reference, chapters IKE
 * Commands, IPSec Commands, Security Policy Commands and NAT Policy Commands, for names (an IPsec
 * policy has up to 15 characters), ranges and defaults.
 */
@Component(service = Exporter.class)
public final class UsgExporter extends TemplateExporter {
  static final String FILE = "vpnhub.cfg";

  /** Seconds; the longest that a plan can have, 3600, the firewall has too. */
  private static final int SHORTEST_DPD = 10;

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("huawei-usg", "Huawei", "USG6000 (VRP)")
          .release(UsgWords.release("V500R001"))
          .release(UsgWords.strictRelease("V600R006"))
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, true))
          .keys(UsgWords.KEYS)
          .nameLength(UsgWords.LONGEST_NAME)
          .ikeLifetimes(60, 86400)
          .espLifetimes(480, 86400)
          .volumeLimit(VolumeLimit.SWITCHED_OFF)
          .needs(SiteFact.WAN_INTERFACE, "GigabitEthernet1/0/1")
          .needs(SiteFact.WAN_ZONE, "untrust")
          .needs(SiteFact.LAN_ZONE, "trust")
          .needs(SiteFact.NEXT_HOP, "203.0.113.1")
          .needs(SiteFact.RULE_NUMBER, "3901")
          .verification(Verification.GRAMMAR)
          .build();

  @Activate
  public UsgExporter() {
    super(DEVICE, UsgWords.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(new UsgReader());
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    return UsgWords.of(tunnel);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    int count = site.gateway().connections().size();
    if (count > 0) numbers(site, count).ifPresent(problems::add);
    zones(site.device(), site).ifPresent(problems::add);
    if (count > 1) problems.add(standby(site));
    for (ConnectionPlan c : site.gateway().connections()) {
      if (c.dpd().enabled() && c.dpd().intervalSeconds() < SHORTEST_DPD) problems.add(dpd(c));
    }
    return problems;
  }

  private static Problem dpd(ConnectionPlan c) {
    return new Problem(
        "C27",
        Severity.ERROR,
        c.id().value(),
        "IPsec connection " + c.name(),
        DEVICE.title()
            + " cannot have an interval of "
            + c.dpd().intervalSeconds()
            + " s in dead peer detection",
        "set at least " + SHORTEST_DPD + " s");
  }

  private static Optional<Problem> numbers(SitePlan site, int count) {
    int first = site.device().ruleNumber();
    int proposal = first % 100;
    boolean fits = first >= 3000 && first <= 3999 && proposal > 0 && proposal + count <= 100;
    if (fits || first <= 0) return Optional.empty();
    return Optional.of(
        problem(
            site,
            "D02",
            Severity.ERROR,
            "has the free number "
                + first
                + "; the firewall numbers advanced access lists from 3000 to 3999, and the last two"
                + " digits, from 01, number the IKE proposal",
            "set ruleNumber of the site, for example to 3901"));
  }

  private static Optional<Problem> zones(DevicePlan device, SitePlan site) {
    if (!device.wanZone().contains(" ") && !device.lanZone().contains(" ")) return Optional.empty();
    return Optional.of(
        problem(
            site,
            "D02",
            Severity.ERROR,
            "has a security zone with a space in its name, which the firewall does not take",
            "set wanZone and lanZone of the site to the names that 'display zone' shows"));
  }

  /** Of the entries of an IPsec policy the first takes all that its access list fits. */
  private static Problem standby(SitePlan site) {
    return problem(
        site,
        "C27",
        Severity.WARNING,
        "has several tunnels; the firewall sends by the first entry of the IPsec policy whose"
            + " networks fit, and does not change over to the next by itself",
        "to change over, take the first entry off: undo ipsec policy NAME 10");
  }

  private static Problem problem(
      SitePlan site, String code, Severity severity, String message, String remedy) {
    return new Problem(code, severity, site.id().value(), "site " + site.name(), message, remedy);
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "usg.ftl", site));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return UsgChecklist.of(site);
  }
}
