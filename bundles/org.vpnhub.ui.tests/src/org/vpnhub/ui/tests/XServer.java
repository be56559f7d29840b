package org.vpnhub.ui.tests;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * A connection of our own to the X server, through which events of mouse and keyboard are made that
 * no program can tell from a user's (extension XTEST). Any one thread.
 */
final class XServer {
  private static final SymbolLookup X11 =
      SymbolLookup.libraryLookup("libX11.so.6", Arena.global())
          .or(SymbolLookup.libraryLookup("libXtst.so.6", Arena.global()));
  private static final MethodHandle OPEN = function("XOpenDisplay", ADDRESS, ADDRESS);
  private static final MethodHandle SYNC = function("XSync", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle MOTION =
      function("XTestFakeMotionEvent", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
  private static final MethodHandle BUTTON =
      function("XTestFakeButtonEvent", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_LONG);
  private static final MethodHandle KEY =
      function("XTestFakeKeyEvent", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_LONG);
  private static final MethodHandle KEYCODE =
      function("XKeysymToKeycode", JAVA_BYTE, ADDRESS, JAVA_LONG);
  private static final MethodHandle KEYSYM =
      function("XkbKeycodeToKeysym", JAVA_LONG, ADDRESS, JAVA_BYTE, JAVA_INT, JAVA_INT);

  private final MemorySegment display;

  XServer() {
    try {
      display = (MemorySegment) OPEN.invoke(MemorySegment.NULL);
    } catch (Throwable e) {
      throw failure(e);
    }
    if (display.address() == 0) throw new IllegalStateException("no X display");
  }

  void move(int x, int y) {
    try {
      int done = (int) MOTION.invoke(display, -1, x, y, 0L);
      check(done);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  void button(int number, boolean down) {
    try {
      int done = (int) BUTTON.invoke(display, number, down ? 1 : 0, 0L);
      check(done);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  void key(byte code, boolean down) {
    try {
      int done = (int) KEY.invoke(display, Byte.toUnsignedInt(code), down ? 1 : 0, 0L);
      check(done);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /** The key that bears a symbol. */
  byte keyOf(long symbol) {
    try {
      byte code = (byte) KEYCODE.invoke(display, symbol);
      if (code == 0) throw new IllegalArgumentException("no key for " + Long.toHexString(symbol));
      return code;
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /** Whether the symbol of a key needs Shift. */
  boolean needsShift(byte key, long symbol) {
    try {
      return (long) KEYSYM.invoke(display, key, 0, 0) != symbol;
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /** Returns when the server has taken everything. */
  private void check(int done) throws Throwable {
    if (done == 0) throw new IllegalStateException("the X server has no XTEST");
    int ignored = (int) SYNC.invoke(display, 0);
  }

  private static RuntimeException failure(Throwable e) {
    return e instanceof RuntimeException r ? r : new IllegalStateException(e);
  }

  private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... types) {
    return Linker.nativeLinker()
        .downcallHandle(X11.findOrThrow(name), FunctionDescriptor.of(result, types));
  }
}
