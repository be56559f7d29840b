package org.vpnhub.dataplane.internal.route;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.vpnhub.base.Ipv4Prefix;

/**
 * Prefixes with an int each, for longest-prefix lookup: one open-addressing hash table, probed once
 * for each prefix length in use, longest first. Networks use few lengths. Immutable once built.
 */
public final class PrefixMap {
  /** No such prefix. */
  public static final int NONE = -1;

  private final int[] lengths;
  private final int[] masks;
  private final int[] network;
  private final byte[] length;
  private final int[] value;

  /** Prefix {@code prefixes.get(i)} has value {@code i}; of equal ones the first wins. */
  public PrefixMap(List<Ipv4Prefix> prefixes) {
    int capacity = Integer.highestOneBit(Math.max(2, prefixes.size())) * 4;
    network = new int[capacity];
    length = new byte[capacity];
    value = new int[capacity];
    Arrays.fill(value, NONE);
    BitSet used = new BitSet(33);
    for (int i = 0; i < prefixes.size(); i++) {
      Ipv4Prefix p = prefixes.get(i);
      used.set(p.length());
      put(p.network(), p.length(), i);
    }
    lengths = used.stream().map(n -> 32 - n).sorted().map(n -> 32 - n).toArray();
    masks = Arrays.stream(lengths).map(Ipv4Prefix::mask).toArray();
  }

  private void put(int net, int len, int v) {
    int i = slot(net, len);
    while (value[i] != NONE && !(network[i] == net && length[i] == len))
      i = i + 1 & value.length - 1;
    if (value[i] != NONE) return;
    network[i] = net;
    length[i] = (byte) len;
    value[i] = v;
  }

  /** Number of prefix lengths in use. */
  public int lengths() {
    return lengths.length;
  }

  /** The {@code i}-th prefix length in use; they descend. */
  public int length(int i) {
    return lengths[i];
  }

  /**
   * The value of the prefix of the {@code i}-th length that holds the address, or {@link #NONE}.
   */
  public int get(int i, int address) {
    int net = address & masks[i];
    int len = lengths[i];
    for (int s = slot(net, len); value[s] != NONE; s = s + 1 & value.length - 1) {
      if (network[s] == net && length[s] == len) return value[s];
    }
    return NONE;
  }

  private int slot(int net, int len) {
    int h = (net ^ len * 0x85EBCA6B) * 0x9E3779B9;
    return (h ^ h >>> 15) & value.length - 1;
  }
}
