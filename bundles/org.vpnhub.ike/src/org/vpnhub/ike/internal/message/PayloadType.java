package org.vpnhub.ike.internal.message;

import java.util.Optional;

/** Payload types of IKEv2 that this end knows (RFC 7296 §3.2). */
public enum PayloadType {
  SA(33),
  KE(34),
  IDI(35),
  IDR(36),
  CERT(37),
  CERTREQ(38),
  AUTH(39),
  NONCE(40),
  NOTIFY(41),
  DELETE(42),
  VENDOR(43),
  TSI(44),
  TSR(45),
  SK(46),
  CP(47),
  EAP(48);

  private final int number;

  PayloadType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  public static Optional<PayloadType> of(int number) {
    int index = number - SA.number;
    return index < 0 || index >= values().length ? Optional.empty() : Optional.of(values()[index]);
  }
}
