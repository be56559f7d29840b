package org.vpnhub.exporter.fortinet;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.ShellText;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;

/** The language of FortiOS, and what its releases can do. */
final class FortiosWords {
  /** Of a phase 1 interface; phase 2 and policies take 35. */
  static final int LONGEST_NAME = 15;

  /**
   * A question mark asks for help, even in quotes; {@code 0x} announces hexadecimal digits, and
   * {@code ENC} a key that is encrypted already; three variables are replaced by their values.
   */
  static final KeyRules KEYS =
      new KeyRules(
              6,
              128,
              c -> c > 0x20 && c < 0x7f && c != '?',
              "printable ASCII without space and question mark")
          .misreading("^0[xX]|^ENC|\\$USERFROM|\\$USERNAME|\\$SerialNum");

  static final Dialect DIALECT = Dialect.ofPrompt(FortiosWords::quoted);

  private static final Set<Hash> HASHES = EnumSet.complementOf(EnumSet.of(Hash.SM3));

  /** Without 24; the hybrid with ML-KEM came with 7.6. */
  private static final Set<DhGroup> GROUPS =
      EnumSet.complementOf(EnumSet.of(DhGroup.GROUP24, DhGroup.GROUP31_MLKEM768));

  /** Ciphers that authenticate are for IKEv2 alone in phase 1, and for both versions in phase 2. */
  private static final Algorithms IKEV1 =
      new Algorithms(
          EnumSet.of(
              Encryption.DES,
              Encryption.TRIPLE_DES,
              Encryption.AES128,
              Encryption.AES192,
              Encryption.AES256),
          HASHES,
          GROUPS);

  private static final Algorithms IKEV2 =
      new Algorithms(EnumSet.complementOf(EnumSet.of(Encryption.SM4)), HASHES, GROUPS);

  private FortiosWords() {}

  static DeviceRelease release(String name) {
    return new DeviceRelease(name, Map.of(IkeVersion.IKEV1, IKEV1, IkeVersion.IKEV2, IKEV2), IKEV2);
  }

  /** A text as one word; what stands in it cannot end the quotes or the line. */
  static String quoted(String text) {
    return '"' + ShellText.oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  static Map<String, String> of(TunnelView t) {
    IkePlan ike = t.plan().ike();
    IpsecPlan ipsec = t.plan().ipsec();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("title", quoted(t.title()));
    words.put("proposal", cipher(ike.encryption()) + (ike.encryption().isAead() ? "-prf" : "-"));
    words.merge("proposal", ike.hash().literal(), String::concat);
    words.put("group", String.valueOf(ike.group().number()));
    words.put("transform", cipher(ipsec.encryption()));
    ipsec.hash().ifPresent(h -> words.merge("transform", "-" + h.literal(), String::concat));
    words.put("pfs", ipsec.pfs().map(g -> String.valueOf(g.number())).orElse(""));
    words.put("localIdType", idType(t.plan().localId()));
    words.put("localId", quoted(t.plan().localId().toString()));
    words.put("remoteId", checksPeer(t) ? quoted(t.plan().remoteId().toString()) : "");
    return words;
  }

  /** In main mode the key is found by the peer's address, and no other identity is looked at. */
  static boolean checksPeer(TunnelView t) {
    return t.ikev2() || t.aggressive();
  }

  private static String cipher(Encryption e) {
    return switch (e) {
      case AES128GCM16 -> "aes128gcm";
      case AES256GCM16 -> "aes256gcm";
      case CHACHA20POLY1305, AES128, AES192, AES256, TRIPLE_DES, DES -> e.literal();
      case SM4 -> throw new IllegalArgumentException(e.literal());
    };
  }

  private static String idType(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> "address";
      case Identity.Fqdn f -> "fqdn";
      case Identity.Email e -> "user-fqdn";
    };
  }
}
