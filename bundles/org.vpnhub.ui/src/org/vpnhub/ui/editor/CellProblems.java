package org.vpnhub.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vpnhub.base.Problem;

/**
 * Which cell of a row a problem is about: a rule on names is about the name; any other about the
 * cell whose value its message quotes.
 */
final class CellProblems {
  private CellProblems() {}

  /** The first problem that is about a cell. */
  static Optional<Problem> at(List<Problem> problems, String columnId, String cell) {
    return problems.stream().filter(p -> isAbout(p, columnId, cell)).findFirst();
  }

  private static boolean isAbout(Problem problem, String columnId, String cell) {
    boolean naming = problem.code().startsWith("N");
    if (columnId.equals("name")) return naming;
    if (naming || cell.isBlank()) return false;
    for (String value : cell.split("[,\\s]+")) {
      if (value.length() > 2 && quotes(problem.message(), value)) return true;
    }
    return false;
  }

  /** Whether a value stands in a text as a word of its own. */
  private static boolean quotes(String text, String value) {
    String word = "(?<![\\w.])" + Pattern.quote(value) + "(?![\\w/]|\\.\\d)";
    return Pattern.compile(word).matcher(text).find();
  }

  /** What a cell or row says about its problems when asked: each with its remedy. */
  static String text(List<Problem> problems) {
    StringBuilder text = new StringBuilder();
    for (Problem p : problems) {
      if (!text.isEmpty()) text.append('\n');
      text.append(p.code()).append(": ").append(sentence(p));
    }
    return text.toString();
  }

  /** One problem in one line. */
  static String sentence(Problem p) {
    return p.remedy().isBlank() ? p.message() : p.message() + "; " + p.remedy();
  }
}
