package org.vpnhub.exporter.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/** What the plan wants of a tunnel, in the words of {@link Parameter}. */
public final class PlanValues {
  private PlanValues() {}

  /** The wanted values; a parameter without any is not wanted at all. */
  public static Map<Parameter, List<String>> of(SitePlan site, ConnectionPlan c) {
    Map<Parameter, List<String>> wanted = new EnumMap<>(Parameter.class);
    one(wanted, Parameter.PEER, c.remoteAddress());
    one(wanted, Parameter.IKE_VERSION, c.ike().version());
    if (c.ike().version() == IkeVersion.IKEV1) one(wanted, Parameter.IKE_MODE, c.ike().mode());
    one(wanted, Parameter.IKE_ENCRYPTION, c.ike().encryption());
    one(wanted, Parameter.IKE_HASH, c.ike().hash());
    one(wanted, Parameter.IKE_GROUP, c.ike().group());
    one(wanted, Parameter.IKE_LIFETIME, c.ike().lifetimeSeconds());
    one(wanted, Parameter.LOCAL_ID, c.localId());
    one(wanted, Parameter.REMOTE_ID, c.remoteId());
    one(wanted, Parameter.ESP_ENCRYPTION, c.ipsec().encryption());
    one(wanted, Parameter.ESP_HASH, c.ipsec().hash().map(Object::toString).orElse("none"));
    one(wanted, Parameter.PFS, c.ipsec().pfs().map(Object::toString).orElse("none"));
    one(wanted, Parameter.ESP_LIFETIME, c.ipsec().lifetimeSeconds());
    one(wanted, Parameter.VOLUME_LIFETIME, "none");
    one(wanted, Parameter.DPD, c.dpd().enabled() ? c.dpd().intervalSeconds() : "none");
    one(wanted, Parameter.TCP_MSS, site.tcpMss());
    wanted.put(Parameter.SELECTOR, selectors(c));
    List<Ipv4Prefix> routes = routes(site, c);
    wanted.put(Parameter.ROUTE, routes.stream().map(Ipv4Prefix::toString).toList());
    wanted.put(Parameter.NAT_EXEMPTION, pairs(site.prefixes(), routes));
    wanted.put(Parameter.PERMIT_OUT, pairs(site.prefixes(), routes));
    wanted.put(Parameter.PERMIT_IN, pairs(routes, site.prefixes()));
    return wanted;
  }

  /** A pair as {@link Parameter#SELECTOR} and its like write it. */
  public static String pair(Ipv4Prefix left, Ipv4Prefix right) {
    return left + " - " + right;
  }

  private static void one(Map<Parameter, List<String>> wanted, Parameter p, Object value) {
    wanted.put(p, List.of(value.toString()));
  }

  private static List<String> selectors(ConnectionPlan c) {
    List<String> pairs = new ArrayList<>();
    for (ChildPlan child : c.children()) pairs.addAll(pairs(child.local(), child.remote()));
    return pairs;
  }

  private static List<Ipv4Prefix> routes(SitePlan site, ConnectionPlan c) {
    return site.gateway().destinationRoutes().stream()
        .filter(r -> r.nextHop().equals(c.id()))
        .map(DestinationRoute::destination)
        .distinct()
        .toList();
  }

  private static List<String> pairs(List<Ipv4Prefix> left, List<Ipv4Prefix> right) {
    List<String> pairs = new ArrayList<>();
    for (Ipv4Prefix l : left) {
      for (Ipv4Prefix r : right) pairs.add(pair(l, r));
    }
    return pairs;
  }
}
