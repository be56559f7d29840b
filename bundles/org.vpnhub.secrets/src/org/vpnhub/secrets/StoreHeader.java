package org.vpnhub.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The first {@value #LENGTH} bytes of a store, big-endian:
 *
 * <pre>
 *  0  8  magic "VPNHUBSS"
 *  8  1  version, 1
 *  9  1  protection: 1 key file, 2 passphrase
 * 10  2  zero
 * 12  4  Argon2id memory in KiB   (zero with a key file)
 * 16  4  Argon2id iterations      (zero with a key file)
 * 20  4  Argon2id lanes           (zero with a key file)
 * 24 16  salt                     (zero with a key file)
 * 40 12  nonce, new at each save
 * </pre>
 *
 * <p>Behind it: the content, AES-256-GCM with the header as associated data, and the tag of 16
 * bytes (NIST SP 800-38D). The key is that of the key file, or Argon2id of the passphrase.
 *
 * @param protection what the store is locked with
 * @param cost cost of the passphrase; without meaning for a key file
 * @param salt salt of the passphrase
 * @param nonce nonce of the content
 */
record StoreHeader(Protection protection, Argon2Parameters cost, byte[] salt, byte[] nonce) {
  static final int LENGTH = 52;
  static final int SALT_BYTES = 16;
  static final int NONCE_BYTES = 12;
  private static final byte[] MAGIC = "VPNHUBSS".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final Argon2Parameters NO_COST = new Argon2Parameters(0, 0, 0);

  static StoreHeader ofKeyFile() {
    return new StoreHeader(
        Protection.KEY_FILE, NO_COST, new byte[SALT_BYTES], new byte[NONCE_BYTES]);
  }

  static StoreHeader ofPassphrase(Argon2Parameters cost, byte[] salt) {
    return new StoreHeader(Protection.PASSPHRASE, cost, salt, new byte[NONCE_BYTES]);
  }

  StoreHeader withNonce(byte[] fresh) {
    return new StoreHeader(protection, cost, salt, fresh);
  }

  byte[] encode() {
    return ByteBuffer.allocate(LENGTH)
        .put(MAGIC)
        .put((byte) VERSION)
        .put((byte) protection.code())
        .putShort((short) 0)
        .putInt(cost.memoryKib())
        .putInt(cost.iterations())
        .putInt(cost.lanes())
        .put(salt)
        .put(nonce)
        .array();
  }

  /**
   * @throws SecretStoreException when the bytes are no header that this program can read
   */
  static StoreHeader decode(byte[] file, Path name) throws SecretStoreException {
    boolean magic =
        file.length >= MAGIC.length && Arrays.equals(Arrays.copyOf(file, MAGIC.length), MAGIC);
    if (!magic)
      throw new SecretStoreException(name, "this is not a secret store", "check the name");
    if (file.length < LENGTH) throw damaged(name, "it ends within its header");
    ByteBuffer in = ByteBuffer.wrap(file, MAGIC.length, LENGTH - MAGIC.length);
    int version = in.get() & 255;
    if (version != VERSION) {
      throw new SecretStoreException(
          name,
          "the store's format version is " + version + ", this program reads " + VERSION,
          "update vpnhub to the version that wrote it");
    }
    Protection protection = protection(in.get(), name);
    if (in.getShort() != 0) throw damaged(name, "its header has an unknown flag");
    Argon2Parameters cost = new Argon2Parameters(in.getInt(), in.getInt(), in.getInt());
    byte[] salt = new byte[SALT_BYTES];
    in.get(salt);
    byte[] nonce = new byte[NONCE_BYTES];
    in.get(nonce);
    boolean sound =
        switch (protection) {
          case KEY_FILE -> cost.equals(NO_COST) && Arrays.equals(salt, new byte[SALT_BYTES]);
          case PASSPHRASE -> cost.isBearable();
        };
    if (!sound) throw damaged(name, "its header asks for more than is reasonable");
    return new StoreHeader(protection, cost, salt, nonce);
  }

  private static Protection protection(int code, Path name) throws SecretStoreException {
    for (Protection p : Protection.values()) if (p.code() == code) return p;
    throw damaged(name, "its header names an unknown protection");
  }

  static SecretStoreException damaged(Path name, String how) {
    return new SecretStoreException(
        name, "the secret store is damaged: " + how, "restore it from a copy");
  }
}
