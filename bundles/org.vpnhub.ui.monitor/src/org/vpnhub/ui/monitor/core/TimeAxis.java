package org.vpnhub.ui.monitor.core;

import java.time.Duration;
import java.util.List;

/**
 * How far back a chart shows, and where its marks are: few spans, so that the axis seldom jumps.
 *
 * @param span from the left end until now
 * @param step from mark to mark; the span is some whole steps
 */
public record TimeAxis(Duration span, Duration step) {
  private static final List<TimeAxis> ALL =
      List.of(axis(60, 10), axis(120, 30), axis(History.SPAN.toSeconds(), 60));

  private static TimeAxis axis(long span, long step) {
    return new TimeAxis(Duration.ofSeconds(span), Duration.ofSeconds(step));
  }

  /** The shortest that shows a past; the longest if none does. */
  public static TimeAxis of(Duration past) {
    return ALL.stream()
        .filter(a -> a.span.compareTo(past) >= 0)
        .findFirst()
        .orElseGet(ALL::getLast);
  }

  /** So many steps make the span. */
  public int steps() {
    return (int) span.dividedBy(step);
  }

  /** Of a mark so many steps before now: {@code now}, {@code 40 s ago}, {@code 2 min ago}. */
  public String label(long stepsBack) {
    long seconds = step.toSeconds() * stepsBack;
    if (seconds == 0) return "now";
    return seconds % 60 == 0 ? seconds / 60 + " min ago" : seconds + " s ago";
  }
}
