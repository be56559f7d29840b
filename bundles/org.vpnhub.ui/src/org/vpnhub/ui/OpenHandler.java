package org.vpnhub.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;

/** Opens the model at hand in one kind of editor, and shows there what is selected. */
public final class OpenHandler extends AbstractHandler implements IExecutableExtension {
  private String editorId = "";

  /** The kind of editor stands behind the colon of the class. */
  @Override
  public void setInitializationData(
      IConfigurationElement configuration, String property, @Nullable Object data) {
    if (data instanceof String id) editorId = id;
  }

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    ISelection selection = HandlerUtil.getCurrentSelection(event);
    NamedElement element =
        Selected.objects(selection).stream()
            .filter(NamedElement.class::isInstance)
            .map(NamedElement.class::cast)
            .findFirst()
            .orElse(null);
    Selected.file(window)
        .ifPresent(file -> ModelEditors.open(window.getActivePage(), file, editorId, element));
    return null;
  }
}
