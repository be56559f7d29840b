package org.vpnhub.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.vpnhub.dataplane.BulkFlow;
import org.vpnhub.dataplane.SimulatedHosts;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.ReachabilityCell;

/** Traffic at a bounded rate between some pairs, a little more now and a little less then. */
final class Traffic implements AutoCloseable {
  private static final int WINDOW = 256;
  private static final Duration STEP = Duration.ofSeconds(1);
  private final List<Stream> streams = new ArrayList<>();
  private final Thread pacer = Thread.ofVirtual().name("lab traffic").unstarted(this::run);
  private volatile boolean closed;

  private record Stream(BulkFlow flow, double packetsPerSecond) {}

  /**
   * @param bitsPerSecond the most that a pair sends one way
   */
  Traffic(LabNetwork network, List<LabPair> pairs, long bitsPerSecond) {
    for (LabPair pair : pairs) add(network, pair, bitsPerSecond);
    pace();
    pacer.start();
  }

  private void add(LabNetwork network, LabPair pair, long bitsPerSecond) {
    NetworkPlan plan = network.plan();
    LabNode from = network.nodes().get(pair.from());
    LabNode to = network.nodes().get(pair.to());
    if (from == null || to == null) return;
    plan.reachability()
        .cell(pair.from(), pair.to())
        .flatMap(cell -> cell.paths().stream().filter(ReachabilityCell.Path::reachable).findFirst())
        .ifPresent(
            path -> {
              int bytes = Bulk.packetBytes(plan, pair.from(), pair.to());
              BulkFlow flow =
                  BulkFlow.start(
                      from.hosts(),
                      SimulatedHosts.hostIn(path.source()),
                      to.hosts(),
                      SimulatedHosts.hostIn(path.destination()),
                      bytes,
                      WINDOW,
                      0);
              streams.add(new Stream(flow, bitsPerSecond / 8.0 / bytes));
            });
  }

  private void pace() {
    for (Stream s : streams) {
      double part = 0.5 + RandomGenerator.getDefault().nextDouble() / 2;
      s.flow().pace(Math.max(1, Math.round(s.packetsPerSecond() * part)));
    }
  }

  private void run() {
    while (!closed) {
      try {
        Thread.sleep(STEP);
      } catch (InterruptedException e) {
        return;
      }
      pace();
    }
  }

  @Override
  public void close() {
    closed = true;
    pacer.interrupt();
    streams.forEach(s -> s.flow().close());
  }
}
