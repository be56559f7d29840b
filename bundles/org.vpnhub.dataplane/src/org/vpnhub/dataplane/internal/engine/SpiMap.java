package org.vpnhub.dataplane.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * The inbound security associations by SPI: open addressing, no boxing. Owned by the packet thread.
 *
 * <p>SPIs are random numbers of our own making, so they need no further hashing against an
 * attacker; a multiplication spreads them.
 */
final class SpiMap {
  private @Nullable InboundEntry[] table = new InboundEntry[16];
  private int size;

  int size() {
    return size;
  }

  @Nullable InboundEntry get(int spi) {
    int mask = table.length - 1;
    for (int i = home(spi, mask); ; i = i + 1 & mask) {
      InboundEntry e = table[i];
      if (e == null || e.spi == spi) return e;
    }
  }

  /** Adds an entry; one with the same SPI is replaced and returned. */
  @Nullable InboundEntry put(InboundEntry entry) {
    if (2 * (size + 1) > table.length) grow();
    int mask = table.length - 1;
    int i = home(entry.spi, mask);
    for (InboundEntry e = table[i]; e != null; e = table[i]) {
      if (e.spi == entry.spi) {
        table[i] = entry;
        return e;
      }
      i = i + 1 & mask;
    }
    table[i] = entry;
    size++;
    return null;
  }

  @Nullable InboundEntry remove(int spi) {
    int mask = table.length - 1;
    int i = home(spi, mask);
    for (InboundEntry e = table[i]; e != null; e = table[i]) {
      if (e.spi == spi) {
        close(i, mask);
        size--;
        return e;
      }
      i = i + 1 & mask;
    }
    return null;
  }

  /** Moves later entries of the run into the gap, so that no tombstones are needed. */
  private void close(int gap, int mask) {
    int hole = gap;
    int i = hole + 1 & mask;
    for (InboundEntry e = table[i]; e != null; e = table[i]) {
      int home = home(e.spi, mask);
      boolean mayMove = (i - home & mask) >= (i - hole & mask);
      if (mayMove) {
        table[hole] = e;
        hole = i;
      }
      i = i + 1 & mask;
    }
    table[hole] = null;
  }

  private void grow() {
    @Nullable InboundEntry[] old = table;
    table = new InboundEntry[2 * old.length];
    size = 0;
    for (InboundEntry e : old) if (e != null) put(e);
  }

  private static int home(int spi, int mask) {
    int h = spi * 0x9E3779B9;
    return (h ^ h >>> 16) & mask;
  }
}
