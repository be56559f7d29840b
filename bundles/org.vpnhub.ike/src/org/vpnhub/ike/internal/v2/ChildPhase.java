package org.vpnhub.ike.internal.v2;

/** Where one CHILD SA pair stands. The package comment draws the transitions. */
sealed interface ChildPhase {

  /**
   * Rekeyed by the peer: packets are taken on the new pair and still sent on the old one, until the
   * peer deletes that or uses the new one (RFC 7296 §2.8).
   */
  record Waiting(Child predecessor) implements ChildPhase {}

  /** In use in both directions; while another pair serves the same, a new one may only receive. */
  record Live() implements ChildPhase {}

  /** The peer has rekeyed it; its delete is awaited. */
  record Replaced(Child by) implements ChildPhase {}

  /** The loser of a collision: the peer will delete it. */
  record Redundant() implements ChildPhase {}

  /** Our delete is on its way. */
  record Deleting() implements ChildPhase {}

  record Gone() implements ChildPhase {}

  default String text() {
    return switch (this) {
      case Waiting p -> "waiting for the peer";
      case Live p -> "installed";
      case Replaced p -> "replaced";
      case Redundant p -> "redundant";
      case Deleting p -> "deleting";
      case Gone p -> "gone";
    };
  }
}
