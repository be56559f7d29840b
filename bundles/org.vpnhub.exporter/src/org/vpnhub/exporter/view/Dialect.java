package org.vpnhub.exporter.view;

import java.util.function.UnaryOperator;
import org.vpnhub.exporter.SafeNames;
import org.vpnhub.exporter.ShellText;

/**
 * How texts are written in a device's configuration, so that none can end its line or its quotes.
 * What no quoting can hold is for {@link org.vpnhub.exporter.KeyRules} to refuse beforehand.
 */
public interface Dialect {

  /** A pre-shared key as one word, in whatever quotes the language has. */
  String key(String key);

  /** What stands in place of a key that is masked or unknown; one word as {@link #key} gives. */
  default String placeholder(String reference) {
    return key("<secret:" + SafeNames.of(reference, "key") + ">");
  }

  /** Free text behind a comment sign: one line, printable, cut to a length in characters. */
  default String comment(String text, int length) {
    String line = ShellText.oneLine(text).strip();
    int count = Math.min(length, line.codePointCount(0, line.length()));
    return line.substring(0, line.offsetByCodePoints(0, count));
  }

  /** Of a prompt at which a question mark asks for help, even behind a comment sign. */
  static Dialect ofPrompt(UnaryOperator<String> key) {
    return new Dialect() {
      @Override
      public String key(String text) {
        return key.apply(text);
      }

      @Override
      public String comment(String text, int length) {
        return Dialect.super.comment(text, length).replace('?', '.');
      }
    };
  }
}
