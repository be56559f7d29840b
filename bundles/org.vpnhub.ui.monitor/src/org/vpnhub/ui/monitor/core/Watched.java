package org.vpnhub.ui.monitor.core;

import java.util.List;
import org.vpnhub.dataplane.EventLog;
import org.vpnhub.dataplane.GatewayEvent;

/** A running hub with what the monitor has seen of it. */
public final class Watched {
  /** Events that are kept. */
  public static final int EVENTS = 5000;

  private final RunningHub hub;
  private final History history = new History();
  private final EventLog log = new EventLog(EVENTS);
  private volatile Snapshot snapshot;

  Watched(RunningHub hub) {
    this.hub = hub;
    snapshot = hub.poll();
  }

  void look() {
    snapshot = hub.poll();
    history.add(snapshot);
    hub.events().forEach(log);
  }

  public RunningHub hub() {
    return hub;
  }

  /** The last one that was made. */
  public Snapshot snapshot() {
    return snapshot;
  }

  public History history() {
    return history;
  }

  /** Events behind a sequence number; the numbers are this log's own. */
  public List<GatewayEvent> log(long since) {
    return log.since(since);
  }
}
