package org.vpnhub.ui.diagram.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;

/**
 * What a diagram shows of a model at one moment.
 *
 * @param definition the kind of diagram
 * @param root the element that it is about
 * @param title for people
 * @param nodes the outermost nodes
 * @param edges between nodes at any depth
 */
public record Diagram(
    DiagramDefinition definition, EObject root, String title, List<Node> nodes, List<Edge> edges) {
  public Diagram {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** All nodes, containers before what is in them. */
  public List<Node> allNodes() {
    List<Node> all = new ArrayList<>();
    collect(nodes, all);
    return all;
  }

  private static void collect(List<Node> nodes, List<Node> all) {
    for (Node n : nodes) {
      all.add(n);
      collect(n.children(), all);
    }
  }

  /** All nodes by their keys. */
  public Map<String, Node> nodesByKey() {
    Map<String, Node> map = new LinkedHashMap<>();
    allNodes().forEach(n -> map.put(n.key(), n));
    return map;
  }

  /** The keys of the outermost nodes that nodes are in, by the keys of all nodes. */
  public Map<String, String> outermost() {
    Map<String, String> map = new LinkedHashMap<>();
    for (Node top : nodes) {
      List<Node> all = new ArrayList<>(List.of(top));
      collect(top.children(), all);
      all.forEach(n -> map.put(n.key(), top.key()));
    }
    return map;
  }
}
