package org.vpnhub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.vpnhub.dataplane.BulkFlow;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.dataplane.IpsecGateway;
import org.vpnhub.dataplane.LinuxUnderlay;
import org.vpnhub.dataplane.PingResult;
import org.vpnhub.dataplane.SimulatedHosts;
import org.vpnhub.dataplane.UdpUnderlay;

/**
 * Two spokes in one process: connect to whatever hub is there, send from a to b through it, and say
 * what arrived and what processor time the hub's process took for it.
 *
 * <p>Arguments: name of the hub, its process id, seconds, window in packets.
 */
final class Spokes {
  private static final int INNER_BYTES = 1368;

  public static void main(String[] args) throws Exception {
    String name = args[0];
    long hubPid = Long.parseLong(args[1]);
    int seconds = Integer.parseInt(args[2]);
    int window = Integer.parseInt(args[3]);
    SimulatedHosts lanA = SimulatedHosts.lan(List.of(Scenario.spokeLan("a")));
    SimulatedHosts lanB = SimulatedHosts.lan(List.of(Scenario.spokeLan("b")));
    try (IpsecGateway a = spoke("a", lanA);
        IpsecGateway b = spoke("b", lanB)) {
      a.start();
      b.start();
      await(a, b);
      PingResult ping =
          lanA.ping(lanA.hosts().getFirst(), lanB.hosts().getFirst(), Duration.ofSeconds(5)).get();
      if (ping.outcome() != PingResult.Outcome.REPLY) throw new IOException("no ping: " + ping);
      try (var flow =
          BulkFlow.start(
              lanA, lanA.hosts().getFirst(), lanB, lanB.hosts().getFirst(), INNER_BYTES, window)) {
        pause(3); // warm-up
        measure(name, hubPid, seconds, flow);
      }
    }
  }

  private static void measure(String name, long hubPid, int seconds, BulkFlow flow)
      throws IOException {
    long received = flow.packetsReceived();
    long sent = flow.packetsSent();
    long cpu = cpuTicks(hubPid);
    long start = System.nanoTime();
    pause(seconds);
    double took = (System.nanoTime() - start) / 1e9;
    double packets = flow.packetsReceived() - received;
    double offered = flow.packetsSent() - sent;
    double cpuNanos = (cpuTicks(hubPid) - cpu) * 1e7;
    System.out.printf(
        "%-12s %10.0f pkt/s %8.3f Gbit/s inner %8.0f hub CPU ns/pkt   lost %.2f %%%n",
        name,
        packets / took,
        packets * INNER_BYTES * 8 / took / 1e9,
        cpuNanos / packets,
        100 * (1 - packets / offered));
  }

  private static IpsecGateway spoke(String name, SimulatedHosts lan) {
    var ports =
        new UdpUnderlay.Config(
            Scenario.spokeAddress(name), Scenario.spokeAddress(name), 500, 4500, 500, 4500);
    return new IpsecGateway(
        Scenario.spoke(name),
        Scenario.KEYS,
        new LinuxUnderlay(ports),
        lan,
        EngineOptions.defaults()
            .withForceUdpEncapsulation(true)
            .withExtendedSequenceNumbers(false)); // strongSwan's userspace ESP has none
  }

  private static void await(IpsecGateway... gateways) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    for (IpsecGateway gateway : gateways) {
      while (!gateway.status().allEstablished()) {
        if (System.nanoTime() > deadline) throw new IOException("no tunnel: " + gateway.status());
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  private static void pause(int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) LockSupport.parkNanos(end - System.nanoTime());
  }

  /** User and system time of a process in ticks of 10 ms. */
  private static long cpuTicks(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }
}
