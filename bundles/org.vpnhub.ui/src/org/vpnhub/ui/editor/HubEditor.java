package org.vpnhub.ui.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.ISaveablesSource;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.Saveable;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.IFormPage;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.DestinationRoute;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.EditorSupport;
import org.vpnhub.ui.live.LiveStates;
import org.vpnhub.ui.problems.Problems;
import org.vpnhub.ui.properties.ElementProperties;

/**
 * The form editor of a model file. A file that cannot be read gets one page that says why, and how
 * to mend it.
 */
public final class HubEditor extends FormEditor
    implements ISaveablesSource, IGotoMarker, IPersistableEditor {
  public static final String ID = "org.vpnhub.ui.editor";

  /** The attribute of a problem marker that names the element. */
  private static final String ELEMENT = "elementId";

  private final ElementSelection selection = new ElementSelection();
  private final ModelDocument.Listener documentListener = (d, event) -> documentChanged(event);
  private final Consumer<ModelDocument> problemListener = this::problemsChanged;
  private final Consumer<Path> liveListener = this::liveChanged;
  private final ISelectionListener follower = this::follow;
  private @Nullable EditorSupport support;
  private @Nullable ModelFormatException fault;
  private @Nullable Plans plans;
  private @Nullable IMemento memento;
  private boolean refreshing;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof IFileEditorInput)) {
      throw new PartInitException("A model is opened from a file of the workspace.");
    }
    super.init(site, input);
    site.setSelectionProvider(selection);
    setPartName(input.getName());
    acquire();
  }

  private void acquire() {
    try {
      support = new EditorSupport(this, file());
      fault = null;
    } catch (ModelFormatException e) {
      fault = e;
    }
  }

  IFile file() {
    return ((IFileEditorInput) getEditorInput()).getFile();
  }

  /** The file on the disk. */
  Path path() {
    return file().getLocation().toPath();
  }

  @Override
  protected void addPages() {
    try {
      if (support == null) addPage(new BrokenPage(this));
      else addModelPages();
    } catch (PartInitException e) {
      Platform.getLog(HubEditor.class).log(e.getStatus());
    }
  }

  private void addModelPages() throws PartInitException {
    EditorSupport s = support();
    plans = new Plans(s.document(), getSite().getShell().getDisplay(), this::planned);
    for (ModelPage page :
        List.of(
            new OverviewPage(this),
            new SitesPage(this),
            new ConnectionsPage(this),
            new RoutesPage(this),
            new GatewayPage(this),
            new SourcePage(this))) {
      if (memento != null && memento.getChild(page.getId()) != null) {
        page.keepState(memento.getChild(page.getId()));
      }
      addPage(page);
    }
    s.onDirtyChange(() -> firePropertyChange(PROP_DIRTY));
    s.installUndoRedo(getEditorSite().getActionBars());
    s.document().addListener(documentListener);
    Problems.addListener(problemListener);
    LiveStates.addListener(liveListener);
    getSite().getPage().addPostSelectionListener(follower);
    String active = memento == null ? null : memento.getString("page");
    if (active != null) setActivePage(active);
  }

  /** Tries once more to open the file, after it could not be read. */
  void tryAgain() {
    acquire();
    removePage(0);
    addPages();
    setActivePage(0);
  }

  ModelFormatException fault() {
    if (fault == null) throw new IllegalStateException("the file has been read");
    return fault;
  }

  private EditorSupport support() {
    if (support == null) throw new IllegalStateException("the file has not been read");
    return support;
  }

  /** The open document. */
  public ModelDocument document() {
    return support().document();
  }

  Plans plans() {
    if (plans == null) throw new IllegalStateException("the file has not been read");
    return plans;
  }

  /** What is being typed and not yet in the model; null for nothing. */
  void pending(@Nullable Runnable commit) {
    if (support != null) support.pending(commit);
  }

  private List<ModelPage> modelPages() {
    List<ModelPage> all = new ArrayList<>();
    for (Object page : pages) if (page instanceof ModelPage m) all.add(m);
    return all;
  }

  /** Many changes of one moment are one refresh. */
  private void documentChanged(ModelDocument.Event event) {
    if (!event.changesModel() || refreshing) return;
    refreshing = true;
    getSite().getShell().getDisplay().asyncExec(this::refresh);
  }

  private void refresh() {
    refreshing = false;
    if (getContainer() == null || getContainer().isDisposed()) return;
    modelPages().forEach(ModelPage::changed);
    selection.forget(document().network());
  }

  private void planned() {
    modelPages().stream()
        .filter(OverviewPage.class::isInstance)
        .forEach(p -> ((OverviewPage) p).planned());
  }

  private void problemsChanged(ModelDocument of) {
    if (support == null || of != document()) return;
    modelPages().forEach(ModelPage::problemsChanged);
  }

  private void liveChanged(Path model) {
    if (support == null || !model.equals(document().file())) return;
    modelPages().stream().filter(ModelPage::isBuilt).forEach(ModelPage::liveChanged);
  }

  /** The user has selected elements in this editor. */
  void select(List<? extends NamedElement> elements) {
    selection.setSelection(new StructuredSelection(elements));
  }

  /** Shows what is selected in the navigator, the diagram or the outline. */
  private void follow(IWorkbenchPart part, ISelection selected) {
    if (part == this || !(selected instanceof IStructuredSelection elements)) return;
    if (elements.getFirstElement() instanceof NamedElement element
        && ModelDocument.of(element).filter(d -> d == document()).isPresent()
        && getActivePageInstance() instanceof ModelPage page) {
      page.reveal(element);
    }
  }

  /** Shows an element on the page that it belongs to. */
  public void reveal(NamedElement element) {
    if (setActivePage(pageOf(element)) instanceof ModelPage page) {
      page.reveal(element);
      select(List.of(element));
    }
  }

  private boolean show(ShowInContext context) {
    if (!(context.getSelection() instanceof IStructuredSelection elements)
        || !(elements.getFirstElement() instanceof NamedElement element)) return false;
    reveal(element);
    return true;
  }

  private static String pageOf(NamedElement element) {
    return switch (element) {
      case Site s -> "sites";
      case VpnConnection c -> "connections";
      case Tunnel t -> "connections";
      case CustomerGateway c -> "connections";
      case RouteEntry r -> "routes";
      case RouteTable r -> "routes";
      case DestinationRoute r -> "routes";
      case PolicyRoute r -> "routes";
      case Network n -> "overview";
      default -> "gateway";
    };
  }

  /** The element with an id; empty when the model has none. */
  Optional<NamedElement> find(String id) {
    Network network = document().network();
    if (id.equals(network.getId())) return Optional.of(network);
    var all = EcoreUtil.<Object>getAllContents(network, false);
    while (all.hasNext()) {
      if (all.next() instanceof NamedElement e && id.equals(e.getId())) return Optional.of(e);
    }
    return Optional.empty();
  }

  @Override
  public void gotoMarker(IMarker marker) {
    if (support == null) return;
    find(marker.getAttribute(ELEMENT, "")).ifPresent(this::reveal);
  }

  /** Makes a context menu open to contributions. */
  void registerMenu(MenuManager menu) {
    getSite().registerContextMenu(menu, selection);
  }

  @Override
  public boolean isDirty() {
    return support != null && support.isDirty();
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    support().save(monitor);
  }

  @Override
  public void doSaveAs() {
    support().saveAs();
  }

  @Override
  public boolean isSaveAsAllowed() {
    return support != null;
  }

  @Override
  public Saveable[] getSaveables() {
    return support == null ? new Saveable[0] : support.saveables();
  }

  @Override
  public Saveable[] getActiveSaveables() {
    return getSaveables();
  }

  @Override
  public void restoreState(IMemento memento) {
    this.memento = memento;
  }

  @Override
  public void saveState(IMemento memento) {
    IFormPage active = getActivePageInstance();
    if (active != null) memento.putString("page", active.getId());
    for (ModelPage page : modelPages()) {
      IMemento child = memento.createChild(page.getId());
      if (page.isBuilt()) page.save(child);
      else page.keptState().ifPresent(child::putMemento);
    }
  }

  @Override
  public <T> T getAdapter(Class<T> adapter) {
    if (adapter == IContentOutlinePage.class && support != null) {
      return adapter.cast(new ModelOutline(this));
    }
    if (adapter == IPropertySheetPage.class && support != null) {
      return adapter.cast(ElementProperties.page(this));
    }
    if (adapter == IShowInTarget.class && support != null) {
      return adapter.cast((IShowInTarget) this::show);
    }
    return super.getAdapter(adapter);
  }

  @Override
  public void dispose() {
    Problems.removeListener(problemListener);
    LiveStates.removeListener(liveListener);
    getSite().getPage().removePostSelectionListener(follower);
    if (plans != null) plans.dispose();
    if (support != null) {
      support.document().removeListener(documentListener);
      support.dispose();
    }
    super.dispose();
  }
}
