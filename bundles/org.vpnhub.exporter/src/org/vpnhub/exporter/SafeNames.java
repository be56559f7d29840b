package org.vpnhub.exporter;

import java.util.HashSet;
import java.util.Set;

/** Names of sections and objects in a device's configuration, made from names for people. */
public final class SafeNames {
  private final Set<String> used = new HashSet<>();
  private final int maxLength;

  /**
   * @param maxLength longest name that the device takes, at least 8
   */
  public SafeNames(int maxLength) {
    this.maxLength = maxLength;
  }

  /**
   * Only letters, digits, hyphen and underscore of ASCII: everything else becomes a hyphen, runs of
   * hyphens one, none at either end; {@code fallback} where nothing is left.
   */
  public static String of(String name, String fallback) {
    String safe = name.replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("^-+|-+$", "");
    return safe.isEmpty() ? fallback : safe.substring(0, Math.min(safe.length(), 100));
  }

  /** Like {@link #of}, cut to the longest that is allowed, and different from all before. */
  public String unique(String name, String fallback) {
    String base = of(name, fallback);
    String candidate = cut(base, "");
    for (int i = 2; !used.add(candidate); i++) candidate = cut(base, "-" + i);
    return candidate;
  }

  private String cut(String base, String suffix) {
    return base.substring(0, Math.min(base.length(), maxLength - suffix.length())) + suffix;
  }
}
