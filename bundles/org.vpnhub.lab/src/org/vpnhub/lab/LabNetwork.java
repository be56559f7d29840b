package org.vpnhub.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.dataplane.GatewayEvent;
import org.vpnhub.dataplane.IpsecGateway;
import org.vpnhub.dataplane.LoopbackNetwork;
import org.vpnhub.dataplane.SimulatedHosts;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.SitePlan;

/**
 * The engines of hub and sites on one loopback Internet. The sites initiate.
 *
 * <p>Thread-safe: engines are started, changed and ended by one thread at a time; nodes may be read
 * by any.
 */
final class LabNetwork implements AutoCloseable {
  private static final Duration JOIN = Duration.ofSeconds(5);
  private final Function<String, Optional<Secret>> keys;
  private final Consumer<GatewayEvent> events;
  private final LoopbackNetwork network = new LoopbackNetwork();
  private final Set<IpsecGateway> running = ConcurrentHashMap.newKeySet();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private volatile Map<String, LabNode> nodes;
  private volatile NetworkPlan plan;
  private boolean closed;

  LabNetwork(
      NetworkPlan plan, Function<String, Optional<Secret>> keys, Consumer<GatewayEvent> events) {
    this.plan = plan;
    this.keys = keys;
    this.events = events;
    String name = plan.vpc().name();
    SimulatedHosts vpc =
        new SimulatedHosts(
            LabNode.prefixes(name, plan.vpc().prefixes(), plan.reachability()),
            plan.vpc().routesToGateway());
    IpsecGateway hub = engine(plan.hub(), false, vpc, EngineOptions.defaults());
    Map<String, LabNode> made = new LinkedHashMap<>();
    for (SitePlan site : runnable(plan)) made.put(site.name(), node(site));
    made.put(name, new LabNode(name, vpc, hub, List.of()));
    nodes = Collections.unmodifiableMap(made);
  }

  /** The sites that can run; the others become faults. */
  private List<SitePlan> runnable(NetworkPlan of) {
    faults.clear();
    Set<Ipv4Address> taken = new HashSet<>(Set.of(of.hub().address()));
    List<SitePlan> sites = new ArrayList<>();
    for (SitePlan site : of.sites()) {
      if (site.gateway().connections().isEmpty()) {
        faults.add("site " + site.name() + " has no connection that could run");
      } else if (!taken.add(site.gateway().address())) {
        faults.add(
            "site %s is left out: another one has its public address %s, and the lab has no NAT"
                .formatted(site.name(), site.gateway().address()));
      } else {
        sites.add(site);
      }
    }
    return sites;
  }

  private LabNode node(SitePlan site) {
    SimulatedHosts hosts =
        SimulatedHosts.lan(LabNode.prefixes(site.name(), site.prefixes(), plan.reachability()));
    return node(site, hosts);
  }

  private LabNode node(SitePlan site, SimulatedHosts hosts) {
    IpsecGateway engine = engine(site.gateway(), true, hosts, EngineOptions.small());
    return new LabNode(site.name(), hosts, engine, site.gateway().connections());
  }

  private IpsecGateway engine(
      GatewayPlan of, boolean initiate, SimulatedHosts hosts, EngineOptions options) {
    return new IpsecGateway(
        initiating(of, initiate),
        keys,
        network.underlay(of.address()),
        hosts,
        options.withEvents(events));
  }

  private static GatewayPlan initiating(GatewayPlan of, boolean initiate) {
    return new GatewayPlan(
        of.id(),
        of.name(),
        of.address(),
        of.linkMtu(),
        of.insidePrefixes(),
        of.connections().stream().map(c -> initiating(c, initiate)).toList(),
        of.policyRoutes(),
        of.destinationRoutes());
  }

  private static ConnectionPlan initiating(ConnectionPlan c, boolean initiate) {
    return new ConnectionPlan(
        c.id(),
        c.name(),
        c.peerName(),
        c.localAddress(),
        c.remoteAddress(),
        c.localId(),
        c.remoteId(),
        c.pskReference(),
        c.ike(),
        c.ipsec(),
        c.children(),
        initiate,
        c.dpd(),
        c.natTraversal(),
        c.localBehindNat(),
        c.remoteBehindNat(),
        c.peerPrefixes(),
        c.autoConfigRoute());
  }

  NetworkPlan plan() {
    return plan;
  }

  /** The sites in the order of the plan, then the VPC; by name. */
  Map<String, LabNode> nodes() {
    return nodes;
  }

  List<LabNode> sites() {
    return nodes.values().stream().filter(n -> !n.connections().isEmpty()).toList();
  }

  IpsecGateway hub() {
    return vpc().gateway();
  }

  private LabNode vpc() {
    return nodes.values().stream().filter(n -> n.connections().isEmpty()).findFirst().orElseThrow();
  }

  /** What of the plan does not run, in words. */
  List<String> faults() {
    return faults;
  }

  boolean isRunning(LabNode node) {
    return running.contains(node.gateway());
  }

  synchronized void start(IpsecGateway gateway) throws IOException {
    if (closed) throw new IOException("the lab is closed");
    if (!running.add(gateway)) return;
    try {
      gateway.start();
    } catch (IOException e) {
      running.remove(gateway);
      throw e;
    }
  }

  /** Ends the engine of a site, and puts a fresh one in its place, which does not run. */
  synchronized void stop(String site) {
    LabNode node = nodes.get(site);
    if (node == null || !running.remove(node.gateway())) return;
    node.gateway().close();
    plan.sites().stream()
        .filter(s -> s.name().equals(site))
        .findFirst()
        .ifPresent(s -> replace(site, node(s, node.hosts())));
  }

  private void replace(String name, @Nullable LabNode with) {
    Map<String, LabNode> next = new LinkedHashMap<>(nodes);
    if (with == null) next.remove(name);
    else next.put(name, with);
    nodes = Collections.unmodifiableMap(next);
  }

  /** Whether the engines can take the plan as they are: the hub's address cannot change. */
  boolean canTake(NetworkPlan next) {
    return next.hub().address().equals(plan.hub().address())
        && next.vpc().name().equals(plan.vpc().name());
  }

  /**
   * Brings another plan about: connections that do not differ flow on.
   *
   * @throws IOException when a new site cannot start
   */
  synchronized void apply(NetworkPlan next) throws IOException {
    NetworkPlan before = plan;
    plan = next;
    LabNode vpc = vpc();
    vpc.hosts()
        .readdress(
            LabNode.prefixes(vpc.name(), next.vpc().prefixes(), next.reachability()),
            next.vpc().routesToGateway());
    hub().apply(initiating(next.hub(), false));
    Map<String, LabNode> made = new LinkedHashMap<>();
    List<LabNode> fresh = new ArrayList<>();
    for (SitePlan site : runnable(next)) {
      LabNode old = nodes.get(site.name());
      if (old != null
          && address(before, site.name()).equals(Optional.of(site.gateway().address()))) {
        made.put(site.name(), changed(old, site));
      } else {
        made.put(site.name(), node(site));
        fresh.add(made.get(site.name()));
      }
    }
    made.put(vpc.name(), vpc);
    List<LabNode> gone =
        sites().stream()
            .filter(n -> !made.containsKey(n.name()) || fresh.contains(made.get(n.name())))
            .toList();
    nodes = Collections.unmodifiableMap(made);
    gone.forEach(n -> running.remove(n.gateway()));
    close(gone.stream().map(LabNode::gateway).toList());
    for (LabNode n : fresh) start(n.gateway());
  }

  private static Optional<Ipv4Address> address(NetworkPlan of, String site) {
    return of.sites().stream()
        .filter(s -> s.name().equals(site))
        .findFirst()
        .map(s -> s.gateway().address());
  }

  private LabNode changed(LabNode old, SitePlan site) {
    old.hosts()
        .readdress(
            LabNode.prefixes(site.name(), site.prefixes(), plan.reachability()),
            List.of(Ipv4Prefix.ANY));
    old.gateway().apply(initiating(site.gateway(), true));
    return new LabNode(old.name(), old.hosts(), old.gateway(), site.gateway().connections());
  }

  /** Ends all engines. The peers are in this process, so nobody waits for their answers long. */
  @Override
  public void close() {
    List<IpsecGateway> sites;
    synchronized (this) {
      if (closed) return;
      closed = true;
      sites = new ArrayList<>(running);
      running.clear();
    }
    sites.remove(hub());
    close(sites);
    hub().close();
  }

  private static void close(List<IpsecGateway> gateways) {
    List<Thread> closers = new ArrayList<>();
    for (IpsecGateway g : gateways) closers.add(Thread.ofVirtual().start(g::close));
    for (Thread t : closers) join(t);
  }

  private static void join(Thread thread) {
    try {
      thread.join(JOIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
