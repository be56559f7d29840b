package org.vpnhub.base;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** Big-endian access to byte arrays, and hexadecimal text. */
public final class Bytes {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Bytes() {}

  public static int u8(byte[] b, int at) {
    return b[at] & 0xff;
  }

  public static int u16(byte[] b, int at) {
    return (short) SHORT.get(b, at) & 0xffff;
  }

  public static int i32(byte[] b, int at) {
    return (int) INT.get(b, at);
  }

  public static long i64(byte[] b, int at) {
    return (long) LONG.get(b, at);
  }

  public static void putU16(byte[] b, int at, int value) {
    SHORT.set(b, at, (short) value);
  }

  public static void putI32(byte[] b, int at, int value) {
    INT.set(b, at, value);
  }

  public static void putI64(byte[] b, int at, long value) {
    LONG.set(b, at, value);
  }

  public static String hex(byte[] b) {
    return HexFormat.of().formatHex(b);
  }

  public static byte[] fromHex(String text) {
    return HexFormat.of().parseHex(text);
  }

  /** One new array with all parts in order. */
  public static byte[] concat(byte[]... parts) {
    int length = 0;
    for (byte[] p : parts) length += p.length;
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] p : parts) {
      System.arraycopy(p, 0, all, at, p.length);
      at += p.length;
    }
    return all;
  }
}
