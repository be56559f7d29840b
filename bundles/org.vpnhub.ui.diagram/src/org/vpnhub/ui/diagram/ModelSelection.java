package org.vpnhub.ui.diagram;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.vpnhub.ui.ElementProvider;
import org.vpnhub.ui.diagram.parts.Session;
import org.vpnhub.ui.diagram.scene.Item;

/** The selection of a diagram as the workbench knows it: model elements instead of parts. */
final class ModelSelection extends ElementProvider {
  private final GraphicalViewer viewer;
  private final Session session;

  /** Whether the viewer follows another selection, which nobody needs to be told. */
  private boolean following;

  ModelSelection(GraphicalViewer viewer, Session session) {
    this.viewer = viewer;
    this.session = session;
    viewer.addSelectionChangedListener(
        e -> {
          if (!following) tell();
        });
  }

  /** The elements of the selected figures; that of the diagram when there are none. */
  @Override
  public ISelection getSelection() {
    Set<EObject> elements = new LinkedHashSet<>();
    items().forEach(i -> elements.add(i.element()));
    if (elements.isEmpty()) {
      session.scene().diagram().ifPresent(d -> elements.add(d.root()));
    }
    return new StructuredSelection(List.copyOf(elements));
  }

  /** The selected items in the order in which they were selected. */
  List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (Object part : viewer.getSelectedEditParts()) {
      if (((EditPart) part).getModel() instanceof Item i) items.add(i);
    }
    return items;
  }

  @Override
  public void setSelection(ISelection selection) {
    if (selection instanceof IStructuredSelection s) {
      select(
          s.toList().stream().filter(EObject.class::isInstance).map(EObject.class::cast).toList());
    }
  }

  /** Selects and reveals what shows some elements; says whether there is anything. */
  boolean select(List<? extends EObject> elements) {
    List<EditPart> parts = new ArrayList<>();
    for (EObject e : elements) {
      session
          .scene()
          .find(e)
          .flatMap(this::part)
          .filter(p -> !parts.contains(p))
          .ifPresent(parts::add);
    }
    if (parts.isEmpty()) return false;
    viewer.setSelection(new StructuredSelection(parts));
    viewer.reveal(parts.getLast());
    return true;
  }

  /** Selects what shows some elements, without telling anybody. */
  void follow(List<? extends EObject> elements) {
    following = true;
    try {
      select(elements);
    } finally {
      following = false;
    }
  }

  Optional<EditPart> part(Item item) {
    return Optional.ofNullable((EditPart) viewer.getEditPartRegistry().get(item));
  }
}
