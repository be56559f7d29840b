package org.vpnhub.ui.monitor;

import java.util.List;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.util.SafeRunnable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.vpnhub.model.NamedElement;

/** Tells the workbench which elements of the model a view has selected. */
final class ModelSelection implements ISelectionProvider {
  private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
  private ISelection selection = StructuredSelection.EMPTY;

  void select(List<NamedElement> elements) {
    setSelection(new StructuredSelection(elements));
  }

  @Override
  public void addSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.remove(listener);
  }

  @Override
  public ISelection getSelection() {
    return selection;
  }

  @Override
  public void setSelection(ISelection next) {
    if (next.equals(selection)) return;
    selection = next;
    SelectionChangedEvent event = new SelectionChangedEvent(this, next);
    for (ISelectionChangedListener l : listeners) {
      SafeRunnable.run(() -> l.selectionChanged(event));
    }
  }
}
