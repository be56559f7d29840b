package org.vpnhub.ui.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.EditDomain;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.SnapToGeometry;
import org.eclipse.gef.SnapToGrid;
import org.eclipse.gef.Tool;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CompoundCommand;
import org.eclipse.gef.requests.GroupRequest;
import org.eclipse.gef.tools.PanningSelectionTool;
import org.eclipse.gef.ui.parts.ScrollingGraphicalViewer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.core.Positions;
import org.vpnhub.ui.diagram.figures.Icons;
import org.vpnhub.ui.diagram.figures.Look;
import org.vpnhub.ui.diagram.parts.DocumentStack;
import org.vpnhub.ui.diagram.parts.Parts;
import org.vpnhub.ui.diagram.parts.RootPart;
import org.vpnhub.ui.diagram.parts.Session;
import org.vpnhub.ui.diagram.scene.Arrange;
import org.vpnhub.ui.diagram.scene.Item;
import org.vpnhub.ui.diagram.scene.NodeItem;
import org.vpnhub.ui.diagram.scene.Scene;
import org.vpnhub.ui.secrets.Secrets;

/** The picture of a session with its palette, and what can be done to it as a whole. */
public final class DiagramCanvas {
  private static final int GRID = 20;

  private final Session session;
  private final GraphicalViewer viewer = new ScrollingGraphicalViewer();
  private final EditDomain domain;
  private final Zoom zoom;
  private final ModelSelection selection;
  private final @Nullable Palette palette;
  private final List<Runnable> onView = new CopyOnWriteArrayList<>();
  private final Consumer<Set<String>> placesListener = keys -> viewChanged();
  private boolean fitted;

  /**
   * @param withPalette whether there are tools beside the picture
   */
  DiagramCanvas(Composite parent, Session session, boolean withPalette) {
    this.session = session;
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(area);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    domain = new Domain(session);
    palette = withPalette ? new Palette(area, this, domain) : null;
    Control control = viewer.createControl(area);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(control);
    Widgets.id(control, "diagram.canvas");
    // The theme must not paint over the picture's own ground.
    control.setData("org.eclipse.e4.ui.css.disabled", true);
    viewer.setRootEditPart(new RootPart(session.look()));
    viewer.setEditPartFactory(new Parts(session));
    viewer.setProperty(SnapToGrid.PROPERTY_GRID_SPACING, new Dimension(GRID, GRID));
    viewer.setProperty(SnapToGeometry.PROPERTY_SNAP_ENABLED, true);
    domain.addViewer(viewer);
    zoom = new Zoom(viewer);
    viewer.setKeyHandler(new DiagramKeys(viewer, this));
    selection = new ModelSelection(viewer, session);
    applyLook();
    viewer.setContents(session.scene());
    session.addListener(this::changed);
    session.positions().addListener(placesListener);
    session.onMade(this::made);
    watchView(control);
  }

  private void watchView(Control control) {
    zoom.onChange(this::viewChanged);
    viewport().addPropertyChangeListener(Viewport.PROPERTY_VIEW_LOCATION, e -> viewChanged());
    control.addListener(
        SWT.Resize,
        e -> {
          if (!fitted || zoom.isFitted()) fitLater();
          viewChanged();
        });
  }

  /** All of the picture is shown until the user chooses another size. */
  private void fitLater() {
    if (control().getSize().x < 50) return;
    fitted = true;
    control()
        .getDisplay()
        .asyncExec(
            () -> {
              if (!isDisposed()) zoom.fit(picture());
            });
  }

  /** Takes the colours that suit the ground of the window. */
  void applyLook() {
    boolean dark = Look.isDark(control().getParent().getBackground().getRGB());
    session.look().setDark(dark);
    control().setBackground(session.look().canvas());
    control().redraw();
    viewChanged();
  }

  Session session() {
    return session;
  }

  GraphicalViewer viewer() {
    return viewer;
  }

  /** The middle of what shows an element, on the screen. */
  Optional<Point> place(EObject element) {
    return session
        .scene()
        .find(element)
        .flatMap(selection::part)
        .map(part -> ((GraphicalEditPart) part).getFigure())
        .filter(figure -> !figure.getBounds().isEmpty())
        .map(
            figure -> {
              var bounds = figure.getBounds().getCopy();
              figure.translateToAbsolute(bounds);
              return control().toDisplay(bounds.getCenter().x, bounds.getCenter().y);
            });
  }

  Control control() {
    return viewer.getControl();
  }

  /** Whether it is gone; GEF forgets a control that is disposed. */
  boolean isDisposed() {
    return control() == null || control().isDisposed();
  }

  ModelSelection selection() {
    return selection;
  }

  Zoom zoom() {
    return zoom;
  }

  Viewport viewport() {
    return ((FigureCanvas) control()).getViewport();
  }

  /** Runs something each time another part of the diagram is shown, or the diagram has changed. */
  void onView(Runnable listener) {
    onView.add(listener);
  }

  void removeOnView(Runnable listener) {
    onView.remove(listener);
  }

  private void changed(Scene.Delta delta) {
    boolean goneOrMoved =
        delta.outermost() || !delta.containers().isEmpty() || !delta.ends().isEmpty();
    if (goneOrMoved) hideTooltip();
    viewChanged();
  }

  /** The figure that it tells of may be gone; Draw2d takes it away when the pointer leaves. */
  private void hideTooltip() {
    control().notifyListeners(SWT.MouseExit, new Event());
  }

  private void viewChanged() {
    onView.forEach(Runnable::run);
  }

  /** The area that the figures take. */
  Rectangle picture() {
    Rectangle all = null;
    for (NodeItem n : session.scene().outermost()) {
      Bounds b = session.bounds(n);
      Rectangle r = new Rectangle(b.x(), b.y(), b.width(), b.height());
      all = all == null ? r : all.union(r);
    }
    return all == null ? new Rectangle(0, 0, 1, 1) : all;
  }

  void focusCanvas() {
    control().setFocus();
  }

  void focusPalette() {
    if (palette != null) palette.focus();
  }

  /** Uses a tool without the mouse. */
  void use(org.vpnhub.ui.diagram.core.Tool tool) {
    String fault;
    try {
      fault = session.use(tool, selection.items());
    } catch (RuntimeException e) {
      fault = String.valueOf(e.getMessage());
    }
    if (!fault.isEmpty()) session.complain(fault);
    focusCanvas();
  }

  /** Offers the tools in a menu at the selected figure. */
  void offerTools() {
    Menu menu = new Menu(control());
    fillTools(menu);
    menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
    menu.setLocation(control().toDisplay(20, 20));
    menu.setVisible(true);
  }

  /** Puts the tools into a menu. */
  void fillTools(Menu menu) {
    for (org.vpnhub.ui.diagram.core.Tool tool : session.tools()) {
      MenuItem item = Widgets.id(new MenuItem(menu, SWT.PUSH), "diagram.new." + tool.name());
      item.setText(tool.label());
      if (!tool.icon().isEmpty()) item.setImage(Icons.small(tool.icon()));
      item.addListener(SWT.Selection, e -> use(tool));
    }
  }

  /** Selects what has just been made, shows it, and lets the user name it. */
  private void made(Item item) {
    viewer.flush();
    selection
        .part(item)
        .ifPresent(
            part -> {
              viewer.select(part);
              viewer.reveal(part);
              Secrets.createKeys(session.document(), List.of(item.element()), control().getShell());
              if (item instanceof NodeItem) {
                control().getDisplay().asyncExec(this::rename);
              }
            });
  }

  /** Edits the name of the selected figure in place. */
  void rename() {
    if (isDisposed() || viewer.getSelectedEditParts().isEmpty()) return;
    var parts = viewer.getSelectedEditParts();
    var part = (org.eclipse.gef.EditPart) parts.getLast();
    viewer.reveal(part);
    part.performRequest(new Request(RequestConstants.REQ_DIRECT_EDIT));
  }

  /** Deletes what the selected figures show. */
  void delete() {
    GroupRequest request = new GroupRequest(RequestConstants.REQ_DELETE);
    CompoundCommand all = new CompoundCommand("Delete");
    for (Object part : List.copyOf(viewer.getSelectedEditParts())) {
      Command one = ((org.eclipse.gef.EditPart) part).getCommand(request);
      if (one != null) all.add(one);
    }
    if (all.isEmpty()) session.complain("This cannot be deleted.");
    else domain.getCommandStack().execute(all);
  }

  void selectAll() {
    viewer.setSelection(
        new org.eclipse.jface.viewers.StructuredSelection(
            viewer.getContents().getChildren().toArray()));
  }

  /** Moves the selected nodes. */
  void nudge(int dx, int dy) {
    Map<String, Bounds> places = new LinkedHashMap<>();
    for (NodeItem n : selectedNodes()) {
      Bounds b = session.bounds(n);
      places.put(n.key(), b.at(b.x() + dx, b.y() + dy));
    }
    session.move("Move", places);
  }

  /** Aligns or sizes the selected nodes by the one selected last. */
  void arrange(Arrange how) {
    Map<String, Bounds> nodes = new LinkedHashMap<>();
    for (NodeItem n : selectedNodes().reversed()) nodes.put(n.key(), session.absolute(n));
    if (nodes.size() < 2) {
      session.complain(how.label() + ": select two or more figures first.");
      return;
    }
    Map<String, Bounds> places = new LinkedHashMap<>();
    how.apply(nodes).forEach((key, b) -> places.put(key, inside(key, b)));
    session.move(how.label(), places);
  }

  private Bounds inside(String key, Bounds b) {
    Optional<NodeItem> parent = session.scene().node(key).flatMap(NodeItem::parent);
    return parent.map(session::absolute).map(p -> b.at(b.x() - p.x(), b.y() - p.y())).orElse(b);
  }

  private List<NodeItem> selectedNodes() {
    List<NodeItem> nodes = new ArrayList<>();
    for (Item i : selection.items()) if (i instanceof NodeItem n) nodes.add(n);
    return nodes;
  }

  /** Puts all nodes where a layout wants them. */
  void layOut(String label, Positions picture) {
    session.move(label, picture.all());
    zoom.fit(picture());
  }

  boolean isSet(String property) {
    return Boolean.TRUE.equals(viewer.getProperty(property));
  }

  void set(String property, boolean on) {
    viewer.setProperty(property, on);
  }

  /** Lets go of what outlives it. */
  void dispose() {
    session.positions().removeListener(placesListener);
  }

  /** Tells the palette which tool is active. */
  private final class Domain extends EditDomain {
    Domain(Session session) {
      setCommandStack(new DocumentStack(session));
      setDefaultTool(new PanningSelectionTool());
      loadDefaultTool();
    }

    @Override
    public void setActiveTool(Tool tool) {
      super.setActiveTool(tool);
      if (palette != null) palette.update();
    }
  }
}
