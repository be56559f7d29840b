package org.vpnhub.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;

/** Prefixes that a new element can begin with: free, private, and like those of the examples. */
final class FreePrefixes {
  private static final int TEN = 10 << 24;
  private static final int LAST_OCTETS = 256;

  private FreePrefixes() {}

  /** A /24 for a site: 10.10.10.0/24, 10.10.20.0/24 and so on. */
  static String ofSite(Network network) {
    List<Ipv4Prefix> used = used(network);
    for (int second = 10; second < LAST_OCTETS; second++) {
      for (int third = 10; third < LAST_OCTETS; third += 10) {
        Ipv4Prefix p = new Ipv4Prefix(TEN | second << 16 | third << 8, 24);
        if (isFree(p, used)) return p.toString();
      }
    }
    return "";
  }

  /** A /16 for a VPC: 10.0.0.0/16, 10.1.0.0/16 and so on. */
  static String ofVpc(Network network) {
    List<Ipv4Prefix> used = used(network);
    for (int second = 0; second < LAST_OCTETS; second++) {
      Ipv4Prefix p = new Ipv4Prefix(TEN | second << 16, 16);
      if (isFree(p, used)) return p.toString();
    }
    return "";
  }

  /** A /24 of the VPC, or all of a smaller one. */
  static String ofVSwitch(Vpc vpc) {
    Optional<Ipv4Prefix> whole = parse(vpc.getCidrBlock());
    if (whole.isEmpty()) return "";
    List<Ipv4Prefix> used = new ArrayList<>();
    for (VSwitch s : vpc.getVSwitches()) parse(s.getCidrBlock()).ifPresent(used::add);
    int length = Math.max(24, whole.get().length());
    int subnets = 1 << Math.min(16, length - whole.get().length());
    for (int i = 0; i < subnets; i++) {
      Ipv4Prefix p = new Ipv4Prefix(whole.get().network() + (i << 32 - length), length);
      if (isFree(p, used)) return p.toString();
    }
    return "";
  }

  private static List<Ipv4Prefix> used(Network network) {
    List<Ipv4Prefix> used = new ArrayList<>();
    for (Site s : network.getSites()) s.getCidrs().forEach(c -> parse(c).ifPresent(used::add));
    for (var region : network.getRegions()) {
      for (Vpc v : region.getVpcs()) {
        parse(v.getCidrBlock()).ifPresent(used::add);
        v.getSecondaryCidrBlocks().forEach(c -> parse(c).ifPresent(used::add));
      }
    }
    return used;
  }

  private static boolean isFree(Ipv4Prefix prefix, List<Ipv4Prefix> used) {
    return used.stream().noneMatch(prefix::overlaps);
  }

  private static Optional<Ipv4Prefix> parse(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(Ipv4Prefix.parseMasked(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // the validator reports it
    }
  }
}
