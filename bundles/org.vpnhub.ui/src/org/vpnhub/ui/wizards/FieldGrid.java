package org.vpnhub.ui.wizards;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.base.Severity;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.wizards.logic.Fault;

/**
 * Rows of label, field and perhaps a button; each field has an id and shows what is wrong at it.
 */
final class FieldGrid {
  private static final int INDENT = 20;

  private final Composite grid;
  private final String prefix;
  private final Runnable changed;
  private final Map<String, Label> labels = new HashMap<>();
  private final Map<String, ControlDecoration> decorations = new HashMap<>();
  private int indent;

  /**
   * @param prefix first part of the ids of the fields, such as {@code newhub}
   * @param changed called when something was typed or chosen
   */
  FieldGrid(Composite parent, String prefix, Runnable changed) {
    this.prefix = prefix;
    this.changed = changed;
    grid = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout(3, false);
    layout.marginWidth = 0;
    layout.horizontalSpacing = 10; // room for the decorations
    grid.setLayout(layout);
    grid.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
  }

  Composite composite() {
    return grid;
  }

  Text text(String field, String label, String value, String tip) {
    return text(field, label, value, tip, SWT.BORDER, 2);
  }

  Text password(String field, String label) {
    return text(field, label, "", "", SWT.BORDER | SWT.PASSWORD, 2);
  }

  /** A text with a button behind it. */
  Text textAndButton(String field, String label, String value, String button, Runnable pressed) {
    Text text = text(field, label, value, "", SWT.BORDER, 1);
    Button b = new Button(grid, SWT.PUSH);
    b.setText(button);
    b.addListener(SWT.Selection, e -> pressed.run());
    Widgets.id(b, prefix + "." + field + ".browse");
    return text;
  }

  private Text text(String field, String label, String value, String tip, int style, int columns) {
    label(field, label);
    Text text = new Text(grid, style);
    text.setText(value);
    text.addListener(SWT.Modify, e -> changed.run());
    add(field, text, tip, columns);
    return text;
  }

  Combo combo(String field, String label, List<String> items, String value, int style, String tip) {
    label(field, label);
    Combo combo = new Combo(grid, SWT.DROP_DOWN | style);
    combo.setItems(items.toArray(String[]::new));
    combo.setText(value);
    combo.addListener(SWT.Modify, e -> changed.run());
    add(field, combo, tip, 2);
    return combo;
  }

  /** A text below the field before it; some lines are kept free for it. */
  Label note(String field, int lines) {
    Label note = Widgets.id(new Label(grid, SWT.WRAP), prefix + "." + field);
    GridData data = new GridData(SWT.FILL, SWT.BEGINNING, true, false, 3, 1);
    data.widthHint = 320;
    data.heightHint = lines * note.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    note.setLayoutData(data);
    return note;
  }

  /** One of the ways to go on; the fields that follow belong to it. */
  Button radio(String field, String label, boolean selected) {
    Button radio = Widgets.id(new Button(grid, SWT.RADIO), prefix + "." + field);
    radio.setText(label);
    radio.setSelection(selected);
    radio.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 3, 1));
    radio.addListener(SWT.Selection, e -> changed.run());
    indent = INDENT;
    return radio;
  }

  private void label(String field, String text) {
    Label label = new Label(grid, SWT.NONE);
    label.setText(text);
    GridData data = new GridData();
    data.horizontalIndent = indent;
    label.setLayoutData(data);
    labels.put(field, label);
  }

  private void add(String field, Control control, String tip, int columns) {
    Widgets.id(control, prefix + "." + field);
    if (!tip.isEmpty()) control.setToolTipText(tip);
    GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, columns, 1);
    data.widthHint = 320;
    control.setLayoutData(data);
    ControlDecoration decoration = new ControlDecoration(control, SWT.LEFT | SWT.TOP);
    decoration.hide();
    decorations.put(field, decoration);
  }

  /** Shows or hides a field and its label; what is below moves when the grid is laid out again. */
  void show(String field, boolean shown) {
    for (Control c : List.of(labels.get(field), decorations.get(field).getControl())) {
      ((GridData) c.getLayoutData()).exclude = !shown;
      c.setVisible(shown);
    }
  }

  /** Shows the faults of the fields of this grid. */
  void decorate(List<Fault> faults) {
    decorations.forEach(
        (field, decoration) -> {
          Optional<Fault> worst =
              Fault.worst(faults.stream().filter(f -> f.field().equals(field)).toList());
          if (worst.isEmpty()) {
            decoration.hide();
            return;
          }
          decoration.setImage(image(worst.get().severity()));
          decoration.setDescriptionText(worst.get().message());
          decoration.show();
        });
  }

  /** The small picture of a severity, as it stands at a field or in a cell. */
  static Image image(Severity severity) {
    String id =
        switch (severity) {
          case ERROR -> FieldDecorationRegistry.DEC_ERROR;
          case WARNING -> FieldDecorationRegistry.DEC_WARNING;
          case INFO -> FieldDecorationRegistry.DEC_INFORMATION;
        };
    return FieldDecorationRegistry.getDefault().getFieldDecoration(id).getImage();
  }

  /** Puts the focus into a field; whether it is one of this grid. */
  boolean focus(String field) {
    ControlDecoration decoration = decorations.get(field);
    return decoration != null && decoration.getControl().setFocus();
  }
}
