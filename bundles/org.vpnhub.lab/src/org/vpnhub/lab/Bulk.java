package org.vpnhub.lab;

import java.time.Duration;
import org.vpnhub.dataplane.BulkFlow;
import org.vpnhub.dataplane.SimulatedHosts;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.SitePlan;

/** The throughput of one pair: UDP packets as large as the tunnels take, one way. */
final class Bulk {
  private static final int WINDOW = 256;
  private static final Duration WARM_UP = Duration.ofMillis(500);
  private final NetworkPlan plan;
  private final Progress progress;

  Bulk(NetworkPlan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  LabResult.Throughput measure(Pings.Ping pair, Duration time) throws InterruptedException {
    int packet = packetBytes(plan, pair.from.name(), pair.to.name());
    progress.say(
        "throughput %s -> %s with packets of %d bytes"
            .formatted(pair.from.name(), pair.to.name(), packet));
    try (BulkFlow flow =
        BulkFlow.start(
            pair.from.hosts(),
            SimulatedHosts.hostIn(pair.source),
            pair.to.hosts(),
            SimulatedHosts.hostIn(pair.destination),
            packet,
            WINDOW)) {
      Thread.sleep(WARM_UP);
      long bytes = flow.bytesReceived();
      long start = System.nanoTime();
      Thread.sleep(time);
      double bits = (flow.bytesReceived() - bytes) * 8.0;
      double gbit = bits / (System.nanoTime() - start);
      return new LabResult.Throughput(pair.from.name(), pair.to.name(), gbit);
    }
  }

  /** The largest packet that the tunnels between two nodes take whole. */
  static int packetBytes(NetworkPlan plan, String from, String to) {
    int mtu = SimulatedHosts.MTU;
    for (SitePlan s : plan.sites()) {
      if (s.name().equals(from) || s.name().equals(to)) mtu = Math.min(mtu, s.tunnelMtu());
    }
    return mtu;
  }
}
