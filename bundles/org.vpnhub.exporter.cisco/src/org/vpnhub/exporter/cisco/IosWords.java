package org.vpnhub.exporter.cisco;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vpnhub.base.Ipv4Address;
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

/** The language of IOS and IOS-XE, and what their releases can do. */
final class IosWords {
  /** Of names that stand behind {@link #PREFIX}. */
  static final int LONGEST_NAME = 44;

  /**
   * Before all names: a list named by a number would be a numbered one, and "default" is the
   * device's own.
   */
  private static final String PREFIX = "VPN-";

  /**
   * Keys are unquoted words at a prompt: a question mark asks for help, a space ends the word, and
   * an exclamation mark begins a comment. A digit alone, and what may be short for "local",
   * "remote" or "hex", would be read as the word that stands before a key.
   */
  static final KeyRules KEYS =
      new KeyRules(
              1,
              127,
              c -> c > 0x20 && c < 0x7f && c != '?' && c != '!' && c != '"',
              "printable ASCII without space, quote, question and exclamation mark")
          .misreading("(?i)^([0-9]|h|hex?|l|lo|loc|loca|local|r|re|rem|remo|remote?)$");

  /**
   * A question mark asks for help, even in a comment. A line of the router takes seven bits of a
   * character unless somebody set "exec-character-bits 8": of a Chinese character would be left
   * anything, a line end or Ctrl-Z among it.
   */
  static final Dialect DIALECT =
      new Dialect() {
        @Override
        public String key(String key) {
          return key;
        }

        @Override
        public String comment(String text, int length) {
          return Dialect.super.comment(ascii(text.replace('?', '.')), length);
        }
      };

  private static String ascii(String text) {
    StringBuilder line = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c < 0x80) line.append(c);
      else line.append(String.format("\\u%04x", (int) c));
    }
    return line.toString();
  }

  private static final Algorithms IKEV1 =
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
              DhGroup.GROUP24));
  private static final Algorithms IKEV2 =
      with(IKEV1, List.of(Encryption.AES128GCM16, Encryption.AES256GCM16), Set.of());

  /** IOS-XE has group 21 in IKEv2 and as PFS; of the others it is not known. */
  private static final Algorithms IKEV2_OF_XE = with(IKEV2, List.of(), EnumSet.of(DhGroup.GROUP21));

  /** Weak algorithms are refused from 17.11 on unless they are enabled (field notice 72510). */
  private static final List<Encryption> WEAK_CIPHERS =
      List.of(Encryption.DES, Encryption.TRIPLE_DES);

  private static final List<Hash> WEAK_HASHES = List.of(Hash.MD5);
  private static final List<DhGroup> WEAK_GROUPS =
      List.of(DhGroup.GROUP1, DhGroup.GROUP2, DhGroup.GROUP5, DhGroup.GROUP24);

  private IosWords() {}

  /** A release of IOS. */
  static DeviceRelease release(String name) {
    return release(name, IKEV1, IKEV2);
  }

  /** A release of IOS-XE that has weak algorithms. */
  static DeviceRelease xeRelease(String name) {
    return release(name, IKEV1, IKEV2_OF_XE);
  }

  /** A release of IOS-XE that refuses weak algorithms. */
  static DeviceRelease strictRelease(String name) {
    return release(name, strict(IKEV1), strict(IKEV2_OF_XE));
  }

  private static DeviceRelease release(String name, Algorithms ikev1, Algorithms ikev2) {
    return new DeviceRelease(name, Map.of(IkeVersion.IKEV1, ikev1, IkeVersion.IKEV2, ikev2), ikev2);
  }

  private static Algorithms strict(Algorithms all) {
    return all.without(WEAK_CIPHERS, WEAK_HASHES, WEAK_GROUPS);
  }

  private static Algorithms with(
      Algorithms all, List<Encryption> moreCiphers, Set<DhGroup> moreGroups) {
    Set<Encryption> ciphers = EnumSet.copyOf(all.encryptions());
    ciphers.addAll(moreCiphers);
    Set<DhGroup> groups = EnumSet.copyOf(all.groups());
    groups.addAll(moreGroups);
    return new Algorithms(ciphers, all.hashes(), groups);
  }

  /** The name of all that is configured for a tunnel. */
  static String name(TunnelView t) {
    return PREFIX + t.name();
  }

  /** The words of a tunnel, for both kinds of configuration. */
  static Map<String, String> of(TunnelView t) {
    IkePlan ike = t.plan().ike();
    IpsecPlan ipsec = t.plan().ipsec();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("name", name(t));
    words.put("cipher", t.ikev2() ? cipher2(ike.encryption()) : cipher1(ike.encryption()));
    words.put("hash", hash(ike.hash()));
    words.put("group", String.valueOf(ike.group().number()));
    words.put("transform", transform(ipsec));
    words.put("pfs", ipsec.pfs().map(g -> "group" + g.number()).orElse(""));
    words.put("hash1", ike.hash() == Hash.SHA1 ? "sha" : ike.hash().literal());
    words.put("selfIdentity", selfIdentity(t.plan().localId()));
    words.put("matchIdentity", matchIdentity(t.plan().remoteId()));
    words.put("probe", probe(t));
    words.put("localId", identity(t.plan().localId()));
    words.put("remoteId", identity(t.plan().remoteId()));
    words.put("selectors", t.pairs().stream().allMatch(IosWords::isAny) ? "" : "some");
    words.put(
        "remoteIdMask", t.plan().remoteId() instanceof Identity.Address ? " 255.255.255.255" : "");
    return words;
  }

  /** What a tunnel interface offers without a list of its own. */
  static boolean isAny(Pair p) {
    return p.local().length() == 0 && p.remote().length() == 0;
  }

  /** {@code encryption} under {@code crypto isakmp policy}. */
  private static String cipher1(Encryption e) {
    return switch (e) {
      case AES128 -> "aes";
      case AES192 -> "aes 192";
      case AES256 -> "aes 256";
      case TRIPLE_DES -> "3des";
      case DES -> "des";
      default -> throw new IllegalArgumentException(e.literal());
    };
  }

  /** {@code encryption} under {@code crypto ikev2 proposal}. */
  private static String cipher2(Encryption e) {
    return switch (e) {
      case AES128GCM16 -> "aes-gcm-128";
      case AES256GCM16 -> "aes-gcm-256";
      case AES128 -> "aes-cbc-128";
      case AES192 -> "aes-cbc-192";
      case AES256 -> "aes-cbc-256";
      case TRIPLE_DES -> "3des";
      case DES -> "des";
      default -> throw new IllegalArgumentException(e.literal());
    };
  }

  private static String hash(Hash h) {
    return h == Hash.SHA1 ? "sha1" : h.literal();
  }

  /** The transforms of {@code crypto ipsec transform-set}. */
  private static String transform(IpsecPlan ipsec) {
    String cipher =
        switch (ipsec.encryption()) {
          case AES128GCM16 -> "esp-gcm";
          case AES256GCM16 -> "esp-gcm 256";
          case AES128 -> "esp-aes";
          case AES192 -> "esp-aes 192";
          case AES256 -> "esp-aes 256";
          case TRIPLE_DES -> "esp-3des";
          case DES -> "esp-des";
          default -> throw new IllegalArgumentException(ipsec.encryption().literal());
        };
    if (ipsec.encryption().isAead()) return cipher;
    Hash h = ipsec.hash().orElseThrow();
    return cipher + " esp-" + (h == Hash.SHA1 ? "sha" : h.literal()) + "-hmac";
  }

  private static String identity(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> "address " + a.address();
      case Identity.Fqdn f -> "fqdn " + f.name();
      case Identity.Email e -> "email " + e.address();
    };
  }

  /**
   * {@code self-identity} under {@code crypto isakmp profile}. A name is the router's own: the
   * command takes none.
   */
  private static String selfIdentity(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> "address";
      case Identity.Fqdn f -> "fqdn";
      case Identity.Email e -> "user-fqdn " + e.address();
    };
  }

  /** {@code match identity} under {@code crypto isakmp profile}. */
  private static String matchIdentity(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> "address " + a.address() + " 255.255.255.255";
      case Identity.Fqdn f -> "host " + f.name();
      case Identity.Email e -> "user " + e.address();
    };
  }

  /** An address behind the hub, of whatever host; empty when none is known. */
  static String probe(TunnelView t) {
    return Stream.concat(t.routes().stream(), t.standbyRoutes().stream())
        .flatMap(p -> Stream.of(p.network() + 1, p.last().bits() - 1, p.network()))
        .filter(
            bits ->
                Stream.concat(t.routes().stream(), t.standbyRoutes().stream())
                    .anyMatch(p -> p.contains(bits)))
        .filter(bits -> t.local().stream().noneMatch(p -> p.length() > 0 && p.contains(bits)))
        .map(bits -> new Ipv4Address(bits).toString())
        .findFirst()
        .orElse("");
  }
}
