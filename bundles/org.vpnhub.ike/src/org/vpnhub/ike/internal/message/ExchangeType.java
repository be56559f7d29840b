package org.vpnhub.ike.internal.message;

import java.util.Optional;

/** Exchange types of IKEv2 (RFC 7296 §3.1). */
public enum ExchangeType {
  IKE_SA_INIT(34),
  IKE_AUTH(35),
  CREATE_CHILD_SA(36),
  INFORMATIONAL(37);

  private final int number;

  ExchangeType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  public static Optional<ExchangeType> of(int number) {
    int index = number - IKE_SA_INIT.number;
    return index < 0 || index >= values().length ? Optional.empty() : Optional.of(values()[index]);
  }
}
