package org.vpnhub.ike.internal.v2;

import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Things to do later, in the order of their times; equal times in the order of arming. */
final class Timers {
  private final TreeSet<Timer> queue =
      new TreeSet<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::order));
  private long count;

  /**
   * One thing to do.
   *
   * @param owner the SA that a fault in {@code task} kills; none: the endpoint's own
   */
  record Timer(long at, long order, Supplier<Optional<IkeSa>> owner, Runnable task) {}

  Timer arm(long at, Supplier<IkeSa> owner, Runnable task) {
    return add(new Timer(at, count++, () -> Optional.of(owner.get()), task));
  }

  Timer arm(long at, Runnable task) {
    return add(new Timer(at, count++, Optional::empty, task));
  }

  private Timer add(Timer timer) {
    queue.add(timer);
    return timer;
  }

  void cancel(@Nullable Timer timer) {
    if (timer != null) queue.remove(timer);
  }

  /** Takes the first thing that is due. */
  Optional<Timer> poll(long now) {
    return queue.isEmpty() || queue.first().at() > now
        ? Optional.empty()
        : Optional.ofNullable(queue.pollFirst());
  }

  long next() {
    return queue.isEmpty() ? Long.MAX_VALUE : queue.first().at();
  }
}
