package org.vpnhub.ike.internal.v2;

import java.util.Arrays;
import java.util.List;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.Secret;
import org.vpnhub.crypto.PacketCipher;
import org.vpnhub.crypto.Prf;
import org.vpnhub.ike.IkeProposal;
import org.vpnhub.ike.internal.message.Header;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.Payload;

/** The keys of one IKE SA (RFC 7296 §2.14) and what is done with them. Wiped by {@link #close}. */
final class IkeKeys implements AutoCloseable {
  /** Octets of a generic payload header. */
  private static final int GENERIC = 4;

  private final IkeProposal suite;
  private final byte[] deriving;
  private final byte[] initiatorAuth;
  private final byte[] responderAuth;
  private final PacketCipher fromInitiator;
  private final PacketCipher fromResponder;
  private long sealed;

  private IkeKeys(
      IkeProposal suite, byte[] seed, byte[] ni, byte[] nr, long initiatorSpi, long responderSpi) {
    this.suite = suite;
    int prf = suite.prf().outputLength();
    int encryption = suite.encryption().keyMaterialLength();
    int integrity = suite.integrity().keyLength();
    byte[] all = derive(suite, seed, ni, nr, initiatorSpi, responderSpi);
    int ai = prf;
    int ar = ai + integrity;
    int ei = ar + integrity;
    int er = ei + encryption;
    int pi = er + encryption;
    deriving = Arrays.copyOf(all, prf);
    initiatorAuth = Arrays.copyOfRange(all, pi, pi + prf);
    responderAuth = Arrays.copyOfRange(all, pi + prf, all.length);
    fromInitiator = cipher(all, ei, ai);
    fromResponder = cipher(all, er, ar);
    Arrays.fill(all, (byte) 0);
    Arrays.fill(seed, (byte) 0);
  }

  /**
   * RFC 7296 §2.14: {SK_d | SK_ai | SK_ar | SK_ei | SK_er | SK_pi | SK_pr} = prf+ (SKEYSEED, Ni |
   * Nr | SPIi | SPIr).
   */
  static byte[] derive(
      IkeProposal suite, byte[] seed, byte[] ni, byte[] nr, long initiatorSpi, long responderSpi) {
    int length =
        3 * suite.prf().outputLength()
            + 2 * suite.encryption().keyMaterialLength()
            + 2 * suite.integrity().keyLength();
    return suite
        .prf()
        .prf(seed)
        .plus(length, ni, nr, Spi.octets(initiatorSpi), Spi.octets(responderSpi));
  }

  private PacketCipher cipher(byte[] all, int encryptionAt, int integrityAt) {
    byte[] e =
        Arrays.copyOfRange(
            all, encryptionAt, encryptionAt + suite.encryption().keyMaterialLength());
    byte[] i = Arrays.copyOfRange(all, integrityAt, integrityAt + suite.integrity().keyLength());
    byte[] material = Bytes.concat(e, i);
    PacketCipher cipher = PacketCipher.of(suite.encryption(), suite.integrity(), material);
    for (byte[] secret : List.of(e, i, material)) Arrays.fill(secret, (byte) 0);
    return cipher;
  }

  /** The keys of an SA that IKE_SA_INIT makes. */
  static IkeKeys first(
      IkeProposal suite, byte[] secret, byte[] ni, byte[] nr, long spiI, long spiR) {
    return new IkeKeys(suite, firstSeed(suite, secret, ni, nr), ni, nr, spiI, spiR);
  }

  /** RFC 7296 §2.14: SKEYSEED = prf(Ni | Nr, g^ir). */
  static byte[] firstSeed(IkeProposal suite, byte[] secret, byte[] ni, byte[] nr) {
    return suite.prf().prf(Bytes.concat(ni, nr)).compute(secret);
  }

  /** The keys of an SA that takes the place of this one. */
  IkeKeys rekeyed(IkeProposal next, byte[] secret, byte[] ni, byte[] nr, long spiI, long spiR) {
    return new IkeKeys(next, rekeySeed(secret, ni, nr), ni, nr, spiI, spiR);
  }

  /** RFC 7296 §2.18: SKEYSEED = prf(SK_d (old), g^ir (new) | Ni | Nr), with the old PRF. */
  byte[] rekeySeed(byte[] secret, byte[] ni, byte[] nr) {
    return suite.prf().prf(deriving).compute(secret, ni, nr);
  }

  /** The key under which an end authenticates its identity: SK_pi or SK_pr. */
  Prf authPrf(boolean ofInitiator) {
    return suite.prf().prf(ofInitiator ? initiatorAuth : responderAuth);
  }

  /** Keys of both directions of a CHILD SA. */
  record ChildKeys(Secret fromInitiator, Secret fromResponder) {}

  /**
   * RFC 7296 §2.17: KEYMAT = prf+(SK_d, [g^ir (new) |] Ni | Nr); the keys of the packets from the
   * exchange's initiator come first.
   *
   * @param secret empty without perfect forward secrecy
   * @param each octets for one direction
   */
  ChildKeys child(byte[] secret, byte[] ni, byte[] nr, int each) {
    byte[] material = suite.prf().prf(deriving).plus(2 * each, secret, ni, nr);
    byte[] first = Arrays.copyOf(material, each);
    byte[] second = Arrays.copyOfRange(material, each, 2 * each);
    ChildKeys keys = new ChildKeys(new Secret(first), new Secret(second));
    for (byte[] b : List.of(material, first, second)) Arrays.fill(b, (byte) 0);
    return keys;
  }

  // Protection of messages (RFC 7296 §3.14, RFC 5282)

  /** A whole protected message: header, SK payload with the payloads inside. */
  byte[] seal(boolean byInitiator, Header header, List<Payload> payloads) {
    PacketCipher cipher = byInitiator ? fromInitiator : fromResponder;
    byte[] iv = new byte[cipher.ivLength()];
    cipher.writeIv(iv, 0, sealed++);
    return seal(cipher, iv, header, payloads);
  }

  /** With an IV that was never used before; for tests against recorded messages. */
  byte[] seal(boolean byInitiator, byte[] iv, Header header, List<Payload> payloads) {
    return seal(byInitiator ? fromInitiator : fromResponder, iv, header, payloads);
  }

  private static byte[] seal(
      PacketCipher cipher, byte[] iv, Header header, List<Payload> payloads) {
    byte[] inner = Message.encodeChain(payloads);
    int block = cipher.blockSize();
    // RFC 7296 §3.14: padding and the octet of its length fill up the last block.
    int textLength = (inner.length + 1 + block - 1) / block * block;
    byte[] body = new byte[cipher.ivLength() + textLength + cipher.icvLength()];
    System.arraycopy(inner, 0, body, cipher.ivLength(), inner.length);
    body[cipher.ivLength() + textLength - 1] = (byte) (textLength - inner.length - 1);
    Payload.Encrypted sk = new Payload.Encrypted(Message.firstType(payloads), body);
    byte[] message = new Message(header, List.of(sk)).encode();
    int ivAt = Header.LENGTH + GENERIC;
    System.arraycopy(iv, 0, message, ivAt, iv.length);
    cipher.seal(message, 0, ivAt, textLength);
    return message;
  }

  /**
   * Opens the SK payload at the end of a message.
   *
   * @param byInitiator whether the original initiator sent it
   * @param bodyLength octets of the SK payload's body
   * @return the payload chain inside, without padding
   * @throws IkeReject.Unauthentic when the integrity check fails
   */
  byte[] open(boolean byInitiator, byte[] message, int bodyLength) throws IkeReject {
    PacketCipher cipher = byInitiator ? fromInitiator : fromResponder;
    byte[] copy = message.clone();
    int ivAt = message.length - bodyLength;
    int textLength = bodyLength - cipher.ivLength() - cipher.icvLength();
    if (textLength < 1 || textLength % cipher.blockSize() != 0) {
      throw new IkeReject.Malformed("protected part of " + bodyLength + " octets");
    }
    if (!cipher.open(copy, 0, ivAt, textLength)) {
      throw new IkeReject.Unauthentic("integrity check failed");
    }
    int textAt = ivAt + cipher.ivLength();
    int padding = Bytes.u8(copy, textAt + textLength - 1);
    int inner = textLength - 1 - padding;
    if (inner < 0) throw new IkeReject.Malformed("more padding than text");
    return Arrays.copyOfRange(copy, textAt, textAt + inner);
  }

  @Override
  public void close() {
    for (byte[] key : List.of(deriving, initiatorAuth, responderAuth)) Arrays.fill(key, (byte) 0);
    fromInitiator.close();
    fromResponder.close();
  }

  @Override
  public String toString() {
    return "IkeKeys[redacted]";
  }
}
