package org.vpnhub.exporter.h3c;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.exporter.view.Pair;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;

/** The language of Comware 7 on firewalls, and what it can do. */
final class ComwareWords {
  static final int LONGEST_NAME = 63;

  /** Keys are unquoted words at a prompt: a question mark asks for help, a space ends the word. */
  static final KeyRules KEYS =
      new KeyRules(
          1,
          128,
          c -> c > 0x20 && c < 0x7f && c != '?' && c != '"',
          "printable ASCII without space, quote and question mark");

  static final Dialect DIALECT = Dialect.ofPrompt(key -> key);

  private static final Algorithms ALL =
      new Algorithms(
          EnumSet.of(
              Encryption.DES,
              Encryption.TRIPLE_DES,
              Encryption.AES128,
              Encryption.AES192,
              Encryption.AES256),
          EnumSet.complementOf(EnumSet.of(Hash.SM3)),
          EnumSet.of(
              DhGroup.GROUP1, DhGroup.GROUP2, DhGroup.GROUP5, DhGroup.GROUP14, DhGroup.GROUP24));

  /** SHA-384 and SHA-512 are for both versions; the elliptic groups are for IKEv2 alone. */
  private static final Algorithms IKEV2 =
      new Algorithms(ALL.encryptions(), ALL.hashes(), elliptic(ALL.groups()));

  private ComwareWords() {}

  private static Set<DhGroup> elliptic(Set<DhGroup> groups) {
    Set<DhGroup> all = EnumSet.copyOf(groups);
    all.add(DhGroup.GROUP19);
    all.add(DhGroup.GROUP20);
    return all;
  }

  static DeviceRelease release(String name) {
    return new DeviceRelease(name, Map.of(IkeVersion.IKEV1, ALL, IkeVersion.IKEV2, IKEV2), ALL);
  }

  /**
   * The number of a tunnel's access list: they follow one another; the IKE proposal has the same.
   */
  static int acl(TunnelView t) {
    return t.rule() - 99 * t.index();
  }

  static Map<String, String> of(TunnelView t) {
    IkePlan ike = t.plan().ike();
    IpsecPlan ipsec = t.plan().ipsec();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("acl", String.valueOf(acl(t)));
    words.put("cipher", cipher(ike.encryption()));
    words.put("hash", ike.hash().literal());
    words.put("hash1", ike.hash() == Hash.SHA1 ? "sha" : ike.hash().literal());
    words.put("espCipher", cipher(ipsec.encryption()));
    words.put("espHash", ipsec.hash().orElseThrow().literal());
    words.put("pfs", ipsec.pfs().map(g -> "dh-group" + g.number()).orElse(""));
    words.put("localId", identity(t.plan().localId(), t.ikev2()));
    words.put("remoteId", identity(t.plan().remoteId(), t.ikev2()));
    words.put(
        "remoteIdMask", t.plan().remoteId() instanceof Identity.Address ? " 255.255.255.255" : "");
    for (Pair p : t.pairs()) words.put("pair" + p.index(), pair(p));
    return words;
  }

  static String cipher(Encryption e) {
    return switch (e) {
      case AES128 -> "aes-cbc-128";
      case AES192 -> "aes-cbc-192";
      case AES256 -> "aes-cbc-256";
      case TRIPLE_DES -> "3des-cbc";
      case DES -> "des-cbc";
      default -> throw new IllegalArgumentException(e.literal());
    };
  }

  private static String identity(Identity identity, boolean ikev2) {
    return switch (identity) {
      case Identity.Address a -> "address " + a.address();
      case Identity.Fqdn f -> "fqdn " + f.name();
      case Identity.Email e -> (ikev2 ? "email " : "user-fqdn ") + e.address();
    };
  }

  /** Source and destination of an advanced ACL; what is not said is any. */
  private static String pair(Pair p) {
    return side("source", p.local()) + side("destination", p.remote());
  }

  private static String side(String word, Ipv4Prefix p) {
    if (p.length() == 0) return "";
    String wildcard = p.length() == 32 ? "0" : p.wildcard().toString();
    return " " + word + " " + p.address() + " " + wildcard;
  }
}
