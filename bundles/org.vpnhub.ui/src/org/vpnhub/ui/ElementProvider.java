package org.vpnhub.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;

/**
 * Provides the elements that are selected in an editor. It changes only when the user has selected
 * something, so that those who want to know of it at once and those who want to know when the user
 * has done are the same.
 */
public abstract class ElementProvider implements IPostSelectionProvider {
  private final List<ISelectionChangedListener> listeners = new CopyOnWriteArrayList<>();

  /** Tells the listeners what is selected. */
  protected final void tell() {
    SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
    listeners.forEach(l -> l.selectionChanged(event));
  }

  @Override
  public final void addSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.add(listener);
  }

  @Override
  public final void removeSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.remove(listener);
  }

  @Override
  public final void addPostSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.add(listener);
  }

  @Override
  public final void removePostSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.remove(listener);
  }
}
