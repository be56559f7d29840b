package org.vpnhub.base;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lists of problems: joined, counted, in a few words. */
public final class ProblemList {
  private ProblemList() {}

  /**
   * Joins the problems of several sources. The first source that raised a rule at an element has
   * the word; what later ones say about the same is left out. Sorted by severity.
   */
  @SafeVarargs
  public static List<Problem> join(Collection<Problem>... sources) {
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

  public static boolean hasErrors(Collection<Problem> problems) {
    return problems.stream().anyMatch(Problem::isError);
  }

  public static long count(Collection<Problem> problems, Severity severity) {
    return problems.stream().filter(p -> p.severity() == severity).count();
  }

  /** For example {@code 2 errors, 1 warning}; {@code no problems}. */
  public static String summary(Collection<Problem> problems) {
    List<String> parts = new ArrayList<>();
    for (Severity s : Severity.values()) {
      long n = count(problems, s);
      String word = s.name().toLowerCase(Locale.ROOT);
      if (n > 0) parts.add(n + " " + word + (n == 1 || s == Severity.INFO ? "" : "s"));
    }
    return parts.isEmpty() ? "no problems" : String.join(", ", parts);
  }
}
