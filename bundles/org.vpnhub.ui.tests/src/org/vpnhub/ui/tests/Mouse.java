package org.vpnhub.ui.tests;

import org.eclipse.swt.graphics.Point;

/** A real mouse: its events come from the X server. Points are those of the screen. */
final class Mouse {
  private static final int STEPS = 12;
  private final XServer server;
  private final Bot bot;

  Mouse(XServer server, Bot bot) {
    this.server = server;
    this.bot = bot;
  }

  void move(Point to) {
    server.move(to.x, to.y);
    bot.settle();
  }

  void click(Point at) {
    press(at, 1);
    release(1);
  }

  void rightClick(Point at) {
    press(at, 3);
    release(3);
  }

  void doubleClick(Point at) {
    move(at);
    for (int i = 0; i < 2; i++) {
      server.button(1, true);
      server.button(1, false);
    }
    bot.settle();
  }

  /** Presses, moves in steps as a hand does, and releases. */
  void drag(Point from, Point to) {
    drag(from, to, STEPS);
  }

  void drag(Point from, Point to, int steps) {
    press(from, 1);
    for (int i = 1; i <= steps; i++) {
      int x = from.x + (to.x - from.x) * i / steps;
      int y = from.y + (to.y - from.y) * i / steps;
      move(new Point(x, y));
    }
    release(1);
  }

  private void press(Point at, int button) {
    move(at);
    server.button(button, true);
    bot.settle();
  }

  private void release(int button) {
    server.button(button, false);
    bot.settle();
  }
}
