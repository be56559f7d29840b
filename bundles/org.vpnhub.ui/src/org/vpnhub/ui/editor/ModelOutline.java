package org.vpnhub.ui.editor;

import java.util.List;
import org.eclipse.jface.viewers.ILazyTreeContentProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.IPageSite;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.model.edit.ModelTree;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;

/** The outline of the form editor: the model as a tree, filled in as far as it is seen. */
final class ModelOutline extends Page implements IContentOutlinePage {
  private final HubEditor editor;
  private final ModelDocument document;
  private final ModelDocument.Listener listener = (d, event) -> changed(event);
  private TreeViewer viewer;
  private boolean refreshing;

  ModelOutline(HubEditor editor) {
    this.editor = editor;
    document = editor.document();
  }

  @Override
  public void createControl(Composite parent) {
    viewer = new TreeViewer(parent, SWT.VIRTUAL | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
    viewer.setUseHashlookup(true);
    viewer.setContentProvider(new Tree());
    viewer.setLabelProvider(new Labels());
    Widgets.id(viewer.getTree(), "outline.tree");
    viewer.setInput(List.of(document.network()));
    viewer.setChildCount(viewer.getInput(), 1);
    viewer.addSelectionChangedListener(this::selected);
    document.addListener(listener);
    viewer
        .getTree()
        .getDisplay()
        .asyncExec(
            () -> {
              if (!viewer.getTree().isDisposed()) expand();
            });
  }

  private void expand() {
    viewer.expandToLevel(document.network(), 2);
  }

  @Override
  public void init(IPageSite site) {
    super.init(site);
    site.setSelectionProvider(this);
  }

  private void selected(SelectionChangedEvent event) {
    if (event.getStructuredSelection().getFirstElement() instanceof NamedElement element
        && viewer.getTree().isFocusControl()) {
      editor.reveal(element);
    }
  }

  private void changed(ModelDocument.Event event) {
    if (!event.changesModel() || refreshing) return;
    refreshing = true;
    viewer.getTree().getDisplay().asyncExec(this::refresh);
  }

  private void refresh() {
    refreshing = false;
    if (viewer.getTree().isDisposed()) return;
    Object input = viewer.getInput();
    if (input instanceof List<?> l && l.getFirst() == document.network()) {
      viewer.refresh();
      return;
    }
    viewer.setInput(List.of(document.network()));
    viewer.setChildCount(viewer.getInput(), 1);
    expand();
  }

  @Override
  public Control getControl() {
    return viewer.getControl();
  }

  @Override
  public void setFocus() {
    viewer.getTree().setFocus();
  }

  @Override
  public void addSelectionChangedListener(ISelectionChangedListener l) {
    viewer.addSelectionChangedListener(l);
  }

  @Override
  public void removeSelectionChangedListener(ISelectionChangedListener l) {
    viewer.removeSelectionChangedListener(l);
  }

  @Override
  public ISelection getSelection() {
    return viewer == null ? StructuredSelection.EMPTY : viewer.getSelection();
  }

  @Override
  public void setSelection(ISelection selection) {
    if (selection instanceof IStructuredSelection s && viewer != null) viewer.setSelection(s);
  }

  @Override
  public void dispose() {
    document.removeListener(listener);
    super.dispose();
  }

  private final class Tree implements ILazyTreeContentProvider {
    private List<NamedElement> children(Object parent) {
      if (parent instanceof List<?>) return List.of(document.network());
      return document.tree().of(parent);
    }

    @Override
    public void updateElement(Object parent, int index) {
      List<NamedElement> all = children(parent);
      if (index >= all.size()) return;
      NamedElement child = all.get(index);
      viewer.replace(parent, index, child);
      viewer.setChildCount(child, children(child).size());
    }

    @Override
    public void updateChildCount(Object element, int currentCount) {
      int count = children(element).size();
      if (count != currentCount) viewer.setChildCount(element, count);
    }

    @Override
    public @Nullable Object getParent(Object element) {
      if (element == document.network()) return viewer.getInput();
      return ModelTree.parent(element).orElse(null);
    }
  }

  private static final class Labels extends LabelProvider {
    @Override
    public String getText(Object element) {
      if (!(element instanceof NamedElement e)) return "";
      String detail = ElementLabels.detail(e);
      return ElementLabels.text(e) + (detail.isEmpty() ? "" : "  " + detail);
    }

    @Override
    public Image getImage(Object element) {
      return Images.get(ElementLabels.icon((NamedElement) element));
    }
  }
}
