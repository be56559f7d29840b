package org.vpnhub.ui.diagram;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.ISaveablesSource;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.Saveable;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.forms.widgets.Form;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.menus.IMenuService;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.swt.IFocusService;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.EditorSupport;
import org.vpnhub.ui.FaultForm;
import org.vpnhub.ui.FileFault;
import org.vpnhub.ui.diagram.core.DefinitionException;
import org.vpnhub.ui.diagram.parts.Session;
import org.vpnhub.ui.diagram.scene.SharedPositions;
import org.vpnhub.ui.live.LiveStates;
import org.vpnhub.ui.problems.Problems;
import org.vpnhub.ui.properties.ElementProperties;

/**
 * What the diagram editors have in common: a document, a session, a canvas, and the ties between
 * them and the workbench.
 */
public abstract class DiagramEditor extends EditorPart implements ISaveablesSource {
  /** Context in which the keys of diagrams hold, and location of its tool bar and menus. */
  public static final String DIAGRAM = "org.vpnhub.ui.diagram";

  private final ModelDocument.Listener documentListener = (d, event) -> documentChanged(event);
  private final Consumer<ModelDocument> problemListener = this::problemsChanged;
  private final Consumer<Path> liveListener = this::liveChanged;
  private final ISelectionListener follower = this::follow;
  private final Listener themeListener = e -> themeChanged();
  private final Consumer<Set<String>> placesListener = keys -> placesChanged();
  private @Nullable EditorSupport support;
  private @Nullable FileFault fault;
  private @Nullable Composite body;
  private @Nullable Session session;
  private @Nullable DiagramCanvas canvas;
  private @Nullable ToolBarManager toolBar;
  private boolean refreshing;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof IFileEditorInput)) {
      throw new PartInitException("A model is opened from a file of the workspace.");
    }
    setSite(site);
    setInput(input);
    setPartName(input.getName());
    acquire();
  }

  private void acquire() {
    try {
      support = new EditorSupport(this, file());
    } catch (ModelFormatException e) {
      fault = FileFault.of(e, file().getLocation().toPath());
    }
  }

  protected final IFile file() {
    return ((IFileEditorInput) getEditorInput()).getFile();
  }

  protected final EditorSupport support() {
    if (support == null) throw new IllegalStateException("the file has not been read");
    return support;
  }

  /** The session; empty when the file could not be read. */
  public final Optional<Session> session() {
    return Optional.ofNullable(session);
  }

  /** The canvas; empty when the file could not be read. */
  final Optional<DiagramCanvas> canvas() {
    return Optional.ofNullable(canvas);
  }

  /** Makes the session of this kind of diagram. */
  protected abstract Session open(ModelDocument document) throws DefinitionException;

  /** Where the figures stand, as kept beside the file. */
  protected final SharedPositions positions() {
    return LayoutFiles.of(support().document());
  }

  /** Reads where the figures stood when the diagram was last saved. */
  private void load(Session s) {
    if (s.isSelfArranged()) return;
    try {
      LayoutFiles.load(support().document(), s.keys());
    } catch (IOException e) {
      Platform.getLog(DiagramEditor.class).warn(e.getMessage(), e);
    }
  }

  /** Saves where the figures stand; the model is saved by what asks for this. */
  private void savePositions() {
    if (session == null) return;
    try {
      LayoutFiles.save(support().document(), session.shown());
    } catch (IOException e) {
      MessageDialog.openWarning(
          getSite().getShell(),
          "The layout was not saved",
          "The places of the figures could not be saved: "
              + e.getMessage()
              + "\n\nThe model is not concerned.");
    }
    placesChanged();
  }

  /** Makes what stands above the picture. */
  protected abstract void createHead(Composite parent);

  /** Whether there is a palette beside the picture. */
  protected abstract boolean hasPalette();

  /** Brings what the definition's services know beside the model up to date. */
  protected abstract void prepare(Session session);

  @Override
  public final void createPartControl(Composite parent) {
    body = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
    fill();
  }

  private void fill() {
    if (body == null) return;
    if (support != null) {
      try {
        Session s = open(support.document());
        session = s;
        prepare(s);
        load(s);
        s.refresh();
        createHead(body);
        toolBar();
        canvas = new DiagramCanvas(body, s, hasPalette());
        connect(s, canvas);
        return;
      } catch (DefinitionException e) {
        fault = new FileFault(String.valueOf(e.getMessage()), "", "", 0);
      }
    }
    if (fault != null) showFault(body, fault);
  }

  private void showFault(Composite body, FileFault fault) {
    FormToolkit toolkit = new FormToolkit(body.getDisplay());
    Form form = toolkit.createForm(body);
    form.addDisposeListener(e -> toolkit.dispose());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
    FaultForm.fill(toolkit, form, this, fault, this::tryAgain);
  }

  private void toolBar() {
    toolBar = new ToolBarManager(SWT.FLAT | SWT.HORIZONTAL | SWT.RIGHT);
    menus().populateContributionManager(toolBar, "toolbar:" + DIAGRAM);
    session().ifPresent(s -> LayerAction.all(s).forEach(a -> toolBar.appendToGroup("layers", a)));
    ToolBar bar = toolBar.createControl(body);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
    Toggles.watch(bar);
  }

  private IMenuService menus() {
    return getSite().getService(IMenuService.class);
  }

  private void connect(Session s, DiagramCanvas c) {
    getSite().setSelectionProvider(c.selection());
    getSite().getService(IContextService.class).activateContext(DIAGRAM);
    getSite().getService(IFocusService.class).addFocusTracker(c.control(), DIAGRAM + ".canvas");
    MenuManager menu = new MenuManager("", DIAGRAM);
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(m -> fillMenu(menu));
    c.viewer().setContextMenu(menu);
    getSite().registerContextMenu(DIAGRAM, menu, c.selection());
    s.onComplaint(this::complain);
    s.onOpen(item -> DiagramAction.PROPERTIES.run(this));
    s.positions().addListener(placesListener);
    placesChanged();
    support().onDirtyChange(() -> firePropertyChange(PROP_DIRTY));
    support().installUndoRedo(getEditorSite().getActionBars());
    support().document().addListener(documentListener);
    Problems.addListener(problemListener);
    LiveStates.addListener(liveListener);
    getSite().getPage().addPostSelectionListener(follower);
    display().addListener(SWT.Settings, themeListener);
    display().asyncExec(this::themeChanged);
  }

  private void fillMenu(MenuManager menu) {
    menu.add(new ToolsMenu(this));
    menu.add(new Separator("edit"));
    menu.add(new Separator("model"));
    menu.add(new Separator("run"));
    menu.add(new Separator("layout"));
    menu.add(new Separator("export"));
    menu.add(new Separator("additions"));
    menu.add(new Separator("properties"));
  }

  private Display display() {
    return getSite().getShell().getDisplay();
  }

  private void complain(String text) {
    getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(text);
    display().beep();
  }

  /** Many changes of one moment are one refresh. */
  private void documentChanged(ModelDocument.Event event) {
    if (event.changesModel()) refreshLater();
  }

  protected final void refreshLater() {
    if (refreshing || canvas != null && canvas.isDisposed()) return;
    refreshing = true;
    display().asyncExec(this::refresh);
  }

  private void refresh() {
    refreshing = false;
    if (session == null || canvas == null || canvas.isDisposed()) return;
    getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(null);
    prepare(session);
    session.refresh();
    placesChanged();
  }

  /** While the places differ from those in the layout file there is something to save. */
  private void placesChanged() {
    if (session == null) return;
    support().pending(session.hasMoved() ? this::savePositions : null);
  }

  private void problemsChanged(ModelDocument of) {
    if (support != null && of == support.document()) refreshLater();
  }

  private void liveChanged(Path model) {
    if (support != null && model.equals(support.document().file())) refreshLater();
  }

  private void themeChanged() {
    if (canvas != null && !canvas.isDisposed()) canvas.applyLook();
  }

  private void follow(IWorkbenchPart part, ISelection selected) {
    if (part == this || support == null || canvas == null) return;
    if (!(selected instanceof IStructuredSelection elements)) return;
    List<EObject> mine =
        elements.stream()
            .filter(EObject.class::isInstance)
            .map(EObject.class::cast)
            .filter(e -> ModelDocument.of(e).filter(d -> d == support.document()).isPresent())
            .toList();
    if (!mine.isEmpty()) canvas.selection().follow(mine);
  }

  /** Selects and reveals what shows an element. */
  public final void reveal(EObject element) {
    canvas().ifPresent(c -> c.selection().select(List.of(element)));
  }

  /** The middle of what shows an element, on the screen; empty when nothing shows it yet. */
  public final Optional<Point> place(EObject element) {
    return canvas().flatMap(c -> c.place(element));
  }

  /** Tries once more to open the file, after it could not be read. */
  final void tryAgain() {
    if (body == null) return;
    for (var child : body.getChildren()) child.dispose();
    acquire();
    fill();
    body.layout(true, true);
  }

  @Override
  public void setFocus() {
    if (canvas != null) canvas.focusCanvas();
    else if (body != null) body.setFocus();
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
  public <T> T getAdapter(Class<T> adapter) {
    if (adapter == IContentOutlinePage.class && canvas != null) {
      return adapter.cast(new DiagramOutline(canvas));
    }
    if (adapter == IPropertySheetPage.class && canvas != null) {
      return adapter.cast(ElementProperties.page(this));
    }
    return super.getAdapter(adapter);
  }

  @Override
  public void dispose() {
    Problems.removeListener(problemListener);
    LiveStates.removeListener(liveListener);
    getSite().getPage().removePostSelectionListener(follower);
    display().removeListener(SWT.Settings, themeListener);
    if (toolBar != null) menus().releaseContributions(toolBar);
    if (session != null) session.positions().removeListener(placesListener);
    if (canvas != null) canvas.dispose();
    if (support != null) {
      support.document().removeListener(documentListener);
      support.dispose();
    }
    super.dispose();
  }
}
