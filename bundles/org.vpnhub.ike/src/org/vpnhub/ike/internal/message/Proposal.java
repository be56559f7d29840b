package org.vpnhub.ike.internal.message;

import java.util.List;
import java.util.stream.Stream;

/**
 * A proposal of an SA payload (RFC 7296 §3.3.1).
 *
 * @param number counts from 1
 * @param protocol {@link #IKE}, {@link #ESP}, or another
 * @param spi empty, 4 or 8 octets
 * @param transforms alternatives of each type
 */
public record Proposal(int number, int protocol, byte[] spi, List<Transform> transforms) {
  public static final int IKE = 1;
  public static final int AH = 2;
  public static final int ESP = 3;

  public Proposal {
    transforms = List.copyOf(transforms);
  }

  /** The alternatives of one transform type. */
  public Stream<Transform> ofType(int type) {
    return transforms.stream().filter(t -> t.type() == type);
  }

  public boolean hasType(int type) {
    return ofType(type).findAny().isPresent();
  }
}
