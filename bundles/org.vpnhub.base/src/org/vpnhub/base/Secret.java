package org.vpnhub.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A key or password: redacted in {@link #toString}, compared in constant time, wiped by {@link
 * #close}. Not for hash tables: the hash code is constant.
 */
public final class Secret implements AutoCloseable {
  private final byte[] bytes;
  private boolean closed;

  /** Copies the bytes; the caller may wipe its own. */
  public Secret(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** The UTF-8 bytes of a text such as a pre-shared key. */
  public static Secret ofText(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A copy of the bytes, for the one call that needs them.
   *
   * @throws IllegalStateException after {@link #close}
   */
  public byte[] bytes() {
    if (closed) throw new IllegalStateException("this secret is closed");
    return bytes.clone();
  }

  /** The bytes read as UTF-8 text. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  public int length() {
    return bytes.length;
  }

  @Override
  public void close() {
    closed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret s && MessageDigest.isEqual(bytes, s.bytes);
  }

  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[redacted]";
  }
}
