package org.vpnhub.exporter.yamaha;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.DpdPlan;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;

/**
 * What an RTX can do, and its words.
 *
 * <p>Source: Yamaha RTX Command Reference, chapters "How to Read the Command Reference" (characters
 * and escapes) and "IPsec Configuration". A question mark asks for help at the console, a backslash
 * escapes, so neither is written anywhere.
 */
final class RtxWords {
  static final Dialect DIALECT =
      new Dialect() {
        @Override
        public String key(String key) {
          return '"' + key + '"';
        }

        /** The console's character set is not known, so only ASCII is safe. */
        @Override
        public String comment(String text, int length) {
          return Dialect.super.comment(text, length).replaceAll("[^ -~]|[?\\\\]", "_");
        }
      };

  static final KeyRules KEYS =
      new KeyRules(
          1,
          64,
          c -> c > ' ' && c < 0x7f && "\"'?\\#".indexOf(c) < 0,
          "ASCII without space, quotes, question mark, backslash and #");

  static final Algorithms ALGORITHMS =
      new Algorithms(
          EnumSet.of(Encryption.AES128, Encryption.AES256, Encryption.TRIPLE_DES, Encryption.DES),
          EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256),
          EnumSet.of(DhGroup.GROUP1, DhGroup.GROUP2, DhGroup.GROUP5, DhGroup.GROUP14));

  private RtxWords() {}

  static Map<String, String> of(TunnelView t, SiteView site) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("encryption", word(t.plan().ike().encryption()));
    words.put("hash", word(t.plan().ike().hash()));
    words.put("group", groups(t));
    words.put("localNet", t.pairs().getFirst().local().toString());
    words.put("remoteNet", t.pairs().getFirst().remote().toString());
    words.put("cipher", word(t.plan().ipsec().encryption()));
    words.put("hmac", word(t.plan().ipsec().hash().orElseThrow()) + "-hmac");
    words.put("pfs", onOff(t.plan().ipsec().pfs().isPresent()));
    words.put("dpd", dpd(t.plan().dpd(), t.ikev2()));
    words.put("nat", onOff(t.plan().natTraversal()));
    words.put("refresh", onOff(t.plan().initiate()));
    words.put("local", local(t, site));
    words.put("localId", name(t.plan().localId()));
    words.put("remoteId", name(t.plan().remoteId()));
    return words;
  }

  /** That of phase 1, and with IKEv1 that of PFS where it is another one. */
  private static String groups(TunnelView t) {
    DhGroup first = t.plan().ike().group();
    DhGroup second = t.ikev2() ? first : t.plan().ipsec().pfs().orElse(first);
    return first == second ? word(first) : word(first) + " " + word(second);
  }

  /** What has to be taken back of a tunnel, each with its number behind it. */
  static List<String> ikeCommands(TunnelView t) {
    List<String> commands = new ArrayList<>();
    commands.add("ike version");
    if (t.ikev2()) {
      commands.add("ike message-id-control");
      commands.add("ike child-exchange type");
      commands.add("ike proposal-limitation");
    } else {
      commands.add("ike local id");
      commands.add("ike remote id");
    }
    commands.addAll(
        List.of(
            "ike encryption",
            "ike hash",
            "ike group",
            "ike pfs",
            "ike duration isakmp-sa",
            "ike duration ipsec-sa",
            "ike keepalive use",
            "ike nat-traversal",
            "ike local address",
            "ike remote address"));
    if (t.ikev2() || t.aggressive()) commands.add("ike local name");
    if (t.ikev2()) commands.add("ike remote name");
    commands.add("ike pre-shared-key");
    commands.add("auto refresh");
    return commands;
  }

  /** The router's own address: behind a NAT not the public one. */
  private static String local(TunnelView t, SiteView site) {
    if (!t.plan().localBehindNat()) return t.plan().localAddress().toString();
    return site.device().wanAddress().orElseThrow().toString();
  }

  /** Three questions without an answer end the tunnel. */
  private static String dpd(DpdPlan dpd, boolean ikev2) {
    if (!dpd.enabled()) return "off";
    return "on " + (ikev2 ? "rfc4306" : "dpd") + " " + dpd.intervalSeconds() + " 3";
  }

  private static String name(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> a + " ipv4-addr";
      case Identity.Fqdn f -> f + " fqdn";
      case Identity.Email e -> e + " user-fqdn";
    };
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  private static String word(Encryption encryption) {
    return switch (encryption) {
      case AES128 -> "aes-cbc";
      case AES256 -> "aes256-cbc";
      case TRIPLE_DES -> "3des-cbc";
      default -> "des-cbc";
    };
  }

  private static String word(Hash hash) {
    return hash == Hash.SHA1 ? "sha" : hash.literal();
  }

  private static String word(DhGroup group) {
    return switch (group) {
      case GROUP1 -> "modp768";
      case GROUP2 -> "modp1024";
      case GROUP5 -> "modp1536";
      default -> "modp2048";
    };
  }
}
