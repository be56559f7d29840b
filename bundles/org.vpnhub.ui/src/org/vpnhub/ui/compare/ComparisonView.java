package org.vpnhub.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.model.edit.ModelComparison;
import org.vpnhub.model.edit.ModelComparison.Difference;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.ModelEditors;
import org.vpnhub.ui.Widgets;

/** The view "Comparison": what differs between two versions, element by element. */
public final class ComparisonView extends ViewPart {
  public static final String ID = "org.vpnhub.ui.compare";

  private static final int EXPANDED = 200;
  private final Action refresh = action("Compare Again", "refresh", this::refresh);
  private final Action copy = action("Copy as Text", "", this::copy);
  private @Nullable Label title;
  private @Nullable TreeViewer viewer;
  private @Nullable Version before;
  private @Nullable Version after;
  private List<Difference> differences = List.of();

  /** All differences of one element. */
  private record Group(NamedElement element, List<Difference> differences) {
    /** What was added or removed as a whole has nothing more to say. */
    boolean isWhole() {
      return differences.getFirst().kind() != ModelComparison.Kind.CHANGED;
    }
  }

  @Override
  public void createPartControl(Composite parent) {
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
    title = Widgets.id(new Label(parent, SWT.NONE), "compare.title");
    title.setText("Choose Hub > Compare Versions to see what differs.");
    GridDataFactory.fillDefaults().grab(true, false).indent(6, 4).applyTo(title);
    viewer = new TreeViewer(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
    Widgets.id(viewer.getTree(), "compare.tree");
    GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getControl());
    viewer.setContentProvider(new Content());
    viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
    viewer.addOpenListener(e -> open(viewer.getStructuredSelection().getFirstElement()));
    copy.setImageDescriptor(
        PlatformUI.getWorkbench()
            .getSharedImages()
            .getImageDescriptor(ISharedImages.IMG_TOOL_COPY));
    var bars = getViewSite().getActionBars();
    bars.getToolBarManager().add(copy);
    bars.getToolBarManager().add(refresh);
    bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
  }

  private static Action action(String text, String icon, Runnable run) {
    ImageDescriptor image = icon.isEmpty() ? null : Images.descriptor(icon);
    return new Action(text, image) {
      @Override
      public void run() {
        run.run();
      }
    };
  }

  /** Shows what differs from one version to the other. */
  void compare(Version older, Version newer) {
    before = older;
    after = newer;
    refresh();
  }

  private void refresh() {
    if (before == null || after == null || viewer == null || title == null) return;
    String which = before.name() + " → " + after.name() + ": ";
    try {
      Network old = before.source().network();
      differences = ModelComparison.compare(old, after.source().network());
      title.setText(which + count(differences.size()));
    } catch (ModelFormatException e) {
      differences = List.of();
      title.setText(e.getMessage());
    }
    title.requestLayout();
    viewer.setInput(groups(differences));
    if (differences.size() <= EXPANDED) viewer.expandAll();
  }

  private static String count(int differences) {
    return switch (differences) {
      case 0 -> "no difference";
      case 1 -> "1 difference";
      default -> differences + " differences";
    };
  }

  private static List<Group> groups(List<Difference> differences) {
    Map<NamedElement, List<Difference>> byElement = new LinkedHashMap<>();
    for (Difference d : differences) {
      byElement.computeIfAbsent(d.element(), e -> new ArrayList<>()).add(d);
    }
    return byElement.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }

  /** Copies what is selected, or else everything. */
  private void copy() {
    if (viewer == null) return;
    List<Difference> selected = new ArrayList<>();
    for (Object o : viewer.getStructuredSelection().toList()) {
      if (o instanceof Group g) selected.addAll(g.differences());
      if (o instanceof Difference d) selected.add(d);
    }
    List<Difference> wanted = differences.stream().filter(selected::contains).toList();
    String text = ModelComparison.text(wanted.isEmpty() ? differences : wanted);
    if (text.isEmpty()) return;
    Clipboard clipboard = new Clipboard(viewer.getControl().getDisplay());
    clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }

  /** Shows the element in the editor, if its document is open and still has it. */
  private void open(@Nullable Object node) {
    NamedElement element =
        node instanceof Group g ? g.element() : node instanceof Difference d ? d.element() : null;
    if (element == null) return;
    for (ModelDocument document : Documents.all()) {
      for (var all = document.network().eAllContents(); all.hasNext(); ) {
        if (!(all.next() instanceof NamedElement e) || !isSame(document, e, element)) continue;
        Documents.file(document).ifPresent(f -> ModelEditors.open(getSite().getPage(), f, "", e));
        return;
      }
    }
  }

  private boolean isSame(ModelDocument document, NamedElement e, NamedElement wanted) {
    String name = document.file().getFileName().toString();
    boolean isCompared = after != null && after.name().startsWith(name);
    return isCompared && Objects.equals(e.getId(), wanted.getId());
  }

  @Override
  public void setFocus() {
    if (viewer != null) viewer.getControl().setFocus();
  }

  private static final class Content implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
      return ((List<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
      return parent instanceof Group g && !g.isWhole() ? g.differences().toArray() : new Object[0];
    }

    @Override
    public @Nullable Object getParent(Object element) {
      return null;
    }

    @Override
    public boolean hasChildren(Object element) {
      return getChildren(element).length > 0;
    }
  }

  private static final class Labels extends LabelProvider implements IStyledLabelProvider {
    @Override
    public StyledString getStyledText(Object node) {
      if (node instanceof Difference d) return new StyledString(d.text());
      Group g = (Group) node;
      Difference first = g.differences().getFirst();
      StyledString text = new StyledString(first.subject());
      if (g.isWhole()) text.append("  " + first.text(), StyledString.QUALIFIER_STYLER);
      return text;
    }

    @Override
    public Image getImage(Object node) {
      if (node instanceof Group g && !g.isWhole()) {
        return Images.get(ElementLabels.icon(g.element()));
      }
      Difference d = node instanceof Group g ? g.differences().getFirst() : (Difference) node;
      return switch (d.kind()) {
        case ADDED -> Images.get("add");
        case REMOVED -> Images.get("remove");
        case CHANGED -> Images.get("edit");
      };
    }
  }
}
