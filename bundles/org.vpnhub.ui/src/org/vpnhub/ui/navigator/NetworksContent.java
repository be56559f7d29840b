package org.vpnhub.ui.navigator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.model.edit.ModelDocument.Event;
import org.vpnhub.model.edit.ModelTree;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.Selected;

/**
 * The tree of the view: projects, folders with models, model files, and in a file the elements. The
 * file stands for its network. Keeps the tree up to date with workspace and documents; the labels
 * see to themselves.
 */
public final class NetworksContent implements ITreeContentProvider {
  private static final int RETRY_MILLIS = 300;

  private final OpenFiles open = new OpenFiles(this::documentChanged);
  private final IResourceChangeListener resources = this::resourcesChanged;
  private final Set<Object> toRefresh = new LinkedHashSet<>();
  private @Nullable TreeViewer viewer;

  @Override
  public void inputChanged(Viewer v, Object oldInput, Object newInput) {
    if (viewer != null || !(v instanceof TreeViewer tree)) return;
    viewer = tree;
    ResourcesPlugin.getWorkspace()
        .addResourceChangeListener(resources, IResourceChangeEvent.POST_CHANGE);
  }

  @Override
  public void dispose() {
    ResourcesPlugin.getWorkspace().removeResourceChangeListener(resources);
    open.dispose();
    viewer = null;
  }

  @Override
  public Object[] getElements(Object input) {
    return getChildren(input);
  }

  @Override
  public Object[] getChildren(Object parent) {
    return switch (parent) {
      case IWorkspaceRoot root -> sorted(Stream.of(root.getProjects()));
      case IContainer c -> sorted(members(c).filter(NetworksContent::isShown));
      case IFile f when Selected.isModel(f) -> content(f);
      case NamedElement e -> children(e).toArray();
      default -> new Object[0];
    };
  }

  private Object[] content(IFile file) {
    Object content = open.content(file);
    return content instanceof Network n ? children(n).toArray() : new Object[] {content};
  }

  private static List<NamedElement> children(NamedElement parent) {
    return ModelDocument.of(parent)
        .map(d -> d.tree().of(parent))
        .orElseGet(() -> ModelTree.children(parent));
  }

  private static Object[] sorted(Stream<? extends IResource> resources) {
    return resources
        .sorted(
            Comparator.comparing((IResource r) -> r instanceof IFile)
                .thenComparing(IResource::getName, String.CASE_INSENSITIVE_ORDER))
        .toArray();
  }

  private static boolean isShown(IResource resource) {
    if (resource.getName().startsWith(".")) return false;
    return resource instanceof IFolder f
        ? members(f).anyMatch(NetworksContent::isShown)
        : Selected.isModel(resource);
  }

  private static Stream<IResource> members(IContainer container) {
    if (!container.isAccessible()) return Stream.empty();
    try {
      return Arrays.stream(container.members());
    } catch (CoreException e) {
      Platform.getLog(NetworksContent.class).log(e.getStatus());
      return Stream.empty();
    }
  }

  @Override
  public boolean hasChildren(Object element) {
    return switch (element) {
      case IContainer c -> members(c).anyMatch(NetworksContent::isShown);
      case IFile f -> Selected.isModel(f);
      default -> ModelTree.hasChildren(element);
    };
  }

  @Override
  public @Nullable Object getParent(Object element) {
    return switch (element) {
      case IResource r -> r.getParent();
      case Broken b -> b.file();
      case NamedElement e -> parent(e);
      default -> null;
    };
  }

  private @Nullable Object parent(NamedElement element) {
    Object parent = ModelTree.parent(element).orElse(null);
    return parent instanceof Network n ? open.file(n).orElse(null) : parent;
  }

  /** What stands in the tree for an element, with its file opened in the tree. */
  Object node(NamedElement element) {
    IFile file = ModelDocument.of(element).flatMap(Documents::file).orElse(null);
    if (file == null) return element;
    open.content(file);
    return element instanceof Network ? file : element;
  }

  private void documentChanged(IFile file, Event event) {
    if (viewer == null) return;
    if (event == Event.RELOADED) reloaded(viewer, file);
    else if (event != Event.ARRANGED) refreshSoon(file);
  }

  /** The elements are others with the same ids: what was expanded and selected stays so. */
  private void reloaded(TreeViewer tree, IFile file) {
    Set<String> expanded = ids(Arrays.asList(tree.getExpandedElements()));
    Set<String> selected = ids(Selected.objects(tree.getSelection()));
    tree.refresh(file);
    if (!(open.content(file) instanceof Network network)) return;
    List<NamedElement> now = all(network);
    now.stream()
        .filter(e -> expanded.contains(e.getId()))
        .forEach(e -> tree.setExpandedState(e, true));
    List<NamedElement> again = now.stream().filter(e -> selected.contains(e.getId())).toList();
    if (!again.isEmpty()) tree.setSelection(new StructuredSelection(again));
  }

  private static List<NamedElement> all(Network network) {
    List<NamedElement> all = new ArrayList<>();
    for (var i = network.eAllContents(); i.hasNext(); ) {
      EObject next = i.next();
      if (next instanceof NamedElement e) all.add(e);
    }
    return all;
  }

  private static Set<String> ids(Collection<?> elements) {
    return elements.stream()
        .filter(NamedElement.class::isInstance)
        .map(e -> ((NamedElement) e).getId())
        .filter(id -> id != null)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void resourcesChanged(IResourceChangeEvent event) {
    Display.getDefault().asyncExec(() -> resourcesChanged(event.getDelta()));
  }

  private void resourcesChanged(@Nullable IResourceDelta delta) {
    if (viewer == null || delta == null) return;
    boolean[] structure = {false};
    try {
      delta.accept(
          d -> {
            if (d.getKind() != IResourceDelta.CHANGED) structure[0] = true;
            if ((d.getFlags() & IResourceDelta.OPEN) != 0) structure[0] = true;
            if (Selected.isModel(d.getResource())) {
              open.fileChanged((IFile) d.getResource());
              refreshSoon(d.getResource());
            }
            return true;
          });
    } catch (CoreException e) {
      Platform.getLog(NetworksContent.class).log(e.getStatus());
    }
    if (structure[0]) refreshSoon(ResourcesPlugin.getWorkspace().getRoot());
  }

  /** Refreshes once, however many changes come together. */
  private void refreshSoon(Object node) {
    if (viewer == null || !toRefresh.add(node) || toRefresh.size() > 1) return;
    viewer.getControl().getDisplay().asyncExec(this::refresh);
  }

  private void refresh() {
    if (viewer == null || viewer.getControl().isDisposed()) return;
    if (viewer.isCellEditorActive()) { // a refresh would end the typing of a name
      viewer.getControl().getDisplay().timerExec(RETRY_MILLIS, this::refresh);
      return;
    }
    List<Object> nodes = List.copyOf(toRefresh);
    toRefresh.clear();
    if (nodes.contains(ResourcesPlugin.getWorkspace().getRoot())) viewer.refresh();
    else nodes.forEach(this::refresh);
  }

  private void refresh(Object file) {
    viewer.update(file, null);
    new TreeUpdate(viewer, this).run(file);
  }
}
