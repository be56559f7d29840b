package org.vpnhub.esp;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.PacketBatch;

/**
 * The sending side of one ESP security association in tunnel mode. Belongs to the packet thread;
 * {@link #packets}, {@link #bytes}, {@link #sequence} and {@link #remaining} may be read from any.
 */
public final class OutboundSa implements AutoCloseable {
  private static final byte NEXT_HEADER_IPV4 = 4;
  private static final int FIRST_SCRATCH = 64;

  private final int spi;
  private final EspSuite suite;
  private final Transform transform;
  private final int headroom;
  private final long limit;
  private final AtomicLong packets = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong published = new AtomicLong();
  private long sequence;
  private int[] ready = new int[FIRST_SCRATCH];
  private long[] sequences = new long[FIRST_SCRATCH];

  /**
   * @param keyMaterial encryption key (with the salt behind it for GCM), then integrity key; copied
   * @param esn whether extended sequence numbers were negotiated (RFC 4303 §2.2.1)
   * @throws IllegalArgumentException when the key material has a wrong length for the suite
   */
  public OutboundSa(int spi, EspSuite suite, byte[] keyMaterial, boolean esn) {
    this(spi, suite, new CipherTransform(suite, keyMaterial, esn), esn, 0);
  }

  OutboundSa(int spi, EspSuite suite, Transform transform, boolean esn, long lastSequence) {
    this.spi = spi;
    this.suite = suite;
    this.transform = transform;
    headroom = EspSuite.HEADER + suite.ivLength();
    limit = esn ? Long.MAX_VALUE : 0xffff_ffffL;
    sequence = lastSequence;
    published.setOpaque(lastSequence);
  }

  public int spi() {
    return spi;
  }

  public EspSuite suite() {
    return suite;
  }

  /**
   * Seals inner IPv4 packets in place: afterwards a slot holds the ESP packet, from SPI to ICV.
   * Slots that are empty already stay so. A packet for which its slot has no room is dropped as too
   * big; when the sequence numbers are used up, packets are dropped, never a number used twice.
   *
   * @param slots indexes into the batch, the first {@code count} are meant
   * @return how many packets were sealed
   */
  public int seal(PacketBatch batch, int[] slots, int count, DropCounters drops) {
    makeRoom(count);
    int n = 0;
    long inner = 0;
    for (int i = 0; i < count; i++) {
      int slot = slots[i];
      int length = batch.length(slot);
      if (length == 0) continue;
      DropReason reason = frame(batch, slot, length);
      if (reason != null) {
        batch.drop(slot);
        drops.count(reason);
        continue;
      }
      ready[n] = slot;
      sequences[n++] = sequence;
      inner += length;
    }
    transform.seal(batch, ready, n, sequences);
    packets.setOpaque(packets.getPlain() + n);
    bytes.setOpaque(bytes.getPlain() + inner);
    published.setOpaque(sequence);
    return n;
  }

  /** Writes header, padding and trailer around an inner packet; null when that went well. */
  private @Nullable DropReason frame(PacketBatch batch, int slot, int length) {
    byte[] b = batch.data(slot);
    int textAt = batch.offset(slot);
    int from = textAt - headroom;
    int sealed = suite.sealedLength(length);
    if (from < 0 || from + sealed > b.length) return DropReason.TOO_BIG;
    // RFC 4303 §3.3.3: the number must not cycle; the association has to be replaced first
    if (sequence == limit) return DropReason.SEQUENCE_EXHAUSTED;
    sequence++;
    Bytes.putI32(b, from, spi);
    Bytes.putI32(b, from + 4, (int) sequence);
    int end = from + sealed - suite.icvLength();
    int padAt = textAt + length;
    int padLength = end - EspSuite.TRAILER - padAt;
    // RFC 4303 §2.4: the padding is 1, 2, 3, ...
    for (int i = 0; i < padLength; i++) b[padAt + i] = (byte) (i + 1);
    b[end - 2] = (byte) padLength;
    b[end - 1] = NEXT_HEADER_IPV4;
    batch.place(slot, from, sealed);
    return null;
  }

  private void makeRoom(int count) {
    if (ready.length >= count) return;
    ready = new int[count];
    sequences = new long[count];
  }

  /** Packets sealed so far. */
  public long packets() {
    return packets.getOpaque();
  }

  /** Bytes of the inner packets sealed so far. */
  public long bytes() {
    return bytes.getOpaque();
  }

  /** The last sequence number used, the whole one with ESN; 0 before the first packet. */
  public long sequence() {
    return published.getOpaque();
  }

  /** How many more packets this association can send. */
  public long remaining() {
    return limit - sequence();
  }

  /** Wipes the keys. The association must not be used any more; closing twice is fine. */
  @Override
  public void close() {
    transform.close();
  }
}
