package org.vpnhub.ui.diagram;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.diagram.scene.EdgeItem;
import org.vpnhub.ui.diagram.scene.Item;
import org.vpnhub.ui.diagram.scene.NodeItem;
import org.vpnhub.ui.diagram.scene.Scene;

/** The outline of a diagram: the whole in small above, its figures as a tree below. */
final class DiagramOutline extends Page implements IContentOutlinePage {
  private final DiagramCanvas diagram;
  private final ISelectionChangedListener follower = this::follow;
  private final Runnable refresh = this::refresh;
  private SashForm control;
  private TreeViewer tree;

  DiagramOutline(DiagramCanvas diagram) {
    this.diagram = diagram;
  }

  @Override
  public void createControl(Composite parent) {
    control = new SashForm(parent, SWT.VERTICAL);
    new Overview(control, diagram);
    tree = new TreeViewer(control, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
    control.setWeights(2, 3);
    Widgets.id(tree.getTree(), "outline.tree");
    tree.setUseHashlookup(true);
    tree.setContentProvider(new Items());
    tree.setLabelProvider(new Labels());
    tree.setInput(diagram.session().scene());
    tree.expandToLevel(2);
    tree.addSelectionChangedListener(this::chosen);
    diagram.selection().addSelectionChangedListener(follower);
    diagram.session().addListener(delta -> changed(delta));
    tree.getTree()
        .addListener(
            SWT.Dispose, e -> diagram.selection().removeSelectionChangedListener(follower));
  }

  private void changed(Scene.Delta delta) {
    boolean same =
        !delta.outermost()
            && delta.containers().isEmpty()
            && delta.ends().isEmpty()
            && delta.nodes().isEmpty()
            && delta.edges().isEmpty();
    if (!same) refresh.run();
  }

  private void refresh() {
    if (!tree.getTree().isDisposed()) tree.refresh();
  }

  /** The user chooses in the tree: the diagram follows. */
  private void chosen(SelectionChangedEvent event) {
    if (!tree.getTree().isFocusControl()) return;
    List<EObject> elements =
        event.getStructuredSelection().stream().map(o -> ((Item) o).element()).toList();
    diagram.selection().select(elements);
  }

  /** The user chooses in the diagram: the tree follows. */
  private void follow(SelectionChangedEvent event) {
    if (tree.getTree().isDisposed() || tree.getTree().isFocusControl()) return;
    tree.setSelection(new StructuredSelection(diagram.selection().items()), true);
  }

  @Override
  public Control getControl() {
    return control;
  }

  @Override
  public void setFocus() {
    tree.getTree().setFocus();
  }

  @Override
  public void addSelectionChangedListener(ISelectionChangedListener listener) {
    diagram.selection().addSelectionChangedListener(listener);
  }

  @Override
  public void removeSelectionChangedListener(ISelectionChangedListener listener) {
    diagram.selection().removeSelectionChangedListener(listener);
  }

  @Override
  public ISelection getSelection() {
    return diagram.selection().getSelection();
  }

  @Override
  public void setSelection(ISelection selection) {
    diagram.selection().setSelection(selection);
  }

  private static final class Items implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
      return ((Scene) input).outermost().toArray();
    }

    /** What is inside a node, and the edges that begin at it. */
    @Override
    public Object[] getChildren(Object parent) {
      if (!(parent instanceof NodeItem n)) return new Object[0];
      List<Item> all = new java.util.ArrayList<>(n.children());
      all.addAll(n.outgoing());
      return all.toArray();
    }

    @Override
    public @Nullable Object getParent(Object child) {
      return switch (child) {
        case NodeItem n -> n.parent().orElse(null);
        case EdgeItem e -> e.source();
        default -> null;
      };
    }

    @Override
    public boolean hasChildren(Object parent) {
      return parent instanceof NodeItem n && !(n.children().isEmpty() && n.outgoing().isEmpty());
    }
  }

  private static final class Labels extends LabelProvider {
    @Override
    public String getText(Object item) {
      return switch (item) {
        case NodeItem n -> n.node().label().replace("\n", "   ");
        case EdgeItem e when e.edge().centerLabel().isEmpty() ->
            e.edge().mapping().name()
                + " → "
                + e.target().node().label().lines().findFirst().orElse("");
        case EdgeItem e -> e.edge().centerLabel().replace("\n", "   ");
        default -> "";
      };
    }

    @Override
    public Image getImage(Object item) {
      return Images.get(ElementLabels.icon(((Item) item).element()));
    }
  }
}
