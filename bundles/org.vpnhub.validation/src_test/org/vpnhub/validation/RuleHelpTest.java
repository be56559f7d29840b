package org.vpnhub.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pages that explain the rules. */
class RuleHelpTest {
  @Test
  void everyRuleSaysWhyAndWhatToDo() {
    for (Rule rule : RuleCatalog.rules()) {
      RuleHelp help = RuleHelp.of(rule.id()).orElseThrow();
      for (String text : List.of(help.why(), help.remedy())) {
        assertTrue(text.length() > 15, rule.id() + ": " + text);
        assertTrue(text.endsWith("."), rule.id() + ": " + text);
        assertEquals(text.strip(), text, rule.id());
      }
      assertTrue(!RuleHelp.section(rule).isEmpty(), rule.id());
    }
    assertEquals(List.of(), RuleHelp.strays());
  }

  @Test
  void linksLeadToRules() {
    for (Rule rule : RuleCatalog.rules()) {
      RuleHelp help = RuleHelp.of(rule.id()).orElseThrow();
      for (String piece : RuleHelp.pieces(help.why() + " " + help.remedy())) {
        if (!RuleHelp.isRule(piece)) continue;
        assertTrue(RuleCatalog.rule(piece).isPresent(), rule.id() + " names " + piece);
        assertTrue(!piece.equals(rule.id()), rule.id() + " names itself");
      }
    }
  }

  @Test
  void textIsCutAtTheIdsOfRules() {
    assertEquals(
        List.of("see ", "R01", " or ", "C26", "; not R1, XR01 or 10.0.0.1"),
        RuleHelp.pieces("see R01 or C26; not R1, XR01 or 10.0.0.1"));
    assertEquals(List.of("A03"), RuleHelp.pieces("A03"));
  }

  @Test
  void severitiesInWords() {
    assertEquals("error under every profile", RuleHelp.of("A01").orElseThrow().severities());
    assertEquals(
        "warning under hub-native and alibaba-current, error under alibaba-2018",
        RuleHelp.of("R01").orElseThrow().severities());
    assertEquals(
        "does not apply under hub-native, error under alibaba-current and alibaba-2018",
        RuleHelp.of("N02").orElseThrow().severities());
    assertEquals("information under every profile", RuleHelp.of("C16").orElseThrow().severities());
  }

  @Test
  void noSuchRule() {
    assertEquals(Optional.empty(), RuleHelp.of("Z99"));
  }
}
