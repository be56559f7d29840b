package org.vpnhub.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;

/** Lists of problems: joined, as text, as JSON. */
final class Problems {
  private Problems() {}

  /**
   * Joins the problems of several sources. The first source that raised a rule at an element has
   * the word; what later ones say about the same is left out. Sorted by severity.
   */
  @SafeVarargs
  static List<Problem> join(Collection<Problem>... sources) {
    Set<Problem> all = new LinkedHashSet<>();
    Set<List<String>> told = new HashSet<>();
    for (Collection<Problem> source : sources) {
      List<Problem> fresh = source.stream().filter(p -> !told.contains(key(p))).toList();
      all.addAll(fresh);
      fresh.forEach(p -> told.add(key(p)));
    }
    List<Problem> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(Problem::severity));
    return sorted;
  }

  private static List<String> key(Problem p) {
    return List.of(p.code(), p.elementId(), p.elementId().isEmpty() ? p.element() : "");
  }

  static boolean hasErrors(Collection<Problem> problems) {
    return problems.stream().anyMatch(Problem::isError);
  }

  /** For example {@code 2 errors, 1 warning}; {@code no problems}. */
  static String summary(Collection<Problem> problems) {
    List<String> parts = new ArrayList<>();
    for (Severity s : Severity.values()) {
      long n = count(problems, s);
      if (n > 0) parts.add(n + " " + word(s) + (n == 1 || s == Severity.INFO ? "" : "s"));
    }
    return parts.isEmpty() ? "no problems" : String.join(", ", parts);
  }

  static long count(Collection<Problem> problems, Severity severity) {
    return problems.stream().filter(p -> p.severity() == severity).count();
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** Each problem with its remedy on a line of its own. */
  static String text(Collection<Problem> problems) {
    StringBuilder text = new StringBuilder();
    for (Problem p : problems) {
      String head = "%-7s %-4s ".formatted(word(p.severity()), p.code());
      text.append(head).append(p.element()).append(": ").append(p.message()).append('\n');
      if (!p.remedy().isEmpty()) {
        text.append(" ".repeat(head.length())).append("-> ").append(p.remedy()).append('\n');
      }
    }
    return text.toString();
  }

  static JsonArray json(Collection<Problem> problems) {
    JsonArray array = new JsonArray();
    for (Problem p : problems) {
      JsonObject o = new JsonObject();
      o.addProperty("id", p.code());
      o.addProperty("severity", word(p.severity()));
      o.addProperty("element", p.element());
      o.addProperty("elementId", p.elementId());
      o.addProperty("message", p.message());
      o.addProperty("remedy", p.remedy());
      array.add(o);
    }
    return array;
  }
}
