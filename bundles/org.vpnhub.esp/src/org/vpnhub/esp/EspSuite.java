package org.vpnhub.esp;

import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.crypto.PacketCipher;

/**
 * The algorithms of an ESP security association, and the sizes that follow from them. All lengths
 * in bytes.
 *
 * @param encryption the cipher
 * @param integrity the integrity algorithm; {@link IntegrityAlgorithm#NONE} with an authenticating
 *     cipher, and only then
 */
public record EspSuite(EncryptionAlgorithm encryption, IntegrityAlgorithm integrity) {
  /** SPI and sequence number (RFC 4303 §2). */
  static final int HEADER = 8;

  /** Pad length and next header (RFC 4303 §2.4). */
  static final int TRAILER = 2;

  private static final int OUTER_IPV4 = 20;
  private static final int UDP = 8;

  // RFC 4303 §2.4: pad length and next header end on a 4-byte boundary, whatever the cipher
  private static final int WORD = 4;

  public EspSuite {
    if (encryption.aead() != (integrity == IntegrityAlgorithm.NONE)) {
      throw new IllegalArgumentException(encryption + " does not go with " + integrity);
    }
  }

  /** Key material of one direction, as KEYMAT gives it (RFC 7296 §2.17). */
  public int keyMaterialLength() {
    return PacketCipher.keyMaterialLength(encryption, integrity);
  }

  public int ivLength() {
    return encryption.ivLength();
  }

  public int icvLength() {
    return encryption.icvLength() + integrity.icvLength();
  }

  /** The encrypted part, trailer included, is a multiple of this. */
  public int alignment() {
    return Math.max(WORD, encryption.blockSize());
  }

  /** Length of the ESP packet, SPI to ICV, that carries an inner packet. */
  public int sealedLength(int innerLength) {
    int align = alignment();
    int text = (innerLength + TRAILER + align - 1) / align * align;
    return HEADER + ivLength() + text + icvLength();
  }

  /**
   * The largest inner packet whose datagram does not exceed the link's MTU: what remains after the
   * outer headers, floored to the cipher's block, without the trailer.
   *
   * @param linkMtu MTU of the link that carries the outer packets
   * @param udpEncapsulated whether ESP goes in UDP (RFC 3948)
   */
  public int maxInner(int linkMtu, boolean udpEncapsulated) {
    return maxInner(linkMtu, udpEncapsulated, ivLength(), icvLength(), alignment());
  }

  static int maxInner(int linkMtu, boolean udpEncapsulated, int iv, int icv, int alignment) {
    int room = linkMtu - OUTER_IPV4 - (udpEncapsulated ? UDP : 0) - HEADER - iv - icv;
    return Math.max(0, Math.floorDiv(room, alignment) * alignment - TRAILER);
  }

  /** As logs write it, for example {@code AES_CBC_256/HMAC_SHA2_256_128}. */
  @Override
  public String toString() {
    return encryption.aead() ? encryption.toString() : encryption + "/" + integrity;
  }
}
