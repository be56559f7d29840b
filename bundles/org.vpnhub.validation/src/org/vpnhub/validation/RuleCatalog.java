package org.vpnhub.validation;

import java.util.List;
import java.util.Optional;
import org.vpnhub.model.NamedElement;
import org.vpnhub.validation.RuleTable.Check;
import org.vpnhub.validation.RuleTable.Comparison;
import org.vpnhub.validation.RuleTable.Row;

/**
 * All rules, those of the planner and of the exporters and those left out among them; and the loop
 * over those that are checked here. The rows are in {@code RuleTable}.
 */
public final class RuleCatalog {
  private static final List<Row> ROWS = RuleTable.ROWS;

  private RuleCatalog() {}

  /** All rules in the order of the list. */
  public static List<Rule> rules() {
    return ROWS.stream().map(Row::rule).toList();
  }

  /** The rule with an id. */
  public static Optional<Rule> rule(String id) {
    return rules().stream().filter(r -> r.id().equals(id)).findFirst();
  }

  static void check(ModelIndex in, List<Report.Entry> entries) {
    for (int i = 0; i < ROWS.size(); i++) {
      Check check = ROWS.get(i).check();
      if (check != null && applies(i, in)) check.run(in, report(i, in, entries));
    }
  }

  static void compare(ModelIndex before, ModelIndex in, List<Report.Entry> entries) {
    for (int i = 0; i < ROWS.size(); i++) {
      Comparison comparison = ROWS.get(i).comparison();
      if (comparison != null && applies(i, in)) {
        comparison.run(before, in, report(i, in, entries));
      }
    }
  }

  static void deletion(ModelIndex in, NamedElement element, List<Report.Entry> entries) {
    for (int i = 0; i < ROWS.size(); i++) {
      if (!ROWS.get(i).rule().id().equals("G11")) continue;
      ChangeRules.dependents(in, element, report(i, in, entries));
    }
  }

  private static boolean applies(int row, ModelIndex in) {
    return !ROWS.get(row).rule().severities().get(in.profile).isEmpty();
  }

  private static Report report(int row, ModelIndex in, List<Report.Entry> entries) {
    return new Report(ROWS.get(row).rule(), row, in, entries);
  }
}
