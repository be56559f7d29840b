package org.vpnhub.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.dataplane.PingResult;
import org.vpnhub.dataplane.SimulatedHosts;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.ReachabilityMatrix;

/**
 * The pings of the lab: one for each path of the matrix, from the host of the source prefix to the
 * host of the destination prefix.
 */
final class Pings {
  private static final int ONE_BY_ONE = 64;
  private final Map<String, LabNode> nodes;
  private final Progress progress;
  private final List<Ping> all = new ArrayList<>();

  /** One ping. */
  static final class Ping {
    final LabNode from;
    final LabNode to;
    final Ipv4Prefix source;
    final Ipv4Prefix destination;
    final boolean expected;
    volatile boolean answered;
    volatile long rttMicros;

    Ping(LabNode from, LabNode to, ReachabilityCell.Path path) {
      this.from = from;
      this.to = to;
      this.source = path.source();
      this.destination = path.destination();
      this.expected = path.reachable();
    }

    void take(PingResult result) {
      answered = result.isReply();
      rttMicros = result.roundTrip().toNanos() / 1000;
    }

    String text() {
      return source + " -> " + destination;
    }
  }

  /**
   * @param nodes the running nodes by name; paths of others are not pinged
   */
  Pings(ReachabilityMatrix matrix, Map<String, LabNode> nodes, Progress progress) {
    this.nodes = nodes;
    this.progress = progress;
    for (ReachabilityCell cell : matrix.cells()) {
      LabNode from = nodes.get(cell.from());
      LabNode to = nodes.get(cell.to());
      if (from == null || to == null) continue;
      for (ReachabilityCell.Path path : cell.paths()) all.add(new Ping(from, to, path));
    }
  }

  List<Ping> all() {
    return all;
  }

  /** What became of each pair of the matrix. */
  List<LabResult.Pair> pairs(ReachabilityMatrix matrix) {
    Map<List<String>, List<Ping>> byPair = new HashMap<>();
    for (Ping p : all) {
      List<String> pair = List.of(p.from.name(), p.to.name());
      byPair.computeIfAbsent(pair, k -> new ArrayList<>()).add(p);
    }
    List<LabResult.Pair> pairs = new ArrayList<>();
    for (ReachabilityCell cell : matrix.cells()) {
      pairs.add(pair(cell, byPair.getOrDefault(List.of(cell.from(), cell.to()), List.of())));
    }
    return pairs;
  }

  static LabResult.Pair pair(ReachabilityCell cell, List<Ping> pings) {
    boolean reached = !pings.isEmpty() && pings.stream().allMatch(p -> p.answered);
    List<String> strays =
        pings.stream()
            .filter(p -> p.answered != p.expected)
            .map(p -> p.text() + (p.answered ? " answered" : " not answered"))
            .toList();
    Optional<Long> rtt =
        reached
            ? Optional.of(pings.stream().mapToLong(p -> p.rttMicros).max().orElse(0))
            : Optional.empty();
    return new LabResult.Pair(cell.from(), cell.to(), cell.reachable(), reached, rtt, strays);
  }

  /** Sends the pings that the model expects to be answered, and waits for the answers. */
  void sendExpected(LabOptions options) throws InterruptedException {
    Set<Ipv4Address> shared = sharedAddresses();
    List<Ping> clear =
        all.stream().filter(p -> p.expected && !shared.contains(host(p.destination))).toList();
    send("expected pings answered", clear, options.pingTimeout(), options.pingsAtOnce());
    List<Ping> doubtful =
        all.stream().filter(p -> p.expected && shared.contains(host(p.destination))).toList();
    for (Ping p : doubtful) sendAlone(p, options.pingTimeout());
  }

  /** Sends the others, none of which may be answered. */
  void sendUnexpected(LabOptions options) throws InterruptedException {
    Set<Ipv4Address> shared = sharedAddresses();
    List<Ping> clear =
        all.stream().filter(p -> !p.expected && !shared.contains(host(p.destination))).toList();
    send("pings without an answer, as expected,", clear, options.silence(), options.probesAtOnce());
    List<Ping> doubtful =
        all.stream().filter(p -> !p.expected && shared.contains(host(p.destination))).toList();
    for (Ping p : doubtful) sendAlone(p, options.silence());
  }

  private void send(String what, List<Ping> pings, Duration timeout, int atOnce)
      throws InterruptedException {
    if (pings.isEmpty()) return;
    // A few pings go one by one, for round trips without a queue, as long as all are answered.
    boolean few = pings.size() <= ONE_BY_ONE && pings.getFirst().expected;
    Semaphore free = new Semaphore(few ? 1 : atOnce);
    AtomicBoolean widened = new AtomicBoolean(!few);
    AtomicLong right = new AtomicLong();
    for (Ping ping : pings) {
      free.acquire();
      ping.from
          .hosts()
          .ping(host(ping.source), host(ping.destination), timeout)
          .thenAccept(
              result -> {
                ping.take(result);
                if (ping.answered == ping.expected) right.incrementAndGet();
                boolean widen = !ping.answered && widened.compareAndSet(false, true);
                free.release(widen ? atOnce : 1);
              });
      if (right.get() < pings.size()) progress.step(what, right.get(), pings.size());
    }
    free.acquire(few ? 1 : atOnce);
    if (few && widened.get()) free.acquire(atOnce - 1);
    progress.say(what + " " + right.get() + "/" + pings.size());
  }

  /** Where several nodes have the address, the one whose engine took the packet has answered. */
  private void sendAlone(Ping ping, Duration timeout) throws InterruptedException {
    Map<String, Long> before = packetsIn();
    var result = ping.from.hosts().ping(host(ping.source), host(ping.destination), timeout).join();
    ping.take(result);
    if (!ping.answered) return;
    Set<String> took = new HashSet<>();
    Map<String, Long> after = packetsIn();
    after.forEach(
        (name, packets) -> {
          if (packets > before.getOrDefault(name, 0L)) took.add(name);
        });
    took.remove(ping.from.name());
    boolean site = !ping.to.connections().isEmpty();
    ping.answered = site ? took.contains(ping.to.name()) : took.isEmpty();
  }

  private Map<String, Long> packetsIn() {
    Map<String, Long> counts = new HashMap<>();
    for (LabNode node : nodes.values()) {
      if (!node.connections().isEmpty()) counts.put(node.name(), node.packetsIn());
    }
    return counts;
  }

  /** Hosts' addresses that more than one node has, because their prefixes overlap. */
  private Set<Ipv4Address> sharedAddresses() {
    Map<Ipv4Address, String> owner = new HashMap<>();
    Set<Ipv4Address> shared = new HashSet<>();
    for (LabNode node : nodes.values()) {
      for (Ipv4Address host : node.hosts().hosts()) {
        String other = owner.putIfAbsent(host, node.name());
        if (other != null && !other.equals(node.name())) shared.add(host);
      }
    }
    return shared;
  }

  private static Ipv4Address host(Ipv4Prefix prefix) {
    return SimulatedHosts.hostIn(prefix);
  }
}
