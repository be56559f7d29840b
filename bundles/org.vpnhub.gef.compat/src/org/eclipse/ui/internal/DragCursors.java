package org.eclipse.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.widgets.Display;

/**
 * The cursors of GEF 3.2's palette while it is dragged to another side. GEF has the values of the
 * constants compiled in.
 */
public final class DragCursors {
  public static final int INVALID = 0;
  public static final int LEFT = 1;
  public static final int RIGHT = 2;

  private DragCursors() {}

  public static Cursor getCursor(int code) {
    int id =
        switch (code) {
          case INVALID -> SWT.CURSOR_NO;
          case LEFT -> SWT.CURSOR_SIZEW;
          case RIGHT -> SWT.CURSOR_SIZEE;
          default -> SWT.CURSOR_SIZEALL;
        };
    return Display.getCurrent().getSystemCursor(id);
  }
}
