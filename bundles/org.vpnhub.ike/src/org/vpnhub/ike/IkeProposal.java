package org.vpnhub.ike;

import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.crypto.PrfAlgorithm;

/**
 * One complete suite for an IKE SA (RFC 7296 §3.3).
 *
 * @param encryption cipher of the SK payload
 * @param integrity its integrity; {@code NONE} exactly with an AEAD cipher (RFC 5282 §8)
 * @param prf pseudo-random function
 * @param keyExchange Diffie-Hellman method; not {@code NONE}
 */
public record IkeProposal(
    EncryptionAlgorithm encryption,
    IntegrityAlgorithm integrity,
    PrfAlgorithm prf,
    KeyExchangeMethod keyExchange) {

  public IkeProposal {
    if (encryption.aead() != (integrity == IntegrityAlgorithm.NONE)) {
      throw new IllegalArgumentException(
          encryption + " with integrity " + integrity + ": AEAD alone goes without integrity");
    }
    if (keyExchange == KeyExchangeMethod.NONE) {
      throw new IllegalArgumentException("an IKE SA needs a key exchange method");
    }
  }

  /** For example {@code AES_GCM_16_256/PRF_HMAC_SHA2_256/CURVE_25519}. */
  @Override
  public String toString() {
    String middle = integrity == IntegrityAlgorithm.NONE ? "" : integrity + "/";
    return encryption + "/" + middle + prf + "/" + keyExchange;
  }
}
