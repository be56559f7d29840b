package org.vpnhub.ui.diagram.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionReaderTest {
  private static final String RECTANGLE = "xsi:type=\"style:SquareDescription\"";

  /** What is replaced in the true definition, by what, and what the message must say. */
  static Stream<Arguments> outsideTheSubset() {
    return Stream.of(
        edit("service:siteLabel", "aql:self.name", "expression", "aql:self.name"),
        edit("service:siteLabel", "[self.name/]", "expression", "neither service:"),
        edit("service:siteLabel", "service:siteLabel(self.name)", "not of the form"),
        edit(RECTANGLE, "xsi:type=\"style:LozengeNodeDescription\"", "LozengeNodeDescription"),
        edit(RECTANGLE, "xsi:type=\"mine:SquareDescription\"", "not Sirius's"),
        edit(
            "<nodeMappings name=\"Site\"",
            "<nodeMappings name=\"Site\" doubleClickDescription=\"//\"",
            "'doubleClickDescription'"),
        edit("routingStyle=\"straight\"", "routingStyle=\"tree\"", "'tree' for 'routingStyle'"),
        edit(
            "<toolSections name=\"Edit\">",
            "<toolSections name=\"Edit\"><subSections name=\"x\"/>",
            "subSections 'x'"),
        edit("tool:DirectEditLabel", "tool:PasteDescription", "PasteDescription"),
        edit("tool_1:ChangeContext", "tool_1:CreateInstance", "CreateInstance"),
        edit("12.0.0.201704030900", "15.4.1.202407181200", "'version'"),
        edit("mask=\"{0}\"", "mask=\"{0}:{1}\"", "'mask'"),
        edit("@entries[name='card']", "@entries[name='cart']", "does not exist"),
        edit("@ownedTools[name='rename']", "@ownedTools[name='renamed']", "does not exist"),
        edit("red=\"247\"", "red=\"256\"", "256"),
        edit("labelSize=\"10\"", "labelSize=\"ten\"", "'ten'"),
        edit("iconPath=\"/org.vpnhub.design/icons/site.svg\"", "", "lacks 'iconPath'"),
        edit("useDomainElement=\"true\"", "", "shows a relation but has 'domainClass'"),
        edit("name=\"createVpc\"", "name=\"createSite\"", "stands twice"),
        edit(
            "<variable name=\"container\"/>", "<variable name=\"parent\"/>", "'parent' for 'name'"),
        edit(
            "<labelFormat>bold</labelFormat>", "<labelFormat>underline</labelFormat>", "underline"),
        edit("</description:Group>", "", "well-formed"),
        edit("<description:Group", "<!DOCTYPE x><description:Group", "DTD"));
  }

  private static Arguments edit(String old, String by, String... words) {
    return Arguments.of(old, by, List.of(words));
  }

  @ParameterizedTest
  @MethodSource
  void outsideTheSubset(String old, String by, List<String> words) {
    String odesign = Fixtures.odesign();
    assertTrue(odesign.contains(old), () -> "nothing to replace: " + old);
    String changed = odesign.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(by));
    DefinitionException e = assertThrows(DefinitionException.class, () -> Fixtures.read(changed));
    for (String word : words) assertTrue(e.getMessage().contains(word), e::getMessage);
    assertTrue(e.getMessage().matches("(?s)test\\.odesign[:,].*"), e::getMessage);
  }

  @Test
  void namesTheElementAndItsLine() {
    String changed = Fixtures.odesign().replace("domainClass=\"model.Vpc\"", "domainClass=\"\"");
    DefinitionException e = assertThrows(DefinitionException.class, () -> Fixtures.read(changed));
    int line = changed.substring(0, changed.indexOf("name=\"Vpc\"")).split("\n").length;
    assertEquals(
        "test.odesign, line "
            + line
            + ": containerMappings (ContainerMapping) 'Vpc' lacks 'domainClass'",
        e.getMessage());
  }

  @Test
  void missingServicesClass() throws DefinitionException {
    String changed = Fixtures.odesign().replace("org.vpnhub.design.HubTools", "org.vpnhub.Nothing");
    DiagramDefinition d = Fixtures.read(changed).getFirst();
    DefinitionException e =
        assertThrows(
            DefinitionException.class,
            () -> Services.of(d, DefinitionReaderTest.class.getClassLoader()));
    assertTrue(e.getMessage().contains("org.vpnhub.Nothing"), e::getMessage);
  }
}
