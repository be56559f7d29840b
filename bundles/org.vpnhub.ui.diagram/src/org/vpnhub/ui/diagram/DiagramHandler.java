package org.vpnhub.ui.diagram;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;
import org.jspecify.annotations.Nullable;

/** Runs the action that the extension names after the class: {@code DiagramHandler:FIT}. */
public final class DiagramHandler extends AbstractHandler
    implements IExecutableExtension, IElementUpdater {
  private DiagramAction action = DiagramAction.FIT;

  @Override
  public void setInitializationData(IConfigurationElement element, String name, Object data) {
    action = DiagramAction.valueOf(String.valueOf(data));
  }

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActiveEditor(event) instanceof DiagramEditor editor) {
      action.run(editor);
      HandlerUtil.getActiveWorkbenchWindow(event)
          .getService(ICommandService.class)
          .refreshElements(event.getCommand().getId(), null);
    }
    return null;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void updateElement(UIElement element, Map parameters) {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    if (window == null || window.getActivePage() == null) return;
    if (window.getActivePage().getActiveEditor() instanceof DiagramEditor editor) {
      element.setChecked(action.isOn(editor));
    }
  }
}
