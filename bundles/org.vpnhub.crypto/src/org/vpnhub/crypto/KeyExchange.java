package org.vpnhub.crypto;

/** Our side of one Diffie-Hellman exchange, with a private key of its own. For one thread. */
public interface KeyExchange {
  /** Our public value as it goes into the KE payload; a new array. */
  byte[] publicValue();

  /**
   * The shared secret as it enters key derivation: g^ir of RFC 7296 §2.14, padded to the full
   * length; for the ECP groups the x coordinate alone (RFC 5903 §7).
   *
   * @param peerPublic the peer's value from its KE payload
   * @throws InvalidPublicValueException when the value fails the checks of RFC 6989 or RFC 7748
   *     §6.1
   */
  byte[] sharedSecret(byte[] peerPublic) throws InvalidPublicValueException;
}
