package org.vpnhub.hub;

import com.google.gson.JsonObject;

/** The server refused a request; the message is one line for the user. */
public final class ChannelException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String kind;
  private final transient JsonObject error;

  ChannelException(String kind, String message, JsonObject error) {
    super(message);
    this.kind = kind;
    this.error = error;
  }

  /** {@code input}, {@code model}, {@code changed} or {@code usage}. */
  public String kind() {
    return kind;
  }

  /** The error as the server sent it. */
  public JsonObject error() {
    return error;
  }
}
