package org.vpnhub.ui.diagram;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.vpnhub.ui.diagram.figures.Look;

/** Makes pressed buttons of a tool bar stand out in dark, where the platform hardly shows them. */
final class Toggles {
  private static final Color PRESSED = new Color(0x3D, 0x51, 0x69);
  private static final String SHOWN = "pressed";

  private Toggles() {}

  static void watch(ToolBar bar) {
    bar.addListener(SWT.Paint, e -> show(bar));
  }

  private static void show(ToolBar bar) {
    boolean dark = Look.isDark(bar.getBackground().getRGB());
    for (ToolItem item : bar.getItems()) {
      boolean pressed = dark && (item.getStyle() & SWT.CHECK) != 0 && item.getSelection();
      if (pressed == (item.getData(SHOWN) != null)) continue;
      item.setData(SHOWN, pressed ? PRESSED : null);
      item.setBackground(pressed ? PRESSED : null);
    }
  }
}
