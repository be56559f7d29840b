package org.vpnhub.ui.editor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.vpnhub.model.Network;

/** The elements that are selected in the editor, on whichever page. */
final class ElementSelection implements IPostSelectionProvider {
  private final List<ISelectionChangedListener> listeners = new CopyOnWriteArrayList<>();
  private ISelection selection = StructuredSelection.EMPTY;

  @Override
  public ISelection getSelection() {
    return selection;
  }

  @Override
  public void setSelection(ISelection selection) {
    if (selection.equals(this.selection)) return;
    this.selection = selection;
    SelectionChangedEvent event = new SelectionChangedEvent(this, selection);
    for (ISelectionChangedListener l : listeners) l.selectionChanged(event);
  }

  /** Drops elements that are no longer in the network. */
  void forget(Network network) {
    if (!(selection instanceof IStructuredSelection elements)) return;
    List<?> alive =
        elements.stream()
            .filter(e -> e instanceof EObject o && EcoreUtil.getRootContainer(o) == network)
            .toList();
    if (alive.size() < elements.size()) setSelection(new StructuredSelection(alive));
  }

  @Override
  public void addSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.remove(listener);
  }

  /** There is no difference: the selection changes only when the user has made one. */
  @Override
  public void addPostSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removePostSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.remove(listener);
  }
}
