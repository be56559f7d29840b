package org.vpnhub.validation;

import static org.vpnhub.base.Severity.ERROR;
import static org.vpnhub.base.Severity.WARNING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.Ciphers;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.IkeConfig;
import org.vpnhub.model.IkeMode;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.IpsecConfig;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnType;

/** Section C5, first part: keys, algorithms and lifetimes of the tunnels. */
final class CryptoRules {
  private static final int LIFETIME_MAX = 86400;
  private static final int LIFETIME_SHORT = 900;

  private static final Set<String> LEGACY =
      Set.of("des", "3des", "md5", "sha1", "group1", "group2", "group5");
  static final Set<String> NATIONAL = Set.of("sm4", "sm3");

  /** Groups that only IKEv2 names (RFC 8031; ML-KEM through RFC 9370). */
  static final Set<String> IKEV2_GROUPS = Set.of("group31", "group32", "group31+mlkem768");

  private CryptoRules() {}

  /** The pre-shared key that stands in the model and is used: a reference would win. */
  private static @Nullable String literalKey(Tunnel t) {
    IkeConfig ike = t.getIkeConfig();
    return ike == null || hasReference(ike) ? null : ike.getPsk();
  }

  private static boolean hasReference(IkeConfig ike) {
    return ike.getPskReference() != null && !ike.getPskReference().isBlank();
  }

  private static boolean isNational(Tunnel t) {
    return t.getVpnConnection().getVpnGateway().getVpnType() == VpnType.NATIONAL_STANDARD;
  }

  /** C06; never says anything of the key but its length. */
  static void key(ModelIndex in, Report out) {
    for (Tunnel t : in.all(Tunnel.class)) {
      IkeConfig ike = t.getIkeConfig();
      if (ike == null || hasReference(ike) || isNational(t)) continue;
      String key = ike.getPsk() == null ? "" : ike.getPsk();
      String fault = KeyQuality.fault(key);
      if (!fault.isEmpty()) {
        out.add(
            in.subject(t),
            "the pre-shared key " + fault,
            "set a key of 16 to "
                + KeyQuality.MAX
                + " letters and digits in the secret store, and refer to it (pskReference)");
      }
    }
  }

  /** C07; of keys in the secret store it can only say that two offices name the same. */
  static void weakKey(ModelIndex in, Report out) {
    Map<String, Tunnel> first = new HashMap<>();
    for (Tunnel t : in.all(Tunnel.class)) {
      IkeConfig ike = t.getIkeConfig();
      if (ike == null || isNational(t)) continue;
      String key = literalKey(t);
      if (key != null && KeyQuality.fault(key).isEmpty()) {
        String fault = KeyQuality.weakness(key);
        if (!fault.isEmpty()) {
          out.add(in.subject(t), "the pre-shared key " + fault, "use a long random key");
        }
      }
      String identity = hasReference(ike) ? "reference " + ike.getPskReference() : "key " + key;
      if (!hasReference(ike) && (key == null || key.isEmpty())) continue;
      Tunnel other = first.putIfAbsent(identity, t);
      if (other == null || isSamePeer(in, t, other)) continue;
      out.add(
          in.subject(t),
          "has the same pre-shared key as " + Labels.of(in.subject(other)) + " of another office",
          "give every office a key of its own, so that one that is lost opens only one tunnel");
    }
  }

  private static boolean isSamePeer(ModelIndex in, Tunnel a, Tunnel b) {
    return in.officeOf(a.getVpnConnection()) == in.officeOf(b.getVpnConnection())
        || a.getCustomerGateway() != null && a.getCustomerGateway() == b.getCustomerGateway();
  }

  /** S02. */
  static void keyInModel(ModelIndex in, Report out) {
    for (Tunnel t : in.all(Tunnel.class)) {
      IkeConfig ike = t.getIkeConfig();
      if (ike == null || ike.getPsk() == null || ike.getPsk().isEmpty()) continue;
      out.add(
          in.subject(t),
          "the pre-shared key stands in the model, where everyone who has the file reads it",
          "put it into the secret store (Set Key in the console, or vpnhub secret set) and refer to"
              + " it (pskReference)");
    }
  }

  /** C09; a domain name or mail address cannot be told in main mode with a pre-shared key. */
  static void nameInMainMode(ModelIndex in, Report out) {
    for (Tunnel t : in.all(Tunnel.class)) {
      IkeConfig ike = t.getIkeConfig();
      if (ike == null || ike.getIkeVersion() != IkeVersion.IKEV1) continue;
      if (ike.getIkeMode() != IkeMode.MAIN) continue;
      String id = isName(ike.getLocalId()) ? ike.getLocalId() : ike.getRemoteId();
      if (!isName(id)) continue;
      out.add(
          in.subject(t),
          "the id "
              + Labels.quote(id)
              + " is not an address, and ikev1 in main mode with a"
              + " pre-shared key knows its peer by the address alone",
          "use ikev2, or else aggressive mode",
          Fixes.useIkev2(in.network, t.getVpnConnection()),
          Fixes.useAggressive(in.network, t));
    }
  }

  private static boolean isName(@Nullable String id) {
    return id != null && !id.isBlank() && Cidrs.address(id).isEmpty();
  }

  /** C10. */
  static void aggressive(ModelIndex in, Report out) {
    for (Tunnel t : in.all(Tunnel.class)) {
      IkeConfig ike = t.getIkeConfig();
      if (ike == null || ike.getIkeVersion() != IkeVersion.IKEV1 || isNational(t)) continue;
      if (ike.getIkeMode() != IkeMode.AGGRESSIVE) continue;
      out.add(
          in.subject(t),
          "aggressive mode sends a hash of the pre-shared key that can be attacked off line",
          "use ikev2");
    }
  }

  /** C11. */
  static void legacy(ModelIndex in, Report out) {
    for (Tunnel t : in.all(Tunnel.class)) {
      List<String> weak = algorithms(t).stream().filter(LEGACY::contains).distinct().toList();
      if (weak.isEmpty()) continue;
      out.add(
          in.subject(t),
          "uses " + String.join(", ", weak) + ", which are obsolete",
          "use aes256, sha256 and group14 or better");
    }
  }

  private static List<String> algorithms(Tunnel t) {
    List<@Nullable String> all = new ArrayList<>();
    if (t.getIkeConfig() != null) {
      IkeConfig ike = t.getIkeConfig();
      all.addAll(Arrays.asList(ike.getIkeEncAlg(), ike.getIkeAuthAlg(), ike.getIkePfs()));
    }
    if (t.getIpsecConfig() != null) {
      IpsecConfig esp = t.getIpsecConfig();
      all.addAll(Arrays.asList(esp.getIpsecEncAlg(), esp.getIpsecAuthAlg(), esp.getIpsecPfs()));
    }
    all.removeIf(a -> a == null);
    return all;
  }

  /** C12. */
  static void lifetimes(ModelIndex in, Report out) {
    for (Tunnel t : in.all(Tunnel.class)) {
      NamedElement e = in.subject(t);
      IkeConfig ike = t.getIkeConfig();
      IpsecConfig esp = t.getIpsecConfig();
      if (ike != null) lifetime(out, e, "phase 1", ike.getIkeLifetime());
      if (esp != null) lifetime(out, e, "phase 2", esp.getIpsecLifetime());
      if (ike == null || esp == null) continue;
      int one = effective(ike.getIkeLifetime());
      int two = effective(esp.getIpsecLifetime());
      if (two <= one || one < 0 || two > LIFETIME_MAX) continue;
      out.add(
          WARNING,
          e,
          "phase 2 lives for " + two + " s, longer than phase 1 with " + one + " s",
          "make phase 2 shorter than phase 1, for example 3600 s and 86400 s");
    }
  }

  private static void lifetime(Report out, NamedElement e, String phase, int seconds) {
    String remedy = "choose " + LIFETIME_SHORT + " to " + LIFETIME_MAX + " s";
    String what = "the lifetime of " + phase + " is " + seconds + " s";
    if (seconds < 0 || seconds > LIFETIME_MAX) {
      out.add(ERROR, e, what + ", outside of 0 to " + LIFETIME_MAX + " s", remedy);
    } else if (seconds != 0 && seconds < LIFETIME_SHORT) {
      out.add(WARNING, e, what + ", which means constant negotiation", remedy);
    }
  }

  private static int effective(int seconds) {
    return seconds == 0 ? LIFETIME_MAX : seconds;
  }

  /** C13: each tunnel against the first that shares its phase 1. */
  static void sharedPhase1(ModelIndex in, Report out) {
    record Peer(Object gateway, int tunnel, CustomerGateway peer, String remoteId) {}
    Map<Peer, Tunnel> first = new HashMap<>();
    for (Tunnel t : in.all(Tunnel.class)) {
      CustomerGateway peer = t.getCustomerGateway();
      IkeConfig ike = t.getIkeConfig();
      if (peer == null || ike == null) continue;
      int number = t.getVpnConnection().getTunnels().indexOf(t);
      Object gateway = t.getVpnConnection().getVpnGateway();
      String remoteId = ike.getRemoteId() == null ? "" : ike.getRemoteId();
      Tunnel sibling = first.putIfAbsent(new Peer(gateway, number, peer, remoteId), t);
      if (sibling == null) continue;
      List<String> differences = differences(ike, sibling.getIkeConfig());
      if (differences.isEmpty()) continue;
      out.add(
          in.subject(t),
          "phase 1 differs from that of "
              + Labels.of(in.subject(sibling))
              + " with the same customer gateway: "
              + String.join(", ", differences),
          "give all connections of one customer gateway the same phase 1",
          Fixes.copyPhase1(in.network, sibling, t));
    }
  }

  /** What differs, as {@code field mine/other}; of keys only that they do. */
  private static List<String> differences(IkeConfig a, IkeConfig b) {
    List<String> all = new ArrayList<>();
    for (var feature : a.eClass().getEAllStructuralFeatures()) {
      Object mine = a.eGet(feature);
      Object other = b.eGet(feature);
      if (Objects.equals(mine, other)) continue;
      if (feature.getName().equals("ikeMode") && a.getIkeVersion() == IkeVersion.IKEV2) continue;
      boolean secret = feature.getName().equals("psk");
      all.add(feature.getName() + (secret ? "" : " " + shown(mine) + "/" + shown(other)));
    }
    return all;
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "unset" : value.toString();
  }

  /** C15. */
  static void pfs(ModelIndex in, Report out) {
    for (Tunnel t : in.all(Tunnel.class)) {
      if (t.getIkeConfig() == null || t.getIpsecConfig() == null) continue;
      String group = t.getIkeConfig().getIkePfs();
      String pfs = t.getIpsecConfig().getIpsecPfs();
      if (pfs == null || group == null || pfs.equals(group)) continue;
      if (pfs.equals("disabled")) {
        out.add(
            in.subject(t),
            "perfect forward secrecy is off: who learns the key of phase 1 reads all traffic",
            "set ipsecPfs to " + Labels.quote(group));
      } else {
        out.add(
            in.subject(t),
            "PFS uses " + Labels.quote(pfs) + ", phase 1 " + Labels.quote(group),
            "use one group for both, unless the device needs it so");
      }
    }
  }

  /** C16. */
  static void ikev1(ModelIndex in, Report out) {
    for (Tunnel t : in.all(Tunnel.class)) {
      if (t.getIkeConfig() == null || t.getIkeConfig().getIkeVersion() != IkeVersion.IKEV1)
        continue;
      out.add(in.subject(t), "uses ikev1", "use ikev2, which is faster to set up and safer");
    }
  }

  /** C24. */
  static void nationalStandard(ModelIndex in, Report out) {
    for (Tunnel t : in.all(Tunnel.class)) {
      boolean national = isNational(t);
      List<String> wrong = new ArrayList<>(algorithms(t));
      wrong.removeIf(a -> NATIONAL.contains(a) == national);
      wrong.removeIf(a -> national && (a.startsWith("group") || a.equals("disabled")));
      IkeConfig ike = t.getIkeConfig();
      if (!wrong.isEmpty()) {
        out.add(
            in.subject(t),
            "uses "
                + String.join(", ", Set.copyOf(wrong).stream().sorted().toList())
                + " on a VPN gateway of type "
                + t.getVpnConnection().getVpnGateway().getVpnType(),
            national ? "use sm4 and sm3" : "use aes256 and sha256");
      }
      boolean keyed = ike != null && (hasReference(ike) || ike.getPsk() != null);
      if (national && keyed) {
        out.add(
            in.subject(t),
            "has a pre-shared key on a VPN gateway of type NationalStandard",
            "use certificates, or a VPN gateway of type Normal");
      }
    }
  }

  /** C31: one finding for a tunnel, with everything that is not offered. */
  static void offered(ModelIndex in, Report out) {
    for (Tunnel t : in.all(Tunnel.class)) {
      Offer offer = new Offer(in);
      IkeConfig ike = t.getIkeConfig();
      if (ike != null) {
        offer.cipher("phase 1", ike.getIkeEncAlg());
        offer.hash("phase 1", ike.getIkeAuthAlg());
        offer.group("phase 1", ike.getIkePfs());
        if (ike.getIkeVersion() == IkeVersion.IKEV1) {
          offer.notInIkev1("phase 1", ike.getIkeEncAlg());
          offer.notInIkev1("phase 1", ike.getIkePfs());
          if (t.getIpsecConfig() != null) offer.notInIkev1("PFS", t.getIpsecConfig().getIpsecPfs());
        }
      }
      IpsecConfig esp = t.getIpsecConfig();
      if (esp != null) {
        offer.cipher("phase 2", esp.getIpsecEncAlg());
        offer.espAuthentication(esp);
        if (!"disabled".equals(esp.getIpsecPfs())) offer.group("PFS", esp.getIpsecPfs());
      }
      if (offer.faults.isEmpty()) continue;
      out.add(in.subject(t), String.join("; ", offer.faults), String.join("; ", offer.remedies));
    }
  }

  /** What a tunnel asks for and the profile does not offer. */
  private static final class Offer {
    private final ModelIndex in;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> remedies = new LinkedHashSet<>();

    Offer(ModelIndex in) {
      this.in = in;
    }

    void cipher(String phase, @Nullable String value) {
      check("cipher", phase, value, in.limits.encryptions());
    }

    void hash(String phase, @Nullable String value) {
      check("hash", phase, value, in.limits.hashes());
    }

    void group(String phase, @Nullable String value) {
      check("group", phase, value, in.limits.groups());
    }

    private void check(String what, String phase, @Nullable String value, List<String> offered) {
      if (value != null && offered.contains(value)) return;
      faults.add(
          value == null
              ? "the " + what + " of " + phase + " is missing"
              : phase + ": " + in.profile + " has no " + what + " " + Labels.quote(value));
      remedies.add(what + ": use one of " + String.join(", ", offered));
    }

    /** RFC 4106 §8.1 and RFC 7634: an AEAD cipher of ESP is its own authentication. */
    void espAuthentication(IpsecConfig esp) {
      String hash = esp.getIpsecAuthAlg();
      String cipher = esp.getIpsecEncAlg();
      if (!Ciphers.isAead(cipher)) {
        hash("phase 2", hash);
      } else if (hash != null) {
        faults.add("phase 2: " + cipher + " takes no hash, and " + Labels.quote(hash) + " is set");
        remedies.add("leave ipsecAuthAlg unset");
      }
    }

    /** RFC 5282 and RFC 8031 define these for IKEv2 alone. */
    void notInIkev1(String phase, @Nullable String value) {
      if (value == null || !Ciphers.isAead(value) && !IKEV2_GROUPS.contains(value)) return;
      faults.add(phase + ": ikev1 does not define " + value);
      remedies.add("use ikev2, or aes256 and group14");
    }
  }
}
