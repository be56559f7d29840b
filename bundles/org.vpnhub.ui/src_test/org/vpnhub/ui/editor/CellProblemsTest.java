package org.vpnhub.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;

class CellProblemsTest {
  private static Problem problem(String code, String message) {
    return new Problem(code, Severity.ERROR, "site-1", "site One", message, "correct it");
  }

  private static boolean isAt(Problem problem, String column, String cell) {
    return CellProblems.at(List.of(problem), column, cell).isPresent();
  }

  @Test
  void aProblemIsAtTheCellWhoseValueItQuotes() {
    Problem overlap = problem("A03", "10.10.20.0/24 overlaps 10.10.20.0/25 of site Two");
    assertTrue(isAt(overlap, "cidrs", "10.9.0.0/24, 10.10.20.0/24"));
    assertFalse(isAt(overlap, "cidrs", "10.10.20.0/2"));
    assertFalse(isAt(overlap, "cidrs", "10.10.20.0"));
    assertFalse(isAt(overlap, "cidrs", "0.10.20.0/24"));
    assertFalse(isAt(overlap, "device", "no"));
  }

  @Test
  void anAddressAtTheEndOfASentenceIsFound() {
    assertTrue(isAt(problem("A01", "the address is 1.2.3.4."), "publicIp", "1.2.3.4"));
    assertFalse(isAt(problem("A01", "the address is 1.2.3.45"), "publicIp", "1.2.3.4"));
  }

  @Test
  void namesAreJudgedByTheNamingRulesAlone() {
    assertTrue(isAt(problem("N01", "the name is too long"), "name", "x"));
    assertFalse(isAt(problem("A03", "overlaps site Suzhou"), "name", "Suzhou"));
  }

  @Test
  void eachProblemIsTold() {
    assertEquals(
        "A01: wrong; correct it\nN01: bad; correct it",
        CellProblems.text(List.of(problem("A01", "wrong"), problem("N01", "bad"))));
  }
}
