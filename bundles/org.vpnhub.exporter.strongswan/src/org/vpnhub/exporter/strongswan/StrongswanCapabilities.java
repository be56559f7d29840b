package org.vpnhub.exporter.strongswan;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkeVersion;

/**
 * What strongSwan can do, and its words for the algorithms.
 *
 * <p>Source: swanctl.conf(5) and the list of proposal keywords of strongSwan 5.9; the classic
 * suites were loaded into 5.9.8. SM3 and SM4 are not part of it. AEAD ciphers exist in phase 1 of
 * IKEv2 alone (RFC 5282). Hybrid key exchange came with 6.0 (RFC 9370).
 */
final class StrongswanCapabilities {
  /** Combined start actions came with this release. */
  private static final String TRAP_AND_START = "5.9.6";

  private static final Set<Hash> HASHES = EnumSet.complementOf(EnumSet.of(Hash.SM3));
  private static final Set<Encryption> CIPHERS = EnumSet.complementOf(EnumSet.of(Encryption.SM4));
  private static final Set<DhGroup> GROUPS =
      EnumSet.complementOf(EnumSet.of(DhGroup.GROUP31_MLKEM768));

  private static final Algorithms CLASSIC = new Algorithms(CIPHERS, HASHES, GROUPS);
  private static final Algorithms HYBRID =
      new Algorithms(CIPHERS, HASHES, EnumSet.allOf(DhGroup.class));
  private static final Algorithms IKEV1 =
      CLASSIC.without(
          List.of(Encryption.AES128GCM16, Encryption.AES256GCM16, Encryption.CHACHA20POLY1305),
          List.of(),
          List.of());

  static final int LONGEST_NAME = 60;

  /** Loaded by vici, and carries traffic in the interop tests. */
  static final DeviceCapabilities SWANCTL =
      strongswan(StrongswanExporter.DEVICE_ID, "swanctl on Linux")
          .verification(Verification.INTEROP)
          .build();

  /**
   * The margin before the end of a lifetime, in whole seconds, is a twentieth of it. Loaded by the
   * starter, and carries traffic in the interop tests.
   */
  static final DeviceCapabilities STROKE =
      strongswan(StrokeExporter.DEVICE_ID, "ipsec.conf on Linux")
          .ikeLifetimes(60, 86400)
          .espLifetimes(60, 86400)
          .verification(Verification.INTEROP)
          .build();

  /** Since firewall4 is the default firewall, and strongSwan has combined start actions. */
  static final DeviceCapabilities OPENWRT =
      DeviceCapabilities.of(OpenWrtExporter.DEVICE_ID, "OpenWrt", "strongSwan (swanctl)")
          .release(classic("23.05"))
          .keys(KeyRules.anyPrintable(256))
          .nameLength(LONGEST_NAME)
          .natTraversalAlways()
          .needs(SiteFact.WAN_ZONE, "wan")
          .verification(Verification.PARSER)
          .build();

  private StrongswanCapabilities() {}

  private static DeviceRelease classic(String name) {
    return new DeviceRelease(
        name, Map.of(IkeVersion.IKEV1, IKEV1, IkeVersion.IKEV2, CLASSIC), CLASSIC);
  }

  private static DeviceCapabilities.Builder strongswan(String id, String platform) {
    return DeviceCapabilities.of(id, "strongSwan", platform)
        .release(classic("5.9"))
        .release(
            new DeviceRelease(
                "6.0", Map.of(IkeVersion.IKEV1, IKEV1, IkeVersion.IKEV2, HYBRID), HYBRID))
        .keys(KeyRules.anyPrintable(256))
        .nameLength(LONGEST_NAME)
        .natTraversalAlways();
  }

  /**
   * Whether a release knows {@code start_action = trap|start}. An unknown release and a bare 5.9
   * stand for the newest of their series.
   */
  static boolean trapsAndStarts(String release) {
    boolean bare = !release.matches(".*\\d+\\.\\d+\\.\\d+.*");
    boolean series = DeviceCapabilities.compareReleases(release, "5.9") >= 0;
    return release.isBlank()
        || (bare && series)
        || DeviceCapabilities.compareReleases(release, TRAP_AND_START) >= 0;
  }
}
