package org.vpnhub.exporter.juniper;

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

/** The language of Junos OS on SRX, and what its releases can do. */
final class SrxWords {
  /** Objects of IKE and IPsec take 32 characters; four are left for what is put behind. */
  static final int LONGEST_NAME = 28;

  /** A question mark asks for help; {@code $9$} and its like begin a key that is hidden already. */
  static final KeyRules KEYS =
      new KeyRules(
              1,
              255,
              c -> c > 0x20 && c < 0x7f && c != '?',
              "printable ASCII without space and question mark")
          .misreading("^\\$[0-9A-Za-z]\\$");

  static final Dialect DIALECT = Dialect.ofPrompt(SrxWords::quoted);

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

  private static final Set<DhGroup> OLD_GROUPS =
      EnumSet.of(
          DhGroup.GROUP1,
          DhGroup.GROUP2,
          DhGroup.GROUP5,
          DhGroup.GROUP14,
          DhGroup.GROUP19,
          DhGroup.GROUP20,
          DhGroup.GROUP24);

  /** What came with the iked process. */
  static final Set<DhGroup> NEW_GROUPS =
      EnumSet.of(DhGroup.GROUP15, DhGroup.GROUP16, DhGroup.GROUP21);

  private SrxWords() {}

  /** Before the iked process. */
  static DeviceRelease oldRelease(String name) {
    Set<Hash> ike = EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256, Hash.SHA384);
    Set<Hash> esp = EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256);
    Algorithms phase1 = new Algorithms(CBC, ike, OLD_GROUPS);
    return new DeviceRelease(
        name,
        Map.of(IkeVersion.IKEV1, phase1, IkeVersion.IKEV2, phase1),
        new Algorithms(ALL, esp, OLD_GROUPS));
  }

  /** With the iked process (package junos-ike). */
  static DeviceRelease release(String name) {
    Set<Hash> hashes = EnumSet.complementOf(EnumSet.of(Hash.SM3));
    Set<DhGroup> groups = EnumSet.copyOf(OLD_GROUPS);
    groups.addAll(NEW_GROUPS);
    return new DeviceRelease(
        name,
        Map.of(
            IkeVersion.IKEV1,
            new Algorithms(CBC, hashes, groups),
            IkeVersion.IKEV2,
            new Algorithms(ALL, hashes, groups)),
        new Algorithms(ALL, hashes, groups));
  }

  /** A text as one word; what stands in it cannot end the quotes or the line. */
  static String quoted(String text) {
    return '"' + ShellText.oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A name of the owner's, in quotes only where it needs them. */
  static String word(String name) {
    return name.matches("[A-Za-z0-9._/:-]+") ? name : quoted(name);
  }

  static Map<String, String> of(TunnelView t) {
    IkePlan ike = t.plan().ike();
    IpsecPlan ipsec = t.plan().ipsec();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("title", quoted(t.title()));
    words.put("hash", hash(ike.hash()));
    words.put("cipher", cipher(ike.encryption()));
    words.put("group", "group" + ike.group().number());
    words.put("espCipher", cipher(ipsec.encryption()));
    words.put("espHash", ipsec.hash().map(SrxWords::hmac).orElse(""));
    words.put("pfs", ipsec.pfs().map(g -> "group" + g.number()).orElse(""));
    words.put("localId", identity(t.plan().localId()));
    words.put("remoteId", identity(t.plan().remoteId()));
    return words;
  }

  private static String cipher(Encryption e) {
    return switch (e) {
      case AES128GCM16 -> "aes-128-gcm";
      case AES256GCM16 -> "aes-256-gcm";
      case AES128 -> "aes-128-cbc";
      case AES192 -> "aes-192-cbc";
      case AES256 -> "aes-256-cbc";
      case TRIPLE_DES -> "3des-cbc";
      case DES -> "des-cbc";
      case CHACHA20POLY1305, SM4 -> throw new IllegalArgumentException(e.literal());
    };
  }

  private static String hash(Hash h) {
    return switch (h) {
      case MD5, SHA1 -> h.literal();
      case SHA256 -> "sha-256";
      case SHA384 -> "sha-384";
      case SHA512 -> "sha-512";
      case SM3 -> throw new IllegalArgumentException(h.literal());
    };
  }

  private static String hmac(Hash h) {
    return switch (h) {
      case MD5 -> "hmac-md5-96";
      case SHA1 -> "hmac-sha1-96";
      case SHA256 -> "hmac-sha-256-128";
      case SHA384 -> "hmac-sha-384";
      case SHA512 -> "hmac-sha-512";
      case SM3 -> throw new IllegalArgumentException(h.literal());
    };
  }

  private static String identity(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> "inet " + a.address();
      case Identity.Fqdn f -> "hostname " + word(f.name());
      case Identity.Email e -> "user-at-hostname " + quoted(e.address());
    };
  }
}
