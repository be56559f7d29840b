package org.vpnhub.exporter.vyos;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkeVersion;

/** The language of VyOS, and what it can do. */
final class VyosWords {
  /**
   * A key stands in single quotes here, and in double quotes in the file that VyOS makes of it for
   * charon, which decodes what begins with {@code 0x} or {@code 0s}; a question mark asks for help
   * at the prompt.
   */
  static final KeyRules KEYS =
      new KeyRules(
              1,
              64,
              c -> c > 0x20 && c < 0x7f && c != '\'' && c != '"' && c != '\\' && c != '?',
              "printable ASCII without space, quotes, backslash and question mark")
          .misreading("^0[sx]");

  static final Dialect DIALECT = Dialect.ofPrompt(key -> "'" + key + "'");

  private static final EnumSet<DhGroup> GROUPS =
      EnumSet.complementOf(EnumSet.of(DhGroup.GROUP31_MLKEM768));

  private VyosWords() {}

  static DeviceRelease release(String name) {
    EnumSet<Encryption> cbc =
        EnumSet.of(Encryption.TRIPLE_DES, Encryption.AES128, Encryption.AES192, Encryption.AES256);
    EnumSet<Encryption> all = EnumSet.copyOf(cbc);
    all.add(Encryption.AES128GCM16);
    all.add(Encryption.AES256GCM16);
    all.add(Encryption.CHACHA20POLY1305);
    EnumSet<Hash> hashes = EnumSet.complementOf(EnumSet.of(Hash.SM3));
    return new DeviceRelease(
        name,
        Map.of(
            IkeVersion.IKEV1, new Algorithms(cbc, hashes, GROUPS),
            IkeVersion.IKEV2, new Algorithms(all, hashes, GROUPS)),
        new Algorithms(all, hashes, GROUPS));
  }

  /** The words of a tunnel. */
  static Map<String, String> of(TunnelView t) {
    boolean starts = t.plan().initiate();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("vti", "vti" + t.number());
    words.put("cipher", cipher(t.plan().ike().encryption()));
    words.put("espCipher", cipher(t.plan().ipsec().encryption()));
    words.put("espHash", t.plan().ipsec().hash().map(Hash::literal).orElse(""));
    words.put("pfs", t.plan().ipsec().pfs().map(g -> "dh-group" + g.number()).orElse("disable"));
    words.put("type", starts ? "initiate" : "respond");
    words.put("close", starts && t.ikev2() ? "start" : "none");
    words.put("dead", starts ? "restart" : "clear");
    words.put("timeout", String.valueOf(4 * t.plan().dpd().intervalSeconds()));
    return words;
  }

  private static String cipher(Encryption e) {
    return switch (e) {
      case AES128GCM16 -> "aes128gcm128";
      case AES256GCM16 -> "aes256gcm128";
      default -> e.literal();
    };
  }
}
