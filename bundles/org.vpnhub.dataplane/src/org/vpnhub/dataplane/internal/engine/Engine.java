package org.vpnhub.dataplane.internal.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.Inside;
import org.vpnhub.dataplane.PlanChange;
import org.vpnhub.dataplane.Underlay;
import org.vpnhub.dataplane.internal.route.RouteTable;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.ConnectionStatus;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeEndpoint;
import org.vpnhub.ike.IkeEndpointConfig;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;

/**
 * An engine put together: two threads, and the plan that they run. The plan and what was made of it
 * are guarded by this object's lock; applying and closing exclude each other.
 */
public final class Engine {
  private final Function<String, Optional<Secret>> psk;
  private final Underlay underlay;
  private final Inside inside;
  private final EngineOptions options;
  private final DropCounters drops = new DropCounters();
  private final Map<DropReason, Long> retired = new EnumMap<>(DropReason.class);
  private volatile State state;

  private volatile @Nullable Running running;
  private boolean closed;

  /**
   * What is made of a plan.
   *
   * @param tunnels each connection of the plan in its order
   * @param configs those that IKE runs
   * @param refused those that it does not, with the reason
   */
  private record State(
      GatewayPlan plan,
      Map<ConnectionId, Tunnel> tunnels,
      Map<ConnectionId, ConnectionConfig> configs,
      Map<ConnectionId, String> refused) {}

  public Engine(
      GatewayPlan plan,
      Function<String, Optional<Secret>> psk,
      Underlay underlay,
      Inside inside,
      EngineOptions options) {
    this.psk = psk;
    this.underlay = underlay;
    this.inside = inside;
    this.options = options;
    this.state = new State(plan, Map.of(), Map.of(), Map.of());
  }

  public GatewayPlan plan() {
    return state.plan();
  }

  public synchronized void start() throws IOException {
    if (closed || running != null) throw new IllegalStateException("an engine starts only once");
    String name = state.plan().name();
    IkeEndpoint endpoint = new IkeEndpoint(IkeEndpointConfig.DEFAULTS, options.random());
    ControlThread control =
        new ControlThread(
            name,
            endpoint,
            options.time(),
            options.ikeQueue(),
            event -> options.events().accept(Events.of(event, state.plan())));
    PacketThread packets =
        new PacketThread(name, underlay, inside, options, drops, control, forwarding(state));
    packets.start();
    // Only an open underlay knows whether it has a raw socket.
    State first = derive(state.plan());
    Running threads = new Running(control, packets);
    running = threads;
    control.start(packets);
    enforce(threads, first);
    configure(control, first);
  }

  /** Tunnels are kept by connection, so that their counters live on. */
  private State derive(GatewayPlan plan) {
    ConfigMapping mapping =
        new ConfigMapping(
            this::copyOfKey,
            underlay.nativeEsp(),
            options.forceUdpEncapsulation(),
            options.extendedSequenceNumbers());
    Map<ConnectionId, Tunnel> tunnels = new LinkedHashMap<>();
    Map<ConnectionId, ConnectionConfig> configs = new LinkedHashMap<>();
    Map<ConnectionId, String> refused = new LinkedHashMap<>();
    for (ConnectionPlan c : plan.connections()) {
      Tunnel known = state.tunnels().get(c.id());
      tunnels.put(c.id(), known == null ? new Tunnel(c, options.icmpPerSecond()) : known);
      switch (mapping.map(c)) {
        case ConfigMapping.Mapped.Config(var config) -> configs.put(c.id(), keep(config));
        case ConfigMapping.Mapped.Refused(var reason) -> refused.put(c.id(), reason);
      }
    }
    return new State(plan, tunnels, configs, refused);
  }

  /** An equal configuration that runs already, with the key that it holds. */
  private ConnectionConfig keep(ConnectionConfig config) {
    ConnectionConfig known = state.configs().get(config.id());
    if (known == null || !known.equals(config)) return config;
    config.psk().close();
    return known;
  }

  private Optional<Secret> copyOfKey(String reference) {
    return psk.apply(reference)
        .map(
            key -> {
              byte[] bytes = key.bytes();
              Secret copy = new Secret(bytes);
              Arrays.fill(bytes, (byte) 0);
              return copy;
            });
  }

  private Forwarding forwarding(State s) {
    List<ConnectionId> order = List.copyOf(s.tunnels().keySet());
    Map<ConnectionId, Integer> index = new LinkedHashMap<>();
    for (ConnectionId id : order) index.put(id, index.size());
    RouteTable routes = new RouteTable(s.plan(), id -> index.getOrDefault(id, -1));
    Tunnel[] tunnels = s.tunnels().values().toArray(Tunnel[]::new);
    return new Forwarding(routes, tunnels, ownAddress(s.plan()), s.plan().linkMtu());
  }

  /** RFC 1812 §4.3.2.4: ICMP errors come from an address of the router's, here on the inside. */
  private int ownAddress(GatewayPlan plan) {
    return options
        .insideAddress()
        .or(() -> plan.insidePrefixes().stream().findFirst().map(Engine::firstHost))
        .orElse(plan.address())
        .bits();
  }

  private static Ipv4Address firstHost(Ipv4Prefix prefix) {
    return new Ipv4Address(prefix.network() + (prefix.length() < 31 ? 1 : 0));
  }

  /** Has the packet thread forward by the state, and waits until it does. */
  private void enforce(Running threads, State next) {
    State before = state;
    state = next;
    CountDownLatch done = new CountDownLatch(1);
    threads
        .packets()
        .submit(
            forwarding(next),
            () -> {
              for (ConnectionPlan c : next.plan().connections()) {
                Tunnel tunnel = next.tunnels().get(c.id());
                if (tunnel != null) tunnel.adopt(c);
              }
            });
    threads.packets().submit(done::countDown);
    await(done);
    before.tunnels().forEach((id, t) -> retire(t, next.tunnels().get(id)));
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the packet thread does not answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a removed connection dropped stays in the sum. */
  private void retire(Tunnel old, @Nullable Tunnel successor) {
    if (old == successor) return;
    synchronized (retired) {
      old.drops.nonZero().forEach((reason, n) -> retired.merge(reason, n, Long::sum));
    }
  }

  private void configure(ControlThread control, State next) {
    control.ask(
        endpoint -> {
          for (ConnectionStatus running : endpoint.status(options.time().nanos())) {
            if (!next.configs().containsKey(running.id())) {
              control.execute(endpoint.remove(options.time().nanos(), running.id()));
            }
          }
          for (ConnectionConfig c : next.configs().values()) {
            control.execute(endpoint.configure(options.time().nanos(), c));
          }
          return true;
        });
  }

  public synchronized PlanChange apply(GatewayPlan next) {
    State before = state;
    PlanChange change = PlanChange.between(before.plan(), next);
    State after = derive(next);
    Running threads = running;
    if (threads == null || closed) {
      state = new State(next, Map.of(), Map.of(), Map.of());
      return change;
    }
    enforce(threads, after);
    configure(threads.control(), after);
    closeKeys(before, after);
    return withNewKeys(change, before, after);
  }

  private static void closeKeys(State before, State after) {
    for (ConnectionConfig old : before.configs().values()) {
      if (after.configs().get(old.id()) != old) old.psk().close();
    }
  }

  /**
   * A key that changed under its reference, or an ability of the engine, also changes a connection.
   */
  private static PlanChange withNewKeys(PlanChange change, State before, State after) {
    List<PlanChange.Named> changed = new ArrayList<>(change.changed());
    for (ConnectionPlan c : after.plan().connections()) {
      PlanChange.Named named = new PlanChange.Named(c.id(), c.name());
      boolean listed = change.added().contains(named) || changed.contains(named);
      boolean differs = before.configs().get(c.id()) != after.configs().get(c.id());
      if (differs && !listed) changed.add(named);
    }
    return new PlanChange(
        change.added(),
        change.removed(),
        changed,
        change.adjusted(),
        change.routesAdded(),
        change.routesRemoved(),
        change.restartNeeded());
  }

  public void command(IkeCommand command) {
    Running threads = running;
    if (threads != null) threads.control().command(command);
  }

  public long packetThreadId() {
    Running threads = running;
    if (threads == null) throw new IllegalStateException("the engine does not run");
    return threads.packets().threadId();
  }

  public GatewayStatus status() {
    Running threads = running;
    State s = state;
    Map<ConnectionId, ConnectionStatus> ike = new LinkedHashMap<>();
    if (threads != null) {
      long now = options.time().nanos();
      threads.control().ask(e -> e.status(now)).forEach(c -> ike.put(c.id(), c));
    }
    StatusReport report = new StatusReport(options.time().nanos());
    List<GatewayStatus.Connection> connections = new ArrayList<>();
    Map<DropReason, Long> sum = new EnumMap<>(DropReason.class);
    sum.putAll(drops.nonZero());
    synchronized (retired) {
      retired.forEach((reason, n) -> sum.merge(reason, n, Long::sum));
    }
    for (ConnectionPlan c : s.plan().connections()) {
      Optional<Tunnel> tunnel = Optional.ofNullable(s.tunnels().get(c.id()));
      tunnel.ifPresent(t -> t.drops.nonZero().forEach((r, n) -> sum.merge(r, n, Long::sum)));
      connections.add(
          report.connection(
              c,
              tunnel,
              Optional.ofNullable(ike.get(c.id())),
              Optional.ofNullable(s.refused().get(c.id()))));
    }
    return new GatewayStatus(
        s.plan().name(), s.plan().address(), underlay.nativeEsp(), connections, sum);
  }

  public synchronized void close() {
    if (closed) return;
    closed = true;
    Running threads = running;
    running = null;
    if (threads == null) return;
    deleteAll(threads.control());
    threads.control().close();
    threads.packets().close();
    for (ConnectionConfig c : state.configs().values()) c.psk().close();
  }

  /** Sends the deletes; waits until the peers have answered, or the time is up. */
  private void deleteAll(ControlThread control) {
    try {
      control.closeAll(options.closeTimeout());
    } catch (IllegalStateException unresponsive) {
      // Closing goes on: the keys have to be wiped in any case.
    }
  }
}
