package org.vpnhub.ui.wizards;

import java.util.List;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Composite;

/** A cell with a list of texts to choose from, and room for another. Its value is the text. */
final class ChoiceCellEditor extends ComboBoxCellEditor {
  ChoiceCellEditor(Composite parent, List<String> items) {
    super(parent, items.toArray(String[]::new));
    setActivationStyle(DROP_DOWN_ON_KEY_ACTIVATION);
  }

  @Override
  protected void doSetValue(Object value) {
    ((CCombo) getControl()).setText((String) value);
  }

  @Override
  protected Object doGetValue() {
    return ((CCombo) getControl()).getText();
  }
}
