package org.vpnhub.esp;

import org.vpnhub.base.PacketBatch;

/**
 * The cryptography of one association over a batch: where another implementation fits in. The ESP
 * packets stand in their slots from SPI to ICV, and are transformed in place.
 */
sealed interface Transform extends AutoCloseable permits CipherTransform {
  /**
   * Writes IV and ICV and encrypts what is between them.
   *
   * @param sequences the whole sequence numbers, one for each of the first {@code count} slots
   */
  void seal(PacketBatch batch, int[] slots, int count, long[] sequences);

  /**
   * Checks the ICVs and decrypts.
   *
   * @param sequences as for {@link #seal}
   * @param authentic set to whether each ICV fits; where it does not, the packet is undefined
   */
  void open(PacketBatch batch, int[] slots, int count, long[] sequences, boolean[] authentic);

  @Override
  void close();
}
