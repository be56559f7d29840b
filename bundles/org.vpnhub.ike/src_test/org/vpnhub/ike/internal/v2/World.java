package org.vpnhub.ike.internal.v2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeEndpointConfig;
import org.vpnhub.testkit.LossyNetwork;
import org.vpnhub.testkit.LossyNetwork.Weather;
import org.vpnhub.testkit.SeededRandom;
import org.vpnhub.testkit.Simulation;

/** Several ends in virtual time, with a network between them and a NAT in front of any. */
final class World {
  final Simulation time = new Simulation();
  final Map<Ipv4Address, Node> nodes = new LinkedHashMap<>();
  final LossyNetwork<IkeDatagram> network;
  final List<IkeDatagram> seen = new ArrayList<>();
  private final long seed;
  private final Map<Node, Long> wakes = new LinkedHashMap<>();

  /** A NAT: what a datagram looks like on the other side. Identity where there is none. */
  Function<IkeDatagram, IkeDatagram> outward = d -> d;

  Function<IkeDatagram, IkeDatagram> inward = d -> d;

  World(long seed, Weather weather) {
    this.seed = seed;
    network = new LossyNetwork<>(time, seed * 31 + 7, weather, this::arrive);
  }

  Node add(Ipv4Address address, String name) {
    return add(
        address,
        name,
        new Engine(IkeEndpointConfig.DEFAULTS, new SeededRandom(seed * 1000 + nodes.size())));
  }

  Node add(Ipv4Address address, String name, Engine engine) {
    Node node = new Node(name, engine, this::send);
    nodes.put(address, node);
    return node;
  }

  /** The same address starts again and remembers nothing. */
  Node restart(Ipv4Address address) {
    Node old = nodes.get(address);
    wakes.remove(old);
    Node node =
        new Node(
            old.name,
            new Engine(IkeEndpointConfig.DEFAULTS, new SeededRandom(seed * 1000 + 77)),
            this::send);
    nodes.put(address, node);
    return node;
  }

  private void send(IkeDatagram d) {
    seen.add(d);
    network.send(outward.apply(d));
  }

  private void arrive(IkeDatagram sent) {
    IkeDatagram d =
        inward.apply(
            new IkeDatagram(
                sent.remote(), sent.remotePort(), sent.local(), sent.localPort(), sent.message()));
    Node node = nodes.get(d.local());
    if (node == null) return;
    node.receive(time.nanos(), d);
    wake(node);
  }

  void configure(Node node, ConnectionConfig c) {
    node.configure(time.nanos(), c);
    wake(node);
  }

  void command(Node node, IkeCommand c) {
    node.command(time.nanos(), c);
    wake(node);
  }

  /** Plans the next call of the node, as its driver does. */
  void wake(Node node) {
    long due = node.engine.nextDeadline();
    Long planned = wakes.get(node);
    if (due == Long.MAX_VALUE || planned != null && planned <= due && planned > time.nanos()) {
      return;
    }
    wakes.put(node, due);
    time.at(
        due,
        () -> {
          if (!nodes.containsValue(node)) return;
          wakes.remove(node);
          node.advance(time.nanos());
          wake(node);
        });
  }

  void run(Duration duration) {
    time.run(duration);
  }

  long now() {
    return time.nanos();
  }
}
