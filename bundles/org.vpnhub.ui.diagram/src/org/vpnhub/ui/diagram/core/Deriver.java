package org.vpnhub.ui.diagram.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/** Derives what a diagram shows: nodes, edges, labels and styles, from a definition and a model. */
public final class Deriver {
  private final DiagramDefinition definition;
  private final Services services;
  private final List<Layer> layers;
  private final Set<String> keys = new HashSet<>();
  private final Map<EObject, List<Node>> nodesOf = new IdentityHashMap<>();
  private final Map<String, List<Node>> nodesByMapping = new HashMap<>();

  private Deriver(DiagramDefinition definition, Services services, Set<String> active) {
    this.definition = definition;
    this.services = services;
    layers =
        definition.layers().stream()
            .filter(l -> !l.optional() || active.contains(l.name()))
            .toList();
  }

  /** The diagram with the layers that are shown at first. */
  public static Diagram derive(DiagramDefinition definition, EObject root, Services services) {
    return derive(definition, root, services, definition.activeLayers());
  }

  /**
   * @param active names of the optional layers to show
   * @throws IllegalStateException when an expression does not fit the services or the model
   */
  public static Diagram derive(
      DiagramDefinition definition, EObject root, Services services, Set<String> active) {
    return new Deriver(definition, services, active).derive(root);
  }

  /**
   * Whether an element can have a diagram of this kind: it is of the class, and the precondition
   * holds.
   */
  public static boolean applies(DiagramDefinition definition, EObject root, Services services) {
    return isA(root, definition.domainClass())
        && services.holds(definition.precondition(), root, Map.of());
  }

  private Diagram derive(EObject root) {
    List<Node> nodes = new ArrayList<>();
    for (Layer layer : layers) {
      for (NodeMapping m : layer.nodes()) nodes(m, root, nodes);
    }
    List<Edge> edges = new ArrayList<>();
    for (Layer layer : layers) {
      for (EdgeMapping m : layer.edges()) {
        if (m.relation()) relations(m, edges);
        else edges(m, root, edges);
      }
    }
    String title =
        definition.title().isEmpty() ? definition.label() : services.text(definition.title(), root);
    return new Diagram(definition, root, title, nodes, edges);
  }

  private void nodes(NodeMapping mapping, EObject parent, List<Node> to) {
    for (EObject element : services.elements(mapping.candidates(), parent)) {
      if (!isA(element, mapping.domainClass())) continue;
      String key = key(mapping.name(), element);
      if (!keys.add(key)) continue;
      List<Node> children = new ArrayList<>();
      for (NodeMapping child : mapping.children()) nodes(child, element, children);
      NodeMapping.Look look =
          mapping.looks().stream()
              .filter(l -> services.holds(l.predicate(), element, Map.of()))
              .findFirst()
              .orElseThrow();
      String tooltip = look.tooltip().isEmpty() ? "" : services.text(look.tooltip(), element);
      String label = services.text(look.label(), element);
      Node node = new Node(key, mapping, element, label, tooltip, look.style(), children);
      to.add(node);
      nodesOf.computeIfAbsent(element, e -> new ArrayList<>(1)).add(node);
      nodesByMapping.computeIfAbsent(mapping.name(), m -> new ArrayList<>()).add(node);
    }
  }

  private void edges(EdgeMapping mapping, EObject root, List<Edge> edges) {
    for (EObject element : services.elements(mapping.candidates(), root)) {
      if (!isA(element, mapping.domainClass())) continue;
      List<Node> sources = ends(mapping.sourceFinder(), element, mapping.sources());
      List<Node> targets = ends(mapping.targetFinder(), element, mapping.targets());
      boolean several = sources.size() * targets.size() > 1;
      for (Node source : sources) {
        for (Node target : targets) {
          String key = key(mapping.name(), element);
          if (several) key += ">" + source.key() + ">" + target.key();
          add(mapping, element, key, source, target, edges);
        }
      }
    }
  }

  private void relations(EdgeMapping mapping, List<Edge> edges) {
    for (String name : mapping.sources()) {
      for (Node source : nodesByMapping.getOrDefault(name, List.of())) {
        for (Node target : ends(mapping.targetFinder(), source.element(), mapping.targets())) {
          String key = mapping.name() + ":" + source.key() + ">" + target.key();
          add(mapping, source.element(), key, source, target, edges);
        }
      }
    }
  }

  private List<Node> ends(String finder, EObject element, List<String> mappings) {
    List<Node> ends = new ArrayList<>(1);
    for (EObject end : services.elements(finder, element)) {
      for (Node n : nodesOf.getOrDefault(end, List.of())) {
        if (mappings.contains(n.mapping().name())) ends.add(n);
      }
    }
    return ends;
  }

  private void add(
      EdgeMapping mapping, EObject element, String key, Node source, Node target, List<Edge> to) {
    if (source == target || !keys.add(key)) return;
    EdgeMapping.Look look =
        mapping.looks().stream()
            .filter(l -> services.holds(l.predicate(), element, Map.of()))
            .findFirst()
            .orElseThrow();
    String begin = label(look.begin(), element);
    String center = label(look.center(), element);
    String end = label(look.end(), element);
    String tooltip =
        mapping.relation()
            ? source.tooltip()
            : Stream.of(center, begin, end)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining("\n"));
    to.add(
        new Edge(
            key,
            mapping,
            element,
            source.key(),
            target.key(),
            begin,
            center,
            end,
            tooltip,
            look.style()));
  }

  private String label(String expression, EObject element) {
    return expression.isEmpty() ? "" : services.text(expression, element);
  }

  /** Mapping and id; the place in the model for an element without an id. */
  static String key(String mapping, EObject element) {
    EStructuralFeature id = element.eClass().getEStructuralFeature("id");
    @Nullable Object value = id == null ? null : element.eGet(id);
    if (value != null && !value.toString().isBlank()) {
      return mapping + ":" + value.toString().strip().replaceAll("\\s", "_");
    }
    EObject root = EcoreUtil.getRootContainer(element);
    return mapping + ":" + EcoreUtil.getRelativeURIFragmentPath(root, element);
  }

  /** Whether an element is of a class, {@code model.Site}, or of one derived from it. */
  static boolean isA(EObject element, String domainClass) {
    return is(element.eClass(), domainClass)
        || element.eClass().getEAllSuperTypes().stream().anyMatch(c -> is(c, domainClass));
  }

  private static boolean is(EClass c, String domainClass) {
    String full = c.getEPackage().getName() + "." + c.getName();
    return full.equals(domainClass) || c.getName().equals(domainClass);
  }
}
