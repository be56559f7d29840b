package org.vpnhub.ui;

import org.eclipse.swt.widgets.Widget;

/** Ids by which tests and scripts find widgets, such as {@code sites.table}. */
public final class Widgets {
  /** The key of the id in {@link Widget#getData(String)}. */
  public static final String ID = "org.vpnhub.id";

  private Widgets() {}

  /** Gives a widget its id. */
  public static <T extends Widget> T id(T widget, String id) {
    widget.setData(ID, id);
    return widget;
  }
}
