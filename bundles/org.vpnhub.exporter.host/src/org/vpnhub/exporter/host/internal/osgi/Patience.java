package org.vpnhub.exporter.host.internal.osgi;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls code of others, which may throw or hang. */
final class Patience {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /**
   * What came of a call.
   *
   * @param fault why there is no value; the words continue "it ..."
   */
  record Outcome<T>(Optional<T> value, Optional<String> fault) {}

  private Patience() {}

  /** Calls on a thread of its own; a null answer is a value that is empty. */
  static <T> Outcome<T> attempt(Callable<@Nullable T> call) {
    FutureTask<@Nullable T> task = new FutureTask<>(call);
    Thread.ofPlatform().daemon().name("exporter bundle").start(task);
    try {
      T value = task.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
      return new Outcome<>(Optional.ofNullable(value), Optional.empty());
    } catch (ExecutionException e) {
      return failed("failed with " + firstLine(e.getCause()));
    } catch (TimeoutException e) {
      task.cancel(true);
      return failed("took longer than " + LONGEST.toSeconds() + " s");
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return failed("was interrupted");
    }
  }

  private static <T> Outcome<T> failed(String fault) {
    return new Outcome<>(Optional.empty(), Optional.of(fault));
  }

  private static String firstLine(@Nullable Throwable cause) {
    return String.valueOf(cause).lines().findFirst().orElse("");
  }
}
