package org.vpnhub.model;

import java.io.IOException;
import org.jspecify.annotations.NullMarked;

/**
 * A file that cannot be read as what it should be. The message is one line for the user: file,
 * line, what is wrong, what to do.
 */
@NullMarked
public final class ModelFormatException extends IOException {
  private static final long serialVersionUID = 1L;
  private final String file;
  private final int line;
  private final String what;
  private final String remedy;

  /**
   * @param file the file as the user named it
   * @param line line number from 1, or 0 when the fault has no line
   * @param what what is wrong
   * @param remedy what to do about it
   */
  public ModelFormatException(String file, int line, String what, String remedy) {
    super(oneLine(file + (line > 0 ? ":" + line : "") + ": " + what + "; " + remedy));
    this.file = file;
    this.line = line;
    this.what = oneLine(what);
    this.remedy = oneLine(remedy);
  }

  public String file() {
    return file;
  }

  /** Line number from 1, or 0 when the fault has no line. */
  public int line() {
    return line;
  }

  /** What is wrong, without the place. */
  public String what() {
    return what;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }

  /** Text of a foreign file may hold anything: no line breaks or control characters get through. */
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?");
  }
}
