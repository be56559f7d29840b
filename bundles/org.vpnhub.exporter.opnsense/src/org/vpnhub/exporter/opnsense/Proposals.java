package org.vpnhub.exporter.opnsense;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;

/**
 * The proposals that OPNsense offers: a choice of whole suites, not of algorithms. Without PFS
 * there is but one, and with SHA-1 there are four.
 */
final class Proposals {
  private static final Set<String> SINGLE =
      Set.of(
          "aes256-sha256",
          "aes256-sha1-modp2048",
          "aes128-sha1-modp2048",
          "aes256-sha1-modp4096",
          "aes256-sha1-ecp521",
          "aes256-sha512-modp1024");

  private static final EnumSet<Encryption> CBC =
      EnumSet.of(Encryption.AES128, Encryption.AES192, Encryption.AES256);

  private static final EnumSet<DhGroup> GROUPS =
      EnumSet.of(
          DhGroup.GROUP14,
          DhGroup.GROUP15,
          DhGroup.GROUP16,
          DhGroup.GROUP17,
          DhGroup.GROUP18,
          DhGroup.GROUP19,
          DhGroup.GROUP20,
          DhGroup.GROUP21,
          DhGroup.GROUP31,
          DhGroup.GROUP32);

  private static final Map<String, String> GROUPS_BY_WORD =
      Map.ofEntries(
          Map.entry("modp1024", "group2"),
          Map.entry("modp1536", "group5"),
          Map.entry("modp2048", "group14"),
          Map.entry("modp3072", "group15"),
          Map.entry("modp4096", "group16"),
          Map.entry("modp6144", "group17"),
          Map.entry("modp8192", "group18"),
          Map.entry("ecp256", "group19"),
          Map.entry("ecp384", "group20"),
          Map.entry("ecp521", "group21"),
          Map.entry("x25519", "group31"),
          Map.entry("curve25519", "group31"),
          Map.entry("x448", "group32"),
          Map.entry("curve448", "group32"));

  private Proposals() {}

  static DeviceRelease release(String name) {
    EnumSet<Encryption> all = EnumSet.copyOf(CBC);
    all.add(Encryption.AES128GCM16);
    all.add(Encryption.AES256GCM16);
    EnumSet<Hash> hashes = EnumSet.of(Hash.SHA1, Hash.SHA256, Hash.SHA384, Hash.SHA512);
    EnumSet<DhGroup> groups = EnumSet.copyOf(GROUPS);
    groups.add(DhGroup.GROUP2);
    return new DeviceRelease(
        name,
        Map.of(
            IkeVersion.IKEV1, new Algorithms(CBC, hashes, groups),
            IkeVersion.IKEV2, new Algorithms(all, hashes, groups)),
        new Algorithms(all, hashes, groups));
  }

  static String of(IkePlan ike) {
    return ike.encryption() + "-" + ike.hash() + "-" + word(ike.group());
  }

  static String of(IpsecPlan ipsec) {
    return ipsec.encryption()
        + ipsec.hash().map(h -> "-" + h).orElse("")
        + ipsec.pfs().map(g -> "-" + word(g)).orElse("");
  }

  static boolean isOffered(IkePlan ike) {
    boolean common = ike.hash() != Hash.SHA1 && GROUPS.contains(ike.group());
    return common || SINGLE.contains(of(ike));
  }

  static boolean isOffered(IpsecPlan ipsec) {
    boolean hash = !ipsec.hash().equals(Optional.of(Hash.SHA1));
    boolean common = hash && ipsec.pfs().map(GROUPS::contains).orElse(false);
    return common || SINGLE.contains(of(ipsec));
  }

  private static String word(DhGroup g) {
    List<String> words = new ArrayList<>();
    GROUPS_BY_WORD.forEach(
        (word, group) -> {
          if (group.equals(g.literal()) && !word.startsWith("curve")) words.add(word);
        });
    return words.isEmpty() ? g.literal() : words.getFirst();
  }

  /**
   * What a proposal says.
   *
   * @param cipher in the words of the plan
   * @param hash likewise, or {@code none}
   * @param group likewise, or {@code none}
   */
  record Parts(String cipher, String hash, String group) {}

  /** The parts of a proposal; empty when one of them is unknown, or there is no cipher. */
  static Optional<Parts> read(String proposal) {
    String cipher = "";
    String hash = "none";
    String group = "none";
    for (String part : proposal.split("-")) {
      if (GROUPS_BY_WORD.containsKey(part)) group = GROUPS_BY_WORD.get(part);
      else if (Hash.ofLiteral(part).isPresent()) hash = part;
      else if (Encryption.ofLiteral(part).isPresent()) cipher = part;
      else return Optional.empty();
    }
    return cipher.isEmpty() ? Optional.empty() : Optional.of(new Parts(cipher, hash, group));
  }
}
