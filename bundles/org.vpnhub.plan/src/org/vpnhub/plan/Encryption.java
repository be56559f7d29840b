package org.vpnhub.plan;

import java.util.Optional;

/**
 * Ciphers by the literal of the model; whether the engine or a device can do one is theirs to say.
 */
public enum Encryption {
  AES128GCM16("aes128gcm16", 128, true, false),
  AES256GCM16("aes256gcm16", 256, true, false),
  CHACHA20POLY1305("chacha20poly1305", 256, true, false),
  AES128("aes128", 128, false, false),
  AES192("aes192", 192, false, false),
  AES256("aes256", 256, false, false),
  TRIPLE_DES("3des", 168, false, true),
  DES("des", 56, false, true),
  SM4("sm4", 128, false, false);

  private final String literal;
  private final int keyBits;
  private final boolean aead;
  private final boolean legacy;

  Encryption(String literal, int keyBits, boolean aead, boolean legacy) {
    this.literal = literal;
    this.keyBits = keyBits;
    this.aead = aead;
    this.legacy = legacy;
  }

  public String literal() {
    return literal;
  }

  public int keyBits() {
    return keyBits;
  }

  /** Whether the cipher authenticates as well, so that no integrity algorithm is given. */
  public boolean isAead() {
    return aead;
  }

  /** Whether the cipher is obsolete. */
  public boolean isLegacy() {
    return legacy;
  }

  /** The cipher with this literal; {@code aes} is the cloud's word for {@code aes128}. */
  public static Optional<Encryption> ofLiteral(String literal) {
    if (literal.equals("aes")) return Optional.of(AES128);
    for (Encryption e : values()) if (e.literal.equals(literal)) return Optional.of(e);
    return Optional.empty();
  }

  @Override
  public String toString() {
    return literal;
  }
}
