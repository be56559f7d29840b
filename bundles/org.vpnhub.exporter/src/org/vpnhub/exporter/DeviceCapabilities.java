package org.vpnhub.exporter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vpnhub.plan.IkeVersion;

/**
 * What a kind of device can do, as its exporter declares it. Made by {@link #of}; what is not said
 * is the common case.
 *
 * @param id stable, lower case, for example {@code strongswan}; the site of a model names it
 * @param vendor for example {@code strongSwan}
 * @param platform product line or operating system, for example {@code Linux (swanctl)}
 * @param releases supported releases, oldest first, at least one
 * @param selectors traffic selectors
 * @param keys pre-shared keys
 * @param nameLength longest name of an object in its configuration
 * @param ikeLifetimes lifetimes of phase 1
 * @param espLifetimes lifetimes of phase 2
 * @param volumeLimit what becomes of a lifetime by volume
 * @param pfsSettable whether PFS and its group can be set; otherwise the device decides
 * @param dpd whether dead peer detection can be configured
 * @param natTraversalSwitchable whether NAT traversal can be switched off
 * @param needs facts of the site without which nothing can be written, each with an example
 * @param verification how it is known that the output is accepted
 */
public record DeviceCapabilities(
    String id,
    String vendor,
    String platform,
    List<DeviceRelease> releases,
    SelectorAbility selectors,
    KeyRules keys,
    int nameLength,
    Lifetimes ikeLifetimes,
    Lifetimes espLifetimes,
    VolumeLimit volumeLimit,
    boolean pfsSettable,
    boolean dpd,
    boolean natTraversalSwitchable,
    Map<SiteFact, String> needs,
    Verification verification) {

  /** A lifetime of the IPsec SA by volume, which the hub has none of. */
  public enum VolumeLimit {
    /** The device has none, or none unless it is configured. */
    NONE,
    /** The device has one by default, and the export switches it off. */
    SWITCHED_OFF,
    /** It cannot be switched off: the export sets it to the largest value. */
    RAISED
  }

  public DeviceCapabilities {
    releases = List.copyOf(releases);
    needs = Collections.unmodifiableMap(new TreeMap<>(needs));
    if (releases.isEmpty()) throw new IllegalArgumentException("a device needs a release");
  }

  /**
   * Begins the description of a device: policy-based with lists of prefixes, any printable key of
   * up to 64 characters, names of up to 63 characters, PFS and DPD can be set.
   */
  public static Builder of(String id, String vendor, String platform) {
    return new Builder(id, vendor, platform);
  }

  /** Description of a device in the making. */
  public static final class Builder {
    private final String id;
    private final String vendor;
    private final String platform;
    private final List<DeviceRelease> releases = new ArrayList<>();
    private SelectorAbility selectors =
        new SelectorAbility(SelectorAbility.Style.POLICY_BASED, true, true, true, true);
    private KeyRules keys = KeyRules.anyPrintable(64);
    private int nameLength = 63;
    private Lifetimes ikeLifetimes = Lifetimes.ANY;
    private Lifetimes espLifetimes = Lifetimes.ANY;
    private VolumeLimit volumeLimit = VolumeLimit.NONE;
    private boolean pfsSettable = true;
    private boolean dpd = true;
    private boolean natTraversalSwitchable = true;
    private final Map<SiteFact, String> needs = new EnumMap<>(SiteFact.class);
    private Verification verification = Verification.SAMPLE;

    private Builder(String id, String vendor, String platform) {
      this.id = id;
      this.vendor = vendor;
      this.platform = platform;
    }

    /** Adds a release, newer than those before, with the same algorithms for some IKE versions. */
    public Builder release(String name, Algorithms ike, Algorithms esp, IkeVersion... versions) {
      Map<IkeVersion, Algorithms> byVersion = new EnumMap<>(IkeVersion.class);
      for (IkeVersion v : versions) byVersion.put(v, ike);
      return release(new DeviceRelease(name, byVersion, esp));
    }

    /** Adds a release, newer than those before. */
    public Builder release(DeviceRelease release) {
      releases.add(release);
      return this;
    }

    public Builder selectors(SelectorAbility ability) {
      selectors = ability;
      return this;
    }

    public Builder keys(KeyRules rules) {
      keys = rules;
      return this;
    }

    public Builder nameLength(int characters) {
      nameLength = characters;
      return this;
    }

    public Builder ikeLifetimes(int min, int max) {
      ikeLifetimes = new Lifetimes(min, max);
      return this;
    }

    public Builder espLifetimes(int min, int max) {
      espLifetimes = new Lifetimes(min, max);
      return this;
    }

    public Builder volumeLimit(VolumeLimit limit) {
      volumeLimit = limit;
      return this;
    }

    public Builder pfsNotSettable() {
      pfsSettable = false;
      return this;
    }

    public Builder withoutDpd() {
      dpd = false;
      return this;
    }

    public Builder natTraversalAlways() {
      natTraversalSwitchable = false;
      return this;
    }

    /** A fact without which nothing can be written, with an example of its value. */
    public Builder needs(SiteFact fact, String example) {
      needs.put(fact, example);
      return this;
    }

    public Builder verification(Verification how) {
      verification = how;
      return this;
    }

    /**
     * @throws IllegalArgumentException when no release was given
     */
    public DeviceCapabilities build() {
      return new DeviceCapabilities(
          id,
          vendor,
          platform,
          releases,
          selectors,
          keys,
          nameLength,
          ikeLifetimes,
          espLifetimes,
          volumeLimit,
          pfsSettable,
          dpd,
          natTraversalSwitchable,
          needs,
          verification);
    }
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
