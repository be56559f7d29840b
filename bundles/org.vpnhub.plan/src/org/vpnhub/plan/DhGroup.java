package org.vpnhub.plan;

import java.util.Optional;

/** Key exchange groups by the literal of the model and the IANA group number. */
public enum DhGroup {
  GROUP1("group1", 1, true),
  GROUP2("group2", 2, true),
  GROUP5("group5", 5, true),
  GROUP14("group14", 14, false),
  GROUP15("group15", 15, false),
  GROUP16("group16", 16, false),
  GROUP17("group17", 17, false),
  GROUP18("group18", 18, false),
  GROUP19("group19", 19, false),
  GROUP20("group20", 20, false),
  GROUP21("group21", 21, false),
  GROUP24("group24", 24, true),
  GROUP31("group31", 31, false),
  GROUP32("group32", 32, false),
  GROUP31_MLKEM768("group31+mlkem768", 31, false);

  private final String literal;
  private final int number;
  private final boolean legacy;

  DhGroup(String literal, int number, boolean legacy) {
    this.literal = literal;
    this.number = number;
    this.legacy = legacy;
  }

  public String literal() {
    return literal;
  }

  /** IANA "Key Exchange Method" transform id; of a hybrid, that of its first method. */
  public int number() {
    return number;
  }

  /** Whether the group is obsolete. */
  public boolean isLegacy() {
    return legacy;
  }

  public static Optional<DhGroup> ofLiteral(String literal) {
    for (DhGroup g : values()) if (g.literal.equals(literal)) return Optional.of(g);
    return Optional.empty();
  }

  @Override
  public String toString() {
    return literal;
  }
}
