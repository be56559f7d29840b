package org.vpnhub.cli.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a user may have meant. */
final class Suggestions {
  private static final int SHOWN = 5;

  private Suggestions() {}

  /** A sentence with the nearest of what there is, or all when there is little. */
  static String of(String wrong, Collection<String> there) {
    if (there.isEmpty()) return "there is none";
    List<String> sorted =
        there.stream()
            .distinct()
            .sorted(Comparator.comparingInt((String s) -> distance(wrong, s)).thenComparing(s -> s))
            .toList();
    if (sorted.size() <= SHOWN) return "there is: " + String.join(", ", sorted);
    return "nearest: " + String.join(", ", sorted.subList(0, SHOWN));
  }

  /** Edits that make one text the other, whatever the case; a common start counts less. */
  static int distance(String a, String b) {
    String x = a.toLowerCase(Locale.ROOT);
    String y = b.toLowerCase(Locale.ROOT);
    if (y.startsWith(x)) return 0;
    int[] row = new int[y.length() + 1];
    for (int j = 0; j <= y.length(); j++) row[j] = j;
    for (int i = 1; i <= x.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= y.length(); j++) {
        int replace = diagonal + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[y.length()];
  }
}
