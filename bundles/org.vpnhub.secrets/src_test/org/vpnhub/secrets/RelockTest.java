package org.vpnhub.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Secret;

/** A store gets another lock, and notices what others write. */
class RelockTest {
  private static final Argon2Parameters CHEAP = new Argon2Parameters(64, 1, 1);

  @TempDir Path folder;
  private SecretFiles files;

  @BeforeEach
  void name() {
    files = SecretFiles.beside(folder.resolve("net.vpnhub"));
  }

  private static StoreKey passphrase(String text) {
    return StoreKey.passphrase(text.toCharArray());
  }

  private SecretStore byKeyFile() throws SecretStoreException {
    return files.open(() -> new char[0]);
  }

  @Test
  void fromKeyFileToPassphraseAndBack() throws IOException {
    try (SecretStore store = files.createWithKeyFile()) {
      store.put("a", Secret.ofText("x"));
      files.lockWithPassphrase(store, "four words of mine".toCharArray());
      assertFalse(Files.exists(files.key()));
      assertEquals(Protection.PASSPHRASE, SecretStore.protection(files.store()));
      store.put("b", Secret.ofText("y"));
    }
    try (SecretStore store = files.open("four words of mine"::toCharArray)) {
      assertEquals(List.of("a", "b"), store.references());
      files.lockWithKeyFile(store);
      assertEquals(Protection.KEY_FILE, SecretStore.protection(files.store()));
    }
    try (SecretStore store = byKeyFile()) {
      assertEquals("y", store.get("b").orElseThrow().text());
    }
  }

  @Test
  void theOldPassphraseOpensNothing() throws IOException {
    try (SecretStore store = SecretStore.create(files.store(), passphrase("old"), CHEAP)) {
      store.put("a", Secret.ofText("x"));
      store.relock(passphrase("new"), CHEAP);
    }
    assertThrows(
        SecretStoreException.class, () -> SecretStore.open(files.store(), passphrase("old")));
    try (SecretStore store = SecretStore.open(files.store(), passphrase("new"))) {
      assertEquals(List.of("a"), store.references());
    }
  }

  /** It cannot be written: the old key still opens it, here and on the disk. */
  @Test
  void whatFailsChangesNothing() throws IOException {
    try (SecretStore store = files.createWithKeyFile()) {
      store.put("a", Secret.ofText("x"));
      try (SecretStore other = byKeyFile()) {
        other.put("b", Secret.ofText("y"));
      }
      assertThrows(SecretStoreException.class, () -> store.relock(passphrase("new"), CHEAP));
      store.refresh();
      store.put("c", Secret.ofText("z"));
    }
    assertTrue(Files.exists(files.key()));
    try (SecretStore store = byKeyFile()) {
      assertEquals(List.of("a", "b", "c"), store.references());
    }
  }

  @Test
  void refreshReadsWhatOthersWrote() throws IOException {
    try (SecretStore store = files.createWithKeyFile();
        SecretStore other = byKeyFile()) {
      other.put("a", Secret.ofText("x"));
      assertEquals(List.of(), store.references());
      store.refresh();
      assertEquals(List.of("a"), store.references());
      store.refresh();
      other.relock(passphrase("new"), CHEAP);
      SecretStoreException e = assertThrows(SecretStoreException.class, store::refresh);
      assertTrue(e.getMessage().contains("open it again"), e.getMessage());
      assertEquals(List.of("a"), store.references());
    }
  }
}
