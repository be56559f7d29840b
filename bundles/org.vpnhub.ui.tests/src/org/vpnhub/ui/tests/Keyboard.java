package org.vpnhub.ui.tests;

import java.util.Map;

/** A real keyboard: its events come from the X server, and go where the focus is. */
final class Keyboard {
  private static final long SHIFT = 0xffe1;
  private static final Map<String, Long> NAMED =
      Map.ofEntries(
          Map.entry("Shift", SHIFT),
          Map.entry("Ctrl", 0xffe3L),
          Map.entry("Alt", 0xffe9L),
          Map.entry("Enter", 0xff0dL),
          Map.entry("Tab", 0xff09L),
          Map.entry("Escape", 0xff1bL),
          Map.entry("Delete", 0xffffL),
          Map.entry("Backspace", 0xff08L),
          Map.entry("Home", 0xff50L),
          Map.entry("End", 0xff57L),
          Map.entry("Left", 0xff51L),
          Map.entry("Up", 0xff52L),
          Map.entry("Right", 0xff53L),
          Map.entry("Down", 0xff54L),
          Map.entry("F1", 0xffbeL),
          Map.entry("F2", 0xffbfL),
          Map.entry("F10", 0xffc7L));

  private final XServer server;
  private final Bot bot;

  Keyboard(XServer server, Bot bot) {
    this.server = server;
    this.bot = bot;
  }

  /** Types text; a line break is Enter, a tab is Tab. */
  void type(String text) {
    for (char c : text.toCharArray()) {
      long symbol = c == '\n' ? NAMED.get("Enter") : c == '\t' ? NAMED.get("Tab") : c;
      byte key = server.keyOf(symbol);
      boolean shift = c >= ' ' && server.needsShift(key, symbol);
      if (shift) server.key(server.keyOf(SHIFT), true);
      tap(key);
      if (shift) server.key(server.keyOf(SHIFT), false);
    }
    bot.settle();
  }

  /** Presses keys together: {@code press("Ctrl", "s")}. */
  void press(String... keys) {
    for (String key : keys) server.key(code(key), true);
    for (int i = keys.length - 1; i >= 0; i--) server.key(code(keys[i]), false);
    bot.settle();
  }

  private void tap(byte key) {
    server.key(key, true);
    server.key(key, false);
  }

  private byte code(String key) {
    Long symbol = NAMED.get(key);
    return server.keyOf(symbol == null ? key.charAt(0) : symbol);
  }
}
