package org.vpnhub.ui.secrets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vpnhub.base.Secret;
import org.vpnhub.secrets.Protection;
import org.vpnhub.secrets.SecretFiles;
import org.vpnhub.secrets.SecretStore;
import org.vpnhub.secrets.SecretStoreException;

/**
 * The stores that are unlocked, by the files of their models. A store stays open, in memory only,
 * until it is locked. All methods may be called from any thread.
 */
final class OpenStores {
  private final Map<Path, SecretStore> open = new HashMap<>();

  /** Whether the store of a model opens only with a passphrase that has not been given yet. */
  synchronized boolean needsPassphrase(Path model) throws SecretStoreException {
    SecretFiles files = SecretFiles.beside(model);
    return files.exists()
        && SecretStore.protection(files.store()) == Protection.PASSPHRASE
        && !isFresh(files.store());
  }

  /** Reads what other programs have written to an open store; drops one that is locked anew. */
  private boolean isFresh(Path file) {
    SecretStore store = open.get(file);
    if (store == null) return false;
    try {
      store.refresh();
      return true;
    } catch (SecretStoreException e) {
      open.remove(file).close();
      return false;
    }
  }

  /** Whether a store is held open. */
  synchronized boolean isOpen(Path model) {
    return open.containsKey(SecretFiles.beside(model).store());
  }

  /** Holds the store of a model open until it is locked. */
  synchronized void hold(Path model, SecretStore store) {
    SecretStore before = open.put(SecretFiles.beside(model).store(), store);
    if (before != null) before.close();
  }

  /**
   * The store of a model with what is on the disk now; empty when there is none. It stays open, do
   * not close it.
   *
   * @throws SecretStoreException also when a passphrase is needed first
   */
  synchronized Optional<SecretStore> store(Path model) throws SecretStoreException {
    SecretFiles files = SecretFiles.beside(model);
    if (!files.exists()) {
      lock(model);
      return Optional.empty();
    }
    if (!isFresh(files.store())) hold(model, files.open(() -> new char[0]));
    return Optional.of(open.get(files.store()));
  }

  /** The store of a model; one that a key file locks is made when there is none. */
  synchronized SecretStore storeOrNew(Path model) throws SecretStoreException {
    Optional<SecretStore> present = store(model);
    if (present.isPresent()) return present.get();
    SecretFiles files = SecretFiles.beside(model);
    SecretStore made = files.createWithKeyFile();
    hold(model, made);
    return made;
  }

  /** Makes new keys for those references that have none. */
  synchronized void createMissing(Path model, Iterable<String> references)
      throws SecretStoreException {
    SecretStore store = storeOrNew(model);
    List<String> present = store.references();
    List<String> missing = new ArrayList<>();
    for (String r : references) if (!present.contains(r) && !missing.contains(r)) missing.add(r);
    if (!missing.isEmpty()) store.rotateAll(missing);
  }

  /** Looks keys up in the store as long as it is open; the caller closes what it gets. */
  Function<String, Optional<Secret>> keys(Path model) {
    Path file = SecretFiles.beside(model).store();
    return reference -> {
      synchronized (this) {
        SecretStore store = open.get(file);
        return store == null ? Optional.empty() : store.get(reference);
      }
    };
  }

  /** Wipes the store of a model from memory. */
  synchronized void lock(Path model) {
    SecretStore store = open.remove(SecretFiles.beside(model).store());
    if (store != null) store.close();
  }

  /** Wipes all stores from memory. */
  synchronized void lockAll() {
    open.values().forEach(SecretStore::close);
    open.clear();
  }
}
