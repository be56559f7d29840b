package org.vpnhub.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Secret;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.Network;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.Tunnel;
import org.vpnhub.secrets.SecretFiles;
import org.vpnhub.secrets.SecretStore;
import org.vpnhub.secrets.SecretStoreException;
import org.vpnhub.ui.secrets.Typed.Verdict;

/** Who uses which key, keys that are typed, keys that move from the model to the store. */
class KeysTest {
  @TempDir Path folder;
  private final Network network =
      HubBuilder.build(
          "hub",
          "10.0.0.0/16",
          "198.51.100.1",
          List.of(
              SiteTable.Row.of("Shanghai", "203.0.113.10", "10.10.10.0/24", "strongswan"),
              SiteTable.Row.of("Hangzhou", "203.0.113.20", "10.10.20.0/24", "strongswan")));
  private final Tunnel shanghai = KeyUse.tunnels(network).get(0);
  private final Tunnel hangzhou = KeyUse.tunnels(network).get(1);

  private SecretStore store() throws SecretStoreException {
    return SecretFiles.beside(folder.resolve("hub.vpnhub")).createWithKeyFile();
  }

  @Test
  void tunnelsOfASelection() {
    var site = network.getSites().getFirst();
    var connection = shanghai.getVpnConnection();
    assertEquals(List.of(shanghai), KeyUse.tunnels(List.of(site)));
    assertEquals(List.of(shanghai), KeyUse.tunnels(List.of(site, connection, shanghai)));
    assertEquals(List.of(shanghai, hangzhou), KeyUse.tunnels(List.of(connection.getVpnGateway())));
    assertEquals(List.of(shanghai, hangzhou), KeyUse.tunnels(List.of(network)));
    assertEquals(List.of(), KeyUse.tunnels(List.of(network.getRegions().getFirst())));
    assertEquals(List.of(hangzhou), KeyUse.tunnels(network, "vco-hangzhou"));
    assertEquals(List.of(), KeyUse.tunnels(network, "nobody"));
  }

  @Test
  void devicesOfAKey() {
    assertEquals(List.of("Hangzhou"), KeyUse.devices(network, List.of("psk-hangzhou")));
    assertFalse(KeyUse.isShared(network, hangzhou));
    hangzhou.getIkeConfig().setPskReference("psk-shanghai");
    assertEquals(List.of("Hangzhou", "Shanghai"), KeyUse.devices(network, List.of("psk-shanghai")));
    assertTrue(KeyUse.isShared(network, hangzhou));
  }

  @Test
  void freshReferences() {
    assertEquals("psk-hangzhou-2", KeyUse.freshReference(network, hangzhou, List.of()));
    assertEquals(
        "psk-hangzhou-3", KeyUse.freshReference(network, hangzhou, List.of("psk-hangzhou-2")));
    network.getSites().get(1).setName("杭州");
    assertEquals("psk-tun-hangzhou", KeyUse.freshReference(network, hangzhou, List.of()));
  }

  @Test
  void keysMoveFromTheModelToTheStore() throws SecretStoreException {
    shanghai.getIkeConfig().setPskReference(null);
    shanghai.getIkeConfig().setPsk("a key of old");
    hangzhou.getIkeConfig().setPsk("not used: the reference wins");
    try (SecretStore store = store()) {
      store.put("psk-shanghai", Secret.ofText("somebody else's"));
      Map<Tunnel, String> moved = KeyActions.move(network, List.of(shanghai, hangzhou), store);
      assertEquals(Map.of(shanghai, "psk-shanghai-2", hangzhou, "psk-hangzhou"), moved);
      assertEquals(List.of("psk-shanghai", "psk-shanghai-2"), store.references());
      assertEquals("a key of old", store.get("psk-shanghai-2").orElseThrow().text());
      moved.forEach(KeyUse::refer);
      assertEquals("psk-shanghai-2", shanghai.getIkeConfig().getPskReference());
      assertNull(shanghai.getIkeConfig().getPsk());
      assertNull(hangzhou.getIkeConfig().getPsk());
    }
  }

  /** Who renews a key that two sites share gets one of his own. */
  @Test
  void renewedKeysAreNotShared() throws SecretStoreException {
    hangzhou.getIkeConfig().setPskReference("psk-shanghai");
    try (SecretStore store = store()) {
      assertEquals(
          Map.of(hangzhou, "psk-hangzhou"),
          KeyActions.ownReferences(network, List.of(hangzhou), store));
    }
    hangzhou.getIkeConfig().setPskReference("psk-of-mine");
    try (SecretStore store =
        SecretFiles.beside(folder.resolve("hub.vpnhub")).open(() -> new char[0])) {
      assertEquals(
          Map.of(hangzhou, "psk-of-mine"),
          KeyActions.ownReferences(network, List.of(hangzhou), store));
    }
  }

  private static Verdict key(String first, String second) {
    return Typed.key(first.toCharArray(), second.toCharArray());
  }

  @Test
  void keysThatAreTyped() {
    assertTrue(key("", "").blocks());
    assertEquals("Type it once more.", key("Zx8.Qk3_vT9pLw2r", "").text());
    assertEquals("The two keys differ.", key("Zx8.Qk3_vT9pLw2r", "Zx8.Qk3_vT9pLw2x").text());
    assertEquals(new Verdict("The key holds white space.", true), key("two words", "two words"));
    assertEquals(Verdict.GOOD, key("Zx8.Qk3_vT9pLw2r", "Zx8.Qk3_vT9pLw2r"));
    assertEquals(
        new Verdict(
            "The key has 5 characters, fewer than 16: better use a long random one.", false),
        key("short", "short"));
  }

  @Test
  void passphrasesThatAreTyped() {
    assertTrue(Typed.passphrase(new char[0], new char[0]).blocks());
    char[] words = "four words of mine".toCharArray();
    assertEquals(Verdict.GOOD, Typed.passphrase(words, words.clone()));
    assertTrue(Typed.passphrase(words, "four words of yours".toCharArray()).blocks());
    assertFalse(Typed.passphrase(new char[] {'x'}, new char[] {'x'}).blocks());
  }

  @Test
  void whatWasTypedIsWiped() {
    char[] typed = "pässword".toCharArray();
    try (Secret secret = Typed.secret(typed)) {
      assertEquals("pässword", secret.text());
    }
    assertArrayEquals(new char[8], typed);
  }
}
