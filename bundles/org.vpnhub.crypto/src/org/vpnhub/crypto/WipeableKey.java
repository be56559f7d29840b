package org.vpnhub.crypto;

import java.util.Arrays;
import javax.crypto.SecretKey;

/** An AES key that can be wiped, which the platform's key specification cannot. */
final class WipeableKey implements SecretKey {
  private static final long serialVersionUID = 1L;

  private final transient byte[] octets;
  private transient boolean destroyed;

  /** Takes a copy of the first {@code length} octets. */
  WipeableKey(byte[] octets, int length) {
    this.octets = Arrays.copyOf(octets, length);
  }

  @Override
  public String getAlgorithm() {
    return "AES";
  }

  @Override
  public String getFormat() {
    return "RAW";
  }

  @Override
  public byte[] getEncoded() {
    if (destroyed) throw new IllegalStateException("this key is destroyed");
    return octets.clone();
  }

  @Override
  public void destroy() {
    destroyed = true;
    Arrays.fill(octets, (byte) 0);
  }

  @Override
  public boolean isDestroyed() {
    return destroyed;
  }

  @Override
  public String toString() {
    return "AES key [redacted]";
  }
}
