package org.vpnhub.dataplane.internal.io;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Open-addressing map from packed endpoints to socket addresses, without boxing. Not thread-safe;
 * an instance that is no longer written may be read by any thread.
 */
public final class EndpointMap {
  private long[] keys;
  private @Nullable InetSocketAddress[] values;
  private int size;

  public EndpointMap() {
    this(16);
  }

  private EndpointMap(int capacity) {
    keys = new long[capacity];
    values = new InetSocketAddress[capacity];
  }

  public int size() {
    return size;
  }

  public @Nullable InetSocketAddress get(long key) {
    int mask = keys.length - 1;
    for (int i = slot(key, mask); ; i = i + 1 & mask) {
      InetSocketAddress value = values[i];
      if (value == null || keys[i] == key) return value;
    }
  }

  public void put(long key, InetSocketAddress value) {
    if (2 * size >= keys.length) grow();
    int mask = keys.length - 1;
    int i = slot(key, mask);
    while (values[i] != null && keys[i] != key) i = i + 1 & mask;
    if (values[i] == null) size++;
    keys[i] = key;
    values[i] = value;
  }

  /** A copy without one key. */
  public EndpointMap without(long key) {
    EndpointMap copy = new EndpointMap(keys.length);
    for (int i = 0; i < keys.length; i++) {
      InetSocketAddress value = values[i];
      if (value != null && keys[i] != key) copy.put(keys[i], value);
    }
    return copy;
  }

  private void grow() {
    long[] oldKeys = keys;
    @Nullable InetSocketAddress[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new InetSocketAddress[keys.length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      InetSocketAddress value = oldValues[i];
      if (value != null) put(oldKeys[i], value);
    }
  }

  private static int slot(long key, int mask) {
    long h = key * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 40) & mask;
  }
}
