package org.vpnhub.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Secret;
import org.vpnhub.base.Severity;
import org.vpnhub.dataplane.EventLog;
import org.vpnhub.dataplane.GatewayEvent;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.ReachabilityMatrix;

/**
 * A lab that stays running: tunnels can be watched, sites stopped and started, a changed plan
 * applied. Thread-safe; {@link #close} ends whatever another thread is doing with it.
 */
public final class LabSession implements AutoCloseable {
  /** Events that are kept. */
  private static final int LOG = 5000;

  private final LabOptions options = LabOptions.standard(Duration.ZERO);
  private final EventLog log = new EventLog(LOG);
  private volatile LabKeys keys;
  private volatile LabNetwork network;
  private volatile boolean closed;
  private @Nullable Traffic traffic;
  private volatile List<LabPair> trafficPairs = List.of();
  private long trafficRate;

  /**
   * A lab of the plan; nothing runs yet.
   *
   * @param known keys by their reference; the lab makes throw-away ones where it gives none
   */
  public LabSession(NetworkPlan plan, Function<String, Optional<Secret>> known) {
    keys = LabKeys.of(plan, known);
    network = new LabNetwork(plan, this::key, log);
  }

  private Optional<Secret> key(String reference) {
    return keys.apply(reference);
  }

  /**
   * Starts hub and sites, and returns when every tunnel is up or nothing more is to be hoped for.
   *
   * @param progress may throw to end the waiting
   * @throws IOException when the machine has no sockets to give, or the lab was closed
   */
  public void start(Progress progress) throws IOException, InterruptedException {
    LabNetwork now = network;
    say("the lab starts with " + now.sites().size() + " sites");
    now.faults().forEach(f -> log.accept(event(Severity.WARNING, f)));
    now.start(now.hub());
    new Tunnels(options, watched(progress)).open(now.sites(), now::start);
  }

  /** Ends when the lab is closed meanwhile. */
  private Progress watched(Progress progress) {
    return new Progress() {
      @Override
      public void say(String line) {
        progress.say(line);
      }

      @Override
      public void step(String what, long done, long all) {
        if (closed) throw new IllegalStateException("the lab was closed");
        progress.step(what, done, all);
      }
    };
  }

  private GatewayEvent event(Severity severity, String text) {
    return GatewayEvent.of("lab", severity, text);
  }

  private void say(String text) {
    log.accept(event(Severity.INFO, text));
  }

  /** The plan that runs. */
  public NetworkPlan plan() {
    return network.plan();
  }

  /** The keys that the engines use; never for showing. */
  public LabKeys keys() {
    return keys;
  }

  /** What hub and sites are doing. */
  public LabStatus status() {
    LabNetwork now = network;
    Map<String, GatewayStatus> sites = new LinkedHashMap<>();
    Set<String> stopped = new HashSet<>();
    for (LabNode node : now.sites()) {
      Optional<GatewayStatus> status = now.isRunning(node) ? status(node) : Optional.empty();
      status.ifPresentOrElse(s -> sites.put(node.name(), s), () -> stopped.add(node.name()));
    }
    return new LabStatus(now.hub().status(), sites, stopped, now.faults());
  }

  /** Empty when the engine is being ended at this moment. */
  private static Optional<GatewayStatus> status(LabNode node) {
    try {
      return Optional.of(node.gateway().status());
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** What has happened since a sequence number, as {@link EventLog#since} gives it. */
  public List<GatewayEvent> log(long since) {
    return log.since(since);
  }

  /** Ends the engine of a site; its tunnel goes down. */
  public void stopSite(String site) {
    network.stop(site);
    say("site " + site + " was stopped");
  }

  /** Starts the engine of a site again; its tunnel returns. */
  public void startSite(String site) throws IOException {
    LabNode node = network.nodes().get(site);
    if (node == null || closed) return;
    network.start(node.gateway());
    say("site " + site + " was started");
  }

  /** Negotiates what is missing of a connection, from the site's end. */
  public void initiate(ConnectionId id) {
    site(id).ifPresent(n -> n.gateway().initiate(id));
  }

  /** Rekeys the IKE SA of a connection and its CHILD SAs, from the hub's end. */
  public void rekey(ConnectionId id) {
    network.hub().rekeyChild(id);
    network.hub().rekeyIke(id);
  }

  private Optional<LabNode> site(ConnectionId id) {
    return network.sites().stream()
        .filter(n -> n.connections().stream().map(ConnectionPlan::id).anyMatch(id::equals))
        .findFirst();
  }

  /**
   * Pings from every prefix of one node to every prefix of another.
   *
   * @return empty when one of the nodes is not in the lab
   */
  public Optional<LabResult.Pair> ping(LabPair pair) {
    LabNetwork now = network;
    ReachabilityMatrix matrix = now.plan().reachability();
    boolean known = now.nodes().containsKey(pair.from()) && now.nodes().containsKey(pair.to());
    if (!known) return Optional.empty();
    return matrix
        .cell(pair.from(), pair.to())
        .map(cell -> new ReachabilityMatrix(matrix.nodes(), List.of(cell)))
        .map(one -> ping(now, one, Progress.NONE).getFirst());
  }

  /** Pings every ordered pair. */
  public List<LabResult.Pair> pingAll(Progress progress) {
    LabNetwork now = network;
    return ping(now, now.plan().reachability(), progress);
  }

  private List<LabResult.Pair> ping(LabNetwork now, ReachabilityMatrix matrix, Progress progress) {
    Pings pings = new Pings(matrix, now.nodes(), watched(progress));
    try {
      pings.sendExpected(options);
      pings.sendUnexpected(options);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return pings.pairs(matrix);
  }

  /**
   * Sends traffic between some pairs from now on, in place of what was sent before.
   *
   * @param pairs none to be silent
   * @param bitsPerSecond the most that a pair sends one way
   */
  public synchronized void traffic(List<LabPair> pairs, long bitsPerSecond) {
    trafficPairs = List.copyOf(pairs);
    trafficRate = bitsPerSecond;
    restartTraffic();
  }

  private synchronized void restartTraffic() {
    if (traffic != null) traffic.close();
    boolean wanted = !trafficPairs.isEmpty() && !closed;
    traffic = wanted ? new Traffic(network, trafficPairs, trafficRate) : null;
  }

  /** The pairs that have traffic. */
  public List<LabPair> trafficPairs() {
    return trafficPairs;
  }

  /**
   * Brings another plan about. Connections that do not differ flow on; when the hub's own address
   * differs, everything is started anew.
   *
   * @param known keys by their reference
   */
  public synchronized void apply(
      NetworkPlan plan, Function<String, Optional<Secret>> known, Progress progress)
      throws IOException, InterruptedException {
    if (closed) throw new IOException("the lab is closed");
    keys = keys.next(plan, known);
    say("another plan is applied");
    if (network.canTake(plan)) {
      network.apply(plan);
    } else {
      network.close();
      network = new LabNetwork(plan, this::key, log);
      start(progress);
    }
    restartTraffic();
  }

  /** Ends all engines; leaves no thread and no socket. Idempotent. */
  @Override
  public void close() {
    closed = true;
    network.close();
    synchronized (this) {
      if (traffic != null) traffic.close();
      traffic = null;
      network.close();
    }
  }
}
