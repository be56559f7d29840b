package org.vpnhub.ike.internal.message;

import java.util.List;

/**
 * A transform of a proposal (RFC 7296 §3.3.2).
 *
 * @param type {@link #ENCR} … {@link #ESN}, or one unknown
 * @param id IANA number within the type
 * @param keyBits the key length attribute; 0 when absent
 * @param others all other attributes; a transform that has some is never chosen (RFC 7296 §3.3.6)
 */
public record Transform(int type, int id, int keyBits, List<Attribute> others) {
  public static final int ENCR = 1;
  public static final int PRF = 2;
  public static final int INTEG = 3;
  public static final int KE = 4;
  public static final int ESN = 5;

  /** The key length attribute (RFC 7296 §3.3.5). */
  static final int KEY_LENGTH = 14;

  public Transform {
    others = List.copyOf(others);
  }

  public Transform(int type, int id, int keyBits) {
    this(type, id, keyBits, List.of());
  }

  public Transform(int type, int id) {
    this(type, id, 0, List.of());
  }

  /**
   * An attribute that this end does not know.
   *
   * @param type number of 15 bits
   * @param fixed whether the value is the two octets of the TV form
   * @param value the octets
   */
  public record Attribute(int type, boolean fixed, byte[] value) {}
}
