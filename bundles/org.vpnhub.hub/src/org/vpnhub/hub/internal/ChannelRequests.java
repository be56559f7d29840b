package org.vpnhub.hub.internal;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.hub.ApplyRefusedException;
import org.vpnhub.hub.Hub;
import org.vpnhub.hub.PlanUnavailableException;

/**
 * The requests of the local channel: {@code status}, {@code log}, {@code preview}, {@code apply},
 * {@code initiate}, {@code rekey}.
 */
public final class ChannelRequests implements UnaryOperator<JsonObject> {
  private final Hub hub;

  public ChannelRequests(Hub hub) {
    this.hub = hub;
  }

  @Override
  public JsonObject apply(JsonObject request) {
    try {
      return switch (text(request, "request")) {
        case "status" -> result(hub.status());
        case "preview" -> result(hub.preview(path(request)));
        case "apply" -> result(hub.apply(path(request), text(request, "preview")));
        case "log" -> result(hub.log(since(request)));
        case "initiate" -> done(() -> hub.initiate(connection(request)));
        case "rekey" -> done(() -> hub.rekey(connection(request)));
        default ->
            failure("usage", "the requests are status, log, preview, apply, initiate and rekey");
      };
    } catch (PlanUnavailableException e) {
      return failure("input", String.valueOf(e.getMessage()));
    } catch (ApplyRefusedException e) {
      return failure(e.kind(), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return failure("usage", String.valueOf(e.getMessage()));
    }
  }

  private static String text(JsonObject request, String name) {
    if (request.get(name) instanceof JsonPrimitive p && p.isString()) {
      return p.getAsString();
    }
    throw new IllegalArgumentException("the request lacks the text '" + name + "'");
  }

  private static long since(JsonObject request) {
    if (request.get("since") instanceof JsonPrimitive p && p.isNumber()) return p.getAsLong();
    throw new IllegalArgumentException("the request lacks the number 'since'");
  }

  private ConnectionId connection(JsonObject request) {
    ConnectionId id = new ConnectionId(text(request, "connection"));
    if (hub.plan().hub().connections().stream().anyMatch(c -> c.id().equals(id))) return id;
    throw new IllegalArgumentException("no connection has the id '" + id + "'");
  }

  private static JsonObject done(Runnable what) {
    what.run();
    return result(new JsonObject());
  }

  private static Path path(JsonObject request) {
    try {
      Path path = Path.of(text(request, "model"));
      if (path.isAbsolute()) return path;
    } catch (InvalidPathException e) {
      // Told below.
    }
    throw new IllegalArgumentException("'model' must be an absolute path");
  }

  private static JsonObject result(JsonObject result) {
    JsonObject response = new JsonObject();
    response.add("result", result);
    return response;
  }

  static JsonObject failure(String kind, String message) {
    JsonObject error = new JsonObject();
    error.addProperty("kind", kind);
    error.addProperty("message", message);
    JsonObject response = new JsonObject();
    response.add("error", error);
    return response;
  }
}
