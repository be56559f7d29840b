package org.vpnhub.secrets;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vpnhub.base.Secret;

/**
 * The content of a store in clear, in memory only: number of entries (4 bytes), then each entry,
 * sorted: length of the reference (2), the reference in UTF-8, length of the secret (2), the
 * secret.
 */
final class StoreContent {
  private StoreContent() {}

  /** The caller wipes the result. */
  static byte[] encode(SortedMap<String, Secret> entries) {
    int length = 4;
    for (Map.Entry<String, Secret> e : entries.entrySet()) {
      length += 4 + utf8(e.getKey()).length + e.getValue().length();
    }
    ByteBuffer out = ByteBuffer.allocate(length).putInt(entries.size());
    for (Map.Entry<String, Secret> e : entries.entrySet()) {
      byte[] reference = utf8(e.getKey());
      byte[] secret = e.getValue().bytes();
      out.putShort((short) reference.length).put(reference);
      out.putShort((short) secret.length).put(secret);
      Arrays.fill(secret, (byte) 0);
    }
    return out.array();
  }

  /**
   * @throws IllegalArgumentException when the bytes are not what {@link #encode} gives
   */
  static SortedMap<String, Secret> decode(byte[] content) {
    SortedMap<String, Secret> entries = new TreeMap<>();
    try {
      ByteBuffer in = ByteBuffer.wrap(content);
      for (int n = in.getInt(); n > 0; n--) {
        String reference = new String(take(in), StandardCharsets.UTF_8);
        byte[] secret = take(in);
        entries.put(reference, new Secret(secret));
        Arrays.fill(secret, (byte) 0);
      }
      if (in.hasRemaining()) throw new IllegalArgumentException("bytes behind the last entry");
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("entries are cut off", e);
    }
    return entries;
  }

  private static byte[] take(ByteBuffer in) {
    int length = in.getShort() & 0xffff;
    if (length > in.remaining()) throw new BufferUnderflowException();
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
