package org.vpnhub.exporter.hillstone;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IpsecPlan;

/** The language of StoneOS, and what it can do. */
final class StoneWords {
  static final int LONGEST_NAME = 31;

  /** The most that {@code dpd interval} takes, in seconds. */
  static final int LONGEST_INTERVAL = 10;

  /** Keys are unquoted words at a prompt. */
  static final KeyRules KEYS =
      new KeyRules(
          5,
          127,
          c -> c > 0x20 && c < 0x7f && c != '?' && c != '"' && c != '\\',
          "printable ASCII without space, quote, question mark and backslash");

  static final Dialect DIALECT = Dialect.ofPrompt(key -> key);

  static final Algorithms ALL =
      new Algorithms(
          EnumSet.of(
              Encryption.DES,
              Encryption.TRIPLE_DES,
              Encryption.AES128,
              Encryption.AES192,
              Encryption.AES256),
          EnumSet.complementOf(EnumSet.of(Hash.SM3)),
          EnumSet.of(
              DhGroup.GROUP1,
              DhGroup.GROUP2,
              DhGroup.GROUP5,
              DhGroup.GROUP14,
              DhGroup.GROUP15,
              DhGroup.GROUP16,
              DhGroup.GROUP18,
              DhGroup.GROUP19,
              DhGroup.GROUP20,
              DhGroup.GROUP21,
              DhGroup.GROUP24));

  private StoneWords() {}

  static Map<String, String> of(TunnelView t) {
    IkePlan ike = t.plan().ike();
    IpsecPlan ipsec = t.plan().ipsec();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("cipher", cipher(ike.encryption()));
    words.put("hash", hash(ike.hash()));
    words.put("espCipher", cipher(ipsec.encryption()));
    words.put("espHash", hash(ipsec.hash().orElseThrow()));
    words.put("pfs", ipsec.pfs().map(g -> String.valueOf(g.number())).orElse("nopfs"));
    words.put("localId", identity(t.plan().localId()));
    words.put("remoteId", identity(t.plan().remoteId()));
    int interval = interval(t.plan().dpd().intervalSeconds());
    words.put("dpdInterval", String.valueOf(interval));
    int retry = Math.clamp(t.plan().dpd().intervalSeconds() / interval, 3, 20);
    words.put("dpdRetry", String.valueOf(retry));
    return words;
  }

  /** Of the intervals in seconds that the firewall knows, the nearest. */
  static int interval(int wanted) {
    return Math.clamp(wanted, 1, LONGEST_INTERVAL);
  }

  private static String cipher(Encryption e) {
    return switch (e) {
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

  private static String identity(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> "ip " + a.address();
      case Identity.Fqdn f -> "fqdn " + f.name();
      case Identity.Email e -> "u-fqdn " + e.address();
    };
  }
}
