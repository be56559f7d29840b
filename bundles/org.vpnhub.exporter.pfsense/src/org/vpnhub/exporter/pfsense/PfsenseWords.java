package org.vpnhub.exporter.pfsense;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkeVersion;

/** The words of pfSense for algorithms and identities, and what its releases can do. */
final class PfsenseWords {
  /** White space at the ends of a key is lost; the rest reaches charon in Base64. */
  static final KeyRules KEYS =
      new KeyRules(1, 64, c -> c > 0x20 && c < 0x7f, "printable ASCII without the space");

  private static final EnumSet<DhGroup> GROUPS =
      EnumSet.complementOf(EnumSet.of(DhGroup.GROUP31_MLKEM768));

  private PfsenseWords() {}

  static DeviceRelease release(String name) {
    EnumSet<Hash> hashes = EnumSet.complementOf(EnumSet.of(Hash.SM3));
    EnumSet<Encryption> cbc =
        EnumSet.of(Encryption.TRIPLE_DES, Encryption.AES128, Encryption.AES192, Encryption.AES256);
    EnumSet<Encryption> all = EnumSet.copyOf(cbc);
    all.add(Encryption.AES128GCM16);
    all.add(Encryption.AES256GCM16);
    return new DeviceRelease(
        name,
        Map.of(
            IkeVersion.IKEV1, new Algorithms(cbc, hashes, GROUPS),
            IkeVersion.IKEV2, new Algorithms(all, hashes, GROUPS)),
        new Algorithms(all, hashes, GROUPS));
  }

  /** Triple DES and MD5 are gone since 2.7 (release notes). */
  static DeviceRelease strictRelease(String name) {
    DeviceRelease old = release("old");
    List<Encryption> ciphers = List.of(Encryption.TRIPLE_DES);
    List<Hash> hashes = List.of(Hash.MD5);
    return new DeviceRelease(
        name,
        old.ike().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> e.getValue().without(ciphers, hashes, List.of()))),
        old.esp().without(ciphers, hashes, List.of()));
  }

  static String cipher(Encryption e) {
    return switch (e) {
      case AES128GCM16 -> "aes128gcm";
      case AES256GCM16 -> "aes256gcm";
      case AES128, AES192, AES256 -> "aes";
      case TRIPLE_DES -> "3des";
      default -> throw new IllegalArgumentException(e.literal());
    };
  }

  /** Bits of the key, or of the check value with GCM; empty where the cipher has one length. */
  static String keyLength(Encryption e) {
    return switch (e) {
      case AES128GCM16, AES256GCM16 -> "128";
      case AES128, AES192, AES256 -> String.valueOf(e.keyBits());
      default -> "";
    };
  }

  static String identityType(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> "address";
      case Identity.Fqdn f -> "fqdn";
      case Identity.Email e -> "user_fqdn";
    };
  }
}
