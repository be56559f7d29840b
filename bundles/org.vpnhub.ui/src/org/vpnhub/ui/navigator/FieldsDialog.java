package org.vpnhub.ui.navigator;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.ui.Widgets;

/** Asks for the few values of a new element, and says of each what is wrong while it is typed. */
final class FieldsDialog extends TitleAreaDialog {
  private final String title;
  private final String explanation;
  private final List<Field> fields;
  private final List<Control> controls = new ArrayList<>();
  private List<String> values = List.of();

  FieldsDialog(Shell shell, String title, String explanation, List<Field> fields) {
    super(shell);
    this.title = title;
    this.explanation = explanation;
    this.fields = fields;
  }

  /** What was typed, in the order of the fields, without space around it. */
  List<String> values() {
    return values;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(title);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    setTitle(title);
    setMessage(explanation);
    Composite grid = new Composite(area, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).applyTo(grid);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
    for (Field field : fields) {
      new Label(grid, SWT.NONE).setText(field.label() + ":");
      Control control = field.choices().isEmpty() ? text(grid, field) : combo(grid, field);
      control.addListener(SWT.Modify, e -> check());
      Widgets.id(control, "new." + field.id());
      GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(control);
      controls.add(control);
    }
    return area;
  }

  private static Text text(Composite parent, Field field) {
    Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
    text.setText(field.value());
    text.setMessage(field.example());
    text.selectAll();
    return text;
  }

  private static Combo combo(Composite parent, Field field) {
    Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
    combo.setItems(field.choices().toArray(new String[0]));
    combo.setText(field.value());
    return combo;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    super.createButtonsForButtonBar(parent);
    Widgets.id(getButton(IDialogConstants.OK_ID), "new.ok").setText("Add");
    Widgets.id(getButton(IDialogConstants.CANCEL_ID), "new.cancel");
    check();
  }

  private void check() {
    values = controls.stream().map(c -> typed(c).strip()).toList();
    setMessage(explanation);
    getButton(IDialogConstants.OK_ID).setEnabled(true);
    for (int i = 0; i < fields.size(); i++) {
      String fault = fields.get(i).fault(values.get(i));
      if (fault.isEmpty()) continue;
      boolean isEmpty = values.get(i).isEmpty();
      setMessage(
          fields.get(i).label() + ": " + fault,
          isEmpty ? IMessageProvider.INFORMATION : IMessageProvider.ERROR);
      getButton(IDialogConstants.OK_ID).setEnabled(false);
      return;
    }
  }

  private static String typed(Control control) {
    return control instanceof Combo c ? c.getText() : ((Text) control).getText();
  }

  @Override
  protected boolean isResizable() {
    return true;
  }
}
