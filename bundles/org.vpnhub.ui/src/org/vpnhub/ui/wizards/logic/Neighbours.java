package org.vpnhub.ui.wizards.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.Vpc;

/**
 * What sites that are typed must not collide with.
 *
 * @param vpc prefixes of the VPCs
 * @param prefixes prefixes of sites that are there
 * @param names names of sites that are there
 * @param addresses public addresses of sites that are there, each with the site's name
 */
public record Neighbours(
    List<Ipv4Prefix> vpc,
    List<Owned> prefixes,
    Set<String> names,
    Map<Ipv4Address, String> addresses) {

  /** A prefix and the name of its site. */
  record Owned(Ipv4Prefix prefix, String owner) {}

  /** A VPC alone; a malformed prefix is told at its own field. */
  public static Neighbours ofVpc(String cidr) {
    List<Ipv4Prefix> vpc = prefix(cidr).stream().toList();
    return new Neighbours(vpc, List.of(), Set.of(), Map.of());
  }

  /** A network, without the sites that are about to change. */
  public static Neighbours of(Network network, Set<Site> without) {
    List<Ipv4Prefix> vpc = new ArrayList<>();
    network.getRegions().stream()
        .flatMap(r -> r.getVpcs().stream())
        .flatMap(Neighbours::blocks)
        .forEach(c -> prefix(c).ifPresent(vpc::add));
    List<Owned> prefixes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Map<Ipv4Address, String> addresses = new HashMap<>();
    for (Site site : network.getSites()) {
      if (without.contains(site)) continue;
      String name = SiteCells.of(site).name();
      names.add(name);
      for (String c : site.getCidrs()) {
        prefix(c).ifPresent(p -> prefixes.add(new Owned(p, name)));
      }
      address(site.getPublicIp()).ifPresent(a -> addresses.put(a, name));
    }
    return new Neighbours(vpc, prefixes, names, addresses);
  }

  private static Stream<String> blocks(Vpc vpc) {
    return Stream.concat(
        Stream.ofNullable(vpc.getCidrBlock()), vpc.getSecondaryCidrBlocks().stream());
  }

  static Optional<Ipv4Prefix> prefix(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(Ipv4Prefix.parseMasked(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Optional<Ipv4Address> address(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(Ipv4Address.parse(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
