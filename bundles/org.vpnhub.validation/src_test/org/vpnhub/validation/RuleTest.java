package org.vpnhub.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.Profile;

/** Every rule on a model that triggers it and on one close by that does not, and what it says. */
class RuleTest {
  private static final String GOLDEN = "messages.txt";

  static List<RuleCase> cases() {
    return Stream.of(
            AddressCases.names(),
            AddressCases.addresses(),
            GatewayCases.gateways(),
            ConnectionCases.networks(),
            CryptoCases.crypto(),
            ConnectionCases.bgp(),
            RouteAndSiteCases.routes(),
            RouteAndSiteCases.sites())
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void triggers(RuleCase c) {
    List<Finding> found = c.triggered();
    assertFalse(found.isEmpty(), "not found");
    assertEquals(c.severity(), found.getFirst().problem().severity());
    for (Finding f : found) {
      Problem p = f.problem();
      assertFalse(p.message().isBlank());
      assertFalse(p.remedy().isBlank());
      assertEquals(f.element().getId(), p.elementId());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sparesTheNeighbour(RuleCase c) {
    assertEquals(List.of(), c.spared());
  }

  @Test
  void everyRuleAndSeverityHasACase() {
    Set<String> wanted = new TreeSet<>();
    for (Rule r : RuleCatalog.rules()) {
      if (r.status() != Rule.Status.IMPLEMENTED) continue;
      for (List<Severity> of : r.severities().values()) of.forEach(s -> wanted.add(r.id() + s));
    }
    Set<String> tried = new TreeSet<>();
    for (RuleCase c : cases()) tried.add(c.rule() + c.severity());
    assertEquals(wanted, tried);
  }

  @Test
  void casesHaveNamesOfTheirOwn() {
    Set<String> names = new HashSet<>();
    for (RuleCase c : cases()) assertTrue(names.add(c.toString()), c.toString());
  }

  /** A message changes only on purpose: the new text stands in the build folder. */
  @Test
  void messages() throws IOException {
    StringBuilder text = new StringBuilder();
    for (RuleCase c : cases()) {
      text.append("# ").append(c).append(" (").append(c.profile()).append(")\n");
      for (Finding f : c.triggered()) text.append(line(f)).append('\n');
    }
    String golden;
    try (InputStream in = RuleTest.class.getResourceAsStream(GOLDEN)) {
      golden = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (!golden.contentEquals(text)) {
      Path now = Path.of("target", GOLDEN);
      Files.createDirectories(now.getParent());
      Files.writeString(now, text);
    }
    assertEquals(golden, text.toString(), "the text as it is now: target/" + GOLDEN);
  }

  private static String line(Finding f) {
    Problem p = f.problem();
    return p.severity().name().charAt(0)
        + " "
        + p.code()
        + " "
        + p.element()
        + ": "
        + p.message()
        + " -> "
        + p.remedy()
        + (f.quickFixes().isEmpty() ? "" : " " + f.quickFixes());
  }

  /** The recommended set-up of each profile has neither errors nor warnings. */
  @Test
  void recommendedSetUpIsClean() {
    for (Profile p : Profile.values()) assertEquals(List.of(), Net.of(p).validate(), p.toString());
  }
}
