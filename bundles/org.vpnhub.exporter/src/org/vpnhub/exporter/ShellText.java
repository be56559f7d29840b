package org.vpnhub.exporter;

/** Texts of the model inside other texts: on one line, or as a word of a shell command. */
public final class ShellText {
  private ShellText() {}

  /** The text on one line: control characters and every kind of line end become a space. */
  public static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
  }

  /** One word in single quotes, whatever it holds, on one line. */
  public static String quoted(String word) {
    return "'" + oneLine(word).replace("'", "'\\''") + "'";
  }
}
