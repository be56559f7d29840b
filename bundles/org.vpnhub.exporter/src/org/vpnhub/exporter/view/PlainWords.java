package org.vpnhub.exporter.view;

import java.util.List;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.exporter.ShellText;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;

/** The words of the RFCs, and of most user interfaces, for what is configured. */
public final class PlainWords {
  private PlainWords() {}

  public static String encryption(Encryption e) {
    return switch (e) {
      case AES128GCM16 -> "AES-128-GCM, tag of 16 bytes";
      case AES256GCM16 -> "AES-256-GCM, tag of 16 bytes";
      case CHACHA20POLY1305 -> "ChaCha20-Poly1305";
      case AES128 -> "AES-128 (CBC)";
      case AES192 -> "AES-192 (CBC)";
      case AES256 -> "AES-256 (CBC)";
      case TRIPLE_DES -> "3DES (CBC)";
      case DES -> "DES (CBC)";
      case SM4 -> "SM4 (CBC)";
    };
  }

  public static String hash(Hash h) {
    return switch (h) {
      case SHA256 -> "SHA-256";
      case SHA384 -> "SHA-384";
      case SHA512 -> "SHA-512";
      case SHA1 -> "SHA-1";
      case MD5 -> "MD5";
      case SM3 -> "SM3";
    };
  }

  /** The number of a group, and what it is. */
  public static String group(DhGroup g) {
    return switch (g) {
      case GROUP1 -> "1 (MODP, 768 bits)";
      case GROUP2 -> "2 (MODP, 1024 bits)";
      case GROUP5 -> "5 (MODP, 1536 bits)";
      case GROUP14 -> "14 (MODP, 2048 bits)";
      case GROUP15 -> "15 (MODP, 3072 bits)";
      case GROUP16 -> "16 (MODP, 4096 bits)";
      case GROUP17 -> "17 (MODP, 6144 bits)";
      case GROUP18 -> "18 (MODP, 8192 bits)";
      case GROUP19 -> "19 (ECP, 256 bits)";
      case GROUP20 -> "20 (ECP, 384 bits)";
      case GROUP21 -> "21 (ECP, 521 bits)";
      case GROUP24 -> "24 (MODP, 2048 bits, subgroup of 256 bits)";
      case GROUP31 -> "31 (Curve25519)";
      case GROUP32 -> "32 (Curve448)";
      case GROUP31_MLKEM768 -> "31 (Curve25519), and ML-KEM-768 as additional key exchange";
    };
  }

  /** The kind of an identity, as most user interfaces call it. */
  public static String kind(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> "IP address";
      case Identity.Fqdn f -> "FQDN";
      case Identity.Email e -> "User FQDN (e-mail address)";
    };
  }

  /** Where a key is to be had; never the key. */
  public static String keyOf(TunnelView t) {
    return "the key '" + ShellText.oneLine(t.plan().pskReference()) + "' of the secret store";
  }

  /** The device's own outer address, which behind a NAT is not the one that the hub sees. */
  public static Ipv4Address outer(SiteView site, TunnelView t) {
    return site.device().wanAddress().orElse(t.plan().localAddress());
  }

  /** The outer addresses of the hub. */
  public static String hubs(SiteView site) {
    return site.tunnels().stream()
        .map(t -> t.plan().remoteAddress().toString())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The selectors of a tunnel, a pair on each line. */
  public static List<String> pairs(TunnelView t) {
    return t.pairs().stream().map(p -> p.local() + " <-> " + p.remote()).toList();
  }
}
