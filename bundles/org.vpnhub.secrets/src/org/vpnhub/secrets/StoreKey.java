package org.vpnhub.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What opens a secret store: the content of a key file, or a passphrase. Wiped by {@link #close}; a
 * store keeps what it needs.
 */
public final class StoreKey implements AutoCloseable {
  /** Size of a key file in bytes. */
  static final int KEY_BYTES = 32;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Protection protection;
  private final byte[] bytes;

  private StoreKey(Protection protection, byte[] bytes) {
    this.protection = protection;
    this.bytes = bytes;
  }

  /**
   * A passphrase; the caller wipes its own array.
   *
   * @throws IllegalArgumentException when it is empty
   */
  public static StoreKey passphrase(char[] passphrase) {
    if (passphrase.length == 0) throw new IllegalArgumentException("the passphrase is empty");
    ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
    byte[] bytes = new byte[utf8.remaining()];
    utf8.get(bytes);
    Arrays.fill(utf8.array(), (byte) 0);
    return new StoreKey(Protection.PASSPHRASE, bytes);
  }

  /**
   * Makes a key file of 32 random bytes, readable for its owner alone.
   *
   * @throws SecretStoreException when there is a file of that name, or it cannot be written
   */
  public static StoreKey createKeyFile(Path file) throws SecretStoreException {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    FileAttribute<?>[] attributes =
        isPosix(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, attributes)) {
      ByteBuffer rest = ByteBuffer.wrap(key);
      while (rest.hasRemaining()) channel.write(rest);
      channel.force(true);
    } catch (FileAlreadyExistsException e) {
      throw new SecretStoreException(
          file, "there is already a file of this name", "keep it: a key file is never replaced", e);
    } catch (IOException e) {
      deleteQuietly(file);
      throw new SecretStoreException(
          file, "the key file cannot be written", "check the folder and its disk", e);
    }
    return new StoreKey(Protection.KEY_FILE, key);
  }

  /** A part of a key file is worse than none: it would never open anything. */
  private static void deleteQuietly(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) < KEY_BYTES) Files.delete(file);
    } catch (IOException e) {
      // The error that led here is the one to report.
    }
  }

  /**
   * Reads a key file.
   *
   * @throws SecretStoreException when it is missing, anyone but its owner may use it, or it is no
   *     key file
   */
  public static StoreKey readKeyFile(Path file) throws SecretStoreException {
    byte[] content;
    try {
      if (!Files.isRegularFile(file)) {
        throw new SecretStoreException(
            file,
            "there is no such key file",
            "restore it from a copy: nothing else opens the store");
      }
      requireOwnerOnly(file);
      try (InputStream in = Files.newInputStream(file)) {
        content = in.readNBytes(KEY_BYTES + 1);
      }
    } catch (SecretStoreException e) {
      throw e;
    } catch (IOException e) {
      throw new SecretStoreException(
          file, "the key file cannot be read", "check its permissions", e);
    }
    if (content.length != KEY_BYTES) {
      Arrays.fill(content, (byte) 0);
      throw new SecretStoreException(
          file, "this is not a key file (32 bytes)", "restore it from a copy");
    }
    return new StoreKey(Protection.KEY_FILE, content);
  }

  private static void requireOwnerOnly(Path file) throws IOException {
    if (!isPosix(file)) return;
    for (PosixFilePermission p : Files.getPosixFilePermissions(file)) {
      if (!p.name().startsWith("OWNER_")) {
        throw new SecretStoreException(
            file, "others than its owner may use this key file", "run: chmod 600 " + file);
      }
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  public Protection protection() {
    return protection;
  }

  /** The key of 32 bytes for a store with this header, in a new array. */
  byte[] derive(StoreHeader header) {
    return switch (protection) {
      case KEY_FILE -> bytes.clone();
      case PASSPHRASE -> header.cost().key(bytes, header.salt());
    };
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "StoreKey[" + protection + ", redacted]";
  }
}
