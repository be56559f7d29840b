package org.vpnhub.ui.diagram.core;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Sirius definition ({@code .odesign}). What is outside {@link Subset} is refused.
 *
 * <p>Start with {@link #read}.
 */
public final class DefinitionReader {
  private static final int PIXELS_PER_UNIT = 10;
  private static final Tint WHITE = Tint.of(255, 255, 255);

  private final List<String> services;
  private final Set<String> names = new HashSet<>();

  private DefinitionReader(List<String> services) {
    this.services = services;
  }

  /**
   * Reads all diagrams of a definition.
   *
   * @param name of the file, for messages
   * @throws DefinitionException naming the element, its line and what is wrong
   */
  public static List<DiagramDefinition> read(InputStream in, String name)
      throws DefinitionException {
    try {
      Xml root = Xml.read(in, name);
      Subset.check(root);
      List<DiagramDefinition> all = new ArrayList<>();
      for (Xml viewpoint : root.all("ownedViewpoints")) {
        List<String> services =
            viewpoint.all("ownedJavaExtensions").stream()
                .map(x -> x.get("qualifiedClassName"))
                .toList();
        for (Xml diagram : viewpoint.all("ownedRepresentations")) {
          all.add(new DefinitionReader(services).diagram(diagram));
        }
      }
      return all;
    } catch (DefinitionException e) {
      String message = e.getMessage();
      throw new DefinitionException(message.startsWith(name) ? message : name + ", " + message);
    }
  }

  private DiagramDefinition diagram(Xml x) throws DefinitionException {
    List<Layer> layers = new ArrayList<>();
    for (Xml layer : x.children) {
      if (layer.type.endsWith("Layer")) layers.add(layer(layer));
    }
    return new DiagramDefinition(
        x.get("name"),
        label(x),
        x.get("domainClass"),
        x.get("preconditionExpression"),
        x.get("titleExpression"),
        x.get("backgroundColor").isEmpty() ? WHITE : color(x, "backgroundColor"),
        services,
        layers);
  }

  private Layer layer(Xml x) throws DefinitionException {
    boolean additional = x.type.equals("AdditionalLayer");
    boolean optional = additional && !x.get("optional").equals("false");
    List<EdgeMapping> edges = new ArrayList<>();
    for (Xml e : x.all("edgeMappings")) edges.add(edge(e));
    List<Tool> tools = new ArrayList<>();
    for (Xml section : x.all("toolSections")) {
      for (Xml tool : section.all("ownedTools")) tools.add(tool(tool, label(section)));
    }
    return new Layer(
        x.get("name"),
        label(x),
        x.get("icon"),
        optional,
        !optional || x.is("activeByDefault"),
        nodes(x, "containerMappings", "nodeMappings"),
        edges,
        tools);
  }

  private List<NodeMapping> nodes(Xml x, String... features) throws DefinitionException {
    List<NodeMapping> all = new ArrayList<>();
    for (String feature : features) for (Xml n : x.all(feature)) all.add(node(n));
    return all;
  }

  private NodeMapping node(Xml x) throws DefinitionException {
    unique(x);
    List<NodeMapping.Look> looks = new ArrayList<>();
    for (Xml c : x.all("conditionnalStyles")) {
      looks.add(nodeLook(c.get("predicateExpression"), style(c)));
    }
    looks.add(nodeLook("", style(x)));
    return new NodeMapping(
        x.get("name"),
        x.get("domainClass"),
        x.get("semanticCandidatesExpression"),
        x.type.equals("ContainerMapping"),
        looks,
        nodes(x, "subContainerMappings", "subNodeMappings"),
        reference(x, "deletionDescription"),
        reference(x, "labelDirectEdit"));
  }

  private EdgeMapping edge(Xml x) throws DefinitionException {
    unique(x);
    boolean relation = !x.is("useDomainElement");
    for (String a :
        List.of("domainClass", "semanticCandidatesExpression", "sourceFinderExpression")) {
      if (relation != x.get(a).isEmpty()) {
        throw x.error(relation ? "shows a relation but has '" + a + "'" : "lacks '" + a + "'");
      }
    }
    List<EdgeMapping.Look> looks = new ArrayList<>();
    for (Xml c : x.all("conditionnalStyles")) {
      looks.add(edgeLook(c.get("predicateExpression"), style(c)));
    }
    looks.add(edgeLook("", style(x)));
    return new EdgeMapping(
        x.get("name"),
        x.get("domainClass"),
        x.get("semanticCandidatesExpression"),
        references(x, "sourceMapping"),
        references(x, "targetMapping"),
        x.get("sourceFinderExpression"),
        x.get("targetFinderExpression"),
        looks,
        reference(x, "deletionDescription"),
        reference(x, "labelDirectEdit"),
        references(x, "reconnections"));
  }

  private static Xml style(Xml x) throws DefinitionException {
    Xml style = x.first("style");
    if (style == null) throw x.error("lacks 'style'");
    return style;
  }

  private static NodeMapping.Look nodeLook(String predicate, Xml s) throws DefinitionException {
    boolean container = s.type.equals("FlatContainerStyleDescription");
    boolean ellipse = s.type.equals("EllipseNodeDescription");
    String width =
        container
            ? "widthComputationExpression"
            : ellipse ? "horizontalDiameterComputationExpression" : "width";
    String height =
        container
            ? "heightComputationExpression"
            : ellipse ? "verticalDiameterComputationExpression" : "height";
    NodeStyle style =
        new NodeStyle(
            ellipse ? NodeStyle.Shape.ELLIPSE : NodeStyle.Shape.RECTANGLE,
            color(s, container ? "backgroundColor" : "color"),
            color(s, "borderColor"),
            number(s, "borderSizeComputationExpression", 0),
            line(s.get("borderLineStyle")),
            container && s.is("roundedCorner") ? number(s, "arcWidth", 10) : container ? 0 : 6,
            Math.max(0, number(s, width, 0)) * PIXELS_PER_UNIT,
            Math.max(0, number(s, height, 0)) * PIXELS_PER_UNIT,
            labelStyle(s));
    return new NodeMapping.Look(
        predicate, s.get("labelExpression"), s.get("tooltipExpression"), style);
  }

  private static EdgeMapping.Look edgeLook(String predicate, Xml s) throws DefinitionException {
    Xml begin = s.first("beginLabelStyleDescription");
    Xml center = s.first("centerLabelStyleDescription");
    Xml end = s.first("endLabelStyleDescription");
    EdgeStyle style =
        new EdgeStyle(
            color(s, "strokeColor"),
            line(s.get("lineStyle")),
            number(s, "sizeComputationExpression", 1),
            arrow(s.attributes.getOrDefault("sourceArrow", "NoDecoration")),
            arrow(s.attributes.getOrDefault("targetArrow", "InputArrow")),
            begin == null ? null : labelStyle(begin),
            center == null ? null : labelStyle(center),
            end == null ? null : labelStyle(end));
    return new EdgeMapping.Look(predicate, label(begin), label(center), label(end), style);
  }

  private static String label(@Nullable Xml label) {
    if (label == null) return "";
    if (!label.get("labelExpression").isEmpty()) return label.get("labelExpression");
    return label.get("label").isEmpty() ? label.get("name") : label.get("label");
  }

  private static LabelStyle labelStyle(Xml s) throws DefinitionException {
    List<String> formats = s.all("labelFormat").stream().map(x -> x.text).toList();
    boolean icon = !s.get("showIcon").equals("false");
    if (icon && s.get("iconPath").isEmpty()) {
      throw s.error("shows an icon but lacks 'iconPath'");
    }
    return new LabelStyle(
        color(s, "labelColor"),
        number(s, "labelSize", 8),
        formats.contains("bold"),
        formats.contains("italic"),
        icon ? s.get("iconPath") : "");
  }

  private Tool tool(Xml x, String section) throws DefinitionException {
    unique(x);
    Tool.Kind kind =
        switch (x.type) {
          case "NodeCreationDescription" -> Tool.Kind.CREATE_NODE;
          case "ContainerCreationDescription" -> Tool.Kind.CREATE_CONTAINER;
          case "EdgeCreationDescription" -> Tool.Kind.CREATE_EDGE;
          case "DeleteElementDescription" -> Tool.Kind.DELETE;
          case "DirectEditLabel" -> Tool.Kind.DIRECT_EDIT;
          case "ToolDescription" -> Tool.Kind.APPLY;
          default -> Tool.Kind.valueOf(x.get("reconnectionKind"));
        };
    List<String> mappings = new ArrayList<>(references(x, "nodeMappings"));
    mappings.addAll(references(x, "containerMappings"));
    mappings.addAll(references(x, "edgeMappings"));
    List<String> targets = new ArrayList<>(references(x, "extraTargetMappings"));
    targets.addAll(references(x, "extraMappings"));
    return new Tool(
        kind,
        x.get("name"),
        label(x),
        x.get("documentation"),
        x.get("iconPath"),
        section,
        mappings,
        references(x, "extraSourceMappings"),
        targets,
        x.get("precondition"),
        x.get("inputLabelExpression"),
        operation(x));
  }

  private static String operation(Xml tool) throws DefinitionException {
    Xml initial = tool.first("initialOperation");
    Xml first = initial == null ? null : initial.first("firstModelOperations");
    if (first == null) throw tool.error("lacks its operation");
    return first.get("browseExpression");
  }

  private void unique(Xml x) throws DefinitionException {
    if (!names.add(x.get("name"))) throw x.error("has a name that stands twice in its diagram");
  }

  private static List<String> references(Xml x, String attribute) throws DefinitionException {
    return x.refer(attribute).stream().map(r -> r.get("name")).toList();
  }

  private static String reference(Xml x, String attribute) throws DefinitionException {
    List<String> all = references(x, attribute);
    return all.isEmpty() ? "" : all.getFirst();
  }

  private static Tint color(Xml x, String attribute) throws DefinitionException {
    Xml c = x.refer(attribute).getFirst();
    if (!c.type.equals("UserFixedColor")) throw x.error("has no colour in '" + attribute + "'");
    return Tint.of(channel(c, "red"), channel(c, "green"), channel(c, "blue"));
  }

  private static int channel(Xml color, String name) throws DefinitionException {
    int value = number(color, name, 0);
    if (value < 0 || value > 255) throw color.error("has " + value + " for '" + name + "'");
    return value;
  }

  private static int number(Xml x, String attribute, int otherwise) throws DefinitionException {
    String value = x.get(attribute);
    if (value.isEmpty()) return otherwise;
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw x.error("has '" + value + "' for '" + attribute + "', which is no number");
    }
  }

  private static Line line(String value) {
    return switch (value) {
      case "dash" -> Line.DASH;
      case "dot" -> Line.DOT;
      case "dash_dot" -> Line.DASH_DOT;
      default -> Line.SOLID;
    };
  }

  private static Arrow arrow(String value) {
    if (value.equals("NoDecoration")) return Arrow.NONE;
    return value.contains("Fill") ? Arrow.FILLED : Arrow.OPEN;
  }
}
