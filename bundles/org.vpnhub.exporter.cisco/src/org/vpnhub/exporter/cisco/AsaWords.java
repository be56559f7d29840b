package org.vpnhub.exporter.cisco;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;

/**
 * The language of the ASA, and what its releases can do. "Cisco ASA Series Command Reference", with
 * the histories of crypto ikev1 policy and crypto ikev2 policy, and the release notes of 9.13
 * (groups 14 with IKEv1, 15 and 16 with IKEv2) and 9.15 (weak algorithms removed).
 */
final class AsaWords {
  private static final Set<Encryption> PLAIN =
      EnumSet.of(
          Encryption.DES,
          Encryption.TRIPLE_DES,
          Encryption.AES128,
          Encryption.AES192,
          Encryption.AES256);
  private static final Set<Encryption> ALL = all();
  private static final Set<Hash> SHORT = EnumSet.of(Hash.MD5, Hash.SHA1);
  private static final Set<Hash> LONG = EnumSet.complementOf(EnumSet.of(Hash.SM3));

  private AsaWords() {}

  private static Set<Encryption> all() {
    Set<Encryption> all = EnumSet.copyOf(PLAIN);
    all.addAll(EnumSet.of(Encryption.AES128GCM16, Encryption.AES256GCM16));
    return all;
  }

  static List<DeviceRelease> releases() {
    return List.of(
        release(
            "9.1",
            new Algorithms(PLAIN, SHORT, groups(1, 2, 5)),
            new Algorithms(ALL, LONG, groups(1, 2, 5, 14, 19, 20, 21, 24))),
        release(
            "9.13",
            new Algorithms(PLAIN, SHORT, groups(2, 5, 14)),
            new Algorithms(ALL, LONG, groups(2, 5, 14, 15, 16, 19, 20, 21, 24))),
        release(
            "9.15",
            strict(new Algorithms(PLAIN, SHORT, groups(5, 14))),
            strict(new Algorithms(ALL, LONG, groups(14, 15, 16, 19, 20, 21)))));
  }

  private static Algorithms strict(Algorithms some) {
    return some.without(
        List.of(Encryption.DES, Encryption.TRIPLE_DES), List.of(Hash.MD5), List.of());
  }

  /** Phase 2 has what either version has; what the version lacks is for the exporter to refuse. */
  private static DeviceRelease release(String name, Algorithms ikev1, Algorithms ikev2) {
    Set<DhGroup> groups = EnumSet.copyOf(ikev1.groups());
    groups.addAll(ikev2.groups());
    return new DeviceRelease(
        name,
        Map.of(IkeVersion.IKEV1, ikev1, IkeVersion.IKEV2, ikev2),
        new Algorithms(ikev2.encryptions(), ikev2.hashes(), groups));
  }

  private static Set<DhGroup> groups(Integer... numbers) {
    List<DhGroup> groups = new ArrayList<>();
    for (int number : numbers) {
      groups.add(DhGroup.ofLiteral("group" + number).orElseThrow());
    }
    return EnumSet.copyOf(groups);
  }

  static Map<String, String> of(TunnelView t) {
    IkePlan ike = t.plan().ike();
    IpsecPlan ipsec = t.plan().ipsec();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("name", IosWords.name(t));
    words.put("version", ike.version().toString());
    words.put("cipher", cipher(ike.encryption()));
    words.put("hash", hash(ike.hash()));
    words.put("integrity", ike.encryption().isAead() ? "null" : hash(ike.hash()));
    words.put("group", String.valueOf(ike.group().number()));
    words.put("espCipher", cipher(ipsec.encryption()));
    words.put("espIntegrity", ipsec.hash().map(AsaWords::integrity).orElse("null"));
    words.put("transformHash", ipsec.hash().map(h -> "esp-" + hash(h) + "-hmac").orElse(""));
    words.put("pfs", ipsec.pfs().map(g -> "group" + g.number()).orElse(""));
    return words;
  }

  private static String cipher(Encryption e) {
    return switch (e) {
      case AES128GCM16 -> "aes-gcm";
      case AES256GCM16 -> "aes-gcm-256";
      case AES128 -> "aes";
      case AES192 -> "aes-192";
      case AES256 -> "aes-256";
      case TRIPLE_DES -> "3des";
      case DES -> "des";
      default -> throw new IllegalArgumentException(e.literal());
    };
  }

  private static String hash(Hash h) {
    return h == Hash.SHA1 ? "sha" : h.literal();
  }

  /** {@code protocol esp integrity} of an IKEv2 proposal. */
  private static String integrity(Hash h) {
    return h == Hash.MD5 ? "md5" : h.literal().replace("sha", "sha-");
  }
}
