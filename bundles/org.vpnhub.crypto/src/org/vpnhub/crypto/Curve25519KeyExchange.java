package org.vpnhub.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** Group 31, Curve25519 (RFC 8031, RFC 7748). */
final class Curve25519KeyExchange implements KeyExchange {
  private static final int LENGTH = KeyExchangeMethod.CURVE_25519.publicLength();

  private final PrivateKey privateKey;
  private final byte[] publicValue;

  Curve25519KeyExchange(PrivateKey privateKey, byte[] publicValue) {
    this.privateKey = privateKey;
    this.publicValue = publicValue;
  }

  static Curve25519KeyExchange generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("X25519");
      generator.initialize(NamedParameterSpec.X25519, random);
      KeyPair pair = generator.generateKeyPair();
      BigInteger u = ((XECPublicKey) pair.getPublic()).getU();
      return new Curve25519KeyExchange(
          pair.getPrivate(), Octets.reversed(Octets.unsigned(u, LENGTH)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform cannot make an X25519 key", e);
    }
  }

  @Override
  public byte[] publicValue() {
    return publicValue.clone();
  }

  @Override
  public byte[] sharedSecret(byte[] peerPublic) throws InvalidPublicValueException {
    if (peerPublic.length != LENGTH) {
      throw new InvalidPublicValueException(
          "a CURVE_25519 value has " + LENGTH + " octets, not " + peerPublic.length);
    }
    byte[] bigEndian = Octets.reversed(peerPublic);
    // RFC 7748 §5: the unused top bit is masked; values beyond the prime are taken
    bigEndian[0] &= 0x7f;
    byte[] secret = agree(new BigInteger(1, bigEndian));
    int any = 0;
    for (byte b : secret) any |= b;
    // RFC 7748 §6.1, RFC 8031 §2: the all-zero result of a point of small order is refused. The
    // JDK's provider does so already; another that an installation puts before it may not.
    if (any == 0) throw new InvalidPublicValueException("the CURVE_25519 value has a small order");
    return secret;
  }

  private byte[] agree(BigInteger u) throws InvalidPublicValueException {
    try {
      PublicKey peer =
          KeyFactory.getInstance("X25519")
              .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u));
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(privateKey);
      agreement.doPhase(peer, true);
      return agreement.generateSecret();
    } catch (GeneralSecurityException e) {
      throw new InvalidPublicValueException("the platform refuses the value: " + e.getMessage());
    }
  }
}
