package org.vpnhub.hub.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Severity;
import org.vpnhub.dataplane.GatewayEvent;

/** Events as JSON, written and read. */
public final class EventJson {
  private EventJson() {}

  public static JsonArray write(List<GatewayEvent> events) {
    JsonArray array = new JsonArray();
    for (GatewayEvent e : events) array.add(write(e));
    return array;
  }

  private static JsonObject write(GatewayEvent e) {
    JsonObject o = new JsonObject();
    o.addProperty("sequence", e.sequence());
    o.addProperty("time", e.time().toString());
    o.addProperty("gateway", e.gateway());
    e.connection().ifPresent(id -> o.addProperty("connection", id.value()));
    o.addProperty("name", e.name());
    o.addProperty("phase", e.phase());
    o.addProperty("severity", e.severity().name().toLowerCase(Locale.ROOT));
    o.addProperty("code", e.code());
    o.addProperty("text", e.text());
    o.addProperty("local", e.local());
    o.addProperty("remote", e.remote());
    return o;
  }

  public static List<GatewayEvent> read(JsonArray array) {
    List<GatewayEvent> events = new ArrayList<>();
    for (JsonElement e : array) events.add(read(e.getAsJsonObject()));
    return events;
  }

  private static GatewayEvent read(JsonObject o) {
    return new GatewayEvent(
        o.get("sequence").getAsLong(),
        Instant.parse(text(o, "time")),
        text(o, "gateway"),
        Optional.ofNullable(o.get("connection")).map(c -> new ConnectionId(c.getAsString())),
        text(o, "name"),
        o.get("phase").getAsInt(),
        Severity.valueOf(text(o, "severity").toUpperCase(Locale.ROOT)),
        text(o, "code"),
        text(o, "text"),
        text(o, "local"),
        text(o, "remote"));
  }

  private static String text(JsonObject o, String name) {
    return o.get(name).getAsString();
  }
}
