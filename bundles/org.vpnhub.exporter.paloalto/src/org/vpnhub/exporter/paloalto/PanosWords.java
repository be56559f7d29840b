package org.vpnhub.exporter.paloalto;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

/** The language of PAN-OS, and what its releases can do. */
final class PanosWords {
  /** Of profiles, gateways and tunnels. */
  static final int LONGEST_NAME = 31;

  /** A lifetime in seconds; longer ones are told in minutes. */
  static final int MOST_SECONDS = 65535;

  /**
   * A question mark asks for help; quotes and backslashes cannot be written in quotes; {@code
   * -AQ==} begins a key that is encrypted already.
   */
  static final KeyRules KEYS =
      new KeyRules(
              1,
              255,
              c -> c > 0x20 && c < 0x7f && c != '?' && c != '"' && c != '\\',
              "printable ASCII without space, quote, backslash and question mark")
          .misreading("^-AQ==");

  static final Dialect DIALECT = Dialect.ofPrompt(PanosWords::quoted);

  private static final Set<Encryption> CBC =
      EnumSet.of(
          Encryption.DES,
          Encryption.TRIPLE_DES,
          Encryption.AES128,
          Encryption.AES192,
          Encryption.AES256);

  private static final Set<Encryption> ALL =
      EnumSet.of(
          Encryption.DES,
          Encryption.TRIPLE_DES,
          Encryption.AES128,
          Encryption.AES192,
          Encryption.AES256,
          Encryption.AES128GCM16,
          Encryption.AES256GCM16);

  private static final Set<Hash> HASHES = EnumSet.complementOf(EnumSet.of(Hash.SM3));

  private static final Set<DhGroup> OLD_GROUPS =
      EnumSet.of(
          DhGroup.GROUP1,
          DhGroup.GROUP2,
          DhGroup.GROUP5,
          DhGroup.GROUP14,
          DhGroup.GROUP19,
          DhGroup.GROUP20);

  private static final Set<DhGroup> GROUPS =
      EnumSet.of(
          DhGroup.GROUP1,
          DhGroup.GROUP2,
          DhGroup.GROUP5,
          DhGroup.GROUP14,
          DhGroup.GROUP15,
          DhGroup.GROUP16,
          DhGroup.GROUP19,
          DhGroup.GROUP20,
          DhGroup.GROUP21);

  private PanosWords() {}

  /** AES-GCM in phase 1 came with 10.0.3, three groups with 10.2. */
  static DeviceRelease release(String name, boolean gcm, boolean newGroups) {
    Set<DhGroup> groups = newGroups ? GROUPS : OLD_GROUPS;
    return new DeviceRelease(
        name,
        Map.of(
            IkeVersion.IKEV1,
            new Algorithms(CBC, HASHES, groups),
            IkeVersion.IKEV2,
            new Algorithms(gcm ? ALL : CBC, HASHES, groups)),
        new Algorithms(ALL, HASHES, groups));
  }

  /**
   * The PRF that the device takes beside AES-GCM, by the group; empty where the manual is silent.
   */
  static Optional<Hash> prfBeside(DhGroup group) {
    if (group.number() <= 19) return Optional.of(Hash.SHA256);
    return group == DhGroup.GROUP20 ? Optional.of(Hash.SHA384) : Optional.empty();
  }

  /** A text in quotes; what cannot be in them becomes something like it. */
  static String quoted(String text) {
    return '"' + ShellText.oneLine(text).replace('"', '\'').replace('\\', '/') + '"';
  }

  /** A name of the owner's, in quotes only where it needs them. */
  static String word(String name) {
    return name.matches("[A-Za-z0-9._/:@-]+") ? name : quoted(name);
  }

  static Map<String, String> of(TunnelView t) {
    IkePlan ike = t.plan().ike();
    IpsecPlan ipsec = t.plan().ipsec();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("title", quoted(t.title()));
    words.put("cipher", cipher(ike.encryption()));
    words.put("hash", ike.encryption().isAead() ? "non-auth" : ike.hash().literal());
    words.put("group", "group" + ike.group().number());
    words.put("lifetime", lifetime(ike.lifetimeSeconds()));
    words.put("espCipher", cipher(ipsec.encryption()));
    words.put("espHash", ipsec.hash().map(Hash::literal).orElse("none"));
    words.put("pfs", ipsec.pfs().map(g -> "group" + g.number()).orElse("no-pfs"));
    words.put("espLifetime", lifetime(ipsec.lifetimeSeconds()));
    words.put("localIdType", idType(t.plan().localId()));
    words.put("localId", word(t.plan().localId().toString()));
    words.put("remoteIdType", idType(t.plan().remoteId()));
    words.put("remoteId", word(t.plan().remoteId().toString()));
    return words;
  }

  /** Whether a lifetime can be told in seconds or minutes. */
  static boolean tells(int seconds) {
    return seconds <= MOST_SECONDS || seconds % 60 == 0;
  }

  private static String lifetime(int seconds) {
    return seconds <= MOST_SECONDS ? "seconds " + seconds : "minutes " + seconds / 60;
  }

  private static String cipher(Encryption e) {
    return switch (e) {
      case AES128GCM16 -> "aes-128-gcm";
      case AES256GCM16 -> "aes-256-gcm";
      case AES128 -> "aes-128-cbc";
      case AES192 -> "aes-192-cbc";
      case AES256 -> "aes-256-cbc";
      case TRIPLE_DES, DES -> e.literal();
      case CHACHA20POLY1305, SM4 -> throw new IllegalArgumentException(e.literal());
    };
  }

  private static String idType(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> "ipaddr";
      case Identity.Fqdn f -> "fqdn";
      case Identity.Email e -> "ufqdn";
    };
  }
}
