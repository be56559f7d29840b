package org.vpnhub.esp;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.PacketBatch;

/**
 * The receiving side of one ESP security association in tunnel mode. Belongs to the packet thread;
 * {@link #packets}, {@link #bytes} and {@link #highestSequence} may be read from any.
 *
 * <p>{@link #open} is what the dataplane calls; it has three steps: {@link #screen} what can be
 * told from the outside, the cryptography of the whole batch, and {@link #unwrap} of what is
 * authentic.
 */
public final class InboundSa implements AutoCloseable {
  /** Size of the replay window, in packets, where nothing else is asked for. */
  public static final int DEFAULT_REPLAY_WINDOW = 4096;

  private static final int NEXT_HEADER_IPV4 = 4;
  private static final int NEXT_HEADER_NONE = 59;
  private static final int IPV4_HEADER = 20;
  private static final int FIRST_SCRATCH = 64;

  private final int spi;
  private final EspSuite suite;
  private final Transform transform;
  private final boolean esn;
  private final ReplayWindow window;
  private final int textOffset;
  private final int overhead;
  private final int alignmentMask;
  private final AtomicLong packets = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong highest = new AtomicLong();
  private int[] candidates = new int[FIRST_SCRATCH];
  private long[] sequences = new long[FIRST_SCRATCH];
  private boolean[] authentic = new boolean[FIRST_SCRATCH];

  /**
   * @param keyMaterial encryption key (with the salt behind it for GCM), then integrity key; copied
   * @param esn whether extended sequence numbers were negotiated (RFC 4303 §2.2.1)
   * @param replayWindow packets that may come late, 32 to 2^20
   * @throws IllegalArgumentException when the key material has a wrong length for the suite, or the
   *     window is out of range
   */
  public InboundSa(int spi, EspSuite suite, byte[] keyMaterial, boolean esn, int replayWindow) {
    this.spi = spi;
    this.suite = suite;
    this.esn = esn;
    window = new ReplayWindow(replayWindow);
    transform = new CipherTransform(suite, keyMaterial, esn);
    textOffset = EspSuite.HEADER + suite.ivLength();
    overhead = textOffset + suite.icvLength();
    alignmentMask = suite.alignment() - 1;
  }

  public int spi() {
    return spi;
  }

  public EspSuite suite() {
    return suite;
  }

  /**
   * Opens ESP packets in place: afterwards a slot holds the inner IPv4 packet, as long as its own
   * header says. Slots that are empty already stay so; what fails is dropped and counted.
   *
   * @param slots indexes into the batch, the first {@code count} are meant; each offset at the SPI,
   *     each length that of the ESP packet
   * @return how many inner packets remain
   */
  public int open(PacketBatch batch, int[] slots, int count, DropCounters drops) {
    makeRoom(count);
    int n = 0;
    for (int i = 0; i < count; i++) {
      int slot = slots[i];
      if (batch.isDropped(slot)) continue;
      candidates[n] = slot;
      DropReason reason = screen(batch, slot, n);
      if (reason == null) n++;
      else drop(batch, slot, drops, reason);
    }
    transform.open(batch, candidates, n, sequences, authentic);
    int opened = 0;
    long inner = 0;
    for (int i = 0; i < n; i++) {
      int slot = candidates[i];
      DropReason reason = unwrap(batch, slot, i);
      if (reason == null) {
        opened++;
        inner += batch.length(slot);
      } else drop(batch, slot, drops, reason);
    }
    packets.setOpaque(packets.getPlain() + opened);
    bytes.setOpaque(bytes.getPlain() + inner);
    highest.setOpaque(window.top());
    return opened;
  }

  /** What can be told before decryption; notes the whole sequence number. Null: go on. */
  private @Nullable DropReason screen(PacketBatch batch, int slot, int index) {
    int textLength = batch.length(slot) - overhead;
    // RFC 4303 §2.4: at least the trailer, in whole blocks and words
    if (textLength <= 0 || (textLength & alignmentMask) != 0) return DropReason.MALFORMED_ESP;
    int low = Bytes.i32(batch.data(slot), batch.offset(slot) + 4);
    long sequence = esn ? window.extend(low) : low & 0xffff_ffffL;
    // RFC 4303 §3.4.3: a first check before the costly one of the ICV
    if (!window.isFresh(sequence)) return DropReason.REPLAYED;
    sequences[index] = sequence;
    return null;
  }

  /** Takes header and trailer off a decrypted packet. Null: the inner packet stands in its slot. */
  private @Nullable DropReason unwrap(PacketBatch batch, int slot, int index) {
    if (!authentic[index]) return DropReason.INTEGRITY_FAILED;
    // RFC 4303 §3.4.3: the window moves only for authentic packets. The same number may be twice in
    // one batch, so the check is made again.
    if (!window.accept(sequences[index])) return DropReason.REPLAYED;
    byte[] b = batch.data(slot);
    int textAt = batch.offset(slot) + textOffset;
    int end = textAt + batch.length(slot) - overhead;
    int padLength = Bytes.u8(b, end - 2);
    int padAt = end - EspSuite.TRAILER - padLength;
    if (padAt < textAt || !paddingIsSound(b, padAt, padLength)) return DropReason.BAD_PADDING;
    int nextHeader = Bytes.u8(b, end - 1);
    // RFC 4303 §2.6: a dummy packet is thrown away without further ado
    if (nextHeader == NEXT_HEADER_NONE) return DropReason.DUMMY;
    if (nextHeader != NEXT_HEADER_IPV4) return DropReason.UNSUPPORTED_NEXT_HEADER;
    int length = innerLength(b, textAt, padAt - textAt);
    if (length == 0) return DropReason.MALFORMED_IP;
    batch.place(slot, textAt, length);
    return null;
  }

  // RFC 4303 §2.4: the receiver inspects the padding, 1, 2, 3, ...
  private static boolean paddingIsSound(byte[] b, int at, int length) {
    for (int i = 0; i < length; i++) {
      if (b[at + i] != (byte) (i + 1)) return false;
    }
    return true;
  }

  // RFC 4303 §2.7: behind the inner packet there may be padding for traffic flow confidentiality;
  // the inner header says where the packet ends. 0: no sound IPv4 packet.
  private static int innerLength(byte[] b, int at, int room) {
    if (room < IPV4_HEADER || b[at] >>> 4 != 4) return 0;
    int headerLength = (b[at] & 15) * 4;
    int total = Bytes.u16(b, at + 2);
    return headerLength >= IPV4_HEADER && total >= headerLength && total <= room ? total : 0;
  }

  private static void drop(PacketBatch batch, int slot, DropCounters drops, DropReason reason) {
    batch.drop(slot);
    drops.count(reason);
  }

  private void makeRoom(int count) {
    if (candidates.length >= count) return;
    candidates = new int[count];
    sequences = new long[count];
    authentic = new boolean[count];
  }

  /** Inner packets handed on so far. */
  public long packets() {
    return packets.getOpaque();
  }

  /** Bytes of the inner packets handed on so far. */
  public long bytes() {
    return bytes.getOpaque();
  }

  /** The highest authentic sequence number, the whole one with ESN; 0 before the first packet. */
  public long highestSequence() {
    return highest.getOpaque();
  }

  /** Wipes the keys. The association must not be used any more; closing twice is fine. */
  @Override
  public void close() {
    transform.close();
  }
}
