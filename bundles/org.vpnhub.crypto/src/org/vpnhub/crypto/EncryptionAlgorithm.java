package org.vpnhub.crypto;

import java.util.Optional;

/**
 * Encryption of SK payloads and ESP packets: IKEv2 transform type 1 (IANA "IKEv2 Parameters", RFC
 * 3602, RFC 4106, RFC 5282).
 */
public enum EncryptionAlgorithm {
  AES_CBC_128(12, 128),
  AES_CBC_192(12, 192),
  AES_CBC_256(12, 256),
  AES_GCM_16_128(20, 128),
  AES_GCM_16_256(20, 256);

  /** RFC 4106 §8.1: four octets of salt follow the key in the key material. */
  static final int GCM_SALT = 4;

  private static final int CBC_ID = 12;

  private final int transformId;
  private final int keyBits;

  EncryptionAlgorithm(int transformId, int keyBits) {
    this.transformId = transformId;
    this.keyBits = keyBits;
  }

  /**
   * The algorithm of a transform with its key length attribute in bits, if the engine can do it.
   */
  public static Optional<EncryptionAlgorithm> ofTransform(int transformId, int keyBits) {
    for (EncryptionAlgorithm a : values()) {
      if (a.transformId == transformId && a.keyBits == keyBits) return Optional.of(a);
    }
    return Optional.empty();
  }

  /** IANA number of the transform. */
  public int transformId() {
    return transformId;
  }

  /** Key length attribute, in bits; without the salt. */
  public int keyBits() {
    return keyBits;
  }

  /** Bytes of key material to derive: key and, for GCM, salt (RFC 4106 §8.1, RFC 5282 §7.1). */
  public int keyMaterialLength() {
    return keyBits / 8 + (aead() ? GCM_SALT : 0);
  }

  /** Bytes of the explicit IV in each message. */
  public int ivLength() {
    return aead() ? 8 : 16;
  }

  /** Bytes of the integrity check value that the cipher itself adds; 0 unless {@link #aead}. */
  public int icvLength() {
    return aead() ? 16 : 0;
  }

  /** The text must be a multiple of this many bytes: 16 for CBC, 1 for GCM. */
  public int blockSize() {
    return aead() ? 1 : 16;
  }

  /** Whether the cipher authenticates too, so that the integrity algorithm is none. */
  public boolean aead() {
    return transformId != CBC_ID;
  }
}
