package org.vpnhub.hub;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Log lines for people: plain text, no secrets. */
public final class LogLines {
  /** Loggers are held weakly by their manager; this one must keep its handler. */
  private static final Logger ENGINE = Logger.getLogger("org.vpnhub");

  private LogLines() {}

  /** Writes each line with its time in UTC. */
  public static Consumer<String> to(PrintStream stream) {
    return line ->
        stream.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + oneLine(line));
  }

  /** What peers send must not forge lines or steer the terminal. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  /** Sends what the engine logs to {@code lines}, and nowhere else. */
  public static void takeEngine(Consumer<String> lines) {
    for (Handler h : ENGINE.getHandlers()) ENGINE.removeHandler(h);
    ENGINE.setUseParentHandlers(false);
    ENGINE.setLevel(Level.INFO);
    ENGINE.addHandler(new LineHandler(lines));
  }

  private static final class LineHandler extends Handler {
    private final Consumer<String> lines;
    private final SimpleFormatter formatter = new SimpleFormatter();

    LineHandler(Consumer<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord record) {
      String level = record.getLevel().intValue() > Level.INFO.intValue() ? "WARNING " : "";
      Throwable fault = record.getThrown();
      String cause = fault == null ? "" : " (" + fault + at(fault) + ")";
      lines.accept(level + formatter.formatMessage(record) + cause);
    }

    private static String at(Throwable fault) {
      StackTraceElement[] trace = fault.getStackTrace();
      return trace.length == 0 ? "" : " at " + trace[0];
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
