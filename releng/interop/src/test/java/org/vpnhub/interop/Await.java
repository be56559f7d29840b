package org.vpnhub.interop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, up to a deadline; the only place of this module that lets time pass. */
final class Await {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Await() {}

  /** Waits until the condition holds; otherwise fails and says what was there instead. */
  static void until(
      String what, Duration limit, BooleanSupplier condition, Supplier<String> instead) {
    if (!holds(limit, condition)) {
      throw new AssertionError(
          "not within " + limit.toMillis() + " ms: " + what + "\nbut: " + instead.get());
    }
  }

  static void until(String what, Duration limit, BooleanSupplier condition) {
    until(what, limit, condition, () -> "nothing more is known");
  }

  /** Whether the condition came to hold before the limit. */
  static boolean holds(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    do {
      if (condition.getAsBoolean()) return true;
      LockSupport.parkNanos(PAUSE.toNanos());
    } while (System.nanoTime() < end);
    return condition.getAsBoolean();
  }

  /** The value, once there is one. */
  static <T> T present(
      String what, Duration limit, Supplier<Optional<T>> value, Supplier<String> instead) {
    Holder<T> holder = new Holder<>();
    until(
        what,
        limit,
        () -> {
          holder.value = value.get();
          return holder.value.isPresent();
        },
        instead);
    return holder.value.orElseThrow();
  }

  private static final class Holder<T> {
    private Optional<T> value = Optional.empty();
  }
}
