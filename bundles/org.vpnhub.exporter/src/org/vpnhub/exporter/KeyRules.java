package org.vpnhub.exporter;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Pre-shared keys that a device takes.
 *
 * @param minLength in characters
 * @param maxLength in characters
 * @param allowed whether a character (code point) may occur
 * @param description the allowed characters in words, for example {@code letters and digits}
 */
public record KeyRules(int minLength, int maxLength, IntPredicate allowed, String description) {

  /** Any key without control characters. */
  public static KeyRules anyPrintable(int maxLength) {
    return new KeyRules(1, maxLength, c -> !Character.isISOControl(c), "any printable character");
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
    return Optional.empty();
  }
}
