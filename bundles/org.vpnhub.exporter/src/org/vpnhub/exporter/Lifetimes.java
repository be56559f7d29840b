package org.vpnhub.exporter;

/**
 * Lifetimes in seconds that a device takes in one phase.
 *
 * @param min smallest
 * @param max largest
 */
public record Lifetimes(int min, int max) {
  /** As far as the model goes. */
  public static final Lifetimes ANY = new Lifetimes(1, 86400);

  public boolean contains(int seconds) {
    return seconds >= min && seconds <= max;
  }

  @Override
  public String toString() {
    return min + " to " + max + " s";
  }
}
