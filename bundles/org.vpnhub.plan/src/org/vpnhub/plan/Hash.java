package org.vpnhub.plan;

import java.util.Optional;

/** Hash functions, for integrity (HMAC) and PRF, by the literal of the model. */
public enum Hash {
  SHA256("sha256", false),
  SHA384("sha384", false),
  SHA512("sha512", false),
  SHA1("sha1", true),
  MD5("md5", true),
  SM3("sm3", false);

  private final String literal;
  private final boolean legacy;

  Hash(String literal, boolean legacy) {
    this.literal = literal;
    this.legacy = legacy;
  }

  public String literal() {
    return literal;
  }

  /** Whether the function is obsolete. */
  public boolean isLegacy() {
    return legacy;
  }

  public static Optional<Hash> ofLiteral(String literal) {
    for (Hash h : values()) if (h.literal.equals(literal)) return Optional.of(h);
    return Optional.empty();
  }

  @Override
  public String toString() {
    return literal;
  }
}
