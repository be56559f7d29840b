package org.vpnhub.testkit;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** A {@code SecureRandom} that is not secure but repeatable: the same seed, the same run. */
public final class SeededRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;
  private final transient SplittableRandom source;

  public SeededRandom(long seed) {
    source = new SplittableRandom(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    // The constructor of the superclass may ask before the source is there.
    if (source != null) source.nextBytes(bytes);
  }

  @Override
  public byte[] generateSeed(int count) {
    byte[] seed = new byte[count];
    nextBytes(seed);
    return seed;
  }

  @Override
  public void setSeed(long seed) {}

  @Override
  public String getAlgorithm() {
    return "seeded";
  }
}
