package org.vpnhub.hub;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Log lines of a server: plain text with a time in UTC. */
public final class LogLines {
  private LogLines() {}

  /** Writes each line to standard error. */
  public static Consumer<String> standardError() {
    return line ->
        System.err.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + oneLine(line));
  }

  /** What peers send must not forge lines or steer the terminal. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
