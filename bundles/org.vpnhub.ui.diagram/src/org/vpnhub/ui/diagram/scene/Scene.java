package org.vpnhub.ui.diagram.scene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.core.Diagram;
import org.vpnhub.ui.diagram.core.Edge;
import org.vpnhub.ui.diagram.core.Node;

/** The items of one diagram, brought up to date by the difference to the last one shown. */
public final class Scene {
  /**
   * What a new diagram changed.
   *
   * @param outermost whether outermost nodes came, went or changed places in the order
   * @param containers nodes whose children did
   * @param ends nodes whose edges did
   * @param nodes nodes that look different
   * @param edges edges that look different
   * @param added nodes that were not there before
   */
  public record Delta(
      boolean outermost,
      Set<NodeItem> containers,
      Set<NodeItem> ends,
      Set<NodeItem> nodes,
      Set<EdgeItem> edges,
      List<NodeItem> added) {}

  private @Nullable Diagram diagram;
  private Map<String, NodeItem> nodes = Map.of();
  private Map<String, EdgeItem> edges = Map.of();
  private List<NodeItem> outermost = List.of();
  private final Map<EObject, Item> byElement = new HashMap<>();

  /** The diagram shown last. */
  public Optional<Diagram> diagram() {
    return Optional.ofNullable(diagram);
  }

  public List<NodeItem> outermost() {
    return outermost;
  }

  public Collection<NodeItem> nodes() {
    return nodes.values();
  }

  public Collection<EdgeItem> edges() {
    return edges.values();
  }

  public Optional<NodeItem> node(String key) {
    return Optional.ofNullable(nodes.get(key));
  }

  public Optional<EdgeItem> edge(String key) {
    return Optional.ofNullable(edges.get(key));
  }

  /** Shows a diagram; items of the same key stay the same objects. */
  public Delta show(Diagram next) {
    Delta delta =
        new Delta(
            false,
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new ArrayList<>());
    Map<String, NodeItem> nextNodes = new LinkedHashMap<>();
    List<NodeItem> top = nodeItems(next.nodes(), null, nextNodes, delta);
    boolean outermostChanged = !top.equals(outermost);
    outermost = top;
    nodes = nextNodes;
    edges = edgeItems(next.edges(), delta);
    connect(delta);
    diagram = next;
    index();
    return new Delta(
        outermostChanged, delta.containers, delta.ends, delta.nodes, delta.edges, delta.added);
  }

  private List<NodeItem> nodeItems(
      List<Node> from, @Nullable NodeItem parent, Map<String, NodeItem> into, Delta delta) {
    List<NodeItem> items = new ArrayList<>();
    for (Node n : from) {
      NodeItem item = nodes.get(n.key());
      if (item == null) {
        item = new NodeItem(n);
        delta.added.add(item);
      } else if (!sameLook(item.node, n)) {
        delta.nodes.add(item);
      }
      item.node = n;
      item.parent = parent;
      into.put(n.key(), item);
      items.add(item);
      List<NodeItem> children = nodeItems(n.children(), item, into, delta);
      if (!children.equals(item.children)) delta.containers.add(item);
      item.children = children;
    }
    return items;
  }

  private static boolean sameLook(Node a, Node b) {
    return a.label().equals(b.label())
        && a.tooltip().equals(b.tooltip())
        && a.style().equals(b.style())
        && a.element() == b.element();
  }

  private Map<String, EdgeItem> edgeItems(List<Edge> from, Delta delta) {
    Map<String, EdgeItem> items = new LinkedHashMap<>();
    for (Edge e : from) {
      NodeItem source = nodes.get(e.sourceKey());
      NodeItem target = nodes.get(e.targetKey());
      if (source == null || target == null) continue;
      EdgeItem item = edges.get(e.key());
      if (item == null) item = new EdgeItem(e, source, target);
      else if (!item.edge.equals(e)) delta.edges.add(item);
      item.edge = e;
      item.source = source;
      item.target = target;
      items.put(e.key(), item);
    }
    return items;
  }

  /** Gives each node its edges. */
  private void connect(Delta delta) {
    Map<NodeItem, List<EdgeItem>> out = new HashMap<>();
    Map<NodeItem, List<EdgeItem>> in = new HashMap<>();
    for (EdgeItem e : edges.values()) {
      out.computeIfAbsent(e.source, n -> new ArrayList<>()).add(e);
      in.computeIfAbsent(e.target, n -> new ArrayList<>()).add(e);
    }
    for (NodeItem n : nodes.values()) {
      List<EdgeItem> outgoing = out.getOrDefault(n, List.of());
      List<EdgeItem> incoming = in.getOrDefault(n, List.of());
      if (!outgoing.equals(n.outgoing) || !incoming.equals(n.incoming)) delta.ends.add(n);
      n.outgoing = outgoing;
      n.incoming = incoming;
    }
  }

  private void index() {
    byElement.clear();
    // A relation's element is that of its source node, which wins.
    edges.values().stream()
        .filter(e -> !e.edge.mapping().relation())
        .forEach(e -> byElement.put(e.element(), e));
    nodes.values().forEach(n -> byElement.putIfAbsent(n.element(), n));
  }

  /**
   * What shows an element; if nothing does, what shows the site that it was made for, or the
   * nearest element around it.
   */
  public Optional<Item> find(EObject element) {
    for (EObject e = element; e != null; e = e.eContainer()) {
      Item item = byElement.get(e);
      if (item != null) return Optional.of(item);
      Item owner = byElement.get(owner(e));
      if (owner != null) return Optional.of(owner);
    }
    return Optional.empty();
  }

  private static @Nullable Object owner(EObject element) {
    EStructuralFeature site = element.eClass().getEStructuralFeature("site");
    return site == null ? null : element.eGet(site);
  }
}
