package org.vpnhub.validation;

import java.util.List;

/**
 * What is wrong with a pre-shared key, in words that never say anything of the key but its length.
 * Nothing of the key is kept or copied.
 */
public final class KeyQuality {
  /** The most characters of a key. */
  public static final int MAX = 100;

  private static final int STRONG = 16;

  /** What CreateVpnConnection takes beside letters and digits. */
  private static final String MARKS = "~!`@#$%^&*()_-+={}[]\\|;:'\",.<>/?";

  private static final List<String> KNOWN_WORDS =
      List.of(
          "password",
          "passw0rd",
          "12345678",
          "87654321",
          "qwerty",
          "letmein",
          "welcome",
          "changeme",
          "secret",
          "admin",
          "cisco",
          "ipsec",
          "presharedkey",
          "abcdefgh",
          "iloveyou",
          "aliyun");

  private KeyQuality() {}

  /** Why a key cannot be used (C06): "is missing"; empty when it can. */
  public static String fault(CharSequence key) {
    if (key.isEmpty()) return "is missing";
    if (key.length() > MAX) {
      return "has " + key.length() + " characters; at most " + MAX + " are allowed";
    }
    if (key.chars().anyMatch(Character::isWhitespace)) return "holds white space";
    return key.chars().allMatch(KeyQuality::isKeyCharacter)
        ? ""
        : "holds a character that is neither a letter, a digit nor one of " + MARKS;
  }

  private static boolean isKeyCharacter(int c) {
    return c < 128 && Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0;
  }

  /** Why a key is weak (C07): "repeats a few characters"; empty when it is not. */
  public static String weakness(CharSequence key) {
    if (key.length() < STRONG) {
      return "has " + key.length() + " characters, fewer than " + STRONG;
    }
    if (key.chars().distinct().count() < STRONG / 2) return "repeats a few characters";
    for (String word : KNOWN_WORDS) {
      if (key.length() - word.length() < STRONG && contains(key, word)) {
        return "is mostly a word that attackers try first";
      }
    }
    return "";
  }

  private static boolean contains(CharSequence key, String word) {
    for (int i = 0; i + word.length() <= key.length(); i++) if (isAt(key, i, word)) return true;
    return false;
  }

  private static boolean isAt(CharSequence key, int start, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.toLowerCase(key.charAt(start + i)) != word.charAt(i)) return false;
    }
    return true;
  }
}
