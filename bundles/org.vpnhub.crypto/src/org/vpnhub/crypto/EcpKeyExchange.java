package org.vpnhub.crypto;

import static java.util.Arrays.copyOfRange;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import javax.crypto.KeyAgreement;

/** Groups 19 and 20, the ECP groups of RFC 5903. */
final class EcpKeyExchange implements KeyExchange {
  static final ECParameterSpec P256 = curve("secp256r1");
  static final ECParameterSpec P384 = curve("secp384r1");

  private final ECParameterSpec curve;
  private final PrivateKey privateKey;
  private final byte[] publicValue;

  EcpKeyExchange(ECParameterSpec curve, PrivateKey privateKey, byte[] publicValue) {
    this.curve = curve;
    this.privateKey = privateKey;
    this.publicValue = publicValue;
  }

  private static ECParameterSpec curve(String name) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(name));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform lacks the curve " + name, e);
    }
  }

  static EcpKeyExchange generate(ECParameterSpec curve, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(curve, random);
      KeyPair pair = generator.generateKeyPair();
      ECPoint w = ((ECPublicKey) pair.getPublic()).getW();
      return new EcpKeyExchange(curve, pair.getPrivate(), encode(curve, w));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform cannot make an EC key", e);
    }
  }

  /** Octets of one coordinate. */
  private static int coordinateLength(ECParameterSpec curve) {
    return (curve.getCurve().getField().getFieldSize() + 7) / 8;
  }

  // RFC 5903 §7: x and y joined, each of full length, no format octet in front
  private static byte[] encode(ECParameterSpec curve, ECPoint point) {
    int n = coordinateLength(curve);
    byte[] both = new byte[2 * n];
    System.arraycopy(Octets.unsigned(point.getAffineX(), n), 0, both, 0, n);
    System.arraycopy(Octets.unsigned(point.getAffineY(), n), 0, both, n, n);
    return both;
  }

  @Override
  public byte[] publicValue() {
    return publicValue.clone();
  }

  @Override
  public byte[] sharedSecret(byte[] peerPublic) throws InvalidPublicValueException {
    ECPoint point = checkedPoint(peerPublic);
    try {
      PublicKey peer =
          KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(privateKey);
      agreement.doPhase(peer, true);
      // RFC 5903 §7, §9: the shared secret is the x coordinate alone
      return agreement.generateSecret();
    } catch (GeneralSecurityException e) {
      throw new InvalidPublicValueException("the platform refuses the point: " + e.getMessage());
    }
  }

  // RFC 6989 §2.3: both coordinates within the field, and the point on the curve. The cofactor is
  // 1, so there is no small subgroup; the point at infinity has no encoding.
  private ECPoint checkedPoint(byte[] value) throws InvalidPublicValueException {
    int n = coordinateLength(curve);
    if (value.length != 2 * n) {
      throw new InvalidPublicValueException(
          "an ECP value has " + 2 * n + " octets, not " + value.length);
    }
    BigInteger x = new BigInteger(1, copyOfRange(value, 0, n));
    BigInteger y = new BigInteger(1, copyOfRange(value, n, 2 * n));
    EllipticCurve e = curve.getCurve();
    BigInteger p = ((ECFieldFp) e.getField()).getP();
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
      throw new InvalidPublicValueException("a coordinate is outside the field");
    }
    BigInteger right = x.multiply(x).add(e.getA()).multiply(x).add(e.getB()).mod(p);
    if (!y.multiply(y).mod(p).equals(right)) {
      throw new InvalidPublicValueException("the point is not on the curve");
    }
    return new ECPoint(x, y);
  }
}
