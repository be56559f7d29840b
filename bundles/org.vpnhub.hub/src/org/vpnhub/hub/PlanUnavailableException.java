package org.vpnhub.hub;

/** A model that cannot be read; the message is one line for the user. */
public final class PlanUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  public PlanUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
