package org.vpnhub.exporter;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vpnhub.plan.IkeVersion;

/**
 * What a kind of device can do, as its exporter declares it.
 *
 * @param id stable, lower case, for example {@code strongswan}; the site of a model names it
 * @param vendor for example {@code strongSwan}
 * @param platform product line or operating system, for example {@code Linux (swanctl)}
 * @param releases supported releases, oldest first, at least one
 * @param selectors traffic selectors
 * @param keys pre-shared keys
 * @param pfsSettable whether PFS and its group can be set; otherwise the device decides
 * @param dpd whether dead peer detection can be configured
 * @param natTraversalSwitchable whether NAT traversal can be switched off
 * @param verification how it is known that the output is accepted
 */
public record DeviceCapabilities(
    String id,
    String vendor,
    String platform,
    List<DeviceRelease> releases,
    SelectorAbility selectors,
    KeyRules keys,
    boolean pfsSettable,
    boolean dpd,
    boolean natTraversalSwitchable,
    Verification verification) {

  public DeviceCapabilities {
    releases = List.copyOf(releases);
    if (releases.isEmpty()) throw new IllegalArgumentException("a device needs a release");
  }

  /** For messages: vendor and platform. */
  public String title() {
    return vendor + " " + platform;
  }

  /** IKE versions that some release offers, in ascending order. */
  public Set<IkeVersion> ikeVersions() {
    Set<IkeVersion> versions = EnumSet.noneOf(IkeVersion.class);
    for (DeviceRelease release : releases) versions.addAll(release.ike().keySet());
    return versions;
  }

  /** Names of the releases, oldest first. */
  public List<String> releaseNames() {
    return releases.stream().map(DeviceRelease::name).toList();
  }

  /**
   * The entry that serves a release: the newest that is not newer than it. An unknown release
   * (empty text) and one older than all are served by the oldest entry, which promises least.
   */
  public DeviceRelease release(String name) {
    DeviceRelease best = releases.getFirst();
    if (name.isBlank()) return best;
    for (DeviceRelease release : releases) {
      if (compareReleases(release.name(), name) <= 0) best = release;
    }
    return best;
  }

  /** Whether a release is older than all that are supported. */
  public boolean isTooOld(String name) {
    return !name.isBlank() && compareReleases(name, releases.getFirst().name()) < 0;
  }

  /**
   * Compares release names number by number, so that 5.10 comes after 5.9; text between the numbers
   * only separates them.
   */
  public static int compareReleases(String a, String b) {
    String[] left = numbers(a);
    String[] right = numbers(b);
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      String l = i < left.length ? left[i] : "";
      String r = i < right.length ? right[i] : "";
      int byLength = Integer.compare(l.length(), r.length());
      int order = byLength != 0 ? byLength : l.compareTo(r);
      if (order != 0) return order;
    }
    return 0;
  }

  /** The numbers without leading zeros; zero is the empty text, so that 6 equals 6.0. */
  private static String[] numbers(String release) {
    String trimmed = release.replaceFirst("^[^0-9]+", "");
    if (trimmed.isEmpty()) return new String[0];
    String[] parts = trimmed.split("[^0-9]+");
    for (int i = 0; i < parts.length; i++) parts[i] = parts[i].replaceFirst("^0+", "");
    return parts;
  }
}
