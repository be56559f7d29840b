package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.ike.IkeDatagram;

/**
 * Two ends whose messages arrive in an order that an {@link Explorer} chooses. Between any two
 * arrivals both send packets: some land at once, some one step late.
 */
final class Duel {
  private final Explorer.Choices choices;
  private final List<IkeDatagram> flying = new ArrayList<>();
  private final List<Flight> packets = new ArrayList<>();
  final StringBuilder story = new StringBuilder();
  final Node hub;
  final Node site;
  long now;

  /** Whether every packet must meet an SA. */
  boolean strict = true;

  int losses;

  /** How many arrivals of messages a slow packet is overtaken by. */
  private static final int SLOW = 3;

  private record Flight(Node to, Node.Packet packet, int landsAt) {}

  private int steps;

  Duel(Explorer.Choices choices, Engine hub, Engine site) {
    this.choices = choices;
    this.hub = new Node("hub", hub, flying::add);
    this.site = new Node("site", site, flying::add);
  }

  /** Everything arrives in order until nothing flies. */
  void calm() {
    while (!flying.isEmpty()) arrive(flying.removeFirst());
  }

  /** Lets messages arrive, or be lost, in the chosen order; behind so many steps all is calm. */
  void play(int steps) {
    for (int i = 0; !flying.isEmpty() && i < steps; i++) {
      traffic();
      step();
    }
  }

  private void step() {
    int n = flying.size();
    int choice = choices.choose(losses > 0 ? 2 * n : n);
    IkeDatagram d = flying.remove(choice % n);
    if (choice < n) {
      story.append(" arrives:").append(describe(d));
      now += Duration.ofMillis(1).toNanos();
      arrive(d);
    } else {
      story.append(" lost:").append(describe(d));
      losses--;
    }
  }

  private static String describe(IkeDatagram d) {
    byte[] m = d.message();
    return (d.local().equals(Configs.HUB) ? "hub>" : "site>")
        + m[18]
        + ((m[19] & 0x20) != 0 ? "r" : "q")
        + m[23];
  }

  private void arrive(IkeDatagram d) {
    IkeDatagram seen =
        new IkeDatagram(d.remote(), d.remotePort(), d.local(), d.localPort(), d.message());
    node(d.remote()).receive(now, seen);
  }

  private Node node(Ipv4Address address) {
    return address.equals(Configs.HUB) ? hub : site;
  }

  private void traffic() {
    steps++;
    landUntil(steps);
    hub.packet().ifPresent(p -> send(site, p));
    site.packet().ifPresent(p -> send(hub, p));
  }

  private void send(Node to, Node.Packet p) {
    land(new Flight(to, p, steps));
    packets.add(new Flight(to, p, steps + SLOW));
  }

  private void landUntil(int step) {
    for (Flight f : List.copyOf(packets)) {
      if (f.landsAt() > step) continue;
      packets.remove(f);
      land(f);
    }
  }

  private void land(Flight f) {
    boolean taken = f.to().take(now, f.packet());
    if (strict) assertTrue(taken, "a packet to " + f.to().name + " met no SA:" + story);
  }

  /** Time goes on, and the network is good from now on. */
  void settle(Duration time) {
    long end = now + time.toNanos();
    while (true) {
      while (!flying.isEmpty()) {
        traffic();
        arrive(flying.removeFirst());
      }
      traffic();
      // No packet is slower than the shortest timer.
      landUntil(Integer.MAX_VALUE);
      long due = Math.min(hub.engine.nextDeadline(), site.engine.nextDeadline());
      if (due > end) break;
      now = Math.max(now, due);
      hub.advance(now);
      site.advance(now);
    }
    now = end;
  }

  /** A packet gets through in both directions at this moment. */
  void passes(String context) {
    assertTrue(site.take(now, hub.packet().orElseThrow()), "hub to site: " + context + story);
    assertTrue(hub.take(now, site.packet().orElseThrow()), "site to hub: " + context + story);
  }
}
