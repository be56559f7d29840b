package org.vpnhub.exporter.openiked;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.linux.IpsecFiles;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;

/**
 * What OpenIKED can do, and its words.
 *
 * <p>Source: iked.conf(5) of OpenIKED 7.2, section CRYPTO TRANSFORMS. In quotes a backslash before
 * some characters vanishes; a key with anything but plain characters is written in hexadecimal.
 */
final class IkedWords {
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9!%&()*+,./:;<=>?@_|~^-]+");

  static final Dialect DIALECT =
      new Dialect() {
        @Override
        public String key(String key) {
          if (!key.startsWith("0x") && PLAIN_KEY.matcher(key).matches()) return '"' + key + '"';
          return "0x" + HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8));
        }

        /** A backslash at its end would make the next line part of the comment. */
        @Override
        public String comment(String text, int length) {
          return Dialect.super.comment(text.replace('\\', '/'), length);
        }
      };

  private static final Set<Hash> HASHES = EnumSet.complementOf(EnumSet.of(Hash.SM3));
  private static final Set<DhGroup> GROUPS =
      EnumSet.complementOf(EnumSet.of(DhGroup.GROUP24, DhGroup.GROUP32, DhGroup.GROUP31_MLKEM768));
  private static final Set<Encryption> IKE_CIPHERS =
      EnumSet.of(
          Encryption.AES128GCM16,
          Encryption.AES256GCM16,
          Encryption.AES128,
          Encryption.AES192,
          Encryption.AES256,
          Encryption.TRIPLE_DES);
  private static final Set<Encryption> ESP_CIPHERS =
      EnumSet.complementOf(EnumSet.of(Encryption.DES, Encryption.SM4));

  static final DeviceRelease RELEASE =
      new DeviceRelease(
          "7.2",
          Map.of(IkeVersion.IKEV2, new Algorithms(IKE_CIPHERS, HASHES, GROUPS)),
          new Algorithms(ESP_CIPHERS, HASHES, GROUPS));

  private IkedWords() {}

  static Map<String, String> of(TunnelView t, SiteView site) {
    ConnectionPlan c = t.plan();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("mode", c.initiate() && !IpsecFiles.isStandby(t) ? "active" : "passive");
    words.put("local", local(c, site));
    words.put("ikesa", ikesa(c.ike()));
    words.put("childsa", childsa(c.ipsec()));
    words.put("srcid", '"' + c.localId().toString() + '"');
    words.put("dstid", '"' + c.remoteId().toString() + '"');
    return words;
  }

  /** The machine's own address: behind a NAT not the public one. */
  private static String local(ConnectionPlan c, SiteView site) {
    if (!c.localBehindNat()) return c.localAddress().toString();
    return site.device().wanAddress().map(Object::toString).orElse("any");
  }

  static String ikesa(IkePlan ike) {
    String hash = word(ike.hash());
    String auth = ike.encryption().isAead() ? "" : " auth " + hash;
    return "enc " + word(ike.encryption()) + " prf " + hash + auth + " group " + word(ike.group());
  }

  /** Without a group, there is no perfect forward secrecy. */
  static String childsa(IpsecPlan ipsec) {
    String auth = ipsec.encryption().isAead() ? "" : " auth " + word(ipsec.hash().orElseThrow());
    return "enc "
        + word(ipsec.encryption())
        + auth
        + ipsec.pfs().map(g -> " group " + word(g)).orElse("");
  }

  private static String word(Encryption encryption) {
    return switch (encryption) {
      case AES128GCM16 -> "aes-128-gcm";
      case AES256GCM16 -> "aes-256-gcm";
      case CHACHA20POLY1305 -> "chacha20-poly1305";
      case AES128 -> "aes-128";
      case AES192 -> "aes-192";
      case AES256 -> "aes-256";
      default -> encryption.literal();
    };
  }

  private static String word(Hash hash) {
    return switch (hash) {
      case SHA256 -> "hmac-sha2-256";
      case SHA384 -> "hmac-sha2-384";
      case SHA512 -> "hmac-sha2-512";
      default -> "hmac-" + hash.literal();
    };
  }

  private static String word(DhGroup group) {
    return switch (group) {
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
      case GROUP31 -> "curve25519";
      default -> "grp" + group.number();
    };
  }
}
