package org.vpnhub.hub.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.IpsecGateway;

/** Writes a line when the status of a connection changes; looks once a second. */
public final class StatusLog implements AutoCloseable {
  private final IpsecGateway gateway;
  private final Consumer<String> log;
  private final Map<ConnectionId, String> known = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("vpnhub-status-log").factory());

  public StatusLog(IpsecGateway gateway, Consumer<String> log) {
    this.gateway = gateway;
    this.log = log;
    timer.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      Set<ConnectionId> there = new HashSet<>();
      for (GatewayStatus.Connection c : gateway.status().connections()) {
        there.add(c.id());
        String text = text(c);
        if (!text.equals(known.put(c.id(), text))) log.accept("connection " + text);
      }
      known.keySet().retainAll(there);
    } catch (RuntimeException e) {
      log.accept("status: " + e);
    }
  }

  /** Without anything that changes while the connection stays as it is. */
  static String text(GatewayStatus.Connection c) {
    StringBuilder text = new StringBuilder(c.name()).append(": ");
    Optional<String> refused = c.refused();
    if (refused.isPresent()) return text.append("refused: ").append(refused.get()).toString();
    text.append(c.status());
    if (!c.espSuite().isEmpty()) {
      text.append(", ").append(c.ikeSuite()).append(", ESP ").append(c.espSuite());
    } else {
      c.lastFailure()
          .ifPresent(
              f ->
                  text.append(", last failure ")
                      .append(f.code())
                      .append(" (here: ")
                      .append(f.local())
                      .append("; peer: ")
                      .append(f.remote())
                      .append(')'));
    }
    return text.toString();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
