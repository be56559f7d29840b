package org.vpnhub.cli.internal;

import java.io.PrintStream;
import org.vpnhub.lab.Progress;

/**
 * Progress of the lab on standard error: a line at the start and the end of a step, and each
 * second.
 */
final class LabProgress implements Progress {
  private static final long EVERY_NANOS = 1_000_000_000L;
  private final PrintStream err;
  private final long started = System.nanoTime();
  private long lastNanos = started;
  private String lastLine = "";

  LabProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public void say(String line) {
    lastNanos = System.nanoTime();
    if (line.equals(lastLine)) return;
    lastLine = line;
    err.printf("%6.2f s  %s%n", (lastNanos - started) / 1e9, line);
    err.flush();
  }

  /** Says how far a step is, unless something was said a moment ago and the step is not done. */
  @Override
  public void step(String what, long done, long all) {
    if (done == all || System.nanoTime() - lastNanos >= EVERY_NANOS) {
      say(what + " " + done + "/" + all);
    }
  }
}
