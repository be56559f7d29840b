package org.vpnhub.dataplane;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;

/** The last events of one or more gateways; the oldest make room. Thread-safe. */
public final class EventLog implements Consumer<GatewayEvent> {
  private final int capacity;
  private final ArrayDeque<GatewayEvent> events = new ArrayDeque<>();
  private long last;

  /**
   * @param capacity how many events are kept
   */
  public EventLog(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public synchronized void accept(GatewayEvent event) {
    if (events.size() == capacity) events.removeFirst();
    events.addLast(event.at(++last));
  }

  /**
   * The events behind a sequence number, oldest first. Where the first one's number is not the next
   * one, those between have made room.
   *
   * @param sequence 0 for all that are kept
   */
  public synchronized List<GatewayEvent> since(long sequence) {
    return events.stream().filter(e -> e.sequence() > sequence).toList();
  }
}
