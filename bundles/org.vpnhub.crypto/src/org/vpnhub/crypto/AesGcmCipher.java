package org.vpnhub.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.vpnhub.base.Bytes;

/** AES-GCM with a 16-octet ICV and an 8-octet explicit IV (RFC 4106, RFC 5282). */
final class AesGcmCipher extends PacketCipher {
  private static final int SALT = EncryptionAlgorithm.GCM_SALT;
  private static final int IV = 8;
  private static final int ICV = 16;

  private final Cipher cipher;
  private final WipeableKey key;
  // RFC 4106 §4: nonce = salt | IV
  private final byte[] nonce = new byte[SALT + IV];
  private final byte[] extendedAad = new byte[12];

  AesGcmCipher(EncryptionAlgorithm algorithm, byte[] keyMaterial) {
    super(IV, ICV, algorithm.blockSize());
    int keyLength = algorithm.keyBits() / 8;
    key = new WipeableKey(keyMaterial, keyLength);
    System.arraycopy(keyMaterial, keyLength, nonce, 0, SALT);
    try {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform lacks AES-GCM", e);
    }
  }

  @Override
  public void writeIv(byte[] b, int at, long number) {
    Bytes.putI64(b, at, number);
  }

  @Override
  void seal(byte[] b, int from, int ivAt, int textLength, boolean extended, int sequenceHigh) {
    try {
      start(Cipher.ENCRYPT_MODE, b, from, ivAt, extended, sequenceHigh);
      int textAt = ivAt + IV;
      cipher.doFinal(b, textAt, textLength, b, textAt);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM cannot encrypt", e);
    }
  }

  @Override
  boolean open(byte[] b, int from, int ivAt, int textLength, boolean extended, int sequenceHigh) {
    try {
      start(Cipher.DECRYPT_MODE, b, from, ivAt, extended, sequenceHigh);
      int textAt = ivAt + IV;
      cipher.doFinal(b, textAt, textLength + ICV, b, textAt);
      return true;
    } catch (AEADBadTagException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM cannot decrypt", e);
    }
  }

  private void start(int mode, byte[] b, int from, int ivAt, boolean extended, int sequenceHigh)
      throws GeneralSecurityException {
    System.arraycopy(b, ivAt, nonce, SALT, IV);
    // JCA needs a parameter object per message; it copies the nonce.
    cipher.init(mode, key, new GCMParameterSpec(ICV * 8, nonce));
    if (extended) {
      // RFC 4106 §5: AAD = SPI | upper | lower half of the sequence number
      Bytes.putI32(extendedAad, 0, Bytes.i32(b, from));
      Bytes.putI32(extendedAad, 4, sequenceHigh);
      Bytes.putI32(extendedAad, 8, Bytes.i32(b, from + 4));
      cipher.updateAAD(extendedAad, 0, extendedAad.length);
    } else {
      cipher.updateAAD(b, from, ivAt - from);
    }
  }

  @Override
  public void close() {
    key.destroy();
    Arrays.fill(nonce, (byte) 0);
  }
}
