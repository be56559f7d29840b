package org.vpnhub.ui.properties;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.editor.Features;

/** The name of a key in the secret store, with buttons to set and to reveal the key itself. */
final class KeyField extends FeatureField {
  private static final String SET = "org.vpnhub.ui.secrets.set";
  private static final String REVEAL = "org.vpnhub.ui.secrets.reveal";
  private final Text text;

  KeyField(Line line) {
    super(line);
    Composite cell = line.factory().createComposite(line.parent());
    GridLayoutFactory.fillDefaults().numColumns(3).spacing(4, 0).applyTo(cell);
    text = text(cell, SWT.BORDER | SWT.SINGLE);
    placed(text, cell, 1);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(text);
    text.addListener(SWT.FocusOut, e -> take(text.getText()));
    text.addListener(SWT.DefaultSelection, e -> take(text.getText()));
    button(cell, line, "secret", "Set the key in the secret store", SET);
    button(cell, line, "reveal", "Show the key", REVEAL);
  }

  /** The command acts on what is selected, which is the element of this field. */
  private static void button(
      Composite cell, Line line, String icon, String hint, String commandId) {
    Button button = line.factory().createButton(cell, "", SWT.PUSH);
    button.setImage(Images.get(icon));
    button.setToolTipText(hint);
    Widgets.id(button, line.id() + "." + icon);
    var commands = PlatformUI.getWorkbench().getService(ICommandService.class);
    button.setVisible(commands.getCommand(commandId).isDefined());
    button.addListener(SWT.Selection, e -> run(commandId));
  }

  private static void run(String commandId) {
    try {
      PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(commandId, null);
    } catch (CommandException e) {
      Platform.getLog(KeyField.class).error(commandId, e);
    }
  }

  @Override
  void show(boolean used) {
    String value = Features.text(owner(), feature());
    if (!text.getText().equals(value)) text.setText(value);
  }

  @Override
  void explain(String hint) {
    text.setToolTipText(hint);
  }
}
