package org.vpnhub.ui.monitor.core;

/** The model or the hub has changed since the preview; the message is one line for the user. */
public final class ChangedSincePreviewException extends Exception {
  private static final long serialVersionUID = 1L;

  public ChangedSincePreviewException(String message) {
    super(message);
  }
}
