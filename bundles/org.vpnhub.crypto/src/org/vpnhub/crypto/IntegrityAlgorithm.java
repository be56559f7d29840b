package org.vpnhub.crypto;

import java.util.Optional;

/** Integrity of SK payloads and ESP packets: IKEv2 transform type 3 (RFC 4868). */
public enum IntegrityAlgorithm {
  /** Left to an authenticating cipher. */
  NONE(0, "", 0, 0),
  HMAC_SHA2_256_128(12, "HmacSHA256", 32, 16),
  HMAC_SHA2_384_192(13, "HmacSHA384", 48, 24),
  HMAC_SHA2_512_256(14, "HmacSHA512", 64, 32);

  private final int transformId;
  private final String jcaName;
  private final int keyLength;
  private final int icvLength;

  IntegrityAlgorithm(int transformId, String jcaName, int keyLength, int icvLength) {
    this.transformId = transformId;
    this.jcaName = jcaName;
    this.keyLength = keyLength;
    this.icvLength = icvLength;
  }

  /** The algorithm of a transform, if the engine can do it. */
  public static Optional<IntegrityAlgorithm> ofTransform(int transformId) {
    for (IntegrityAlgorithm a : values()) {
      if (a.transformId == transformId) return Optional.of(a);
    }
    return Optional.empty();
  }

  /** IANA number of the transform. */
  public int transformId() {
    return transformId;
  }

  /** Key length in bytes (RFC 4868 §2.1.1: that of the hash's output). */
  public int keyLength() {
    return keyLength;
  }

  /** Bytes of the truncated integrity check value (RFC 4868 §2.3). */
  public int icvLength() {
    return icvLength;
  }

  String jcaName() {
    return jcaName;
  }
}
