package org.vpnhub.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every cipher with every hash, in phase 1 and in phase 2, and every group in phase 1 and as PFS:
 * each site has a suite of its own, three at a time.
 */
@ExtendWith(RigExtension.class)
class SuitesTest {

  private static final List<String> CIPHERS =
      List.of("aes128gcm16", "aes256gcm16", "aes128", "aes256");
  private static final List<String> HASHES = List.of("sha256", "sha384", "sha512");
  private static final List<String> GROUPS = List.of("group14", "group19", "group20", "group31");

  /** The names of strongSwan. */
  private static final Map<String, String> THEIRS =
      Map.ofEntries(
          Map.entry("aes128gcm16", "AES_GCM_16-128"),
          Map.entry("aes256gcm16", "AES_GCM_16-256"),
          Map.entry("aes128", "AES_CBC-128"),
          Map.entry("aes256", "AES_CBC-256"),
          Map.entry("sha256", "HMAC_SHA2_256_128"),
          Map.entry("sha384", "HMAC_SHA2_384_192"),
          Map.entry("sha512", "HMAC_SHA2_512_256"),
          Map.entry("group14", "MODP_2048"),
          Map.entry("group19", "ECP_256"),
          Map.entry("group20", "ECP_384"),
          Map.entry("group31", "CURVE_25519"));

  /** The algorithms of one connection, by the literals of the model. */
  record Suite(String cipher, String hash, String group, String espCipher, String pfs) {

    @Override
    public String toString() {
      return cipher + "-" + hash + "-" + group + " ESP " + espCipher + "-" + pfs;
    }

    void into(ModelFile model, String site) {
      model.ike(site, "ikeEncAlg", cipher).ike(site, "ikeAuthAlg", hash);
      model.ike(site, "ikePfs", group);
      model.ipsec(site, "ipsecEncAlg", espCipher).ipsec(site, "ipsecPfs", pfs);
      model.ipsec(site, "ipsecAuthAlg", espCipher.contains("gcm") ? "" : hash);
    }

    String expectedIke() {
      String integrity = cipher.contains("gcm") ? "" : "/" + theirs(hash);
      String prf = "/PRF_HMAC_SHA2_" + hash.substring(3);
      return theirs(cipher) + integrity + prf + "/" + theirs(group);
    }

    String expectedEsp() {
      return theirs(espCipher) + (espCipher.contains("gcm") ? "" : "/" + theirs(hash));
    }

    private static String theirs(String literal) {
      return THEIRS.getOrDefault(literal, literal);
    }
  }

  /** All ciphers with all hashes, each group with each cipher and each hash, three a round. */
  static List<List<Suite>> rounds() {
    List<List<Suite>> rounds = new ArrayList<>();
    for (int cipher = 0; cipher < CIPHERS.size(); cipher++) {
      List<Suite> round = new ArrayList<>();
      for (int hash = 0; hash < HASHES.size(); hash++) {
        String group = GROUPS.get((cipher + hash) % GROUPS.size());
        String pfs = GROUPS.get((cipher + hash + 1) % GROUPS.size());
        // In phase 2 another cipher than in phase 1; over the rounds all twelve pairs again.
        String espCipher = CIPHERS.get((cipher + 1) % CIPHERS.size());
        round.add(new Suite(CIPHERS.get(cipher), HASHES.get(hash), group, espCipher, pfs));
      }
      rounds.add(List.copyOf(round));
    }
    return rounds;
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void everySiteReachesEveryOtherAndTheVpc(List<Suite> suites, Rig rig) {
    ModelFile model = rig.model("suites");
    for (int i = 0; i < suites.size(); i++) suites.get(i).into(model, Topology.SITES.get(i));

    rig.bring(model);

    assertEquals(List.of(), rig.unreachable(Topology.SITES), "pairs that do not reach each other");
    HubStatus status = rig.hub().status().orElseThrow();
    for (int i = 0; i < suites.size(); i++) {
      String ours =
          status
              .connection(model.connectionId(Topology.SITES.get(i)))
              .orElseThrow()
              .text("ikeSuite");
      // The same names, but for the sign before the length of the key.
      assertEquals(suites.get(i).expectedIke().replace('-', '_'), ours);
      Charon daemon = rig.daemon(Topology.SITES.get(i));
      Charon.Child child = daemon.installed().getFirst();
      assertEquals(suites.get(i).expectedIke(), child.ikeSuite());
      assertEquals(suites.get(i).expectedEsp(), child.espSuite());
      daemon.rekeyChildren();
      String group = daemon.installed().getFirst().child().value("dh-group");
      assertEquals(Suite.theirs(suites.get(i).pfs()), group, "the group of the rekey");
    }
    assertEquals(List.of(), rig.unreachable(Topology.SITES), "pairs lost by the rekeys");
    Shown.of("strongswan", "traffic through the hub");
  }
}
