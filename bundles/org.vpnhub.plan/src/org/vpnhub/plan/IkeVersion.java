package org.vpnhub.plan;

/** Version of IKE; the literal is the wire value of the resource API. */
public enum IkeVersion {
  IKEV1("ikev1"),
  IKEV2("ikev2");

  private final String literal;

  IkeVersion(String literal) {
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
