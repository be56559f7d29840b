package org.vpnhub.exporter;

/** How it is known that a device accepts an exporter's output. */
public enum Verification {
  /** The device's own software loads it, and carries traffic with it, in this project's tests. */
  INTEROP("interop"),
  /** The device's own parser accepts it in this project's tests. */
  PARSER("parser"),
  /** It follows a grammar or schema written from the vendor's manual. */
  GRAMMAR("grammar"),
  /** It is compared with samples that people have read. */
  SAMPLE("sample");

  private final String literal;

  Verification(String literal) {
    this.literal = literal;
  }

  /** The word for JSON. */
  public String literal() {
    return literal;
  }

  @Override
  public String toString() {
    return literal;
  }
}
