package org.vpnhub.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import org.vpnhub.base.Bytes;

/**
 * AES-CBC (RFC 3602), then HMAC over header, IV and cipher text (RFC 4868, RFC 7296 §3.14).
 *
 * <p>Both JCA ciphers are initialised once, with an IV of zeros; the message's own IV is XORed to
 * the first block by hand, which saves an initialisation per message. JCA copies the whole input
 * when input and output overlap, so the text goes through a buffer of ours.
 */
final class AesCbcHmacCipher extends PacketCipher {
  private static final int BLOCK = 16;
  private static final int FIRST_BUFFER = 2048;

  private final WipeableKey key;
  private final Cipher encrypt;
  private final Cipher decrypt;
  private final Mac mac;
  private final byte[] computed;
  private final byte[] received;
  private final byte[] ivBlock = new byte[BLOCK];
  private final byte[] sequenceHighOctets = new byte[4];
  private byte[] buffer = new byte[FIRST_BUFFER];
  private boolean closed;

  AesCbcHmacCipher(byte[] encryptionKey, IntegrityAlgorithm integrity, byte[] integrityKey) {
    super(BLOCK, integrity.icvLength(), BLOCK);
    key = new WipeableKey(encryptionKey, encryptionKey.length);
    encrypt = cipher(Cipher.ENCRYPT_MODE);
    decrypt = cipher(Cipher.DECRYPT_MODE);
    mac = Prf.hmac(integrity.jcaName(), integrityKey);
    computed = new byte[mac.getMacLength()];
    received = new byte[integrity.icvLength()];
  }

  private Cipher cipher(int mode) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, key, new IvParameterSpec(new byte[BLOCK]));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform lacks AES-CBC", e);
    }
  }

  @Override
  public void writeIv(byte[] b, int at, long number) {
    Bytes.putI64(ivBlock, BLOCK - Long.BYTES, number);
    run(encrypt, ivBlock, 0, BLOCK, b, at);
  }

  @Override
  void seal(byte[] b, int from, int ivAt, int textLength, boolean extended, int sequenceHigh) {
    int textAt = ivAt + BLOCK;
    if (textLength > 0) {
      System.arraycopy(b, textAt, room(textLength), 0, textLength);
      xorBlock(buffer, 0, b, ivAt);
      run(encrypt, buffer, 0, textLength, b, textAt);
    }
    int icvAt = textAt + textLength;
    authenticate(b, from, icvAt, extended, sequenceHigh);
    System.arraycopy(computed, 0, b, icvAt, icvLength());
  }

  @Override
  boolean open(byte[] b, int from, int ivAt, int textLength, boolean extended, int sequenceHigh) {
    int textAt = ivAt + BLOCK;
    int icvAt = textAt + textLength;
    authenticate(b, from, icvAt, extended, sequenceHigh);
    System.arraycopy(b, icvAt, received, 0, received.length);
    if (!equalInConstantTime()) return false;
    if (textLength > 0) {
      run(decrypt, b, textAt, textLength, room(textLength), 0);
      xorBlock(buffer, 0, b, ivAt);
      System.arraycopy(buffer, 0, b, textAt, textLength);
    }
    return true;
  }

  // RFC 4303 §2.2.1: with a separate integrity algorithm the upper half of the extended sequence
  // number is appended to what is authenticated
  private void authenticate(byte[] b, int from, int to, boolean extended, int sequenceHigh) {
    if (closed) throw new IllegalStateException("this cipher is closed");
    mac.update(b, from, to - from);
    if (extended) {
      Bytes.putI32(sequenceHighOctets, 0, sequenceHigh);
      mac.update(sequenceHighOctets, 0, 4);
    }
    try {
      mac.doFinal(computed, 0);
    } catch (ShortBufferException e) {
      throw new IllegalStateException("HMAC output longer than announced", e);
    }
  }

  private boolean equalInConstantTime() {
    int difference = 0;
    for (int i = 0; i < received.length; i++) difference |= received[i] ^ computed[i];
    return difference == 0;
  }

  private byte[] room(int length) {
    if (buffer.length < length) {
      Arrays.fill(buffer, (byte) 0);
      buffer = new byte[Math.max(length, 2 * buffer.length)];
    }
    return buffer;
  }

  private static void xorBlock(byte[] b, int at, byte[] with, int withAt) {
    Bytes.putI64(b, at, Bytes.i64(b, at) ^ Bytes.i64(with, withAt));
    Bytes.putI64(b, at + 8, Bytes.i64(b, at + 8) ^ Bytes.i64(with, withAt + 8));
  }

  private void run(Cipher cipher, byte[] in, int inAt, int length, byte[] out, int outAt) {
    if (closed) throw new IllegalStateException("this cipher is closed");
    try {
      // doFinal sets the chain back to the zero IV
      cipher.doFinal(in, inAt, length, out, outAt);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-CBC cannot take " + length + " bytes", e);
    }
  }

  /** Wipes key, buffers and the platform's expanded keys, as far as it lets us. */
  @Override
  public void close() {
    if (closed) return;
    closed = true;
    key.destroy();
    Arrays.fill(buffer, (byte) 0);
    Arrays.fill(computed, (byte) 0);
  }
}
