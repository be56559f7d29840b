package org.vpnhub.ui.monitor.core;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.ui.live.LiveConnection;
import org.vpnhub.ui.live.LiveSnapshot;

/**
 * A running hub at one moment.
 *
 * @param kind where it runs
 * @param title where it runs, for people
 * @param model the model file that it runs; empty while that is not known
 * @param network name of the network
 * @param phase whether it can be seen at all
 * @param note what is to be said about {@link #phase}: what was lost, since when, and the remedy
 * @param time when it was made
 * @param connections in the order of the model; while the hub is gone, as they were last seen
 * @param stoppedSites sites of a lab that do not run
 */
public record Snapshot(
    Kind kind,
    String title,
    Optional<Path> model,
    String network,
    Phase phase,
    String note,
    Instant time,
    List<ConnectionSnapshot> connections,
    Set<String> stoppedSites) {

  /** Where a hub runs. */
  public enum Kind {
    LAB,
    SERVER
  }

  /** Whether a hub can be seen. */
  public enum Phase {
    STARTING,
    RUNNING,
    GONE
  }

  public Snapshot {
    connections = List.copyOf(connections);
    stoppedSites = Set.copyOf(stoppedSites);
  }

  public boolean isGone() {
    return phase == Phase.GONE;
  }

  public Optional<ConnectionSnapshot> connection(ConnectionId id) {
    return connections.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  public Optional<ConnectionSnapshot> connectionOf(String site) {
    List<ConnectionSnapshot> all =
        connections.stream().filter(c -> c.hub().peer().equals(site)).toList();
    return all.stream()
        .filter(ConnectionSnapshot::isUp)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  public long up() {
    return connections.stream().filter(ConnectionSnapshot::isUp).count();
  }

  public Rate total() {
    return connections.stream().map(ConnectionSnapshot::rate).reduce(Rate.NONE, Rate::plus);
  }

  /** What the diagram and the other views of the model show; nothing of a hub that is gone. */
  public LiveSnapshot live() {
    Map<String, LiveConnection> live = new HashMap<>();
    if (!isGone()) {
      for (ConnectionSnapshot c : connections) {
        live.put(
            c.id().value(),
            new LiveConnection(
                c.id().value(),
                c.state(),
                c.reason(),
                Units.suite(c.hub().espSuite()),
                Math.round(c.rate().bitsIn()),
                Math.round(c.rate().bitsOut())));
      }
    }
    return new LiveSnapshot(isGone() ? title + " (gone)" : title, live);
  }

  /** In a line: where it runs, and how it is. */
  public String summary() {
    return switch (phase) {
      case GONE -> note;
      case STARTING -> "starting: " + up() + " of " + connections.size() + " tunnels up";
      case RUNNING ->
          up() + " of " + connections.size() + " tunnels up" + (note.isEmpty() ? "" : "; " + note);
    };
  }
}
