package org.vpnhub.plan;

/** Phase 1 mode of IKEv1. */
public enum ExchangeMode {
  MAIN("main"),
  AGGRESSIVE("aggressive");

  private final String literal;

  ExchangeMode(String literal) {
    this.literal = literal;
  }

  public String literal() {
    return literal;
  }

  @Override
  public String toString() {
    return literal;
  }
}
