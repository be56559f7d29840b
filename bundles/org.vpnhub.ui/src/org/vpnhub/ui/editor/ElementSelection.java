package org.vpnhub.ui.editor;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.vpnhub.model.Network;
import org.vpnhub.ui.ElementProvider;

/** The elements that are selected in the editor, on whichever page. */
final class ElementSelection extends ElementProvider {
  private ISelection selection = StructuredSelection.EMPTY;

  @Override
  public ISelection getSelection() {
    return selection;
  }

  @Override
  public void setSelection(ISelection selection) {
    if (selection.equals(this.selection)) return;
    this.selection = selection;
    tell();
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
}
