package org.vpnhub.base;

/**
 * An IPv4 address.
 *
 * @param bits the address as a big-endian 32-bit value
 */
public record Ipv4Address(int bits) implements Comparable<Ipv4Address> {

  /**
   * Parses dotted-decimal text: four decimal numbers without leading zeros.
   *
   * @throws IllegalArgumentException with a sentence for the user when the text is anything else
   */
  public static Ipv4Address parse(String text) {
    int value = 0;
    int at = 0;
    for (int part = 0; part < 4; part++) {
      int start = at;
      int number = 0;
      while (at < text.length() && at - start < 3 && isDigit(text.charAt(at))) {
        number = number * 10 + (text.charAt(at++) - '0');
      }
      boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
      if (at == start || number > 255 || leadingZero) throw malformed(text);
      value = value << 8 | number;
      boolean last = part == 3;
      if (last ? at != text.length() : at >= text.length() || text.charAt(at++) != '.') {
        throw malformed(text);
      }
    }
    return new Ipv4Address(value);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is not an IPv4 address (four numbers from 0 to 255, such as 192.0.2.1)");
  }

  /** The four octets in network order, in a new array. */
  public byte[] octets() {
    return new byte[] {
      (byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits
    };
  }

  @Override
  public int compareTo(Ipv4Address other) {
    return Integer.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 255)
        + "."
        + (bits >>> 8 & 255)
        + "."
        + (bits & 255);
  }
}
