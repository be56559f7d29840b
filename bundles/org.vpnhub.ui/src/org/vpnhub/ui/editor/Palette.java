package org.vpnhub.ui.editor;

import org.eclipse.swt.graphics.Color;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Severity;
import org.vpnhub.ui.live.LiveConnection;

/** Colours for own painting, readable on the background that the theme gives. */
record Palette(boolean dark) {
  private static final Color GREEN = new Color(84, 168, 110);
  private static final Color DARK_GREEN = new Color(52, 122, 76);
  private static final Color RED = new Color(207, 92, 84);
  private static final Color DARK_RED = new Color(166, 62, 56);
  private static final Color AMBER = new Color(222, 165, 66);
  private static final Color DARK_AMBER = new Color(166, 118, 36);
  private static final Color GREY = new Color(222, 224, 228);
  private static final Color DARK_GREY = new Color(70, 73, 78);
  private static final Color BLUE = new Color(40, 110, 190);
  private static final Color DARK_BLUE = new Color(120, 180, 245);
  private static final Color WHITE = new Color(255, 255, 255);

  Palette(Color background) {
    this(isDark(background));
  }

  static boolean isDark(Color c) {
    return 0.299 * c.getRed() + 0.587 * c.getGreen() + 0.114 * c.getBlue() < 128;
  }

  Color of(MatrixModel.State state) {
    return switch (state) {
      case SELF -> dark ? DARK_GREY : GREY;
      case REACHABLE -> dark ? DARK_GREEN : GREEN;
      case PARTLY -> dark ? DARK_AMBER : AMBER;
      case MISSING -> dark ? DARK_RED : RED;
    };
  }

  Color of(LiveConnection.State state) {
    return switch (state) {
      case UP -> dark ? DARK_GREEN : GREEN;
      case NEGOTIATING -> dark ? DARK_AMBER : AMBER;
      case FAILED, REFUSED -> dark ? DARK_RED : RED;
      case DOWN -> dark ? GREY : new Color(140, 144, 150);
    };
  }

  /** The colour of a text that has a problem; null for the usual one. */
  @Nullable Color of(Severity severity) {
    return switch (severity) {
      case ERROR -> dark ? new Color(245, 130, 120) : new Color(190, 30, 30);
      case WARNING -> dark ? AMBER : new Color(155, 90, 0);
      case INFO -> null;
    };
  }

  /** What is drawn upon the colour of a state. */
  Color sign() {
    return WHITE;
  }

  Color hover() {
    return dark ? DARK_BLUE : BLUE;
  }

  /** Colours of the text of a model file. */
  Color of(XmlTokens.Kind kind, Color text) {
    return switch (kind) {
      case TEXT -> text;
      case TAG -> dark ? new Color(120, 170, 235) : new Color(20, 80, 160);
      case ATTRIBUTE -> dark ? new Color(200, 160, 220) : new Color(125, 45, 130);
      case VALUE -> dark ? new Color(150, 200, 140) : new Color(30, 115, 50);
    };
  }
}
