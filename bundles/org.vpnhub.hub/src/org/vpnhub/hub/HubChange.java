package org.vpnhub.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.PlanChange;
import org.vpnhub.hub.internal.RecordDiff;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;

/**
 * What changes when a model takes the place of the one that runs. Connections that are not listed
 * are not touched.
 *
 * @param connections the connections that change
 * @param routesAdded routes that are new, as text
 * @param routesRemoved routes that go, as text
 * @param restartNeeded what only a restart of the server brings about, as text
 */
public record HubChange(
    List<Connection> connections,
    List<String> routesAdded,
    List<String> routesRemoved,
    List<String> restartNeeded) {

  public HubChange {
    connections = List.copyOf(connections);
    routesAdded = List.copyOf(routesAdded);
    routesRemoved = List.copyOf(routesRemoved);
    restartNeeded = List.copyOf(restartNeeded);
  }

  /** What happens to one connection. */
  public enum Kind {
    /** It is new. */
    ADDED,
    /** It goes: its security associations are deleted. */
    REMOVED,
    /** It is negotiated anew. */
    CHANGED,
    /** Its security associations stay; what its packets may do differs. */
    ADJUSTED;

    /** The word for people and JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One connection.
   *
   * @param id model id
   * @param name as people know it
   * @param kind what happens to it
   * @param details what differs, such as {@code ipsec.pfs: group14 -> group31}; of a key only that
   *     it differs
   * @param keyMissing whether it will be refused, as the secret store has no key for it
   */
  public record Connection(
      ConnectionId id, String name, Kind kind, List<String> details, boolean keyMissing) {
    public Connection {
      details = List.copyOf(details);
    }
  }

  public boolean isEmpty() {
    return connections.isEmpty()
        && routesAdded.isEmpty()
        && routesRemoved.isEmpty()
        && restartNeeded.isEmpty();
  }

  /** What differs when {@code after} takes the place of {@code before}. */
  public static HubChange between(HubModel before, HubModel after) {
    GatewayPlan old = before.plan().hub();
    GatewayPlan now = after.plan().hub();
    PlanChange change = PlanChange.between(old, now);
    Map<ConnectionId, ConnectionPlan> oldById = byId(old);
    Map<ConnectionId, ConnectionPlan> newById = byId(now);
    Map<ConnectionId, Connection> all = new LinkedHashMap<>();
    for (PlanChange.Named n : change.added()) put(all, n, Kind.ADDED, List.of());
    for (PlanChange.Named n : change.removed()) put(all, n, Kind.REMOVED, List.of());
    for (PlanChange.Named n : change.changed()) {
      put(all, n, Kind.CHANGED, RecordDiff.lines(oldById.get(n.id()), newById.get(n.id())));
    }
    for (PlanChange.Named n : change.adjusted()) {
      put(all, n, Kind.ADJUSTED, RecordDiff.lines(oldById.get(n.id()), newById.get(n.id())));
    }
    for (ConnectionPlan c : now.connections()) {
      ConnectionPlan was = oldById.get(c.id());
      boolean missing = after.keys().apply(c.pskReference()).isEmpty();
      if (was == null ? missing : keyDiffers(was, before, c, after)) markKey(all, c, missing);
    }
    return new HubChange(
        new ArrayList<>(all.values()),
        change.routesAdded(),
        change.routesRemoved(),
        change.restartNeeded());
  }

  private static Map<ConnectionId, ConnectionPlan> byId(GatewayPlan plan) {
    Map<ConnectionId, ConnectionPlan> result = new LinkedHashMap<>();
    for (ConnectionPlan c : plan.connections()) result.put(c.id(), c);
    return result;
  }

  private static void put(
      Map<ConnectionId, Connection> all, PlanChange.Named n, Kind kind, List<String> details) {
    all.put(n.id(), new Connection(n.id(), n.name(), kind, details, false));
  }

  private static boolean keyDiffers(
      ConnectionPlan was, HubModel before, ConnectionPlan now, HubModel after) {
    Optional<Secret> old = before.keys().apply(was.pskReference());
    Optional<Secret> fresh = after.keys().apply(now.pskReference());
    return !old.equals(fresh);
  }

  private static void markKey(
      Map<ConnectionId, Connection> all, ConnectionPlan c, boolean missing) {
    Connection known = all.get(c.id());
    boolean added = known != null && known.kind() == Kind.ADDED;
    List<String> details = new ArrayList<>(known == null ? List.of() : known.details());
    details.add(
        missing
            ? "pre-shared key: the secret store beside the model has no '"
                + c.pskReference()
                + "'; the connection will be refused"
            : "pre-shared key: another one");
    Kind kind = added ? Kind.ADDED : Kind.CHANGED;
    all.put(c.id(), new Connection(c.id(), c.name(), kind, details, missing));
  }

  /** As the local channel and {@code apply --json} give it. */
  public JsonObject toJson() {
    JsonArray list = new JsonArray();
    for (Connection c : connections) {
      JsonObject o = new JsonObject();
      o.addProperty("id", c.id().value());
      o.addProperty("name", c.name());
      o.addProperty("change", c.kind().word());
      o.add("details", array(c.details()));
      o.addProperty("keyMissing", c.keyMissing());
      list.add(o);
    }
    JsonObject result = new JsonObject();
    result.add("connections", list);
    result.add("routesAdded", array(routesAdded));
    result.add("routesRemoved", array(routesRemoved));
    result.add("restartNeeded", array(restartNeeded));
    return result;
  }

  private static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  /** A short word that differs when the change differs, to tie an apply to its preview. */
  String token() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(toJson().toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
