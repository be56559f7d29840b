package org.vpnhub.ui.wizards;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.vpnhub.ui.Widgets;

/** Rows of buttons of equal width. */
final class Buttons {
  private Buttons() {}

  /** A row without buttons yet. */
  static Composite row(Composite page) {
    Composite row = new Composite(page, SWT.NONE);
    GridLayout layout = new GridLayout(0, true);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    row.setLayout(layout);
    row.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
    return row;
  }

  static Button add(Composite row, String id, String text, Runnable pressed) {
    ((GridLayout) row.getLayout()).numColumns++;
    Button button = Widgets.id(new Button(row, SWT.PUSH), id);
    button.setText(text);
    button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    button.addListener(SWT.Selection, e -> pressed.run());
    return button;
  }
}
