package org.vpnhub.exporter;

import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.SitePlan;

/** What an exporter has to say against a plan. */
public final class Objection {
  private Objection() {}

  public static Problem to(
      ConnectionPlan c, String code, Severity severity, String message, String remedy) {
    String element = "IPsec connection " + c.name();
    return new Problem(code, severity, c.id().value(), element, message, remedy);
  }

  public static Problem to(
      SitePlan site, String code, Severity severity, String message, String remedy) {
    String element = "site " + site.name();
    return new Problem(code, severity, site.id().value(), element, message, remedy);
  }
}
