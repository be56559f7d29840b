package org.vpnhub.design;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;

/** Texts of labels. */
final class Words {
  private static final int LINE = 34;

  private Words() {}

  static String name(@Nullable NamedElement element) {
    if (element == null) return "—";
    if (element.getName() != null && !element.getName().isBlank()) return element.getName();
    return element.getId() == null ? "without a name" : element.getId();
  }

  static String orDash(@Nullable String text) {
    return text == null || text.isBlank() ? "—" : text;
  }

  static boolean has(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  /** Lines of a label; empty ones are left out. */
  static String lines(String... lines) {
    StringBuilder all = new StringBuilder();
    for (String line : lines) {
      if (line.isBlank()) continue;
      if (!all.isEmpty()) all.append('\n');
      all.append(line);
    }
    return all.toString();
  }

  /** The first few, and how many more there are. */
  static String some(List<String> values, int limit) {
    if (values.isEmpty()) return "—";
    String first = String.join(", ", values.subList(0, Math.min(limit, values.size())));
    int more = values.size() - limit;
    return more > 0 ? first + " +" + more : first;
  }

  static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** Breaks a sentence into lines. */
  static String wrap(String sentence) {
    StringBuilder all = new StringBuilder();
    int column = 0;
    for (String word : sentence.split(" ")) {
      if (column > 0 && column + word.length() >= LINE) {
        all.append('\n');
        column = 0;
      } else if (column > 0) {
        all.append(' ');
        column++;
      }
      all.append(word);
      column += word.length();
    }
    return all.toString();
  }

  /** A rate with three digits: {@code 12.3 Mbit/s}. */
  static String rate(long bitsPerSecond) {
    String[] units = {"bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"};
    double value = bitsPerSecond;
    int unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    String number = value >= 99.95 || unit == 0 ? "%.0f" : value >= 9.995 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, number + " %s", value, units[unit]);
  }
}
