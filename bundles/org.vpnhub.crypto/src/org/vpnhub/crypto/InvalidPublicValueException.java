package org.vpnhub.crypto;

/** The peer's public value of a key exchange must not be used: wrong length, range or curve. */
public final class InvalidPublicValueException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidPublicValueException(String message) {
    super(message);
  }
}
