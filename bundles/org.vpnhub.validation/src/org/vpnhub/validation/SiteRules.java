package org.vpnhub.validation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.HealthCheckConfig;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/** Section C7, and the rules of our own (S): sites, and what every element needs to be of use. */
final class SiteRules {
  private SiteRules() {}

  /** T04. */
  static void sourceNat(ModelIndex in, Report out) {
    for (Site s : in.all(Site.class)) {
      if (!s.isSourceNat()) continue;
      out.add(
          s,
          "the device translates source addresses: traffic into the tunnel needs an exemption",
          "exempt the networks of the hub from NAT on the device; the export's checklist names"
              + " them");
    }
  }

  /** S01; what C17 says of NAT traversal is left to it. */
  static void differs(ModelIndex in, Report out) {
    SiteSync.differences(in.network)
        .forEach(
            (site, differences) -> {
              for (SiteSync.Difference d : differences) {
                if (d.kind() == SiteSync.Kind.NAT_TRAVERSAL) continue;
                out.add(
                    d.element(),
                    difference(site, d),
                    "regenerate it from the site, or change the site",
                    Fixes.regenerate(in.network, site));
              }
            });
  }

  private static String difference(Site s, SiteSync.Difference d) {
    String site = Labels.of(s);
    return switch (d.kind()) {
      case PUBLIC_ADDRESS ->
          "the address " + d.elementValue() + " is not that of " + site + ", " + d.siteValue();
      case PREFIXES ->
          "the remote networks "
              + d.elementValue()
              + " are not the prefixes of "
              + site
              + ", "
              + d.siteValue();
      case NAT_TRAVERSAL -> "NAT traversal is off and " + site + " is behind a NAT";
      case ROUTE ->
          "was made for " + site + ", which does not have this prefix but " + d.siteValue();
      case CONNECTION -> "has no IPsec connection";
    };
  }

  /** S03; the address of a customer gateway is a matter of K01. */
  static void addresses(ModelIndex in, Report out) {
    for (VpnGateway g : in.all(VpnGateway.class)) {
      address(out, g, "its public address", g.getInternetIp(), true);
      address(out, g, "its second public address", g.getDisasterRecoveryInternetIp(), false);
    }
    for (Site s : in.all(Site.class)) {
      address(out, s, "its public address", s.getPublicIp(), true);
      address(out, s, "the address of its WAN interface", s.getWanIp(), false);
      address(out, s, "its next hop", s.getNextHop(), false);
    }
  }

  private static void address(
      Report out, NamedElement e, String what, @Nullable String text, boolean required) {
    if (text == null && !required) return;
    Optional<String> fault = Cidrs.addressFault(text);
    if (fault.isEmpty()) return;
    String words = text == null ? " is missing" : ": " + fault.get();
    out.add(e, what + words, "set an address such as 203.0.113.10");
  }

  /** S04. */
  static void incomplete(ModelIndex in, Report out) {
    for (VpnConnection c : in.all(VpnConnection.class)) {
      if (c.getTunnels().isEmpty()) {
        out.add(c, "has no tunnel", "add a tunnel with a customer gateway");
      }
      for (Tunnel t : c.getTunnels()) {
        NamedElement e = in.subject(t);
        String remedy = "complete the tunnel";
        if (!in.isHere(t.getCustomerGateway())) out.add(e, "has no customer gateway", remedy);
        if (t.getIkeConfig() == null) out.add(e, "has no configuration of phase 1", remedy);
        if (t.getIpsecConfig() == null) out.add(e, "has no configuration of phase 2", remedy);
      }
    }
  }

  /** S05. */
  static void ranges(ModelIndex in, Report out) {
    for (VpnGateway g : in.all(VpnGateway.class)) {
      range(out, g, "the link MTU (linkMtu)", g.getLinkMtu(), 576, 9000);
    }
    for (Tunnel t : in.all(Tunnel.class)) {
      if (!t.isEnableDpd()) continue;
      range(out, in.subject(t), "the DPD interval (dpdInterval)", t.getDpdInterval(), 1, 3600);
    }
    for (VpnConnection c : in.all(VpnConnection.class)) {
      HealthCheckConfig check = c.getHealthCheck();
      if (check == null || !check.isEnable()) continue;
      range(out, c, "the interval of the health check", check.getInterval(), 1, 3600);
      range(out, c, "the number of retries of the health check", check.getRetry(), 1, 100);
    }
    for (PolicyRoute r : in.all(PolicyRoute.class)) {
      range(out, r, "the priority", r.getPriority(), 1, 100);
    }
    for (Site s : in.all(Site.class)) {
      range(out, s, "the bandwidth", s.getBandwidth(), 0, Integer.MAX_VALUE);
    }
  }

  private static void range(Report out, NamedElement e, String what, int value, int from, int to) {
    if (value >= from && value <= to) return;
    String wanted = to == Integer.MAX_VALUE ? from + " or more" : from + " to " + to;
    out.add(e, what + " is " + value, "set " + wanted);
  }
}
