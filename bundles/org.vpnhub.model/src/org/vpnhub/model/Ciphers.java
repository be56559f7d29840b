package org.vpnhub.model;

import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What the model must know of ciphers, by their literals. */
@NullMarked
public final class Ciphers {
  private static final Set<String> AEAD = Set.of("aes128gcm16", "aes256gcm16", "chacha20poly1305");

  private Ciphers() {}

  /**
   * RFC 4106, RFC 7634: whether a cipher is its own authentication, so that phase 2 has no hash.
   */
  public static boolean isAead(@Nullable String cipher) {
    return cipher != null && AEAD.contains(cipher);
  }
}
