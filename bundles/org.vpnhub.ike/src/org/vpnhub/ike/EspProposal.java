package org.vpnhub.ike;

import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.crypto.KeyExchangeMethod;

/**
 * One complete suite for an ESP SA pair (RFC 7296 §3.3).
 *
 * @param encryption cipher
 * @param integrity {@code NONE} exactly with an AEAD cipher
 * @param pfs key exchange of CREATE_CHILD_SA; {@code NONE} is no perfect forward secrecy
 * @param esn true offers extended sequence numbers first and 32-bit ones second, and prefers the
 *     former; false takes 32-bit ones alone
 */
public record EspProposal(
    EncryptionAlgorithm encryption,
    IntegrityAlgorithm integrity,
    KeyExchangeMethod pfs,
    boolean esn) {

  public EspProposal {
    if (encryption.aead() != (integrity == IntegrityAlgorithm.NONE)) {
      throw new IllegalArgumentException(
          encryption + " with integrity " + integrity + ": AEAD alone goes without integrity");
    }
  }

  /** For example {@code AES_CBC_128/HMAC_SHA2_256_128/MODP_2048}. */
  @Override
  public String toString() {
    return encryption
        + (integrity == IntegrityAlgorithm.NONE ? "" : "/" + integrity)
        + (pfs == KeyExchangeMethod.NONE ? "" : "/" + pfs);
  }
}
