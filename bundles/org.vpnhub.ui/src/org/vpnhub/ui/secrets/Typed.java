package org.vpnhub.ui.secrets;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vpnhub.base.Secret;
import org.vpnhub.validation.KeyQuality;

/** Keys and passphrases as they are typed twice: what is wrong with them, and as a secret. */
final class Typed {
  private static final int SHORT_PASSPHRASE = 12;

  /**
   * What to tell while the user types.
   *
   * @param text a sentence; empty when there is nothing to say
   * @param blocks whether it cannot be used like this
   */
  record Verdict(String text, boolean blocks) {
    static final Verdict GOOD = new Verdict("", false);
  }

  private Typed() {}

  /** Rules C06 and C07 for a key. */
  static Verdict key(char[] first, char[] second) {
    CharBuffer key = CharBuffer.wrap(first);
    if (first.length == 0) return new Verdict("Type the key, or have a random one made.", true);
    String fault = KeyQuality.fault(key);
    if (!fault.isEmpty()) return new Verdict("The key " + fault + ".", true);
    if (!Arrays.equals(first, second)) return new Verdict(differ("keys", first, second), true);
    String weakness = KeyQuality.weakness(key);
    if (weakness.isEmpty()) return Verdict.GOOD;
    return new Verdict("The key " + weakness + ": better use a long random one.", false);
  }

  /** The same for a passphrase. */
  static Verdict passphrase(char[] first, char[] second) {
    if (first.length == 0) return new Verdict("Type a passphrase.", true);
    if (!Arrays.equals(first, second)) {
      return new Verdict(differ("passphrases", first, second), true);
    }
    if (first.length >= SHORT_PASSPHRASE) return Verdict.GOOD;
    return new Verdict("The passphrase is short: several words are safer.", false);
  }

  private static String differ(String what, char[] first, char[] second) {
    return second.length < first.length ? "Type it once more." : "The two " + what + " differ.";
  }

  /** The UTF-8 bytes of what was typed, which is wiped. */
  static Secret secret(char[] typed) {
    ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(typed));
    byte[] bytes = new byte[utf8.remaining()];
    utf8.get(bytes);
    try {
      return new Secret(bytes);
    } finally {
      Arrays.fill(typed, '\0');
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(utf8.array(), (byte) 0);
    }
  }
}
