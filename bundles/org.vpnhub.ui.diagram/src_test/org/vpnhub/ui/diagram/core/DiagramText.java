package org.vpnhub.ui.diagram.core;

import org.jspecify.annotations.Nullable;

/** A diagram and its definition as text, for golden files. */
final class DiagramText {
  private final StringBuilder out = new StringBuilder();

  static String definition(DiagramDefinition definition) {
    DiagramText text = new DiagramText();
    text.line(
        0, definition.name() + " (" + definition.label() + ") of " + definition.domainClass());
    for (Layer layer : definition.layers()) {
      String switched = layer.optional() ? layer.active() ? ", on" : ", off" : ", always";
      text.line(0, "layer " + layer.name() + switched);
      layer.nodes().forEach(n -> text.mapping(n, 1));
      for (EdgeMapping e : layer.edges()) {
        String ends = e.sources() + " -> " + e.targets();
        text.line(1, "edge " + e.name() + " of " + e.domainClass() + " " + ends);
        text.line(
            2,
            "delete " + e.deleteTool() + ", edit " + e.editTool() + ", move " + e.reconnectTools());
        for (EdgeMapping.Look l : e.looks()) {
          text.line(2, when(l.predicate()) + text.style(l.style()));
        }
      }
      for (Tool t : layer.tools()) {
        text.line(
            1, "tool " + t.kind() + " " + t.name() + " (" + t.section() + ": " + t.label() + ")");
        text.line(2, t.operation() + (t.precondition().isEmpty() ? "" : " if " + t.precondition()));
        text.line(
            2, "makes " + t.mappings() + " from " + t.extraSources() + " to " + t.extraTargets());
      }
    }
    return text.out.toString();
  }

  private void mapping(NodeMapping n, int indent) {
    line(indent, (n.container() ? "container " : "node ") + n.name() + " of " + n.domainClass());
    line(indent + 1, "delete " + n.deleteTool() + ", edit " + n.editTool());
    for (NodeMapping.Look l : n.looks()) line(indent + 1, when(l.predicate()) + style(l.style()));
    n.children().forEach(c -> mapping(c, indent + 1));
  }

  static String diagram(Diagram diagram) {
    DiagramText text = new DiagramText();
    text.line(0, diagram.definition().name() + " \"" + diagram.title() + "\"");
    diagram.nodes().forEach(n -> text.node(n, 1));
    for (Edge e : diagram.edges()) {
      text.line(1, e.key() + " " + e.sourceKey() + " -> " + e.targetKey());
      String labels =
          quote(e.beginLabel()) + " " + quote(e.centerLabel()) + " " + quote(e.endLabel());
      text.line(2, labels.strip());
      text.line(2, text.style(e.style()));
      text.line(2, "tooltip " + quote(e.tooltip()));
    }
    return text.out.toString();
  }

  private void node(Node n, int indent) {
    line(indent, n.key() + " " + quote(n.label()));
    line(indent + 1, style(n.style()));
    line(indent + 1, "tooltip " + quote(n.tooltip()));
    n.children().forEach(c -> node(c, indent + 1));
  }

  private String style(NodeStyle s) {
    return s.shape()
        + " fill "
        + tint(s.fill())
        + " border "
        + s.borderWidth()
        + " "
        + s.line()
        + " "
        + tint(s.border())
        + " text "
        + label(s.label());
  }

  private String style(EdgeStyle s) {
    return s.line()
        + " "
        + s.width()
        + " "
        + tint(s.color())
        + " "
        + s.sourceArrow()
        + "-"
        + s.targetArrow()
        + " text "
        + label(s.begin())
        + ", "
        + label(s.center())
        + ", "
        + label(s.end());
  }

  private static String label(@Nullable LabelStyle s) {
    if (s == null) return "none";
    return s.size() + (s.bold() ? " bold " : " ") + tint(s.color()) + " " + s.iconName();
  }

  private static String tint(Tint t) {
    return String.format("%06x/%06x", t.light(), t.dark());
  }

  private static String when(String predicate) {
    return predicate.isEmpty() ? "else " : "if " + predicate + " ";
  }

  private static String quote(String text) {
    return "\"" + text.replace("\n", " | ") + "\"";
  }

  private void line(int indent, String text) {
    out.append("  ".repeat(indent)).append(text.stripTrailing()).append('\n');
  }
}
