package org.vpnhub.esp;

import java.util.Arrays;

/**
 * Which sequence numbers have been received: a window of fixed size ending at the highest one, as a
 * ring of words (RFC 4303 §3.4.3 and appendix A, RFC 6479). For one thread.
 *
 * <p>Sequence numbers are 64 bits wide and signed here: a peer would need centuries to reach 2^63.
 */
final class ReplayWindow {
  private static final int SMALLEST = 32;
  private static final int LARGEST = 1 << 20;

  private final int size;
  private final long[] ring;
  private final int wordMask;
  private long top;

  /** A window over the last {@code size} numbers, from 32 to 2^20. */
  ReplayWindow(int size) {
    if (size < SMALLEST || size > LARGEST) {
      throw new IllegalArgumentException(
          "a replay window of " + size + " is not within " + SMALLEST + " to " + LARGEST);
    }
    this.size = size;
    // One word more than the window fills, so that clearing a whole word never forgets a number
    // that is still inside.
    int words = Integer.highestOneBit(size / 64 + 1) << 1;
    ring = new long[words];
    wordMask = words - 1;
    // RFC 4303 §3.3.3: the first packet has number 1; 0 is never sent.
    ring[0] = 1;
  }

  /** The highest number accepted; 0 before the first. */
  long top() {
    return top;
  }

  /**
   * The whole number to which the lower half on the wire belongs: RFC 4303 appendix A2.2.
   *
   * @return a negative number when it would lie before the beginning
   */
  long extend(int low) {
    long topLow = top & 0xffff_ffffL;
    long topHigh = top >>> 32;
    long seqLow = low & 0xffff_ffffL;
    long bottom = topLow - size + 1;
    if (bottom >= 0) {
      // Case A: the window lies within one subspace.
      return (seqLow >= bottom ? topHigh : topHigh + 1) << 32 | seqLow;
    }
    // Case B: the window spans two subspaces.
    return (seqLow >= bottom + (1L << 32) ? topHigh - 1 : topHigh) << 32 | seqLow;
  }

  /** Whether the number is neither left of the window nor received before. Changes nothing. */
  boolean isFresh(long sequence) {
    if (sequence > top) return true;
    if (sequence < 0 || sequence <= top - size) return false;
    return (ring[word(sequence)] & bit(sequence)) == 0;
  }

  /**
   * Marks the number of an authentic packet as received.
   *
   * @return false, and nothing is changed, when it is not {@link #isFresh fresh} any more
   */
  boolean accept(long sequence) {
    if (!isFresh(sequence)) return false;
    if (sequence > top) advance(sequence);
    ring[word(sequence)] |= bit(sequence);
    return true;
  }

  private void advance(long sequence) {
    long words = (sequence >>> 6) - (top >>> 6);
    if (words >= ring.length) {
      Arrays.fill(ring, 0);
    } else {
      for (long w = (top >>> 6) + 1; w <= sequence >>> 6; w++) ring[(int) w & wordMask] = 0;
    }
    top = sequence;
  }

  private int word(long sequence) {
    return (int) (sequence >>> 6) & wordMask;
  }

  private static long bit(long sequence) {
    return 1L << sequence;
  }
}
