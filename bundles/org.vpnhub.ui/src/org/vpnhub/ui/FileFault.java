package org.vpnhub.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vpnhub.model.ModelFormatException;

/**
 * Why a file cannot be opened, for a page that tells it.
 *
 * @param what what is wrong, with the line
 * @param remedy what to do about it
 * @param excerpt the lines around the fault; empty when it has no line
 * @param line where the fault is, from 1; 0 when it has no line
 */
public record FileFault(String what, String remedy, String excerpt, int line) {
  private static final int AROUND = 3;
  private static final int WIDTH = 110;
  private static final int MOST_LINES = 200_000;

  public static FileFault of(ModelFormatException fault, Path file) {
    String line = fault.line() > 0 ? "Line " + fault.line() + ": " : "";
    String excerpt = fault.line() > 0 ? excerpt(file, fault.line()) : "";
    return new FileFault(
        line + fault.what() + ".", sentence(fault.remedy()), excerpt, fault.line());
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  /** A file that is no text at all has no lines to show. */
  private static String excerpt(Path file, int line) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String text = in.readLine();
      for (int n = 1; text != null && n <= line + AROUND && n < MOST_LINES; n++) {
        if (n >= line - AROUND) lines.add(marked(n, n == line, text));
        text = in.readLine();
      }
    } catch (IOException e) {
      return "";
    }
    return String.join("\n", lines);
  }

  private static String marked(int number, boolean here, String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    String shown = plain.length() > WIDTH ? plain.substring(0, WIDTH) + "…" : plain;
    return (here ? "→ " : "  ") + "%5d  %s".formatted(number, shown);
  }
}
