package org.vpnhub.ui.diagram.core;

/** A definition that cannot be used; the message names the element, its line and what is wrong. */
public final class DefinitionException extends Exception {
  private static final long serialVersionUID = 1L;

  public DefinitionException(String message) {
    super(message);
  }
}
