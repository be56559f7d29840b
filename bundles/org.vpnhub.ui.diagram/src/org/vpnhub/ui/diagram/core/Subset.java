package org.vpnhub.ui.diagram.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The elements of a Sirius definition that the native editor understands. Anything else is refused,
 * so that a diagram never looks different here and in Sirius without a word.
 */
public final class Subset {
  /**
   * One line a type: its name, its attributes, its children. {@code !} must be given, {@code >}
   * refers to elements by path, {@code =} is an expression, {@code {a,b}} are the only values;
   * {@code child:Type,Type}, {@code *} any number, otherwise at most one; {@code #text} is text and
   * {@code #href} an element with an href that is not followed.
   */
  private static final String TABLE =
      """
      Group | name version!{12.0.0.201704030900} | ownedViewpoints*:Viewpoint userColorsPalettes*:UserColorsPalette
      UserColorsPalette | name! | entries*:UserFixedColor
      UserFixedColor | name! red! green! blue! |
      Viewpoint | name! label modelFileExtension documentation endUserDocumentation | ownedRepresentations*:DiagramDescription ownedJavaExtensions*:JavaExtension
      JavaExtension | qualifiedClassName! |
      DiagramDescription | name! label domainClass! preconditionExpression= titleExpression= documentation endUserDocumentation enablePopupBars >backgroundColor | metamodel*:#href defaultLayer!:Layer additionalLayers*:AdditionalLayer
      Layer | name! label icon documentation endUserDocumentation | containerMappings*:ContainerMapping nodeMappings*:NodeMapping edgeMappings*:EdgeMapping toolSections*:ToolSection
      AdditionalLayer | name! label icon documentation endUserDocumentation activeByDefault optional | containerMappings*:ContainerMapping nodeMappings*:NodeMapping edgeMappings*:EdgeMapping toolSections*:ToolSection
      NodeMapping | name! label semanticCandidatesExpression!= domainClass! createElements{true} >deletionDescription >labelDirectEdit documentation | style!:SquareDescription,EllipseNodeDescription conditionnalStyles*:ConditionalNodeStyleDescription
      ContainerMapping | name! label semanticCandidatesExpression!= domainClass! createElements{true} >deletionDescription >labelDirectEdit documentation childrenPresentation{FreeForm} | subNodeMappings*:NodeMapping subContainerMappings*:ContainerMapping style!:FlatContainerStyleDescription conditionnalStyles*:ConditionalContainerStyleDescription
      EdgeMapping | name! label semanticCandidatesExpression= domainClass useDomainElement >!sourceMapping >!targetMapping sourceFinderExpression= targetFinderExpression!= >deletionDescription >labelDirectEdit >reconnections documentation | style!:EdgeStyleDescription conditionnalStyles*:ConditionalEdgeStyleDescription
      ConditionalNodeStyleDescription | predicateExpression!= | style!:SquareDescription,EllipseNodeDescription
      ConditionalContainerStyleDescription | predicateExpression!= | style!:FlatContainerStyleDescription
      ConditionalEdgeStyleDescription | predicateExpression!= | style!:EdgeStyleDescription
      SquareDescription | labelExpression!= tooltipExpression= labelSize showIcon iconPath labelPosition!{node} labelAlignment{CENTER} resizeKind{NSEW} sizeComputationExpression!{-1} width height borderSizeComputationExpression borderLineStyle{solid,dash,dot,dash_dot} >!borderColor >!labelColor >!color | labelFormat*:#text
      EllipseNodeDescription | labelExpression!= tooltipExpression= labelSize showIcon iconPath labelPosition!{node} labelAlignment{CENTER} resizeKind{NSEW} sizeComputationExpression!{-1} horizontalDiameterComputationExpression verticalDiameterComputationExpression borderSizeComputationExpression borderLineStyle{solid,dash,dot,dash_dot} >!borderColor >!labelColor >!color | labelFormat*:#text
      FlatContainerStyleDescription | labelExpression!= tooltipExpression= labelSize showIcon iconPath labelAlignment{CENTER} roundedCorner arcWidth arcHeight widthComputationExpression heightComputationExpression borderSizeComputationExpression borderLineStyle{solid,dash,dot,dash_dot} backgroundStyle{GradientLeftToRight,Liquid,GradientTopToBottom} >!borderColor >!labelColor >!backgroundColor >!foregroundColor | labelFormat*:#text
      EdgeStyleDescription | lineStyle{solid,dash,dot,dash_dot} sizeComputationExpression routingStyle{straight} sourceArrow{NoDecoration,OutputArrow,InputArrow,OutputFillClosedArrow,InputFillClosedArrow} targetArrow{NoDecoration,OutputArrow,InputArrow,OutputFillClosedArrow,InputFillClosedArrow} endsCentering{Both,None} >!strokeColor | beginLabelStyleDescription:BeginLabelStyleDescription centerLabelStyleDescription:CenterLabelStyleDescription endLabelStyleDescription:EndLabelStyleDescription
      BeginLabelStyleDescription | labelExpression!= labelSize showIcon iconPath >!labelColor | labelFormat*:#text
      CenterLabelStyleDescription | labelExpression!= labelSize showIcon iconPath >!labelColor | labelFormat*:#text
      EndLabelStyleDescription | labelExpression!= labelSize showIcon iconPath >!labelColor | labelFormat*:#text
      ToolSection | name! label documentation | ownedTools*:NodeCreationDescription,ContainerCreationDescription,EdgeCreationDescription,DeleteElementDescription,DirectEditLabel,ReconnectEdgeDescription,ToolDescription
      NodeCreationDescription | name! label documentation precondition= iconPath >!nodeMappings >extraMappings | variable!:NodeCreationVariable viewVariable!:ContainerViewVariable initialOperation!:InitialNodeCreationOperation
      ContainerCreationDescription | name! label documentation precondition= iconPath >!containerMappings >extraMappings | variable!:NodeCreationVariable viewVariable!:ContainerViewVariable initialOperation!:InitialNodeCreationOperation
      EdgeCreationDescription | name! label documentation precondition= iconPath >!edgeMappings >extraSourceMappings >extraTargetMappings | sourceVariable!:SourceEdgeCreationVariable targetVariable!:TargetEdgeCreationVariable sourceViewVariable!:SourceEdgeViewCreationVariable targetViewVariable!:TargetEdgeViewCreationVariable initialOperation!:InitEdgeCreationOperation
      DeleteElementDescription | name! label documentation precondition= | element!:ElementDeleteVariable elementView:ElementDeleteVariable containerView!:ContainerViewVariable initialOperation!:InitialOperation
      DirectEditLabel | name! label documentation precondition= inputLabelExpression= | mask!:EditMaskVariables initialOperation!:InitialOperation
      ReconnectEdgeDescription | name! label documentation precondition= reconnectionKind!{RECONNECT_SOURCE,RECONNECT_TARGET} | source!:SourceEdgeCreationVariable target!:TargetEdgeCreationVariable sourceView!:SourceEdgeViewCreationVariable targetView!:TargetEdgeViewCreationVariable element!:ElementSelectVariable edgeView!:ElementSelectVariable initialOperation!:InitialOperation
      ToolDescription | name! label documentation precondition= iconPath | element!:ElementVariable elementView!:ElementViewVariable initialOperation!:InitialOperation
      NodeCreationVariable | name!{container} |
      ContainerViewVariable | name!{containerView} |
      SourceEdgeCreationVariable | name!{source} |
      TargetEdgeCreationVariable | name!{target} |
      SourceEdgeViewCreationVariable | name!{sourceView} |
      TargetEdgeViewCreationVariable | name!{targetView} |
      ElementDeleteVariable | name!{element,elementView} |
      ElementSelectVariable | name!{element,edgeView} |
      ElementVariable | name!{element} |
      ElementViewVariable | name!{elementView} |
      EditMaskVariables | mask!{{0}} |
      InitialOperation | | firstModelOperations!:ChangeContext
      InitialNodeCreationOperation | | firstModelOperations!:ChangeContext
      InitEdgeCreationOperation | | firstModelOperations!:ChangeContext
      ChangeContext | browseExpression!= |
      """;

  /**
   * @param values the only ones; empty for any
   */
  record Attribute(
      String name, boolean required, boolean reference, boolean expression, Set<String> values) {}

  record Child(String name, boolean required, boolean many, Set<String> types) {}

  record Type(String name, Map<String, Attribute> attributes, Map<String, Child> children) {}

  private static final Pattern ATTRIBUTE = Pattern.compile("(>?)(!?)(\\w+)(!?)(=?)(?:\\{(.*)\\})?");
  private static final Pattern CHILD = Pattern.compile("(\\w+)(!?)(\\*?):([#\\w,]+)");
  private static final Map<String, Type> TYPES = types();

  private Subset() {}

  private static Map<String, Type> types() {
    Map<String, Type> types = new LinkedHashMap<>();
    for (String line : TABLE.split("\n")) {
      String[] columns = line.split("\\|", -1);
      Map<String, Attribute> attributes = new LinkedHashMap<>();
      for (String word : columns[1].strip().split("\\s+")) {
        Matcher m = ATTRIBUTE.matcher(word);
        if (!m.matches()) continue;
        Set<String> values = m.group(6) == null ? Set.of() : Set.of(m.group(6).split(","));
        boolean required = !m.group(2).isEmpty() || !m.group(4).isEmpty();
        attributes.put(
            m.group(3),
            new Attribute(
                m.group(3), required, !m.group(1).isEmpty(), !m.group(5).isEmpty(), values));
      }
      Map<String, Child> children = new LinkedHashMap<>();
      for (String word : columns[2].strip().split("\\s+")) {
        Matcher m = CHILD.matcher(word);
        if (!m.matches()) continue;
        children.put(
            m.group(1),
            new Child(
                m.group(1),
                !m.group(2).isEmpty(),
                !m.group(3).isEmpty(),
                Set.of(m.group(4).split(","))));
      }
      String name = columns[0].strip();
      types.put(name, new Type(name, attributes, children));
    }
    return types;
  }

  /** What the subset has, one line a type, for the documentation. */
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Type t : TYPES.values()) {
      String attributes = String.join(", ", t.attributes().keySet());
      String children = String.join(", ", t.children().keySet());
      lines.add("| `" + t.name() + "` | " + attributes + " | " + children + " |");
    }
    return lines;
  }

  /**
   * Checks a whole file, and gives the elements without a type the only one that they can have.
   *
   * @throws DefinitionException for the first element outside the subset
   */
  static void check(Xml root) throws DefinitionException {
    if (!root.type.equals("Group")) throw root.error("is not a Sirius group");
    check(root, TYPES.get("Group"));
    checkReferences(root);
  }

  private static void check(Xml e, Type type) throws DefinitionException {
    for (Map.Entry<String, String> a : e.attributes.entrySet()) {
      Attribute known = type.attributes().get(a.getKey());
      if (known == null) {
        throw e.error("has the attribute '" + a.getKey() + "', which is outside the subset");
      }
      check(e, known, a.getValue());
    }
    for (Attribute a : type.attributes().values()) {
      if (a.required() && e.get(a.name()).isEmpty()) throw e.error("lacks '" + a.name() + "'");
    }
    if (!e.text.isEmpty()) throw e.error("has text, which is outside the subset");
    for (Xml child : e.children) {
      Child known = type.children().get(child.feature);
      if (known == null) throw child.error("is outside the subset in a " + type.name());
      if (!known.many() && e.all(child.feature).size() > 1) {
        throw child.error("stands more than once in a " + type.name());
      }
      check(child, known);
    }
    for (Child c : type.children().values()) {
      if (c.required() && e.first(c.name()) == null) throw e.error("lacks '" + c.name() + "'");
    }
  }

  private static void check(Xml e, Attribute known, String value) throws DefinitionException {
    if (!known.values().isEmpty() && !known.values().contains(value)) {
      throw e.error("has '" + value + "' for '" + known.name() + "', which is outside the subset");
    }
    if (!known.expression()) return;
    try {
      Expression.parse(value);
    } catch (IllegalArgumentException ex) {
      throw e.error(
          "has in '" + known.name() + "' an expression outside the subset: " + ex.getMessage());
    }
  }

  private static void check(Xml child, Child known) throws DefinitionException {
    if (known.types().contains("#text")) {
      if (!Set.of("bold", "italic").contains(child.text)) {
        throw child.error("is '" + child.text + "', which is outside the subset");
      }
      return;
    }
    if (known.types().contains("#href")) {
      if (child.get("href").isEmpty()) throw child.error("lacks 'href'");
      return;
    }
    if (child.type.isEmpty() && known.types().size() == 1) {
      child.type = known.types().iterator().next();
    }
    if (!known.types().contains(child.type)) {
      throw child.error("is of a type outside the subset");
    }
    check(child, TYPES.get(child.type));
  }

  private static void checkReferences(Xml e) throws DefinitionException {
    Type type = TYPES.get(e.type);
    if (type == null) return;
    for (Attribute a : type.attributes().values()) if (a.reference()) e.refer(a.name());
    for (Xml child : e.children) checkReferences(child);
  }
}
