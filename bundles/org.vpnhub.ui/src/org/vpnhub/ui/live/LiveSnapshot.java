package org.vpnhub.ui.live;

import java.util.Map;

/**
 * A running hub at one moment.
 *
 * @param source where it runs, for people: "lab", or the server's run directory
 * @param connections by their model ids
 */
public record LiveSnapshot(String source, Map<String, LiveConnection> connections) {
  public LiveSnapshot {
    connections = Map.copyOf(connections);
  }
}
