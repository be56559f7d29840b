package org.vpnhub.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.vpnhub.base.AtomicFile;
import org.vpnhub.base.Secret;

/**
 * An open secret store: pre-shared keys by their references.
 *
 * <p>Every change is on the disk, encrypted, when the method returns; when it throws, file and
 * store are as before. A change by another program since the store was opened is not overwritten
 * but reported. All methods may be called from any thread. {@link #close} wipes the keys from
 * memory.
 */
public final class SecretStore implements AutoCloseable {
  /** Length of a generated key: 32 characters of 6 bits each. */
  public static final int GENERATED_LENGTH = 32;

  private static final int MAX_FILE = 16 << 20;
  private static final int MAX_REFERENCE = 200;
  private static final int MAX_SECRET = 4096;
  private static final int TAG_BITS = 128;

  /** Characters that every vendor's pre-shared keys may hold. 64 of them: 6 bits, no bias. */
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

  private final Path file;
  private StoreHeader header;
  private byte[] key;
  private final SecureRandom random = new SecureRandom();
  private SortedMap<String, Secret> entries;
  private byte[] onDisk;
  private boolean closed;

  private SecretStore(
      Path file, StoreHeader header, byte[] key, SortedMap<String, Secret> entries, byte[] onDisk) {
    this.file = file;
    this.header = header;
    this.key = key;
    this.entries = entries;
    this.onDisk = onDisk;
  }

  /**
   * Makes an empty store.
   *
   * @throws SecretStoreException when there is a file of that name, or it cannot be written
   */
  public static SecretStore create(Path file, StoreKey key) throws SecretStoreException {
    return create(file, key, Argon2Parameters.DEFAULT);
  }

  private static StoreHeader header(StoreKey key, Argon2Parameters cost) {
    byte[] salt = new byte[StoreHeader.SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return switch (key.protection()) {
      case KEY_FILE -> StoreHeader.ofKeyFile();
      case PASSPHRASE -> StoreHeader.ofPassphrase(cost, salt);
    };
  }

  static SecretStore create(Path file, StoreKey key, Argon2Parameters cost)
      throws SecretStoreException {
    StoreHeader header = header(key, cost);
    byte[] derived = key.derive(header);
    try {
      Files.createFile(file); // reserves the name: of two that create, one fails
    } catch (FileAlreadyExistsException e) {
      throw new SecretStoreException(
          file, "there is already a file of this name", "open it, or choose another name", e);
    } catch (IOException e) {
      throw new SecretStoreException(
          file, "the secret store cannot be made", "check the folder and its disk", e);
    }
    SecretStore store = new SecretStore(file, header, derived, new TreeMap<>(), new byte[0]);
    boolean made = false;
    try {
      store.save(new TreeMap<>());
      made = true;
    } finally {
      if (!made) deleteQuietly(file);
    }
    return store;
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The error that led here is the one to report.
    }
  }

  /** What a store is locked with; reads only its header. */
  public static Protection protection(Path file) throws SecretStoreException {
    return StoreHeader.decode(read(file), file).protection();
  }

  /**
   * Opens a store.
   *
   * @throws SecretStoreException when it cannot be read, is no store, is of a newer version, is
   *     damaged, or the key does not fit
   */
  public static SecretStore open(Path file, StoreKey key) throws SecretStoreException {
    byte[] content = read(file);
    StoreHeader header = StoreHeader.decode(content, file);
    if (header.protection() != key.protection()) {
      boolean byFile = header.protection() == Protection.KEY_FILE;
      throw new SecretStoreException(
          file,
          "the store is locked with a " + (byFile ? "key file" : "passphrase"),
          "open it with that");
    }
    byte[] derived = key.derive(header);
    try {
      return new SecretStore(
          file, header, derived, decrypt(content, header, derived, file), content);
    } catch (SecretStoreException e) {
      Arrays.fill(derived, (byte) 0);
      throw e;
    }
  }

  /**
   * Reads what another program has written to the store since it was opened.
   *
   * @throws SecretStoreException when it cannot be read, or is locked with another key now: open it
   *     anew; this store is as before
   */
  public synchronized void refresh() throws SecretStoreException {
    requireOpen();
    byte[] content = read(file);
    if (Arrays.equals(onDisk, content)) return;
    StoreHeader now = StoreHeader.decode(content, file);
    if (!Arrays.equals(now.withNonce(header.nonce()).encode(), header.encode())) {
      throw new SecretStoreException(
          file, "the secret store was locked with another key meanwhile", "open it again");
    }
    SortedMap<String, Secret> next = decrypt(content, now, key, file);
    entries.values().forEach(Secret::close);
    entries = next;
    onDisk = content;
  }

  private static byte[] read(Path file) throws SecretStoreException {
    if (!Files.isRegularFile(file)) {
      throw new SecretStoreException(file, "there is no such secret store", "check the name");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MAX_FILE + 1);
      if (content.length <= MAX_FILE) return content;
    } catch (IOException e) {
      throw new SecretStoreException(
          file, "the secret store cannot be read", "check its permissions and its disk", e);
    }
    throw new SecretStoreException(
        file, "the file is too large for a secret store", "check the name");
  }

  private static SortedMap<String, Secret> decrypt(
      byte[] content, StoreHeader header, byte[] key, Path file) throws SecretStoreException {
    int sealed = content.length - StoreHeader.LENGTH;
    if (sealed < TAG_BITS / 8) throw StoreHeader.damaged(file, "its end is missing");
    byte[] clear = {};
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, header);
      clear = cipher.doFinal(content, StoreHeader.LENGTH, sealed);
      return StoreContent.decode(clear);
    } catch (AEADBadTagException e) {
      String word = header.protection() == Protection.KEY_FILE ? "key file" : "passphrase";
      throw new SecretStoreException(
          file,
          "wrong " + word + ", or the store was changed",
          "use the right " + word + ", or restore the store from a copy",
          e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is missing from this Java", e);
    } catch (IllegalArgumentException e) {
      throw StoreHeader.damaged(file, String.valueOf(e.getMessage()));
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /** The header in the file and the one in memory differ in nothing but the nonce. */
  private static Cipher cipher(int mode, byte[] key, StoreHeader header)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    GCMParameterSpec nonce = new GCMParameterSpec(TAG_BITS, header.nonce());
    cipher.init(mode, new SecretKeySpec(key, "AES"), nonce);
    cipher.updateAAD(header.encode());
    return cipher;
  }

  /** A copy of the secret, which the caller closes; empty when there is none of this reference. */
  public synchronized Optional<Secret> get(String reference) {
    requireOpen();
    Secret secret = entries.get(reference);
    return secret == null ? Optional.empty() : Optional.of(copy(secret));
  }

  /** The references that have a secret, sorted. */
  public synchronized List<String> references() {
    requireOpen();
    return List.copyOf(entries.keySet());
  }

  /**
   * Stores a copy of a secret, in the place of the one that was there.
   *
   * @throws IllegalArgumentException when the reference is empty, longer than 200 bytes or holds a
   *     control character, or the secret is empty or longer than 4,096 bytes
   * @throws SecretStoreException when the store cannot be written
   */
  public void put(String reference, Secret secret) throws SecretStoreException {
    putAll(Map.of(reference, secret));
  }

  /** Stores several secrets in one go; all or none. See {@link #put}. */
  public synchronized void putAll(Map<String, Secret> secrets) throws SecretStoreException {
    requireOpen();
    SortedMap<String, Secret> next = new TreeMap<>(entries);
    secrets.forEach((reference, secret) -> next.put(valid(reference), copy(valid(secret))));
    change(next);
  }

  /**
   * Removes a secret.
   *
   * @return whether there was one
   * @throws SecretStoreException when the store cannot be written
   */
  public synchronized boolean remove(String reference) throws SecretStoreException {
    requireOpen();
    SortedMap<String, Secret> next = new TreeMap<>(entries);
    if (next.remove(reference) == null) return false;
    change(next);
    return true;
  }

  /**
   * Stores a new random pre-shared key: 32 characters of letters, digits, full stop and underscore,
   * 192 bits.
   *
   * @return a copy, which the caller closes
   * @throws SecretStoreException when the store cannot be written
   */
  public Secret rotate(String reference) throws SecretStoreException {
    rotateAll(List.of(reference));
    return get(reference).orElseThrow();
  }

  /** Stores a new random key for each reference, in one go. See {@link #rotate}. */
  public void rotateAll(Collection<String> references) throws SecretStoreException {
    Map<String, Secret> fresh = new TreeMap<>();
    try {
      for (String reference : references) fresh.put(reference, generate(random));
      putAll(fresh);
    } finally {
      fresh.values().forEach(Secret::close);
    }
  }

  /** A random pre-shared key as {@link #rotate} makes it. */
  public static Secret generate(SecureRandom random) {
    byte[] bytes = new byte[GENERATED_LENGTH];
    random.nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) ALPHABET.charAt(bytes[i] & 63);
    Secret secret = new Secret(bytes);
    Arrays.fill(bytes, (byte) 0);
    return secret;
  }

  /**
   * Locks the store with another key: a key file in the place of a passphrase, another passphrase.
   *
   * @throws SecretStoreException when the store cannot be written; it is as before then
   */
  public void relock(StoreKey next) throws SecretStoreException {
    relock(next, Argon2Parameters.DEFAULT);
  }

  void relock(StoreKey next, Argon2Parameters cost) throws SecretStoreException {
    StoreHeader nextHeader = header(next, cost);
    byte[] nextKey = next.derive(nextHeader);
    synchronized (this) {
      requireOpen();
      StoreHeader oldHeader = header;
      byte[] oldKey = key;
      header = nextHeader;
      key = nextKey;
      try {
        save(entries);
        Arrays.fill(oldKey, (byte) 0);
      } catch (SecretStoreException e) {
        header = oldHeader;
        key = oldKey;
        Arrays.fill(nextKey, (byte) 0);
        throw e;
      }
    }
  }

  private void change(SortedMap<String, Secret> next) throws SecretStoreException {
    SortedMap<String, Secret> before = entries;
    boolean done = false;
    try {
      save(next);
      done = true;
    } finally {
      entries = done ? next : before;
      SortedMap<String, Secret> gone = done ? before : next;
      SortedMap<String, Secret> kept = entries;
      gone.forEach(
          (reference, secret) -> {
            if (kept.get(reference) != secret) secret.close();
          });
    }
  }

  private void save(SortedMap<String, Secret> next) throws SecretStoreException {
    if (!Arrays.equals(onDisk, read(file))) {
      throw new SecretStoreException(
          file, "another program has changed the secret store meanwhile", "try again");
    }
    byte[] nonce = new byte[StoreHeader.NONCE_BYTES];
    random.nextBytes(nonce);
    StoreHeader fresh = header.withNonce(nonce);
    byte[] clear = StoreContent.encode(next);
    byte[] content;
    try {
      byte[] head = fresh.encode();
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, fresh);
      content = Arrays.copyOf(head, head.length + cipher.getOutputSize(clear.length));
      cipher.doFinal(clear, 0, clear.length, content, head.length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is missing from this Java", e);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
    if (content.length > MAX_FILE) {
      throw new SecretStoreException(file, "the secret store is full", "remove unused secrets");
    }
    try {
      AtomicFile.writeOwnerOnly(file, content);
    } catch (IOException e) {
      String what = "the secret store cannot be written (" + e.getMessage() + ")";
      throw new SecretStoreException(file, what, "check the folder and its disk", e);
    }
    onDisk = content;
  }

  private static String valid(String reference) {
    int length = StoreContent.utf8(reference).length;
    boolean odd =
        reference
            .codePoints()
            .anyMatch(c -> Character.isISOControl(c) || c >= 0xd800 && c <= 0xdfff);
    if (length == 0 || length > MAX_REFERENCE || odd) {
      throw new IllegalArgumentException("a reference has 1 to 200 bytes, no control characters");
    }
    return reference;
  }

  private static Secret valid(Secret secret) {
    if (secret.length() == 0 || secret.length() > MAX_SECRET) {
      throw new IllegalArgumentException("a secret has 1 to " + MAX_SECRET + " bytes");
    }
    return secret;
  }

  private static Secret copy(Secret secret) {
    byte[] bytes = secret.bytes();
    Secret copy = new Secret(bytes);
    Arrays.fill(bytes, (byte) 0);
    return copy;
  }

  private void requireOpen() {
    if (closed) throw new IllegalStateException("this secret store is closed");
  }

  /** Wipes the keys from memory. */
  @Override
  public synchronized void close() {
    closed = true;
    entries.values().forEach(Secret::close);
    entries = new TreeMap<>();
    Arrays.fill(key, (byte) 0);
  }

  @Override
  public String toString() {
    return "SecretStore[" + file + "]";
  }
}
