package org.vpnhub.exporter.libreswan;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.linux.IpsecFiles;
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
 * What libreswan can do, and its words.
 *
 * <p>Source: ipsec.conf(5) of libreswan 4.10, and its {@code algparse}, which was asked for every
 * algorithm in both IKE versions. Groups 1 and 2 and DES are not built in.
 */
final class LibreswanWords {
  static final Algorithms IKEV2 =
      new Algorithms(
          EnumSet.of(
              Encryption.AES128GCM16,
              Encryption.AES256GCM16,
              Encryption.CHACHA20POLY1305,
              Encryption.AES128,
              Encryption.AES192,
              Encryption.AES256,
              Encryption.TRIPLE_DES),
          EnumSet.complementOf(EnumSet.of(Hash.SM3)),
          EnumSet.of(
              DhGroup.GROUP5,
              DhGroup.GROUP14,
              DhGroup.GROUP15,
              DhGroup.GROUP16,
              DhGroup.GROUP17,
              DhGroup.GROUP18,
              DhGroup.GROUP19,
              DhGroup.GROUP20,
              DhGroup.GROUP21,
              DhGroup.GROUP31));
  private static final Algorithms IKEV1 =
      IKEV2.without(
          List.of(Encryption.AES128GCM16, Encryption.AES256GCM16, Encryption.CHACHA20POLY1305),
          List.of(),
          List.of());

  /** Groups of a Child SA that IKEv1 does not have here. */
  static final EnumSet<DhGroup> PFS_OF_IKEV2 =
      EnumSet.of(DhGroup.GROUP19, DhGroup.GROUP20, DhGroup.GROUP21, DhGroup.GROUP31);

  static final DeviceRelease RELEASE =
      new DeviceRelease("4.10", Map.of(IkeVersion.IKEV1, IKEV1, IkeVersion.IKEV2, IKEV2), IKEV2);

  private LibreswanWords() {}

  static Map<String, String> of(TunnelView t, SiteView site) {
    ConnectionPlan c = t.plan();
    boolean standby = IpsecFiles.isStandby(t);
    // A policy that waits for packets would take those of the other tunnel.
    boolean waits = !IpsecFiles.hasStandby(site);
    int shorter = Math.min(c.ike().lifetimeSeconds(), c.ipsec().lifetimeSeconds());
    Map<String, String> words = new LinkedHashMap<>();
    words.put("local", local(c, site));
    words.put("localId", IpsecFiles.identity(c.localId()));
    words.put("remoteId", IpsecFiles.identity(c.remoteId()));
    words.put("ike", ike(c.ike()));
    words.put("esp", esp(c.ipsec()));
    words.put("pfs", c.ipsec().pfs().isPresent() ? "yes" : "no");
    words.put("margin", String.valueOf(shorter / 20));
    words.put("tries", c.initiate() ? "%forever" : "1");
    words.put("encapsulation", !c.natTraversal() ? "no" : c.localBehindNat() ? "yes" : "auto");
    words.put("start", standby ? "add" : c.initiate() ? "start" : waits ? "ondemand" : "add");
    words.put("dead", standby ? "clear" : c.initiate() ? "restart" : waits ? "hold" : "clear");
    return words;
  }

  /** The machine's own address: behind a NAT not the public one. */
  private static String local(ConnectionPlan c, SiteView site) {
    if (!c.localBehindNat()) return c.localAddress().toString();
    return site.device().wanAddress().map(Object::toString).orElse("%defaultroute");
  }

  static String ike(IkePlan ike) {
    return word(ike.encryption()) + "-" + word(ike.hash()) + "-" + word(ike.group());
  }

  static String esp(IpsecPlan ipsec) {
    String hash =
        ipsec.encryption().isAead() ? "null" : ipsec.hash().map(LibreswanWords::word).orElseThrow();
    return word(ipsec.encryption()) + "-" + hash + ipsec.pfs().map(g -> "-" + word(g)).orElse("");
  }

  private static String word(Encryption encryption) {
    return switch (encryption) {
      case AES128GCM16 -> "aes_gcm128";
      case AES256GCM16 -> "aes_gcm256";
      case CHACHA20POLY1305 -> "chacha20_poly1305";
      default -> encryption.literal();
    };
  }

  private static String word(Hash hash) {
    return switch (hash) {
      case SHA256 -> "sha2_256";
      case SHA384 -> "sha2_384";
      case SHA512 -> "sha2_512";
      default -> hash.literal();
    };
  }

  private static String word(DhGroup group) {
    return switch (group) {
      case GROUP5 -> "modp1536";
      case GROUP14 -> "modp2048";
      case GROUP15 -> "modp3072";
      case GROUP16 -> "modp4096";
      case GROUP17 -> "modp6144";
      case GROUP18 -> "modp8192";
      default -> "dh" + group.number();
    };
  }
}
