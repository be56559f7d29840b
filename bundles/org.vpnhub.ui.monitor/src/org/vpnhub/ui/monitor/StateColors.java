package org.vpnhub.ui.monitor;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.vpnhub.ui.live.LiveConnection.State;

/** Colours that are read well on the background of a widget, light or dark. */
final class StateColors {
  private static final int[] LIGHT = {
    0x0b65c2, 0xc2560b, 0x0d7d4d, 0x8b3fb0, 0xb01030, 0x00808a, 0x7a6a00, 0x5a5f68
  };
  private static final int[] DARK = {
    0x6cb6ff, 0xffa657, 0x56d39a, 0xd2a8ff, 0xff7b8b, 0x5fd7e0, 0xe3d26f, 0xb6bcc6
  };

  private StateColors() {}

  static boolean isDark(Control control) {
    RGB rgb = control.getBackground().getRGB();
    return (299 * rgb.red + 587 * rgb.green + 114 * rgb.blue) / 1000 < 128;
  }

  /** The colour of a state's word. */
  static Color of(State state, Control on) {
    boolean dark = isDark(on);
    return switch (state) {
      case UP -> color(dark ? 0x56d39a : 0x0d7d4d);
      case NEGOTIATING -> color(dark ? 0xe3b341 : 0x9a6700);
      case FAILED, REFUSED -> color(dark ? 0xff7b8b : 0xb01030);
      case DOWN -> grey(on);
    };
  }

  /** For what is no longer so, and for axes. */
  static Color grey(Control on) {
    return color(isDark(on) ? 0x9aa0a8 : 0x6a7078);
  }

  /** One of a few colours for lines, told apart on the background. */
  static Color line(int index, Control on) {
    int[] colors = isDark(on) ? DARK : LIGHT;
    return color(colors[index % colors.length]);
  }

  /** For lines of a grid. */
  static Color grid(Control on) {
    return color(isDark(on) ? 0x4a4f57 : 0xd8dce2);
  }

  static Color text(Control on) {
    return on.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND);
  }

  static Color color(int rgb) {
    return new Color((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff);
  }
}
