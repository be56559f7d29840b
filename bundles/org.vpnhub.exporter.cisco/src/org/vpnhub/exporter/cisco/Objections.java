package org.vpnhub.exporter.cisco;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/** What Cisco devices cannot do beyond what their capabilities tell. For one site. */
final class Objections {
  private static final int TUNNEL_NUMBERS = 100;
  private final SitePlan site;
  private final String device;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param device as messages name it
   */
  Objections(SitePlan site, String device) {
    this.site = site;
    this.device = device;
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }

  /** Dead peer detection has a smallest and a largest interval. */
  Objections interval(int min, int max) {
    for (ConnectionPlan c : connections()) {
      int seconds = c.dpd().intervalSeconds();
      if (!c.dpd().enabled() || (seconds >= min && seconds <= max)) continue;
      about(
          c,
          Severity.ERROR,
          device + " cannot have an interval of " + seconds + " s in dead peer detection",
          "set " + min + " to " + max + " s");
    }
    return this;
  }

  /** An identity that is an address is that of the device's interface. */
  Objections ownAddress(ConnectionPlan c) {
    if (!(c.localId() instanceof Identity.Address id) || isOwn(c, id.address())) return this;
    about(
        c,
        Severity.ERROR,
        device
            + " sends the address of its interface as identity"
            + (c.ike().version() == IkeVersion.IKEV1 ? " with ikev1" : "")
            + ", and cannot send "
            + id.address(),
        "set remoteId of the connection to the address that the device itself has (and"
            + " wanAddress of the site), or use ikev2 where the device can send any identity");
    return this;
  }

  private boolean isOwn(ConnectionPlan c, Ipv4Address id) {
    DevicePlan d = site.device();
    if (d.wanAddress().isPresent()) return d.wanAddress().get().equals(id);
    return !d.behindNat() && !c.localBehindNat() && c.localAddress().equals(id);
  }

  /** Numbers of policies and map entries, from the one that the owner names. */
  Objections ruleNumber(int max) {
    int last = site.device().ruleNumber() + (connections().size() - 1) * TUNNEL_NUMBERS;
    String remedy =
        "set "
            + SiteFact.RULE_NUMBER.field()
            + " of the site, for example to 100, and below "
            + max;
    if (site.device().ruleNumber() <= 0) {
      add("D01", "has a device, " + device + ", whose configuration needs a free number", remedy);
    } else if (last > max) {
      add("D02", "has numbers up to " + last + ", and the device takes them up to " + max, remedy);
    }
    return this;
  }

  Objections with(List<Problem> others) {
    problems.addAll(others);
    return this;
  }

  List<ConnectionPlan> connections() {
    return site.gateway().connections();
  }

  void about(ConnectionPlan c, Severity severity, String message, String remedy) {
    problems.add(Objection.to(c, "C27", severity, message, remedy));
  }

  private void add(String code, String message, String remedy) {
    site(code, Severity.ERROR, message, remedy);
  }

  void site(String code, Severity severity, String message, String remedy) {
    problems.add(Objection.to(site, code, severity, message, remedy));
  }
}
