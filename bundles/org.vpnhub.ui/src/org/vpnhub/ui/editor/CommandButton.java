package org.vpnhub.ui.editor;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.handlers.IHandlerService;
import org.vpnhub.model.NamedElement;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;

/** Buttons that run commands of other parts; where a part is not installed there is no button. */
final class CommandButton {
  private CommandButton() {}

  /**
   * Adds a button.
   *
   * @param id id of the widget
   * @param target the element to select first, since commands work on the selection
   */
  static void create(
      HubEditor editor,
      FormToolkit toolkit,
      Composite parent,
      String id,
      String label,
      String icon,
      String command,
      Supplier<List<? extends NamedElement>> target) {
    ICommandService commands = editor.getSite().getService(ICommandService.class);
    if (commands == null || !commands.getCommand(command).isDefined()) return;
    Button button = toolkit.createButton(parent, label, SWT.PUSH);
    Widgets.id(button, id);
    button.setImage(Images.get(icon));
    button.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> run(editor, command, target.get())));
  }

  private static void run(HubEditor editor, String command, List<? extends NamedElement> target) {
    editor.select(target);
    try {
      editor.getSite().getService(IHandlerService.class).executeCommand(command, null);
    } catch (CommandException e) {
      Platform.getLog(CommandButton.class).warn(command + " cannot run now", e);
    }
  }
}
