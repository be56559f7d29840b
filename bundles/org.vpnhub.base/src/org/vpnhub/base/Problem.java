package org.vpnhub.base;

/**
 * One thing that is wrong with what the user gave us, in words that the user can act on.
 *
 * @param code stable rule id, for example {@code A03}
 * @param severity how much it matters
 * @param elementId id of the model element at fault, or empty when there is none
 * @param element the element as a user knows it, for example {@code IPsec connection hangzhou}
 * @param message what is wrong, with the values at fault
 * @param remedy what to do about it
 */
public record Problem(
    String code,
    Severity severity,
    String elementId,
    String element,
    String message,
    String remedy) {

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
