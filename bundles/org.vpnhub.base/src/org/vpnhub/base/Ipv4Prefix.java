package org.vpnhub.base;

/**
 * An IPv4 prefix (CIDR block) without host bits.
 *
 * @param network the first address as a big-endian 32-bit value
 * @param length prefix length, 0 to 32
 */
public record Ipv4Prefix(int network, int length) implements Comparable<Ipv4Prefix> {

  /** 0.0.0.0/0. */
  public static final Ipv4Prefix ANY = new Ipv4Prefix(0, 0);

  public Ipv4Prefix {
    if (length < 0 || length > 32) {
      throw new IllegalArgumentException("prefix length " + length + " is not within 0 to 32");
    }
    if ((network & ~mask(length)) != 0) {
      throw new IllegalArgumentException(
          new Ipv4Address(network)
              + "/"
              + length
              + " has host bits set; the network is "
              + new Ipv4Address(network & mask(length))
              + "/"
              + length);
    }
  }

  /**
   * Parses {@code 10.0.0.0/8}.
   *
   * @throws IllegalArgumentException with a sentence for the user when the text is malformed or has
   *     host bits set
   */
  public static Ipv4Prefix parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a CIDR block: the prefix length is missing, such as /24");
    }
    return new Ipv4Prefix(Ipv4Address.parse(text.substring(0, slash)).bits(), length(text, slash));
  }

  /**
   * Parses like {@link #parse} but clears host bits: {@code 10.1.2.3/16} gives {@code 10.1.0.0/16}.
   */
  public static Ipv4Prefix parseMasked(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) return parse(text);
    int length = length(text, slash);
    int address = Ipv4Address.parse(text.substring(0, slash)).bits();
    return new Ipv4Prefix(address & mask(length), length);
  }

  private static int length(String text, int slash) {
    int digits = text.length() - slash - 1;
    int length = 0;
    boolean fits = digits >= 1 && digits <= 2;
    for (int i = slash + 1; fits && i < text.length(); i++) {
      char c = text.charAt(i);
      fits = c >= '0' && c <= '9';
      length = length * 10 + (c - '0');
    }
    boolean leadingZero = digits == 2 && text.charAt(slash + 1) == '0';
    if (!fits || leadingZero || length > 32) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a CIDR block: the prefix length must be within 0 to 32");
    }
    return length;
  }

  /** The netmask of a prefix length as a 32-bit value. */
  public static int mask(int length) {
    return length == 0 ? 0 : -1 << (32 - length);
  }

  /** The first address. */
  public Ipv4Address address() {
    return new Ipv4Address(network);
  }

  /** The netmask, for example 255.255.255.0. */
  public Ipv4Address netmask() {
    return new Ipv4Address(mask(length));
  }

  /** The wildcard mask of access lists, for example 0.0.0.255. */
  public Ipv4Address wildcard() {
    return new Ipv4Address(~mask(length));
  }

  public boolean contains(int address) {
    return (address & mask(length)) == network;
  }

  public boolean contains(Ipv4Address address) {
    return contains(address.bits());
  }

  /** Whether every address of {@code other} is in this prefix. */
  public boolean contains(Ipv4Prefix other) {
    return other.length >= length && contains(other.network);
  }

  public boolean overlaps(Ipv4Prefix other) {
    return contains(other) || other.contains(this);
  }

  public Ipv4Address first() {
    return new Ipv4Address(network);
  }

  public Ipv4Address last() {
    return new Ipv4Address(network | ~mask(length));
  }

  @Override
  public int compareTo(Ipv4Prefix other) {
    int byNetwork = Integer.compareUnsigned(network, other.network);
    return byNetwork != 0 ? byNetwork : Integer.compare(length, other.length);
  }

  /** Spread over all bits: networks end in zeros, which hash tables look at first. */
  @Override
  public int hashCode() {
    int h = (network + length) * 0x9E3779B9;
    return h ^ h >>> 15;
  }

  @Override
  public String toString() {
    return first() + "/" + length;
  }
}
