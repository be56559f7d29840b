package org.vpnhub.base;

/** Monotonic time, so that tests can run in virtual time. */
@FunctionalInterface
public interface TimeSource {
  /** The machine's monotonic clock. */
  TimeSource SYSTEM = System::nanoTime;

  /** Nanoseconds since an arbitrary origin; never goes back. */
  long nanos();
}
