package org.vpnhub.ui.diagram.core.layout;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.core.Diagram;
import org.vpnhub.ui.diagram.core.Edge;
import org.vpnhub.ui.diagram.core.Node;
import org.vpnhub.ui.diagram.core.Positions;
import org.vpnhub.ui.diagram.core.Size;

/** Layers from left to right along the edges, by ELK. */
public final class LayeredLayout {
  private static final int MARGIN = 40;
  private static final double BETWEEN_NODES = 32;

  /** Room for an edge, without its labels. */
  private static final double BETWEEN_LAYERS = 80;

  /** Up to so many nodes the order of the model is kept; its cost grows with their square. */
  private static final int IN_ORDER = 100;

  /** So many sources of one target at most stand one below the other. */
  private static final int ONE_SIDE = 12;

  static {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  private LayeredLayout() {}

  /** Bounds of all nodes; what is inside a container stays together. */
  public static Positions layout(Diagram diagram, Sizes sizes) {
    Inside inside = Inside.of(diagram, sizes);
    ElkNode graph = ElkGraphUtil.createGraph();
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(CoreOptions.RANDOM_SEED, 1);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
    graph.setProperty(
        LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS + Lines.labelRoom(diagram));
    if (diagram.nodes().size() <= IN_ORDER) {
      graph.setProperty(
          LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    } else {
      graph.setProperty(LayeredOptions.THOROUGHNESS, 1);
    }
    Map<String, ElkNode> nodes = new LinkedHashMap<>();
    for (Node n : diagram.nodes()) {
      ElkNode node = ElkGraphUtil.createNode(graph);
      Size s = inside.size(n.key());
      node.setDimensions(s.width(), s.height());
      nodes.put(n.key(), node);
    }
    addEdges(diagram, nodes);
    new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
    Positions positions = new Positions();
    nodes.forEach((key, n) -> positions.set(key, bounds(n, inside.size(key))));
    inside.places().forEach(positions::set);
    return positions;
  }

  /** Many sources of one target are on both sides of it: the second half stands behind it. */
  private static void addEdges(Diagram diagram, Map<String, ElkNode> nodes) {
    Map<String, String> outermost = diagram.outermost();
    Map<ElkNode, Set<ElkNode>> sources = new LinkedHashMap<>();
    for (Edge e : diagram.edges()) {
      ElkNode source = nodes.get(outermost.get(e.sourceKey()));
      ElkNode target = nodes.get(outermost.get(e.targetKey()));
      if (source == target) continue;
      sources.computeIfAbsent(target, t -> new LinkedHashSet<>()).add(source);
    }
    sources.forEach(
        (target, all) -> {
          int left = all.size() > ONE_SIDE ? (all.size() + 1) / 2 : all.size();
          all.stream().limit(left).forEach(s -> ElkGraphUtil.createSimpleEdge(s, target));
          all.stream().skip(left).forEach(s -> ElkGraphUtil.createSimpleEdge(target, s));
        });
  }

  private static Bounds bounds(ElkNode node, Size size) {
    int x = (int) Math.round(node.getX()) + MARGIN;
    int y = (int) Math.round(node.getY()) + MARGIN;
    return new Bounds(x, y, size.width(), size.height());
  }
}
