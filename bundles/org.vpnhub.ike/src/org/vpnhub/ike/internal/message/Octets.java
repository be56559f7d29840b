package org.vpnhub.ike.internal.message;

import java.util.Arrays;
import org.vpnhub.base.Bytes;

/** Reads a stretch of octets forward; every overrun is the peer's fault. */
final class Octets {
  private final byte[] data;
  private final int end;
  private int at;

  Octets(byte[] data, int from, int to) {
    this.data = data;
    this.at = from;
    this.end = to;
  }

  int remaining() {
    return end - at;
  }

  int position() {
    return at;
  }

  int u8() throws IkeReject {
    need(1);
    return Bytes.u8(data, at++);
  }

  int u16() throws IkeReject {
    need(2);
    int value = Bytes.u16(data, at);
    at += 2;
    return value;
  }

  int i32() throws IkeReject {
    need(4);
    int value = Bytes.i32(data, at);
    at += 4;
    return value;
  }

  byte[] take(int count) throws IkeReject {
    need(count);
    at += count;
    return Arrays.copyOfRange(data, at - count, at);
  }

  byte[] rest() throws IkeReject {
    return take(remaining());
  }

  /** The next {@code count} octets as a reader of their own. */
  Octets slice(int count) throws IkeReject {
    need(count);
    at += count;
    return new Octets(data, at - count, at);
  }

  void skip(int count) throws IkeReject {
    need(count);
    at += count;
  }

  private void need(int count) throws IkeReject {
    if (count < 0 || count > remaining()) throw new IkeReject.Malformed("field runs over its end");
  }
}
