package org.vpnhub.ui.monitor.core;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What deploying would change, connection by connection.
 *
 * @param connections the connections that change; all others are not touched
 * @param routesAdded routes that are new
 * @param routesRemoved routes that go
 * @param restartNeeded what only a restart of the hub brings about
 * @param token ties the deployment to this preview
 */
public record ChangePreview(
    List<Change> connections,
    List<String> routesAdded,
    List<String> routesRemoved,
    List<String> restartNeeded,
    String token) {

  /**
   * What happens to one connection.
   *
   * @param kind {@code added}, {@code removed}, {@code changed} or {@code adjusted}
   * @param details what differs, in words
   * @param keyMissing whether it will be refused, as it has no key
   */
  public record Change(String name, String kind, List<String> details, boolean keyMissing) {
    public Change {
      details = List.copyOf(details);
    }

    /** What that means for its tunnel. */
    public String effect() {
      if (keyMissing) return "stays down: it has no key";
      return switch (kind) {
        case "added" -> "new: its tunnel is set up";
        case "removed" -> "goes: its tunnel is taken down";
        case "changed" -> "is negotiated anew: a short interruption";
        default -> "changes without an interruption";
      };
    }
  }

  public ChangePreview {
    connections = List.copyOf(connections);
    routesAdded = List.copyOf(routesAdded);
    routesRemoved = List.copyOf(routesRemoved);
    restartNeeded = List.copyOf(restartNeeded);
  }

  /** Reads what {@link org.vpnhub.hub.HubChange#toJson} wrote. */
  static ChangePreview of(JsonObject change, String token) {
    List<Change> connections = new ArrayList<>();
    for (JsonElement e : change.getAsJsonArray("connections")) {
      JsonObject c = e.getAsJsonObject();
      connections.add(
          new Change(
              c.get("name").getAsString(),
              c.get("change").getAsString(),
              texts(c.getAsJsonArray("details"), ChangeWords::detail),
              c.get("keyMissing").getAsBoolean()));
    }
    return new ChangePreview(
        connections,
        texts(change.getAsJsonArray("routesAdded"), ChangeWords::route),
        texts(change.getAsJsonArray("routesRemoved"), ChangeWords::route),
        texts(change.getAsJsonArray("restartNeeded"), UnaryOperator.identity()),
        token);
  }

  private static List<String> texts(JsonArray array, UnaryOperator<String> words) {
    List<String> texts = new ArrayList<>();
    array.forEach(e -> texts.add(words.apply(e.getAsString())));
    return texts;
  }

  /** This one, with further connections. */
  ChangePreview with(List<Change> more) {
    List<Change> all = new ArrayList<>(connections);
    all.addAll(more);
    return new ChangePreview(all, routesAdded, routesRemoved, restartNeeded, token);
  }

  /** The connections that will be refused, as they have no key. */
  public List<String> withoutKey() {
    return connections.stream().filter(Change::keyMissing).map(Change::name).toList();
  }

  public boolean isEmpty() {
    return connections.isEmpty()
        && routesAdded.isEmpty()
        && routesRemoved.isEmpty()
        && restartNeeded.isEmpty();
  }
}
