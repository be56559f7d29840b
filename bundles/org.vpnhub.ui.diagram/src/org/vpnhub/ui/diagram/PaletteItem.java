package org.vpnhub.ui.diagram;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.diagram.figures.Look;

/** One tool of the palette: icon and name, flat until the pointer or the keyboard is on it. */
final class PaletteItem extends Canvas {
  private static final int HEIGHT = 28;
  private static final int ICON = 18;

  private final Look look;
  private final String text;
  private final @Nullable Image icon;
  private final Runnable take;
  private boolean active;
  private boolean hovered;

  /**
   * @param take what a click, or the space bar, does
   */
  PaletteItem(
      Composite parent, Look look, String id, String text, @Nullable Image icon, Runnable take) {
    super(parent, SWT.DOUBLE_BUFFERED);
    this.look = look;
    this.text = text;
    this.icon = icon;
    this.take = take;
    Widgets.id(this, "palette." + id);
    addListener(SWT.Paint, e -> paint(e.gc));
    addListener(SWT.MouseEnter, e -> hover(true));
    addListener(SWT.MouseExit, e -> hover(false));
    addListener(SWT.FocusIn, e -> redraw());
    addListener(SWT.FocusOut, e -> redraw());
    addListener(SWT.MouseDown, this::pressed);
    addListener(SWT.KeyDown, this::key);
    addListener(SWT.Traverse, PaletteItem::traverse);
    describe();
  }

  private void pressed(Event e) {
    if (e.button == 1) take.run();
  }

  private void key(Event e) {
    if (e.character == ' ') take.run();
  }

  /** Tab and the arrow keys go on to the next tool; Return is not for a default button. */
  private static void traverse(Event e) {
    e.doit =
        switch (e.detail) {
          case SWT.TRAVERSE_TAB_NEXT,
              SWT.TRAVERSE_TAB_PREVIOUS,
              SWT.TRAVERSE_ARROW_NEXT,
              SWT.TRAVERSE_ARROW_PREVIOUS,
              SWT.TRAVERSE_ESCAPE ->
              true;
          default -> false;
        };
  }

  private void describe() {
    getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent e) {
                e.result = text;
              }
            });
    getAccessible()
        .addAccessibleControlListener(
            new AccessibleControlAdapter() {
              @Override
              public void getRole(AccessibleControlEvent e) {
                e.detail = ACC.ROLE_RADIOBUTTON;
              }

              @Override
              public void getState(AccessibleControlEvent e) {
                e.detail = ACC.STATE_FOCUSABLE | (active ? ACC.STATE_CHECKED : 0);
              }
            });
  }

  private void hover(boolean on) {
    hovered = on;
    redraw();
  }

  void setActive(boolean active) {
    if (this.active == active) return;
    this.active = active;
    redraw();
  }

  @Override
  public Point computeSize(int wHint, int hHint, boolean changed) {
    return new Point(wHint == SWT.DEFAULT ? 140 : wHint, HEIGHT);
  }

  private void paint(GC gc) {
    Rectangle r = getClientArea();
    gc.setBackground(getParent().getBackground());
    gc.fillRectangle(r);
    gc.setAntialias(SWT.ON);
    gc.setBackground(look.accent());
    if (active || hovered) {
      gc.setAlpha(active ? 44 : 18);
      gc.fillRoundRectangle(0, 0, r.width, r.height, 8, 8);
      gc.setAlpha(255);
    }
    if (active) gc.fillRoundRectangle(0, 6, 3, r.height - 12, 3, 3);
    if (isFocusControl()) {
      gc.setForeground(look.accent());
      gc.drawRoundRectangle(0, 0, r.width - 1, r.height - 1, 8, 8);
    }
    int x = 10;
    if (icon != null) paintIcon(gc, icon, x, (r.height - ICON) / 2);
    gc.setForeground(look.text());
    gc.drawText(text, x + ICON + 8, (r.height - gc.textExtent(text).y) / 2, true);
  }

  private static void paintIcon(GC gc, Image icon, int x, int y) {
    Rectangle all = icon.getBounds();
    gc.setInterpolation(SWT.HIGH);
    gc.drawImage(icon, 0, 0, all.width, all.height, x, y, ICON, ICON);
  }
}
