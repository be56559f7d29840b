package org.vpnhub.ui.monitor.core;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vpnhub.base.ConnectionId;

/** The traffic of the last minutes, a point each second. Thread-safe. */
public final class History {
  /** How far back it goes. */
  public static final Duration SPAN = Duration.ofMinutes(5);

  private static final long STEP_MILLIS = 950;
  private final ArrayDeque<Point> points = new ArrayDeque<>();

  /**
   * One moment.
   *
   * @param millis when, in milliseconds since the epoch
   * @param total all connections together
   * @param connections those that had traffic
   */
  public record Point(long millis, Rate total, Map<ConnectionId, Rate> connections) {
    public Point {
      connections = Map.copyOf(connections);
    }

    public Rate of(ConnectionId id) {
      return connections.getOrDefault(id, Rate.NONE);
    }
  }

  synchronized void add(Snapshot snapshot) {
    long now = snapshot.time().toEpochMilli();
    if (!points.isEmpty() && now - points.getLast().millis() < STEP_MILLIS) return;
    Map<ConnectionId, Rate> rates = new HashMap<>();
    for (ConnectionSnapshot c : snapshot.connections()) {
      if (c.rate().bits() > 0) rates.put(c.id(), c.rate());
    }
    points.addLast(new Point(now, snapshot.total(), rates));
    while (now - points.getFirst().millis() > SPAN.toMillis()) points.removeFirst();
  }

  /** Oldest first. */
  public synchronized List<Point> points() {
    return List.copyOf(points);
  }
}
