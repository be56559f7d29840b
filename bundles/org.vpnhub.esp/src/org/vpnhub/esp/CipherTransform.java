package org.vpnhub.esp;

import org.vpnhub.base.PacketBatch;
import org.vpnhub.crypto.PacketCipher;

/** Packet by packet with a {@link PacketCipher}: the portable transform. */
non-sealed class CipherTransform implements Transform {
  private final PacketCipher cipher;
  private final boolean esn;

  CipherTransform(EspSuite suite, byte[] keyMaterial, boolean esn) {
    cipher = PacketCipher.of(suite.encryption(), suite.integrity(), keyMaterial);
    this.esn = esn;
  }

  @Override
  public final void seal(PacketBatch batch, int[] slots, int count, long[] sequences) {
    for (int i = 0; i < count; i++) {
      byte[] b = batch.data(slots[i]);
      int from = batch.offset(slots[i]);
      int ivAt = from + EspSuite.HEADER;
      int textLength = textLength(batch.length(slots[i]));
      // RFC 4106 §3.1, RFC 4303 §3.3.3: a sequence number never comes twice under one key, and so
      // is a sound number for the IV.
      writeIv(b, ivAt, sequences[i]);
      if (esn) {
        cipher.sealExtended(b, from, ivAt, textLength, (int) (sequences[i] >>> 32));
      } else {
        cipher.seal(b, from, ivAt, textLength);
      }
    }
  }

  void writeIv(byte[] b, int at, long sequence) {
    cipher.writeIv(b, at, sequence);
  }

  @Override
  public final void open(
      PacketBatch batch, int[] slots, int count, long[] sequences, boolean[] authentic) {
    for (int i = 0; i < count; i++) {
      byte[] b = batch.data(slots[i]);
      int from = batch.offset(slots[i]);
      int ivAt = from + EspSuite.HEADER;
      int textLength = textLength(batch.length(slots[i]));
      authentic[i] =
          esn
              ? cipher.openExtended(b, from, ivAt, textLength, (int) (sequences[i] >>> 32))
              : cipher.open(b, from, ivAt, textLength);
    }
  }

  private int textLength(int packetLength) {
    return packetLength - EspSuite.HEADER - cipher.ivLength() - cipher.icvLength();
  }

  @Override
  public final void close() {
    cipher.close();
  }
}
