package org.vpnhub.crypto;

import java.util.Arrays;

/**
 * Encrypts and authenticates messages in place, under one key in one direction: SK payloads of IKE
 * (RFC 7296 §3.14, RFC 5282) and ESP packets (RFC 4303, RFC 4106, RFC 3602).
 *
 * <p>A message lies in an array like this, as it does on the wire:
 *
 * <pre>
 *  from            ivAt          ivAt + ivLength()      + textLength
 *   | authenticated | IV          | text                 | ICV (icvLength() bytes)
 * </pre>
 *
 * <p>Nothing of ours is allocated per message, and no exception leaves {@link #open} for a wrong
 * ICV. Belongs to one thread.
 */
public abstract sealed class PacketCipher implements AutoCloseable
    permits AesGcmCipher, AesCbcHmacCipher {
  private final int ivLength;
  private final int icvLength;
  private final int blockSize;

  PacketCipher(int ivLength, int icvLength, int blockSize) {
    this.ivLength = ivLength;
    this.icvLength = icvLength;
    this.blockSize = blockSize;
  }

  /**
   * A cipher over a copy of the key material.
   *
   * @param keyMaterial encryption key (with the salt behind it for GCM), then integrity key: the
   *     order of KEYMAT (RFC 7296 §2.17); SK_e and SK_a joined serve for IKE
   * @throws IllegalArgumentException when the length is not {@link #keyMaterialLength}, or when the
   *     two algorithms do not go together
   */
  public static PacketCipher of(
      EncryptionAlgorithm encryption, IntegrityAlgorithm integrity, byte[] keyMaterial) {
    if (keyMaterial.length != keyMaterialLength(encryption, integrity)) {
      throw new IllegalArgumentException(
          encryption
              + " with "
              + integrity
              + " does not take "
              + keyMaterial.length
              + " bytes of key material");
    }
    if (encryption.aead() != (integrity == IntegrityAlgorithm.NONE)) {
      throw new IllegalArgumentException(encryption + " does not go with " + integrity);
    }
    if (encryption.aead()) return new AesGcmCipher(encryption, keyMaterial);
    int split = encryption.keyMaterialLength();
    byte[] encryptionKey = Arrays.copyOf(keyMaterial, split);
    byte[] integrityKey = Arrays.copyOfRange(keyMaterial, split, keyMaterial.length);
    try {
      return new AesCbcHmacCipher(encryptionKey, integrity, integrityKey);
    } finally {
      Arrays.fill(encryptionKey, (byte) 0);
      Arrays.fill(integrityKey, (byte) 0);
    }
  }

  /** Bytes of key material for one direction. */
  public static int keyMaterialLength(
      EncryptionAlgorithm encryption, IntegrityAlgorithm integrity) {
    return encryption.keyMaterialLength() + integrity.keyLength();
  }

  /** Bytes of the explicit IV. */
  public int ivLength() {
    return ivLength;
  }

  /** Bytes of the integrity check value. */
  public int icvLength() {
    return icvLength;
  }

  /** The text, padding included, must be a multiple of this many bytes. */
  public int blockSize() {
    return blockSize;
  }

  /**
   * Writes an IV. For GCM the number itself (RFC 4106 §3.1: unique); for CBC the number encrypted
   * under the key (NIST SP 800-38A appendix C: unpredictable).
   *
   * @param number never used before under this key: a message counter or ESP sequence number
   */
  public abstract void writeIv(byte[] b, int at, long number);

  /**
   * Encrypts the text in place and writes the ICV behind it. The IV is taken as it stands in the
   * array: {@link #writeIv} has been called.
   *
   * @param textLength a multiple of {@link #blockSize}
   */
  public final void seal(byte[] b, int from, int ivAt, int textLength) {
    seal(b, from, ivAt, textLength, false, 0);
  }

  /**
   * As {@link #seal(byte[], int, int, int)} with an extended sequence number, whose upper half is
   * authenticated but not sent (RFC 4303 §2.2.1): the eight bytes from {@code from} to the IV are
   * SPI and lower half.
   */
  public final void sealExtended(byte[] b, int from, int ivAt, int textLength, int sequenceHigh) {
    seal(b, from, ivAt, textLength, true, sequenceHigh);
  }

  /**
   * Checks the ICV and decrypts the text in place.
   *
   * @param textLength a multiple of {@link #blockSize}
   * @return false when the ICV does not fit; the text is then undefined
   */
  public final boolean open(byte[] b, int from, int ivAt, int textLength) {
    return open(b, from, ivAt, textLength, false, 0);
  }

  /** As {@link #open(byte[], int, int, int)} with an extended sequence number. */
  public final boolean openExtended(
      byte[] b, int from, int ivAt, int textLength, int sequenceHigh) {
    return open(b, from, ivAt, textLength, true, sequenceHigh);
  }

  abstract void seal(
      byte[] b, int from, int ivAt, int textLength, boolean extended, int sequenceHigh);

  abstract boolean open(
      byte[] b, int from, int ivAt, int textLength, boolean extended, int sequenceHigh);

  /** Wipes the keys held here. The cipher must not be used any more; closing twice is fine. */
  @Override
  public abstract void close();
}
