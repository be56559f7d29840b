package org.vpnhub.ui.monitor.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers with units, for people. */
public final class Units {
  private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB"};
  private static final String[] BITS = {"bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"};

  private Units() {}

  /** For example {@code 1.2 MB}. */
  public static String bytes(double bytes) {
    return scaled(bytes, BYTES);
  }

  /** For example {@code 4.8 Mbit/s}. */
  public static String bits(double bitsPerSecond) {
    return scaled(bitsPerSecond, BITS);
  }

  private static String scaled(double value, String[] units) {
    int unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    boolean fraction = unit > 0 && value < 9.95;
    return String.format(Locale.ROOT, fraction ? "%.1f %s" : "%.0f %s", value, units[unit]);
  }

  /**
   * The suite of a security association as people write it: {@code AES-256-GCM, SHA-256, X25519}.
   */
  public static String suite(String transforms) {
    List<String> parts = new ArrayList<>();
    for (String t : transforms.split("/")) {
      String text =
          t.replaceFirst("^AES_GCM_16_(\\d+)$", "AES-$1-GCM")
              .replaceFirst("^AES_CBC_(\\d+)$", "AES-$1-CBC")
              .replaceFirst("^(PRF_)?HMAC_SHA2_(\\d+)(_\\d+)?$", "SHA-$2")
              .replaceFirst("^CURVE_25519$", "X25519")
              .replaceFirst("^ECP_(\\d+)$", "P-$1")
              .replaceFirst("^MODP_(\\d+)$", "MODP-$1")
              .replaceFirst("^EXT_SEQ$", "ESN");
      if (!parts.contains(text)) parts.add(text);
    }
    return String.join(", ", parts);
  }

  /** With a thin separator each three digits. */
  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n).replace(',', '\u2009');
  }

  /** For example {@code 12 s}, {@code 3 min}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
  public static String age(Duration age) {
    long s = age.toSeconds();
    if (s < 60) return s + " s";
    if (s < 600) return s / 60 + " min" + (s % 60 == 0 ? "" : " " + s % 60 + " s");
    if (s < 3600) return s / 60 + " min";
    if (s < 86_400) return s / 3600 + " h" + (s / 60 % 60 == 0 ? "" : " " + s / 60 % 60 + " min");
    return s / 86_400 + " d" + (s / 3600 % 24 == 0 ? "" : " " + s / 3600 % 24 + " h");
  }
}
