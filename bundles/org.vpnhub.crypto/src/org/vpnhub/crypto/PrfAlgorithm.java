package org.vpnhub.crypto;

import java.util.Optional;

/** Pseudorandom function: IKEv2 transform type 2 (RFC 4868). */
public enum PrfAlgorithm {
  HMAC_SHA2_256(5, "HmacSHA256", 32),
  HMAC_SHA2_384(6, "HmacSHA384", 48),
  HMAC_SHA2_512(7, "HmacSHA512", 64);

  private final int transformId;
  private final String jcaName;
  private final int outputLength;

  PrfAlgorithm(int transformId, String jcaName, int outputLength) {
    this.transformId = transformId;
    this.jcaName = jcaName;
    this.outputLength = outputLength;
  }

  /** The function of a transform, if the engine can do it. */
  public static Optional<PrfAlgorithm> ofTransform(int transformId) {
    for (PrfAlgorithm a : values()) {
      if (a.transformId == transformId) return Optional.of(a);
    }
    return Optional.empty();
  }

  /** IANA number of the transform. */
  public int transformId() {
    return transformId;
  }

  /** Bytes of output, and of the preferred key (RFC 7296 §2.13). */
  public int outputLength() {
    return outputLength;
  }

  /** The function keyed; any key length, as HMAC allows. */
  public Prf prf(byte[] key) {
    return new Prf(this, key);
  }

  String jcaName() {
    return jcaName;
  }

  /** As logs write it, for example {@code PRF_HMAC_SHA2_256}. */
  @Override
  public String toString() {
    return "PRF_" + name();
  }
}
