package org.vpnhub.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Secret;
import org.vpnhub.secrets.SecretFiles;
import org.vpnhub.secrets.SecretStore;
import org.vpnhub.secrets.SecretStoreException;

/** Stores that stay unlocked until they are locked. */
class OpenStoresTest {
  @TempDir Path folder;
  private final OpenStores stores = new OpenStores();
  private Path model;
  private SecretFiles files;

  @BeforeEach
  void name() {
    model = folder.resolve("hub.vpnhub");
    files = SecretFiles.beside(model);
  }

  @AfterEach
  void close() {
    stores.lockAll();
  }

  private Optional<String> key(String reference) {
    return stores
        .keys(model)
        .apply(reference)
        .map(
            s -> {
              try (s) {
                return s.text();
              }
            });
  }

  @Test
  void noStoreNoQuestion() throws SecretStoreException {
    assertFalse(stores.needsPassphrase(model));
    assertEquals(Optional.empty(), stores.store(model));
    assertEquals(Optional.empty(), key("psk-a"));
  }

  @Test
  void aKeyFileAsksNothing() throws SecretStoreException {
    stores.createMissing(model, List.of("psk-a", "psk-b", "psk-a"));
    assertFalse(stores.needsPassphrase(model));
    assertEquals(List.of("psk-a", "psk-b"), stores.store(model).orElseThrow().references());
    String first = key("psk-a").orElseThrow();
    assertEquals(SecretStore.GENERATED_LENGTH, first.length());
    stores.createMissing(model, List.of("psk-a", "psk-c"));
    assertEquals(first, key("psk-a").orElseThrow(), "a key that is there stays");
    assertTrue(key("psk-c").isPresent());
  }

  @Test
  void aPassphraseIsAskedForOnce() throws SecretStoreException {
    try (SecretStore made = files.createWithPassphrase("four words of mine".toCharArray())) {
      made.put("psk-a", Secret.ofText("the key"));
    }
    assertTrue(stores.needsPassphrase(model));
    assertThrows(SecretStoreException.class, () -> stores.store(model));
    char[] typed = "four words of mine".toCharArray();
    stores.hold(model, files.open(() -> typed));
    assertArrayEquals(new char[typed.length], typed, "wiped");
    assertFalse(stores.needsPassphrase(model));
    assertEquals(Optional.of("the key"), key("psk-a"));
    stores.lock(model);
    assertTrue(stores.needsPassphrase(model));
    assertEquals(Optional.empty(), key("psk-a"));
  }

  @Test
  void whatAnotherProgramStoresIsSeen() throws SecretStoreException {
    stores.createMissing(model, List.of("psk-a"));
    try (SecretStore other = files.open(() -> new char[0])) {
      other.put("psk-b", Secret.ofText("theirs"));
    }
    assertEquals(List.of("psk-a", "psk-b"), stores.store(model).orElseThrow().references());
    assertEquals(Optional.of("theirs"), key("psk-b"));
  }

  /** Another program has set a passphrase: what is open here would overwrite it. */
  @Test
  void aStoreThatIsLockedAnewIsClosed() throws SecretStoreException {
    stores.createMissing(model, List.of("psk-a"));
    try (SecretStore other = files.open(() -> new char[0])) {
      files.lockWithPassphrase(other, "four words of mine".toCharArray());
    }
    assertTrue(stores.needsPassphrase(model));
    assertEquals(Optional.empty(), key("psk-a"));
    assertThrows(SecretStoreException.class, () -> stores.createMissing(model, List.of("psk-b")));
  }
}
