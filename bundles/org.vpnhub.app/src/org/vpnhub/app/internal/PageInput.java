package org.vpnhub.app.internal;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.Images;

/**
 * A page of the product itself in the editor area; not there again after a restart.
 *
 * @param document file name of the page in the {@code docs} folder; empty for the welcome page
 */
record PageInput(String title, String document) implements IEditorInput {
  @Override
  public String getName() {
    return title;
  }

  @Override
  public String getToolTipText() {
    return title;
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return Images.descriptor(document.isEmpty() ? "welcome" : "guide");
  }

  @Override
  public @Nullable IPersistableElement getPersistable() {
    return null;
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> type) {
    return null;
  }
}
