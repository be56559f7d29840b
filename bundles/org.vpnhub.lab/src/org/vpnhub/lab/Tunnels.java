package org.vpnhub.lab;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.IpsecGateway;
import org.vpnhub.dataplane.NegotiationStatus;
import org.vpnhub.plan.ConnectionPlan;

/** Brings the tunnels of all sites up, some at a time. */
final class Tunnels {
  private static final long LOOK_NANOS = 10_000_000;

  /** After a failure was told, the others still get so long. */
  private static final long GRACE_NANOS = 1_500_000_000L;

  private final LabOptions options;
  private final Progress progress;

  Tunnels(LabOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Starts an engine. */
  interface Starter {
    void start(IpsecGateway gateway) throws IOException;
  }

  /** What a site's tunnels have come to. */
  private enum State {
    UNDER_WAY,
    UP,
    FAILED
  }

  /** Returns when every tunnel is up, or nothing more is to be hoped for. */
  void open(List<LabNode> sites, Starter starter) throws IOException, InterruptedException {
    Deque<LabNode> waiting = new ArrayDeque<>(sites);
    List<LabNode> underWay = new ArrayList<>();
    int up = 0;
    long lastProgress = System.nanoTime();
    while (!waiting.isEmpty() || !underWay.isEmpty()) {
      while (!waiting.isEmpty() && underWay.size() < options.openAtOnce()) {
        LabNode next = waiting.remove();
        starter.start(next.gateway());
        underWay.add(next);
        lastProgress = System.nanoTime();
      }
      int before = underWay.size();
      boolean onlyFailures = underWay.stream().allMatch(n -> state(n) == State.FAILED);
      long idle = System.nanoTime() - lastProgress;
      underWay.removeIf(n -> state(n) == State.UP);
      up += before - underWay.size();
      if (underWay.size() < before) lastProgress = System.nanoTime();
      else if (onlyFailures && idle > GRACE_NANOS) underWay.clear();
      else if (idle > options.tunnelTimeout().toNanos()) underWay.clear();
      progress.step("tunnels of sites up", up, sites.size());
      if (Thread.interrupted()) throw new InterruptedException();
      if (!underWay.isEmpty()) LockSupport.parkNanos(LOOK_NANOS);
    }
    progress.say("tunnels of sites up " + up + "/" + sites.size());
  }

  private static State state(LabNode site) {
    GatewayStatus status = site.gateway().status();
    boolean failed = false;
    for (ConnectionPlan c : site.connections()) {
      GatewayStatus.Connection now = status.connection(c.id()).orElse(null);
      if (now == null || now.refused().isPresent()) {
        failed = true;
      } else if (!isUp(c, now)) {
        if (now.lastFailure().isEmpty()) return State.UNDER_WAY;
        failed = true;
      }
    }
    return failed ? State.FAILED : State.UP;
  }

  private static boolean isUp(ConnectionPlan plan, GatewayStatus.Connection now) {
    long children =
        now.associations().stream()
            .filter(a -> a.outboundSpi() != 0)
            .map(GatewayStatus.Association::child)
            .distinct()
            .count();
    return now.status() == NegotiationStatus.IPSEC_SA_ESTABLISHED
        && children >= plan.children().size();
  }
}
