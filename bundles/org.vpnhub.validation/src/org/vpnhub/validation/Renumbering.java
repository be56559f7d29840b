package org.vpnhub.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.DestinationRoute;
import org.vpnhub.model.Network;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;

/** A02 and A03: another prefix for a site in the place of one that overlaps. */
final class Renumbering {
  /** So many prefixes are looked at behind the one that overlaps. */
  private static final int STEPS = 64;

  private Renumbering() {}

  /** The fix for a prefix of an office; none when it is no site or nothing near is free. */
  static QuickFix[] fixes(ModelIndex in, Office office, Ipv4Prefix old) {
    Site site = office.site();
    if (site == null) return new QuickFix[0];
    return free(in.taken(), old).stream()
        .map(next -> fix(in.network, site, old, next))
        .toArray(QuickFix[]::new);
  }

  private static QuickFix fix(Network network, Site site, Ipv4Prefix old, Ipv4Prefix next) {
    return new QuickFix(
        "Give " + Labels.of(site) + " the free prefix " + next + " in the place of " + old,
        network,
        () -> {
          PrefixIndex<Ipv4Prefix> taken = taken(network);
          if (taken.overlapping(next).findAny().isEmpty()) renumber(site, old, next);
          else free(taken, old).ifPresent(other -> renumber(site, old, other));
        });
  }

  /** The first free prefix of the same length behind this one, in the same private range. */
  static Optional<Ipv4Prefix> free(PrefixIndex<Ipv4Prefix> taken, Ipv4Prefix near) {
    Optional<Ipv4Prefix> range = Cidrs.privateRange(near);
    if (range.isEmpty()) return Optional.empty();
    for (int i = 1; i <= STEPS; i++) {
      Ipv4Prefix next = new Ipv4Prefix(near.network() + i * size(near), near.length());
      if (!range.get().contains(next)) return Optional.empty();
      if (taken.overlapping(next).findAny().isEmpty()) return Optional.of(next);
    }
    return Optional.empty();
  }

  private static int size(Ipv4Prefix prefix) {
    return 1 << (32 - prefix.length());
  }

  /** The prefixes of all sites and VPCs. */
  static PrefixIndex<Ipv4Prefix> taken(Network network) {
    PrefixIndex<Ipv4Prefix> taken = new PrefixIndex<>();
    network.getSites().forEach(s -> Cidrs.prefixes(s.getCidrs()).forEach(p -> taken.add(p, p)));
    for (Vpc vpc : network.getRegions().stream().flatMap(r -> r.getVpcs().stream()).toList()) {
      AddressRules.prefixes(vpc).forEach(p -> taken.add(p, p));
    }
    return taken;
  }

  /** The routes of the gateways to the old prefix or parts of it move along. */
  private static void renumber(Site site, Ipv4Prefix old, Ipv4Prefix next) {
    List<String> cidrs = new ArrayList<>();
    for (String text : site.getCidrs()) cidrs.add(moved(text, old, next));
    if (cidrs.equals(site.getCidrs())) return; // the model has moved on
    site.getCidrs().clear();
    site.getCidrs().addAll(cidrs);
    for (VpnConnection c : SiteSync.connections(site)) {
      for (DestinationRoute r : c.getVpnGateway().getDestinationRoutes()) {
        if (r.getNextHop() == c && r.getRouteDest() != null) {
          r.setRouteDest(moved(r.getRouteDest(), old, next));
        }
      }
      for (PolicyRoute r : c.getVpnGateway().getPolicyRoutes()) {
        if (r.getNextHop() == c && r.getRouteDest() != null) {
          r.setRouteDest(moved(r.getRouteDest(), old, next));
        }
      }
    }
    SiteSync.regenerate(site);
  }

  /** A prefix that is inside the old one, at the same place inside the new one. */
  private static String moved(String text, Ipv4Prefix old, Ipv4Prefix next) {
    Optional<Ipv4Prefix> prefix = Cidrs.prefix(text);
    if (prefix.isEmpty() || !old.contains(prefix.get())) return text;
    int offset = prefix.get().network() - old.network();
    return new Ipv4Prefix(next.network() + offset, prefix.get().length()).toString();
  }
}
