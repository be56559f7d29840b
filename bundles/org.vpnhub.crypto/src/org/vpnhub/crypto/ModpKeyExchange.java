package org.vpnhub.crypto;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Group 14, the 2048-bit MODP group of RFC 3526 §3. */
final class ModpKeyExchange implements KeyExchange {
  /** 2^2048 - 2^1984 - 1 + 2^64 * ([2^1918 pi] + 124476), a safe prime. */
  static final BigInteger P =
      new BigInteger(
          """
          FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74\
          020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437\
          4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED\
          EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05\
          98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB\
          9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B\
          E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718\
          3995497CEA956AE515D2261898FA051015728E5A8AACAA68FFFFFFFFFFFFFFFF\
          """,
          16);

  static final BigInteger G = BigInteger.TWO;

  /** RFC 3526 §8: 220 to 320 bits of exponent fit this group's strength. */
  private static final int EXPONENT_BITS = 320;

  private static final int LENGTH = KeyExchangeMethod.MODP_2048.publicLength();

  private final BigInteger exponent;
  private final byte[] publicValue;

  ModpKeyExchange(BigInteger exponent) {
    this.exponent = exponent;
    publicValue = octets(G.modPow(exponent, P));
  }

  static ModpKeyExchange generate(SecureRandom random) {
    return new ModpKeyExchange(new BigInteger(EXPONENT_BITS, random).setBit(EXPONENT_BITS - 1));
  }

  @Override
  public byte[] publicValue() {
    return publicValue.clone();
  }

  @Override
  public byte[] sharedSecret(byte[] peerPublic) throws InvalidPublicValueException {
    if (peerPublic.length != LENGTH) {
      throw new InvalidPublicValueException(
          "a MODP_2048 value has " + LENGTH + " octets, not " + peerPublic.length);
    }
    BigInteger y = new BigInteger(1, peerPublic);
    // RFC 6989 §2.1: for a safe prime, 1 < r < p - 1
    if (y.compareTo(BigInteger.ONE) <= 0 || y.compareTo(P.subtract(BigInteger.ONE)) >= 0) {
      throw new InvalidPublicValueException("the MODP_2048 value is out of range");
    }
    return octets(y.modPow(exponent, P));
  }

  // RFC 7296 §2.14: g^ir is filled up with zeros to the length of the modulus
  private static byte[] octets(BigInteger value) {
    return Octets.unsigned(value, LENGTH);
  }
}
