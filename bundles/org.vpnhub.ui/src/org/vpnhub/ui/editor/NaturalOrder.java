package org.vpnhub.ui.editor;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * Texts as people sort them: numbers in them by their value, so that 10.0.9.0 comes before
 * 10.0.10.0 and Office 2 before Office 10; letters of either case alike.
 */
final class NaturalOrder implements Comparator<String> {
  static final NaturalOrder INSTANCE = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int endA = digits(a, i);
      int endB = digits(b, j);
      int order =
          endA > i && endB > j
              ? number(a, i, endA).compareTo(number(b, j, endB))
              : Character.compare(lower(a, i), lower(b, j));
      if (order != 0) return order;
      i = Math.max(endA, i + 1);
      j = Math.max(endB, j + 1);
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') end++;
    return end;
  }

  private static BigInteger number(String text, int from, int end) {
    return new BigInteger(text.substring(from, end));
  }

  private static char lower(String text, int at) {
    return Character.toLowerCase(text.charAt(at));
  }
}
