package org.vpnhub.exporter;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Pre-shared keys that a device takes.
 *
 * @param minLength in characters
 * @param maxLength in characters
 * @param allowed whether a character (code point) may occur
 * @param description the allowed characters in words, for example {@code letters and digits}
 * @param misread texts that the device would take for something else, for example a prefix that
 *     announces hexadecimal digits
 */
public record KeyRules(
    int minLength,
    int maxLength,
    IntPredicate allowed,
    String description,
    Optional<Pattern> misread) {

  public KeyRules(int minLength, int maxLength, IntPredicate allowed, String description) {
    this(minLength, maxLength, allowed, description, Optional.empty());
  }

  /** Any key without control characters. */
  public static KeyRules anyPrintable(int maxLength) {
    return new KeyRules(1, maxLength, c -> !Character.isISOControl(c), "any printable character");
  }

  /** The same, without keys in which the pattern is found. */
  public KeyRules misreading(String pattern) {
    return new KeyRules(
        minLength, maxLength, allowed, description, Optional.of(Pattern.compile(pattern)));
  }

  /**
   * What is wrong with a key, in words that do not give it away.
   *
   * @return empty when the device takes the key
   */
  public Optional<String> objection(String key) {
    int length = key.codePointCount(0, key.length());
    if (length < minLength) {
      return Optional.of("is shorter than " + minLength + " characters");
    }
    if (length > maxLength) {
      return Optional.of("is longer than " + maxLength + " characters");
    }
    if (!key.codePoints().allMatch(allowed)) {
      return Optional.of("holds a character that the device does not take");
    }
    if (misread.map(m -> m.matcher(key).find()).orElse(false)) {
      return Optional.of("holds a text that the device takes for something else");
    }
    return Optional.empty();
  }
}
