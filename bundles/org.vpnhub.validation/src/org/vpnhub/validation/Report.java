package org.vpnhub.validation;

import java.util.List;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.NamedElement;

/** Where the check of one rule writes what it finds. */
final class Report {
  /** A finding with its place in the answer: the row of its rule, the position of its element. */
  record Entry(Finding finding, int rule, int position) {}

  private static final int MAX_LINE = 500;

  private final Rule rule;
  private final int row;
  private final List<Severity> severities;
  private final ModelIndex index;
  private final List<Entry> entries;

  Report(Rule rule, int row, ModelIndex index, List<Entry> entries) {
    this.rule = rule;
    this.row = row;
    this.index = index;
    this.entries = entries;
    severities = rule.severities().get(index.profile);
  }

  /** Adds a finding of the rule's main severity. */
  void add(NamedElement element, String message, String remedy, QuickFix... fixes) {
    add(severities.getFirst(), element, message, remedy, fixes);
  }

  /** Adds a finding of another severity that the rule's row names. */
  void add(
      Severity severity, NamedElement element, String message, String remedy, QuickFix... fixes) {
    if (!severities.contains(severity)) {
      throw new IllegalStateException(rule.id() + " raises " + severity + ", its row does not");
    }
    String id = element.getId() == null ? "" : element.getId();
    Problem problem =
        new Problem(rule.id(), severity, id, line(Labels.of(element)), line(message), line(remedy));
    Finding finding = new Finding(problem, element, List.of(fixes));
    entries.add(new Entry(finding, row, index.position(element)));
  }

  /** Text with values of the user's, as one line of bounded length. */
  private static String line(String text) {
    String shown = Labels.printable(text);
    return shown.length() <= MAX_LINE ? shown : shown.substring(0, MAX_LINE) + "…";
  }
}
