package org.vpnhub.exporter.read;

import java.util.Optional;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;

/** Networks as devices write them. What is no network of adjacent bits gives nothing. */
public final class Networks {
  private Networks() {}

  /** {@code 10.0.0.0} and {@code 255.0.0.0}. */
  public static Optional<Ipv4Prefix> withMask(String address, String mask) {
    return with(address, mask, false);
  }

  /** {@code 10.0.0.0} and {@code 255.0.0.0}, or {@code 8} in its place. */
  public static Optional<Ipv4Prefix> withMaskOrLength(String address, String mask) {
    return mask.matches("[0-9]{1,2}") ? parse(address + "/" + mask) : withMask(address, mask);
  }

  /** {@code 10.0.0.0} and {@code 0.255.255.255}, as access lists write it. */
  public static Optional<Ipv4Prefix> withWildcard(String address, String wildcard) {
    return with(address, wildcard, true);
  }

  /** {@code 10.0.0.0/8}, or an address alone; host bits are cleared. */
  public static Optional<Ipv4Prefix> parse(String text) {
    try {
      return Optional.of(Ipv4Prefix.parseMasked(text.contains("/") ? text : text + "/32"));
    } catch (IllegalArgumentException notANetwork) {
      return Optional.empty();
    }
  }

  public static boolean isAddress(String text) {
    return !text.contains("/") && parse(text).isPresent();
  }

  private static Optional<Ipv4Prefix> with(String address, String bits, boolean inverted) {
    try {
      int given = Ipv4Address.parse(bits).bits();
      int mask = inverted ? ~given : given;
      int length = Integer.bitCount(mask);
      if (mask != Ipv4Prefix.mask(length)) return Optional.empty();
      return Optional.of(new Ipv4Prefix(Ipv4Address.parse(address).bits() & mask, length));
    } catch (IllegalArgumentException notANetwork) {
      return Optional.empty();
    }
  }
}
