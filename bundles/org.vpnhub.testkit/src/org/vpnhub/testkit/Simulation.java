package org.vpnhub.testkit;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.vpnhub.base.TimeSource;

/**
 * Virtual time: things happen at their nanosecond, in the order in which they were planned when
 * they coincide. Nothing sleeps, and every run is the same.
 */
public final class Simulation implements TimeSource {
  private final PriorityQueue<Event> queue =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
  private long now;
  private long count;

  private record Event(long at, long order, Runnable task) {}

  /** Nanoseconds since the beginning. */
  @Override
  public long nanos() {
    return now;
  }

  /** Plans a task; one in the past happens now. */
  public void at(long nanos, Runnable task) {
    queue.add(new Event(Math.max(now, nanos), count++, task));
  }

  public void after(Duration wait, Runnable task) {
    at(now + wait.toNanos(), task);
  }

  /** Runs everything within the time given; then so much time has passed. */
  public void run(Duration time) {
    long end = now + time.toNanos();
    while (!queue.isEmpty() && queue.peek().at() <= end) {
      Event next = queue.remove();
      now = next.at();
      next.task().run();
    }
    now = end;
  }
}
