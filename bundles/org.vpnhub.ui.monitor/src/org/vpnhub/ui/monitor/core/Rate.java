package org.vpnhub.ui.monitor.core;

/**
 * Inner traffic in a second.
 *
 * @param bitsIn from the sites into the hub
 * @param bitsOut from the hub to the sites
 */
public record Rate(double bitsIn, double bitsOut) {
  public static final Rate NONE = new Rate(0, 0);

  Rate plus(Rate other) {
    return new Rate(bitsIn + other.bitsIn, bitsOut + other.bitsOut);
  }

  public double bits() {
    return bitsIn + bitsOut;
  }
}
