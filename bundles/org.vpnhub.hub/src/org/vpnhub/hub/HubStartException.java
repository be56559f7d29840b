package org.vpnhub.hub;

/** The hub could not start; the message is one line for the user, with the remedy. */
public final class HubStartException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What was at fault. */
  public enum Reason {
    /** The model or the secret store cannot be read. */
    INPUT,
    /** The model has nothing that could run. */
    MODEL,
    /** A port, a device, a permission or the run directory is not to be had. */
    ENVIRONMENT,
    /** A bug of vpnhub; the cause tells. */
    BUG
  }

  private final Reason reason;

  public HubStartException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** A bug. */
  public HubStartException(Throwable bug) {
    super(bug.toString(), bug);
    this.reason = Reason.BUG;
  }

  public Reason reason() {
    return reason;
  }
}
