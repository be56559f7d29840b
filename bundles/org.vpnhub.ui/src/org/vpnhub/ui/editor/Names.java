package org.vpnhub.ui.editor;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vpnhub.model.NamedElement;

/** Names for new elements. */
final class Names {
  private Names() {}

  /** A name that none of the elements has: the word, or with a number. */
  static String fresh(String word, List<? extends NamedElement> elements) {
    Set<String> used =
        elements.stream().map(e -> String.valueOf(e.getName())).collect(Collectors.toSet());
    if (!used.contains(word)) return word;
    int n = 2;
    while (used.contains(word + " " + n)) n++;
    return word + " " + n;
  }
}
