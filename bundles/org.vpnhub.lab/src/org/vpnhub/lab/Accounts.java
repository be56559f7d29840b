package org.vpnhub.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.IpsecGateway;

/** Whether the counters of the security associations account for every ping. */
final class Accounts {
  private static final int LOOKS = 100;
  private static final long LOOK_NANOS = 20_000_000;

  private Accounts() {}

  /** Packets of a site's connections at one end. */
  private record Count(long in, long out) {}

  /**
   * Each ping and its answer pass the tunnels of both sites: after all expected pings, and nothing
   * else, a site's tunnel has carried as many packets into the hub as pings from the site and
   * answers of the site, and as many the other way.
   */
  static List<String> check(IpsecGateway hub, List<LabNode> sites, List<Pings.Ping> pings) {
    Map<String, Long> answered = new HashMap<>();
    for (Pings.Ping p : pings) {
      if (!p.answered) continue;
      answered.merge(p.from.name(), 1L, Long::sum);
      answered.merge(p.to.name(), 1L, Long::sum);
    }
    boolean complete = pings.stream().allMatch(p -> !p.expected || p.answered);
    if (!complete) return List.of("not all pings were answered, so the counters cannot be checked");
    List<String> faults = new ArrayList<>();
    GatewayStatus status = hub.status();
    for (LabNode site : sites) {
      long n = answered.getOrDefault(site.name(), 0L);
      Count here = count(status, site);
      Count there = count(site.gateway().status(), site);
      Count wanted = new Count(n, n);
      if (!here.equals(wanted)) faults.add(fault("the hub", site, wanted, here));
      if (!there.equals(wanted)) faults.add(fault("the site", site, wanted, there));
    }
    return faults;
  }

  private static String fault(String end, LabNode site, Count wanted, Count found) {
    return "the counters of %s for site %s do not add up: %d packets in and %d out, %d and %d expected"
        .formatted(end, site.name(), found.in(), found.out(), wanted.in(), wanted.out());
  }

  /** What one end of a tunnel sealed, the other has opened. */
  static List<String> checkNothingLost(IpsecGateway hub, List<LabNode> sites) {
    List<String> faults = new ArrayList<>();
    for (LabNode site : sites) lost(hub, site).ifPresent(faults::add);
    return faults;
  }

  /** Packets that are under way between the engines get a moment to arrive. */
  private static Optional<String> lost(IpsecGateway hub, LabNode site) {
    Count here = new Count(0, 0);
    Count there = here;
    for (int i = 0; i < LOOKS; i++) {
      here = count(hub.status(), site);
      there = count(site.gateway().status(), site);
      if (here.in() == there.out() && here.out() == there.in()) return Optional.empty();
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return Optional.of(
        "packets were lost between site %s and the hub: the site sealed %d, the hub opened %d; the hub sealed %d, the site opened %d"
            .formatted(site.name(), there.out(), here.in(), here.out(), there.in()));
  }

  private static Count count(GatewayStatus status, LabNode site) {
    long in = 0;
    long out = 0;
    for (ConnectionId id : site.connectionIds()) {
      Optional<GatewayStatus.Connection> c = status.connection(id);
      if (c.isEmpty()) continue;
      in += c.get().packetsIn();
      out += c.get().packetsOut();
    }
    return new Count(in, out);
  }
}
