package org.vpnhub.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Widget;

/** Ids by which tests and scripts find widgets, such as {@code sites.table}. */
public final class Widgets {
  /** The key of the id in {@link Widget#getData(String)}. */
  public static final String ID = "org.vpnhub.id";

  /** The themes' style sheets leave a widget alone that has this. */
  private static final String UNSTYLED = "org.eclipse.e4.ui.css.disabled";

  private Widgets() {}

  /** Gives a widget its id. */
  public static <T extends Widget> T id(T widget, String id) {
    widget.setData(ID, id);
    return widget;
  }

  /**
   * A check box, in the colours of the system: a style sheet's background would be that of its box
   * too, and hide the tick.
   */
  public static Button check(Composite parent, String id) {
    Button button = id(new Button(parent, SWT.CHECK), id);
    button.setData(UNSTYLED, Boolean.TRUE);
    return button;
  }
}
