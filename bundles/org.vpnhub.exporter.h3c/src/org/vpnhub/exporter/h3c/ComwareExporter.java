package org.vpnhub.exporter.h3c;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.plan.SitePlan;

/**
 * SecPath firewalls with Comware 7 and an IPsec policy on the WAN interface.
 *
 * <p>After "H3C SecPath Firewall Series Command References (Comware V7)": VPN Command Reference,
 * IPsec commands ({@code sa duration}: 180 to 604800 s, 2560 to 4294967295 KB), IKE commands
 * ({@code sa duration}: 60 to 604800 s), IKEv2 commands (from 120 s).
 */
@Component(service = Exporter.class)
public final class ComwareExporter extends ComwareDevice {

  @Activate
  public ComwareExporter() {
    super(
        capabilities("h3c-comware7", "Comware 7 (SecPath)")
            .needs(SiteFact.WAN_INTERFACE, "GigabitEthernet1/0/1")
            .needs(SiteFact.WAN_ZONE, "Untrust")
            .needs(SiteFact.LAN_ZONE, "Trust")
            .build(),
        true);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>(super.objections(site));
    if (site.device().wanZone().contains(" ") || site.device().lanZone().contains(" ")) {
      problems.add(
          Objection.to(
              site,
              "D02",
              Severity.ERROR,
              "has a security zone with a space in its name, which the firewall does not take",
              "set wanZone and lanZone to the names that 'display security-zone' shows"));
    }
    return problems;
  }
}
