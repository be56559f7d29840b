package org.vpnhub.ui.problems;

import java.util.List;
import org.vpnhub.validation.Rule;
import org.vpnhub.validation.RuleCatalog;
import org.vpnhub.validation.RuleHelp;

/**
 * The help pages of rules as the text of a form: paragraphs with links, {@code rule:ID} to another
 * rule, {@code marker:N} to the N-th place where a rule is broken, {@code all} to the list.
 */
final class RulePage {
  static final String ALL = "all";
  static final String RULE = "rule:";
  static final String MARKER = "marker:";

  /** So many places are named. */
  static final int MOST = 20;

  private RulePage() {}

  /** The list of all rules by section. */
  static String all() {
    StringBuilder text = new StringBuilder("<form>");
    String section = "";
    for (Rule rule : RuleCatalog.rules()) {
      if (!RuleHelp.section(rule).equals(section)) {
        section = RuleHelp.section(rule);
        text.append("<p><b>").append(escaped(section)).append("</b></p>");
      }
      text.append("<li>")
          .append(link(RULE + rule.id(), rule.id()))
          .append("  ")
          .append(escaped(rule.title()))
          .append("</li>");
    }
    return text.append("</form>").toString();
  }

  /**
   * The page of one rule.
   *
   * @param places where it is broken now, a line each
   */
  static String of(RuleHelp help, List<String> places) {
    Rule rule = help.rule();
    StringBuilder text = new StringBuilder("<form>");
    paragraph(text, "Why", linked(help.why()));
    paragraph(text, "What to do", linked(help.remedy()));
    places(text, places);
    line(text, "Severity", escaped(help.severities()));
    if (!rule.note().isEmpty()) line(text, "Note", linked(rule.note()));
    line(text, "Checked", escaped(checked(rule)));
    line(text, "Source", escaped(source(rule)));
    return text.append("<p>").append(link(ALL, "All rules")).append("</p></form>").toString();
  }

  private static void places(StringBuilder text, List<String> places) {
    if (places.isEmpty()) return;
    text.append("<p><b>In your networks</b></p>");
    for (int i = 0; i < Math.min(MOST, places.size()); i++) {
      text.append("<li>").append(link(MARKER + i, places.get(i))).append("</li>");
    }
    int more = places.size() - MOST;
    if (more > 0) text.append("<li>and %,d more</li>".formatted(more));
  }

  private static void paragraph(StringBuilder text, String head, String content) {
    text.append("<p><b>").append(head).append("</b></p><p>").append(content).append("</p>");
  }

  private static void line(StringBuilder text, String head, String content) {
    text.append("<p><b>").append(head).append(":</b> ").append(content).append("</p>");
  }

  private static String checked(Rule rule) {
    return switch (rule.status()) {
      case IMPLEMENTED -> "while you edit";
      case BY_COMPARISON -> "when two versions of a network are compared, or something is deleted";
      case BY_PLANNER -> "while you edit, by the planner";
      case BY_EXPORTER -> "for each site's device, while you edit and when it is exported";
      case LEFT_OUT -> "not by vpnhub";
    };
  }

  private static String source(Rule rule) {
    return rule.source().equals("ours")
        ? "a rule of vpnhub's own"
        : rule.source().replace("seed", "the guide to multi-site connections");
  }

  private static String linked(String text) {
    StringBuilder out = new StringBuilder();
    for (String piece : RuleHelp.pieces(text)) {
      out.append(RuleHelp.isRule(piece) ? link(RULE + piece, piece) : escaped(piece));
    }
    return out.toString();
  }

  private static String link(String target, String text) {
    return "<a href=\"" + target + "\">" + escaped(text) + "</a>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
