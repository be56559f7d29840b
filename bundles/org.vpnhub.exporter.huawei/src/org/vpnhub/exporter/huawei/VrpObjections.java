package org.vpnhub.exporter.huawei;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.Objection;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.SitePlan;

/** What no IPsec policy of VRP can do for a site. */
final class VrpObjections {
  /** Seconds; the longest that a plan can have, 3600, the devices have too. */
  private static final int SHORTEST_DPD = 10;

  private VrpObjections() {}

  /**
   * @param more access lists that are needed besides those of the tunnels
   */
  static List<Problem> of(DeviceCapabilities device, SitePlan site, int more) {
    List<Problem> problems = new ArrayList<>();
    int count = site.gateway().connections().size();
    int first = site.device().ruleNumber();
    if (count > 0 && first > 0 && !fits(first, count, more)) problems.add(numbers(site, first));
    if (count > 1) problems.add(standby(site));
    problems.addAll(dpd(device, site));
    return problems;
  }

  /** Intervals of dead peer detection that a device does not have. */
  static List<Problem> dpd(DeviceCapabilities device, SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    for (ConnectionPlan c : site.gateway().connections()) {
      boolean tooShort = c.dpd().intervalSeconds() < SHORTEST_DPD;
      if (c.dpd().enabled() && tooShort) problems.add(dpd(device, c));
    }
    return problems;
  }

  private static Problem dpd(DeviceCapabilities device, ConnectionPlan c) {
    return Objection.to(
        c,
        "C27",
        Severity.ERROR,
        device.title()
            + " cannot have an interval of "
            + c.dpd().intervalSeconds()
            + " s in dead peer detection",
        "set at least " + SHORTEST_DPD + " s");
  }

  private static boolean fits(int first, int count, int more) {
    int proposal = first % 100;
    boolean lists = first >= 3000 && first + count + more - 1 <= 3999;
    return lists && proposal > 0 && proposal + count <= 100;
  }

  private static Problem numbers(SitePlan site, int first) {
    return Objection.to(
        site,
        "D02",
        Severity.ERROR,
        "has the free number "
            + first
            + "; the device numbers advanced access lists from 3000 to 3999, and the last two"
            + " digits, from 01, number the IKE proposal",
        "set ruleNumber of the site, for example to 3901");
  }

  /** Of the entries of an IPsec policy the first takes all that its access list fits. */
  private static Problem standby(SitePlan site) {
    return Objection.to(
        site,
        "C27",
        Severity.WARNING,
        "has several tunnels; the device sends by the first entry of the IPsec policy whose"
            + " networks fit, and does not change over to the next by itself",
        "to change over, take the first entry off: undo ipsec policy NAME 10");
  }
}
