package org.vpnhub.exporter;

/** Words of a shell command that people copy from a checklist. */
public final class ShellText {
  private ShellText() {}

  /** One word in single quotes, whatever it holds; control characters become spaces. */
  public static String quoted(String word) {
    return "'" + word.replaceAll("\\p{Cntrl}+", " ").replace("'", "'\\''") + "'";
  }
}
