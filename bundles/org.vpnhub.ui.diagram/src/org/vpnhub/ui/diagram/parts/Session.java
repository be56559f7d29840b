package org.vpnhub.ui.diagram.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.gef.commands.Command;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.core.Deriver;
import org.vpnhub.ui.diagram.core.Diagram;
import org.vpnhub.ui.diagram.core.DiagramDefinition;
import org.vpnhub.ui.diagram.core.Node;
import org.vpnhub.ui.diagram.core.NodeStyle;
import org.vpnhub.ui.diagram.core.Positions;
import org.vpnhub.ui.diagram.core.Services;
import org.vpnhub.ui.diagram.core.Size;
import org.vpnhub.ui.diagram.core.Tool;
import org.vpnhub.ui.diagram.core.ToolRunner;
import org.vpnhub.ui.diagram.core.layout.Lines;
import org.vpnhub.ui.diagram.figures.CardFigure;
import org.vpnhub.ui.diagram.figures.ContainerFigure;
import org.vpnhub.ui.diagram.figures.FaceFigure;
import org.vpnhub.ui.diagram.figures.Look;
import org.vpnhub.ui.diagram.figures.Marks;
import org.vpnhub.ui.diagram.figures.NodeFace;
import org.vpnhub.ui.diagram.scene.EdgeItem;
import org.vpnhub.ui.diagram.scene.Item;
import org.vpnhub.ui.diagram.scene.MoveCommand;
import org.vpnhub.ui.diagram.scene.NodeItem;
import org.vpnhub.ui.diagram.scene.Scene;
import org.vpnhub.ui.diagram.scene.SharedPositions;

/**
 * One diagram of a document in an editor: what it shows, where, and what its tools do. Every change
 * of the model goes through the document's command stack. User interface thread only.
 */
public final class Session {
  private static final int INSIDE = 16;
  private static final Size EMPTY = new Size(220, 120);

  /** What the size of a node depends on. */
  private record Measured(String label, NodeStyle style, boolean container, boolean empty) {}

  private final ModelDocument document;
  private final DiagramDefinition definition;
  private final Services services;
  private final ToolRunner runner;
  private final Supplier<EObject> root;
  private final SharedPositions positions;
  private final Look look = new Look();
  private final Scene scene = new Scene();
  private final Overlay overlay;
  private final FaceFigure cardRuler = new CardFigure(look);
  private final FaceFigure containerRuler = new ContainerFigure(look);
  private final Set<String> layers;
  private final Map<Measured, Size> sizes = new HashMap<>();
  private final List<Consumer<Scene.Delta>> listeners = new ArrayList<>();
  private Consumer<String> complaints = text -> {};
  private Consumer<Item> onMade = item -> {};
  private Consumer<Item> onOpen = item -> {};
  private boolean editable = true;
  private boolean selfArranged;

  /**
   * @param root the element that the diagram is about
   */
  public Session(
      ModelDocument document,
      DiagramDefinition definition,
      Services services,
      Supplier<EObject> root,
      SharedPositions positions) {
    this.document = document;
    this.definition = definition;
    this.services = services;
    this.root = root;
    this.positions = positions;
    runner = new ToolRunner(definition, services);
    overlay = new Overlay(document, scene);
    layers = new HashSet<>(definition.activeLayers());
  }

  public ModelDocument document() {
    return document;
  }

  public DiagramDefinition definition() {
    return definition;
  }

  public Services services() {
    return services;
  }

  public ToolRunner runner() {
    return runner;
  }

  public SharedPositions positions() {
    return positions;
  }

  public Look look() {
    return look;
  }

  public Scene scene() {
    return scene;
  }

  /** What is laid over the definition's picture. */
  public Overlay overlay() {
    return overlay;
  }

  /** Whether gestures may change something. */
  public boolean isEditable() {
    return editable;
  }

  public void setEditable(boolean editable) {
    this.editable = editable;
  }

  /** Whether all nodes are placed anew with each change, by layers, and not by the user. */
  public boolean isSelfArranged() {
    return selfArranged;
  }

  public void setSelfArranged(boolean selfArranged) {
    this.selfArranged = selfArranged;
  }

  /** Where to tell the user what could not be done. */
  public void onComplaint(Consumer<String> complaints) {
    this.complaints = complaints;
  }

  /** What to do with the item of something that has just been made. */
  public void onMade(Consumer<Item> made) {
    onMade = made;
  }

  /** What opening an item does. */
  public void onOpen(Consumer<Item> open) {
    onOpen = open;
  }

  void open(Item item) {
    onOpen.accept(item);
  }

  /** Tells the user what could not be done. */
  public void complain(String text) {
    complaints.accept(text);
  }

  /** The listener is told what changed each time the diagram is derived anew. */
  public void addListener(Consumer<Scene.Delta> listener) {
    listeners.add(listener);
  }

  public void removeListener(Consumer<Scene.Delta> listener) {
    listeners.remove(listener);
  }

  public boolean isShown(String layer) {
    return layers.contains(layer);
  }

  /** Shows or hides an optional layer of the definition. */
  public void show(String layer, boolean shown) {
    if (shown ? layers.add(layer) : layers.remove(layer)) refresh();
  }

  /** Derives the diagram anew and tells the listeners the difference. */
  public void refresh() {
    refresh(null);
  }

  private void refresh(@Nullable Bounds at) {
    Diagram next = Deriver.derive(definition, root.get(), services, layers);
    Scene.Delta delta = scene.show(next);
    overlay.update();
    Places.find(this, delta.added(), at);
    List.copyOf(listeners).forEach(l -> l.accept(delta));
  }

  /** The size that a node needs for its label; of a container, for its heading. */
  public Size size(Node node) {
    boolean empty = node.container() && node.children().isEmpty();
    Measured key = new Measured(node.label(), node.style(), node.container(), empty);
    return sizes.computeIfAbsent(key, k -> measure(node, empty));
  }

  private Size measure(Node node, boolean empty) {
    FaceFigure ruler = node.container() ? containerRuler : cardRuler;
    ruler.show(new NodeFace(node.label().lines().toList(), node.style(), Marks.NONE));
    Dimension size = ruler.leastSize();
    return new Size(
        Math.max(size.width, empty ? Math.max(EMPTY.width(), node.style().width()) : 0),
        Math.max(size.height, empty ? Math.max(EMPTY.height(), node.style().height()) : 0));
  }

  /**
   * Where a node stands, seen from its container: large enough for its label, and for what is
   * inside it.
   */
  public Bounds bounds(NodeItem item) {
    Bounds b = positions.get(item.key()).orElse(new Bounds(0, 0, 0, 0));
    Size least = size(item.node());
    int width = Math.max(b.width(), least.width());
    int height = Math.max(b.height(), least.height());
    for (NodeItem child : item.children()) {
      Bounds c = bounds(child);
      width = Math.max(width, c.x() + c.width() + INSIDE);
      height = Math.max(height, c.y() + c.height() + INSIDE);
    }
    return new Bounds(b.x(), b.y(), width, height);
  }

  /** The positions of all nodes as they are shown, for core's layouts and writers. */
  public Positions shown() {
    Positions shown = new Positions();
    for (NodeItem n : scene.nodes()) shown.set(n.key(), bounds(n));
    return shown;
  }

  /** The routes of all edges by their keys. */
  Map<String, Lines.Route> routes() {
    return scene.diagram().map(d -> Lines.of(d, shown())).orElse(Map.of());
  }

  /** Where a node stands, seen from the diagram. */
  public Bounds absolute(NodeItem item) {
    Bounds b = bounds(item);
    return item.parent().map(this::absolute).map(p -> b.at(b.x() + p.x(), b.y() + p.y())).orElse(b);
  }

  /** Whether figures stand elsewhere than the layout file has them. */
  public boolean hasMoved() {
    return !selfArranged
        && positions.isDirty(scene.nodes().stream().map(NodeItem::key).collect(Collectors.toSet()));
  }

  /** Moves nodes, undoably. */
  public void move(String label, Map<String, Bounds> places) {
    document.execute(new MoveCommand(label, positions, places));
  }

  /** The keys of all nodes that there would be now. */
  public Set<String> keys() {
    return Deriver.derive(definition, root.get(), services, layers).nodesByKey().keySet();
  }

  /** The element of the model with an id. */
  public Optional<EObject> element(String id) {
    for (var all = document.network().eAllContents(); all.hasNext(); ) {
      EObject e = all.next();
      if (id.equals(EcoreUtil.getID(e))) return Optional.of(e);
    }
    return Optional.empty();
  }

  /** Tools of the palette. */
  public List<Tool> tools() {
    return definition.tools().stream().filter(Tool::inPalette).toList();
  }

  boolean canCreate(Tool tool, Optional<NodeItem> container) {
    return editable
        && runner.canCreate(tool, container.map(NodeItem::node).orElse(null), root.get());
  }

  /**
   * Makes something by a tool, at a place if one is given, else at a free one.
   *
   * @return the item that shows what has been made
   */
  Optional<Item> create(Tool tool, Optional<NodeItem> container, @Nullable Bounds at) {
    EObject in = container.map(c -> c.element()).orElseGet(root);
    return make(tool, () -> runner.create(tool, in), at);
  }

  Optional<Item> connect(Tool tool, NodeItem source, NodeItem target) {
    return make(tool, () -> runner.connect(tool, source.element(), target.element()), null);
  }

  /**
   * Uses a tool without the mouse: makes a node inside a selected one if it can be there, else
   * wherever it can be, at a free place; or connects two selected nodes.
   *
   * @return why not, for the user; empty when it was done
   */
  public String use(Tool tool, List<Item> selected) {
    List<NodeItem> nodes =
        selected.stream().filter(NodeItem.class::isInstance).map(NodeItem.class::cast).toList();
    return tool.kind() == Tool.Kind.CREATE_EDGE ? connect(tool, nodes) : create(tool, nodes);
  }

  private String connect(Tool tool, List<NodeItem> nodes) {
    for (NodeItem a : nodes) {
      for (NodeItem b : nodes) {
        if (a != b && canConnect(tool, a, b)) {
          connect(tool, a, b);
          return "";
        }
      }
    }
    return tool.label() + ": select the two figures to connect first (Control+Space adds one).";
  }

  private String create(Tool tool, List<NodeItem> nodes) {
    for (NodeItem n : nodes) {
      for (Optional<NodeItem> c = Optional.of(n); c.isPresent(); c = c.get().parent()) {
        if (canCreate(tool, c)) return done(create(tool, c, null));
      }
    }
    if (canCreate(tool, Optional.empty())) return done(create(tool, Optional.empty(), null));
    for (NodeItem n : scene.nodes()) {
      if (canCreate(tool, Optional.of(n))) return done(create(tool, Optional.of(n), null));
    }
    return tool.label() + ": there is nothing here yet that it could be in.";
  }

  private static String done(Optional<Item> made) {
    return made.isPresent() ? "" : "Nothing was made.";
  }

  private Optional<Item> make(Tool tool, Supplier<Optional<EObject>> work, @Nullable Bounds at) {
    AtomicReference<@Nullable EObject> made = new AtomicReference<>();
    document.execute("Add " + tool.label(), () -> made.set(work.get().orElse(null)));
    refresh(at);
    Optional<Item> item = Optional.ofNullable(made.get()).flatMap(scene::find);
    item.ifPresent(onMade);
    return item;
  }

  boolean canStart(Tool tool, NodeItem source) {
    return editable && runner.canStart(tool, source.node());
  }

  boolean canConnect(Tool tool, NodeItem source, NodeItem target) {
    return editable && runner.canConnect(tool, source.node(), target.node());
  }

  /** Deletes what an item shows; empty when it cannot be deleted. */
  Optional<Command> delete(Item item) {
    Optional<Tool> tool =
        switch (item) {
          case NodeItem n -> runner.deleteTool(n.node());
          case EdgeItem e -> runner.deleteTool(e.edge());
        };
    EObject element = item.element();
    return tool.filter(t -> editable)
        .map(t -> new Steps.Change(t.label(), () -> deleteIfThere(t, element)));
  }

  /** A gesture may delete an element together with what it is in. */
  private void deleteIfThere(Tool tool, EObject element) {
    if (EcoreUtil.getRootContainer(element) == document.network()) runner.delete(tool, element);
  }

  private Optional<Tool> editTool(Item item) {
    if (!editable) return Optional.empty();
    return switch (item) {
      case NodeItem n -> runner.editTool(n.node());
      case EdgeItem e -> runner.editTool(e.edge());
    };
  }

  /** The name of an item as it is to be edited; empty when it cannot be. */
  public Optional<String> editText(Item item) {
    String label =
        switch (item) {
          case NodeItem n -> n.node().label();
          case EdgeItem e -> e.edge().centerLabel();
        };
    String first = label.lines().findFirst().orElse("");
    return editTool(item).map(t -> runner.editText(t, item.element(), first));
  }

  Optional<Command> rename(Item item, String text) {
    return editTool(item)
        .map(t -> new Steps.Change(t.label(), () -> runner.edit(t, item.element(), text)));
  }

  /** Moves an end of an edge to another node; empty when it cannot go there. */
  Optional<Command> reconnect(EdgeItem edge, boolean source, NodeItem end) {
    if (!editable) return Optional.empty();
    EObject old = (source ? edge.source() : edge.target()).element();
    return runner
        .reconnectTool(edge.edge(), source, end.node())
        .map(
            t ->
                new Steps.Change(
                    t.label(), () -> runner.reconnect(t, edge.element(), old, end.element())));
  }
}
