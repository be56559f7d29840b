package org.vpnhub.interop;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The answer of {@code ./vpnhub status --json}. */
final class HubStatus {

  static final String UP = "ipsec_sa_established";

  private final JsonObject json;

  private HubStatus(JsonObject json) {
    this.json = json;
  }

  static HubStatus parse(String text) {
    return new HubStatus(JsonParser.parseString(text).getAsJsonObject());
  }

  /** One connection, by its model id. */
  Optional<Connection> connection(String id) {
    JsonArray all = json.getAsJsonArray("connections");
    return StreamSupport.stream(all.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(c -> value(c, "id").equals(id))
        .map(Connection::new)
        .findFirst();
  }

  boolean isUp(String id) {
    return connection(id).filter(c -> c.status().equals(UP)).isPresent();
  }

  /**
   * @param json what the status says of it
   */
  record Connection(JsonObject json) {

    String status() {
      return value(json, "status");
    }

    /** Reason code of the last failure; empty when there was none. */
    String failure() {
      return failureText("code");
    }

    String failureText(String key) {
      JsonElement failure = json.get("lastFailure");
      return failure instanceof JsonObject o ? value(o, key) : "";
    }

    long number(String key) {
      return json.get(key).getAsLong();
    }

    boolean flag(String key) {
      return json.get(key).getAsBoolean();
    }

    String text(String key) {
      return value(json, key);
    }
  }

  private static String value(JsonObject object, String key) {
    JsonElement found = object.get(key);
    return found == null || !found.isJsonPrimitive() ? "" : found.getAsString();
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
