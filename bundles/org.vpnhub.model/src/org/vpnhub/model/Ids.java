package org.vpnhub.model;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.NullMarked;

/**
 * Makes ids that are unique in one network, readable and deterministic: the kind of the element and
 * its name, such as {@code cgw-shanghai}.
 */
@NullMarked
public final class Ids {
  private static final int MAX_NAME = 40;
  private final Set<String> used = new HashSet<>();

  /** The ids that are free beside those of a network. */
  public Ids(Network network) {
    if (network.getId() != null) used.add(network.getId());
    for (var all = EcoreUtil.<EObject>getAllContents(network, false); all.hasNext(); ) {
      if (all.next() instanceof NamedElement e && e.getId() != null) used.add(e.getId());
    }
  }

  /** Takes {@code prefix-name}, with a number behind it when that is in use. */
  public String take(String prefix, String name) {
    return prefix + "-" + suffix(name, prefix);
  }

  /**
   * Takes one word that is free behind each of the prefixes; the ids {@code prefix-word} are in use
   * from then on.
   */
  public String suffix(String name, String... prefixes) {
    String word = word(name);
    String candidate = word;
    for (int n = 2; !isFree(candidate, prefixes); n++) candidate = word + "-" + n;
    for (String prefix : prefixes) used.add(prefix + "-" + candidate);
    return candidate;
  }

  private boolean isFree(String word, String... prefixes) {
    for (String prefix : prefixes) if (used.contains(prefix + "-" + word)) return false;
    return true;
  }

  /** A name as part of an id: ASCII letters in lower case, digits, full stops and hyphens. */
  public static String word(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String word = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    word = word.substring(0, Math.min(word.length(), MAX_NAME)).replaceAll("^[-.]+|[-.]+$", "");
    return word.isEmpty() ? "1" : word;
  }
}
