package org.vpnhub.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Severity;
import org.vpnhub.model.Profile;

/** The list of rules, and the document made from it. */
class RuleCatalogTest {
  /** How many rules each section of the list of behaviours has, numbered from 01 without a gap. */
  private static final Map<Character, Integer> LIST =
      Map.of('N', 4, 'A', 10, 'G', 11, 'K', 8, 'C', 31, 'R', 14, 'T', 7, 'D', 3, 'S', 6);

  @Test
  void everyRuleOfTheListOnce() {
    Map<Character, List<String>> found = new TreeMap<>();
    for (Rule r : RuleCatalog.rules()) {
      found.computeIfAbsent(r.id().charAt(0), c -> new ArrayList<>()).add(r.id());
    }
    Map<Character, List<String>> wanted = new TreeMap<>();
    LIST.forEach(
        (section, count) -> {
          List<String> ids = new ArrayList<>();
          for (int i = 1; i <= count; i++) ids.add(section + String.format("%02d", i));
          wanted.put(section, ids);
        });
    assertEquals(wanted, found);
  }

  @Test
  void everyRuleSaysWhoAndWhy() {
    for (Rule r : RuleCatalog.rules()) {
      assertFalse(r.title().isBlank(), r.id());
      assertFalse(r.source().isBlank(), r.id());
      assertTrue(r.status() != Rule.Status.LEFT_OUT || !r.note().isBlank(), r.id());
      assertTrue(r.severities().values().stream().anyMatch(s -> !s.isEmpty()), r.id());
    }
  }

  @Test
  void severitiesByProfile() {
    Rule r01 = RuleCatalog.rule("R01").orElseThrow();
    assertEquals(List.of(Severity.ERROR), r01.severities().get(Profile.ALIBABA_2018));
    assertEquals(List.of(Severity.WARNING), r01.severities().get(Profile.HUB_NATIVE));
    assertEquals(
        List.of(), RuleCatalog.rule("K04").orElseThrow().severities().get(Profile.HUB_NATIVE));
    assertTrue(RuleCatalog.rule("X01").isEmpty());
  }

  @Test
  void documentIsUpToDate() throws IOException {
    Path file = root().resolve("docs/rules.md");
    assertEquals(
        RulesDocument.text(),
        Files.readString(file),
        "docs/rules.md is not what RulesDocument writes; run its main method on it");
  }

  /** The checkout: the folder above this one that holds the examples. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("examples/three-offices.vpnhub"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
