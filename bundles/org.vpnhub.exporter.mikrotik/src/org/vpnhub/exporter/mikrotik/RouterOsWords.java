package org.vpnhub.exporter.mikrotik;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkeVersion;

/** The language of RouterOS 7: words, texts in quotes, and what it can do. */
final class RouterOsWords {
  static final KeyRules KEYS =
      new KeyRules(1, 64, c -> c >= 0x20 && c < 0x7f, "printable ASCII and the space");

  static final Dialect DIALECT =
      new Dialect() {
        @Override
        public String key(String key) {
          return RouterOsWords.key(key);
        }

        /** A backslash at the end would join the next line. */
        @Override
        public String comment(String text, int length) {
          return Dialect.super.comment(text, length).replace('\\', '/');
        }
      };

  private static final EnumSet<DhGroup> GROUPS =
      EnumSet.of(
          DhGroup.GROUP1,
          DhGroup.GROUP2,
          DhGroup.GROUP5,
          DhGroup.GROUP14,
          DhGroup.GROUP15,
          DhGroup.GROUP16,
          DhGroup.GROUP17,
          DhGroup.GROUP18,
          DhGroup.GROUP19,
          DhGroup.GROUP20,
          DhGroup.GROUP21);

  private static final EnumSet<Encryption> CBC =
      EnumSet.of(
          Encryption.DES,
          Encryption.TRIPLE_DES,
          Encryption.AES128,
          Encryption.AES192,
          Encryption.AES256);

  private RouterOsWords() {}

  /** Phase 2 has GCM and no SHA-384, phase 1 the other way round. */
  static DeviceRelease release(String name) {
    Algorithms ike =
        new Algorithms(
            CBC, EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256, Hash.SHA384, Hash.SHA512), GROUPS);
    EnumSet<Encryption> esp = EnumSet.copyOf(CBC);
    esp.add(Encryption.AES128GCM16);
    esp.add(Encryption.AES256GCM16);
    return new DeviceRelease(
        name,
        Map.of(IkeVersion.IKEV1, ike, IkeVersion.IKEV2, ike),
        new Algorithms(esp, EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256, Hash.SHA512), GROUPS));
  }

  /** A key that begins with {@code 0x} would be taken for hexadecimal digits: so it is those. */
  private static String key(String key) {
    if (!key.startsWith("0x") && !key.startsWith("0X")) return quoted(key);
    return "\"0x" + HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8)) + "\"";
  }

  /** A text in quotes: escapes as in the chapter "Scripting". */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\' || c == '$' || c == '?') quoted.append('\\');
      quoted.append(c);
    }
    return quoted.append('"').toString();
  }

  /** The words of a tunnel. */
  static Map<String, String> of(TunnelView t) {
    var ipsec = t.plan().ipsec();
    return Map.of(
        "cipher", cipher(t.plan().ike().encryption()),
        "hash", t.plan().ike().hash().literal(),
        "group", group(t.plan().ike().group()),
        "mode", t.ikev2() ? "ike2" : t.plan().ike().mode().literal(),
        "espCipher", espCipher(ipsec.encryption()),
        "espHash", ipsec.hash().map(Hash::literal).orElse("\"\""),
        "pfs", ipsec.pfs().map(RouterOsWords::group).orElse("none"),
        "myId", identity(t.plan().localId()),
        "remoteId", identity(t.plan().remoteId()));
  }

  private static String cipher(Encryption e) {
    return switch (e) {
      case AES128 -> "aes-128";
      case AES192 -> "aes-192";
      case AES256 -> "aes-256";
      case TRIPLE_DES -> "3des";
      case DES -> "des";
      default -> throw new IllegalArgumentException(e.literal());
    };
  }

  private static String espCipher(Encryption e) {
    return switch (e) {
      case AES128GCM16 -> "aes-128-gcm";
      case AES256GCM16 -> "aes-256-gcm";
      case AES128, AES192, AES256 -> cipher(e) + "-cbc";
      default -> cipher(e);
    };
  }

  private static String group(DhGroup g) {
    return switch (g) {
      case GROUP1 -> "modp768";
      case GROUP2 -> "modp1024";
      case GROUP5 -> "modp1536";
      case GROUP14 -> "modp2048";
      case GROUP15 -> "modp3072";
      case GROUP16 -> "modp4096";
      case GROUP17 -> "modp6144";
      case GROUP18 -> "modp8192";
      case GROUP19 -> "ecp256";
      case GROUP20 -> "ecp384";
      case GROUP21 -> "ecp521";
      default -> throw new IllegalArgumentException(g.literal());
    };
  }

  private static String identity(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> "address:" + a.address();
      case Identity.Fqdn f -> "fqdn:" + f.name();
      case Identity.Email e -> "user-fqdn:" + e.address();
    };
  }
}
