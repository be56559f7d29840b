package org.vpnhub.hub;

/** A change that the hub does not make; the message is one line for the user. */
public final class ApplyRefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String kind;

  ApplyRefusedException(String kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** {@code changed}: not what was previewed; {@code model}: the model cannot be applied. */
  public String kind() {
    return kind;
  }
}
