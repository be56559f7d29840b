package org.vpnhub.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Where the secrets of a model are: {@code NAME.secrets} and {@code NAME.key} beside {@code
 * NAME.vpnhub}.
 *
 * @param store the secret store
 * @param key its key file, which is there only when no passphrase locks the store
 */
public record SecretFiles(Path store, Path key) {

  /** The files of a model. */
  public static SecretFiles beside(Path model) {
    Path absolute = model.toAbsolutePath().normalize();
    String name = String.valueOf(absolute.getFileName());
    String stem = name.endsWith(".vpnhub") ? name.substring(0, name.length() - 7) : name;
    return new SecretFiles(
        absolute.resolveSibling(stem + ".secrets"), absolute.resolveSibling(stem + ".key"));
  }

  /** Whether there is a store. */
  public boolean exists() {
    return Files.exists(store);
  }

  /**
   * Opens the store, with the key file or the passphrase as it is locked.
   *
   * @param passphrase asked for only when the store is locked with one; its answer is wiped
   * @throws SecretStoreException as {@link SecretStore#open} and {@link StoreKey#readKeyFile}
   */
  public SecretStore open(Supplier<char[]> passphrase) throws SecretStoreException {
    return switch (SecretStore.protection(store)) {
      case KEY_FILE -> {
        try (StoreKey k = StoreKey.readKeyFile(key)) {
          yield SecretStore.open(store, k);
        }
      }
      case PASSPHRASE -> {
        char[] answer = passphrase.get();
        if (answer.length == 0) {
          throw new SecretStoreException(
              store, "the store is locked with a passphrase, and none was given", "give it");
        }
        try (StoreKey k = StoreKey.passphrase(answer)) {
          yield SecretStore.open(store, k);
        } finally {
          Arrays.fill(answer, '\0');
        }
      }
    };
  }

  /**
   * Makes an empty store that a key file locks; without a question to anyone. A key file that is
   * there is used.
   *
   * @throws SecretStoreException as {@link SecretStore#create} and {@link StoreKey#createKeyFile}
   */
  public SecretStore createWithKeyFile() throws SecretStoreException {
    try (StoreKey k = Files.exists(key) ? StoreKey.readKeyFile(key) : StoreKey.createKeyFile(key)) {
      return SecretStore.create(store, k);
    }
  }

  /**
   * Makes an empty store that a passphrase locks.
   *
   * @param passphrase the caller wipes it
   * @throws SecretStoreException as {@link SecretStore#create}
   */
  public SecretStore createWithPassphrase(char[] passphrase) throws SecretStoreException {
    try (StoreKey k = StoreKey.passphrase(passphrase)) {
      return SecretStore.create(store, k);
    }
  }

  /** {@link #open} when there is a store, else {@link #createWithKeyFile}. */
  public SecretStore openOrCreate(Supplier<char[]> passphrase) throws SecretStoreException {
    return exists() ? open(passphrase) : createWithKeyFile();
  }

  /**
   * Locks an open store of these files with a passphrase; a key file goes.
   *
   * @param passphrase the caller wipes it
   * @throws SecretStoreException as {@link SecretStore#relock}
   */
  public void lockWithPassphrase(SecretStore open, char[] passphrase) throws SecretStoreException {
    try (StoreKey k = StoreKey.passphrase(passphrase)) {
      open.relock(k);
    }
    try {
      Files.deleteIfExists(key);
    } catch (IOException e) {
      throw new SecretStoreException(
          key,
          "the store takes the passphrase now, but the old key file cannot be deleted",
          "delete it",
          e);
    }
  }

  /**
   * Locks an open store of these files with a key file, which is made when there is none.
   *
   * @throws SecretStoreException as {@link SecretStore#relock} and {@link StoreKey#createKeyFile}
   */
  public void lockWithKeyFile(SecretStore open) throws SecretStoreException {
    try (StoreKey k = Files.exists(key) ? StoreKey.readKeyFile(key) : StoreKey.createKeyFile(key)) {
      open.relock(k);
    }
  }
}
