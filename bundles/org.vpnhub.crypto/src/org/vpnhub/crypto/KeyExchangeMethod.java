package org.vpnhub.crypto;

import java.security.SecureRandom;
import java.util.Optional;

/** Diffie-Hellman groups: IKEv2 transform type 4 (RFC 3526, RFC 5903, RFC 8031). */
public enum KeyExchangeMethod {
  /** No exchange: a child SA without perfect forward secrecy. */
  NONE(0, 0),
  MODP_2048(14, 256),
  ECP_256(19, 64),
  ECP_384(20, 96),
  CURVE_25519(31, 32);

  private final int transformId;
  private final int publicLength;

  KeyExchangeMethod(int transformId, int publicLength) {
    this.transformId = transformId;
    this.publicLength = publicLength;
  }

  /** The group of a transform, if the engine can do it. */
  public static Optional<KeyExchangeMethod> ofTransform(int transformId) {
    for (KeyExchangeMethod m : values()) {
      if (m.transformId == transformId) return Optional.of(m);
    }
    return Optional.empty();
  }

  /** IANA number of the transform. */
  public int transformId() {
    return transformId;
  }

  /** Bytes of a public value in the KE payload. */
  public int publicLength() {
    return publicLength;
  }

  /**
   * Makes a fresh key pair.
   *
   * @throws IllegalStateException for {@link #NONE}
   */
  public KeyExchange start(SecureRandom random) {
    return switch (this) {
      case NONE -> throw new IllegalStateException("no key exchange to start");
      case MODP_2048 -> ModpKeyExchange.generate(random);
      case ECP_256 -> EcpKeyExchange.generate(EcpKeyExchange.P256, random);
      case ECP_384 -> EcpKeyExchange.generate(EcpKeyExchange.P384, random);
      case CURVE_25519 -> Curve25519KeyExchange.generate(random);
    };
  }
}
