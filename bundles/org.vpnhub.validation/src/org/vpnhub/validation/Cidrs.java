package org.vpnhub.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;

/** Reads the text of a model as addresses and prefixes, and knows the special ones. */
final class Cidrs {
  /** RFC 6598: shared address space, where the cloud keeps its services. */
  static final Ipv4Prefix CLOUD_SERVICES = Ipv4Prefix.parse("100.64.0.0/10");

  /** RFC 3927. */
  static final Ipv4Prefix LINK_LOCAL = Ipv4Prefix.parse("169.254.0.0/16");

  /** RFC 1918. */
  private static final List<Ipv4Prefix> PRIVATE =
      prefixes(List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"));

  /**
   * Link local, loopback, multicast (RFC 3927, RFC 1122 §3.2.1.3, RFC 1112 §4), this host, class E.
   */
  private static final List<Ipv4Prefix> NO_HOSTS =
      prefixes(List.of("169.254.0.0/16", "127.0.0.0/8", "224.0.0.0/4", "0.0.0.0/8", "240.0.0.0/4"));

  /** Documentation (RFC 5737) and benchmarks (RFC 2544). */
  private static final List<Ipv4Prefix> NOT_ROUTED =
      prefixes(List.of("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "198.18.0.0/15"));

  private Cidrs() {}

  /** A prefix, its host bits cleared; empty when the text is unset or none. */
  static Optional<Ipv4Prefix> prefix(@Nullable String text) {
    if (text == null) return Optional.empty();
    try {
      return Optional.of(Ipv4Prefix.parseMasked(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The prefixes of a list, host bits cleared; what is none is left out. */
  static List<Ipv4Prefix> prefixes(List<String> texts) {
    List<Ipv4Prefix> all = new ArrayList<>(texts.size());
    for (String text : texts) prefix(text).ifPresent(all::add);
    return all;
  }

  /** The private range (RFC 1918) that holds a prefix. */
  static Optional<Ipv4Prefix> privateRange(Ipv4Prefix prefix) {
    return PRIVATE.stream().filter(r -> r.contains(prefix)).findFirst();
  }

  /** An address; empty when the text is unset or none. */
  static Optional<Ipv4Address> address(@Nullable String text) {
    if (text == null) return Optional.empty();
    try {
      return Optional.of(Ipv4Address.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What is wrong with an address that must be there, in words; empty when nothing is. */
  static Optional<String> addressFault(@Nullable String text) {
    if (text == null) return Optional.of("is missing");
    try {
      Ipv4Address.parse(text);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  static boolean isPrivate(Ipv4Address address) {
    return PRIVATE.stream().anyMatch(p -> p.contains(address)) || CLOUD_SERVICES.contains(address);
  }

  /** Whether hosts of the Internet may have the address: no multicast, loopback and the like. */
  static boolean isUnicast(Ipv4Address address) {
    return NO_HOSTS.stream().noneMatch(p -> p.contains(address));
  }

  /** The special range without ordinary hosts that overlaps a prefix; 0.0.0.0/0 overlaps none. */
  static Optional<Ipv4Prefix> specialRange(Ipv4Prefix prefix) {
    if (prefix.length() == 0) return Optional.empty();
    return NO_HOSTS.stream().filter(p -> p.overlaps(prefix)).findFirst();
  }

  /** Whether some of the prefix belongs to the Internet. */
  static boolean isPublic(Ipv4Prefix prefix) {
    return PRIVATE.stream().noneMatch(p -> p.contains(prefix))
        && NOT_ROUTED.stream().noneMatch(p -> p.contains(prefix))
        && !CLOUD_SERVICES.contains(prefix)
        && specialRange(prefix).isEmpty();
  }
}
