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
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
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

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("huawei-usg", "Huawei", "USG6000 (VRP)")
          .release(VrpWords.release("V500R001"))
          .release(VrpWords.strict(VrpWords.release("V600R006")))
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, true))
          .keys(VrpWords.KEYS)
          .nameLength(VrpWords.LONGEST_NAME)
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
    super(DEVICE, VrpWords.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(VrpReader.USG);
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    return VrpWords.of(tunnel);
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    return Map.of("router", false);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>(VrpObjections.of(DEVICE, site, 0));
    zones(site.device(), site).ifPresent(problems::add);
    return problems;
  }

  private static Optional<Problem> zones(DevicePlan device, SitePlan site) {
    if (!device.wanZone().contains(" ") && !device.lanZone().contains(" ")) return Optional.empty();
    return Optional.of(
        Objection.to(
            site,
            "D02",
            Severity.ERROR,
            "has a security zone with a space in its name, which the firewall does not take",
            "set wanZone and lanZone of the site to the names that 'display zone' shows"));
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
