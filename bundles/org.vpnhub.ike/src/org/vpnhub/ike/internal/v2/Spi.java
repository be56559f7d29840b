package org.vpnhub.ike.internal.v2;

import org.vpnhub.base.Bytes;

/** SPIs as numbers and octets, and their text. */
final class Spi {
  private Spi() {}

  static byte[] octets(int spi) {
    byte[] octets = new byte[4];
    Bytes.putI32(octets, 0, spi);
    return octets;
  }

  static byte[] octets(long spi) {
    byte[] octets = new byte[8];
    Bytes.putI64(octets, 0, spi);
    return octets;
  }

  /** An ESP SPI. */
  static int of(byte[] octets) {
    return Bytes.i32(octets, 0);
  }

  static String text(int spi) {
    return String.format("%08x", spi);
  }

  static String text(long spi) {
    return String.format("%016x", spi);
  }
}
