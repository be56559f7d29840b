package org.vpnhub.exporter.huawei;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** The language of VRP on firewalls and routers, and what their releases can do. */
final class VrpWords {
  /** Of an IPsec proposal and an IPsec policy; all other names may be longer. */
  static final int LONGEST_NAME = 15;

  /**
   * Keys are unquoted words at a prompt: a question mark asks for help, a space ends the word, and
   * per cent signs at both ends mark a key that is encrypted already.
   */
  static final KeyRules KEYS =
      new KeyRules(
          1,
          127,
          c -> c > 0x20 && c < 0x7f && c != '?' && c != '%' && c != '"',
          "printable ASCII without space, quote, question mark and per cent sign");

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
              DhGroup.GROUP1,
              DhGroup.GROUP2,
              DhGroup.GROUP5,
              DhGroup.GROUP14,
              DhGroup.GROUP15,
              DhGroup.GROUP16,
              DhGroup.GROUP19,
              DhGroup.GROUP20,
              DhGroup.GROUP21));

  private static final Algorithms ROUTER =
      ALL.without(List.of(), List.of(), List.of(DhGroup.GROUP15, DhGroup.GROUP16));

  private VrpWords() {}

  /** A release of a firewall. */
  static DeviceRelease release(String name) {
    return release(name, ALL);
  }

  /** A release of a router. */
  static DeviceRelease routerRelease(String name) {
    return release(name, ROUTER);
  }

  /** A release that has weak algorithms only with the component package for them. */
  static DeviceRelease strict(DeviceRelease release) {
    return release(
        release.name(),
        release
            .esp()
            .without(
                List.of(Encryption.DES, Encryption.TRIPLE_DES),
                List.of(Hash.MD5, Hash.SHA1),
                List.of(DhGroup.GROUP1, DhGroup.GROUP2, DhGroup.GROUP5)));
  }

  private static DeviceRelease release(String name, Algorithms can) {
    return new DeviceRelease(name, Map.of(IkeVersion.IKEV1, can, IkeVersion.IKEV2, can), can);
  }

  /** The number of a tunnel's access list: they follow one another. */
  static int acl(TunnelView t) {
    return t.rule() - 99 * t.index();
  }

  /** The number of an IKE proposal, 1 to 99: the last two digits of the access list. */
  static int proposalNumber(TunnelView t) {
    return acl(t) % 100;
  }

  static Map<String, String> of(TunnelView t) {
    IkePlan ike = t.plan().ike();
    IpsecPlan ipsec = t.plan().ipsec();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("acl", String.valueOf(acl(t)));
    words.put("proposal", String.valueOf(proposalNumber(t)));
    words.put("cipher", cipher(ike.encryption()));
    words.put("hash", hash(ike.hash()));
    words.put("integrity", integrity(ike.hash()));
    words.put("prf", "hmac-" + hash(ike.hash()));
    words.put("espCipher", cipher(ipsec.encryption()));
    words.put("espHash", hash(ipsec.hash().orElseThrow()));
    words.put("pfs", ipsec.pfs().map(g -> "dh-group" + g.number()).orElse(""));
    words.put("localIdType", type(t.plan().localId()));
    words.put("remoteIdType", type(t.plan().remoteId()));
    for (Pair p : t.pairs()) words.put("pair" + p.index(), pair(p));
    return words;
  }

  static String cipher(Encryption e) {
    return switch (e) {
      case AES128 -> "aes-128";
      case AES192 -> "aes-192";
      case AES256 -> "aes-256";
      case TRIPLE_DES -> "3des";
      case DES -> "des";
      default -> throw new IllegalArgumentException(e.literal());
    };
  }

  static String hash(Hash h) {
    return switch (h) {
      case MD5, SHA1 -> h.literal();
      case SHA256 -> "sha2-256";
      case SHA384 -> "sha2-384";
      case SHA512 -> "sha2-512";
      case SM3 -> throw new IllegalArgumentException(h.literal());
    };
  }

  private static String integrity(Hash h) {
    return "hmac-" + hash(h) + (h == Hash.MD5 || h == Hash.SHA1 ? "-96" : "");
  }

  static String type(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> "ip";
      case Identity.Fqdn f -> "fqdn";
      case Identity.Email e -> "user-fqdn";
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
