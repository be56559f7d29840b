package org.vpnhub.exporter.strongswan;

import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IpsecPlan;

/** Proposals in strongSwan's words, which are the plan's except for the groups. */
final class Proposals {
  private Proposals() {}

  /** With AEAD the hash is the PRF alone; otherwise strongSwan derives the PRF from it. */
  static String ike(IkePlan ike) {
    String hash = (ike.encryption().isAead() ? "-prf" : "-") + ike.hash().literal();
    return ike.encryption().literal() + hash + "-" + word(ike.group());
  }

  static String esp(IpsecPlan ipsec) {
    String hash =
        ipsec.encryption().isAead() ? "" : ipsec.hash().map(h -> "-" + h.literal()).orElse("");
    return ipsec.encryption().literal() + hash + ipsec.pfs().map(g -> "-" + word(g)).orElse("");
  }

  static String word(DhGroup group) {
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
      case GROUP24 -> "modp2048s256";
      case GROUP31 -> "x25519";
      case GROUP32 -> "x448";
      case GROUP31_MLKEM768 -> "x25519-ke1_mlkem768";
    };
  }
}
