package org.vpnhub.dataplane;

import java.io.IOException;

/** The environment lacks a right or a device; the message says which, and how to do without. */
public final class MissingPermissionException extends IOException {
  private static final long serialVersionUID = 1;

  public MissingPermissionException(String message) {
    super(message);
  }
}
