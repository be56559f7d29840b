package org.vpnhub.ui.diagram.core;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/**
 * Says where the tools of a diagram can be used, and does what they say. The work is plain edits of
 * the model: the editor makes them undoable.
 */
public final class ToolRunner {
  private final DiagramDefinition definition;
  private final Services services;

  public ToolRunner(DiagramDefinition definition, Services services) {
    this.definition = definition;
    this.services = services;
  }

  /**
   * Whether a creation tool can make something in a container.
   *
   * @param container null for the diagram itself
   */
  public boolean canCreate(Tool tool, @Nullable Node container, EObject root) {
    EObject element = container == null ? root : container.element();
    boolean fits =
        container == null
            ? definition.layers().stream().anyMatch(l -> has(l.nodes(), tool.mappings()))
            : has(container.mapping().children(), tool.mappings())
                || tool.extraTargets().contains(container.mapping().name());
    return fits && services.holds(tool.precondition(), element, Map.of("container", element));
  }

  private static boolean has(Collection<NodeMapping> mappings, List<String> names) {
    return mappings.stream().anyMatch(m -> names.contains(m.name()));
  }

  /** What a creation tool has made. */
  public Optional<EObject> create(Tool tool, EObject container) {
    return run(tool, container, Map.of("container", container));
  }

  /** Whether an edge can begin at a node. */
  public boolean canStart(Tool tool, Node source) {
    return edges(tool).anyMatch(m -> m.sources().contains(source.mapping().name()))
        || tool.extraSources().contains(source.mapping().name());
  }

  /** Whether an edge can go from one node to another. */
  public boolean canConnect(Tool tool, Node source, Node target) {
    boolean fits =
        edges(tool).anyMatch(m -> m.targets().contains(target.mapping().name()))
            || tool.extraTargets().contains(target.mapping().name());
    return source != target
        && fits
        && canStart(tool, source)
        && services.holds(
            tool.precondition(),
            source.element(),
            Map.of("source", source.element(), "target", target.element()));
  }

  private Stream<EdgeMapping> edges(Tool tool) {
    return definition.layers().stream()
        .flatMap(l -> l.edges().stream())
        .filter(m -> tool.mappings().contains(m.name()));
  }

  /** What an edge creation tool has made. */
  public Optional<EObject> connect(Tool tool, EObject source, EObject target) {
    return run(tool, source, Map.of("source", source, "target", target));
  }

  /** The tool that deletes what a node shows; empty when it cannot be deleted now. */
  public Optional<Tool> deleteTool(Node node) {
    return usable(node.mapping().deleteTool(), node.element());
  }

  /** The tool that deletes what an edge shows; empty when it cannot be deleted now. */
  public Optional<Tool> deleteTool(Edge edge) {
    return usable(edge.mapping().deleteTool(), edge.element());
  }

  public void delete(Tool tool, EObject element) {
    run(tool, element, Map.of("element", element));
  }

  /** The tool that edits the label of a node; empty when it cannot be edited. */
  public Optional<Tool> editTool(Node node) {
    return usable(node.mapping().editTool(), node.element());
  }

  /** The tool that edits the label of an edge; empty when it cannot be edited. */
  public Optional<Tool> editTool(Edge edge) {
    return usable(edge.mapping().editTool(), edge.element());
  }

  /** The text that direct edit begins with. */
  public String editText(Tool tool, EObject element, String label) {
    return tool.inputLabel().isEmpty() ? label : services.text(tool.inputLabel(), element);
  }

  public void edit(Tool tool, EObject element, String text) {
    run(tool, element, Map.of("arg0", text));
  }

  /**
   * The tool that moves an end of an edge to another node; empty when it cannot go there.
   *
   * @param source whether it is the source's end
   */
  public Optional<Tool> reconnectTool(Edge edge, boolean source, Node newEnd) {
    List<String> ends = source ? edge.mapping().sources() : edge.mapping().targets();
    if (!ends.contains(newEnd.mapping().name())) return Optional.empty();
    Tool.Kind kind = source ? Tool.Kind.RECONNECT_SOURCE : Tool.Kind.RECONNECT_TARGET;
    return edge.mapping().reconnectTools().stream()
        .flatMap(name -> definition.tool(name).stream())
        .filter(t -> t.kind() == kind)
        .filter(
            t ->
                services.holds(t.precondition(), edge.element(), Map.of("element", edge.element())))
        .findFirst();
  }

  public void reconnect(Tool tool, EObject element, EObject oldEnd, EObject newEnd) {
    run(tool, element, Map.of("element", element, "source", oldEnd, "target", newEnd));
  }

  /** Whether a tool of kind APPLY can be applied to an element. */
  public boolean canApply(Tool tool, EObject element) {
    return services.holds(tool.precondition(), element, Map.of("element", element));
  }

  /** What a tool of kind APPLY has made or changed. */
  public Optional<EObject> apply(Tool tool, EObject element) {
    return run(tool, element, Map.of("element", element));
  }

  private Optional<Tool> usable(String name, EObject element) {
    return definition
        .tool(name)
        .filter(t -> services.holds(t.precondition(), element, Map.of("element", element)));
  }

  private Optional<EObject> run(Tool tool, EObject self, Map<String, Object> variables) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(variables);
    return services.value(tool.operation(), self, all) instanceof EObject made
        ? Optional.of(made)
        : Optional.empty();
  }
}
