package org.vpnhub.exporter.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.vpnhub.base.Ipv4Prefix;

/**
 * A policy between zones, as VRP and Comware have it: of the rules that fit a packet the first
 * counts. The section of a rule holds {@code source-zone} and {@code destination-zone}, of which
 * {@code local} is the device itself, {@code action}, and {@code disable}.
 */
public final class ZonePolicy {
  private final Reading reading;
  private final String kind;
  private final List<Found> moves;
  private final BiFunction<Section, String, List<Found>> networks;

  /**
   * @param kind of the sections that are rules
   * @param moves of rules: which, {@code top}, {@code before}, {@code after} or {@code bottom}, and
   *     the other rule
   * @param networks the {@code source} or {@code destination} of a rule; none for a rule that says
   *     nothing of whole networks, such as one for some services alone
   */
  public ZonePolicy(
      Reading reading,
      String kind,
      List<Found> moves,
      BiFunction<Section, String, List<Found>> networks) {
    this.reading = reading;
    this.kind = kind;
    this.moves = moves;
    this.networks = networks;
  }

  /** A pair of networks of a rule. */
  private record Entry(boolean wanted, Ipv4Prefix from, Ipv4Prefix to, int line) {
    boolean covers(Entry other) {
      return from.contains(other.from) && to.contains(other.to);
    }

    boolean narrow() {
      return from.length() > 0 && to.length() > 0;
    }
  }

  /**
   * Adds the pairs that the rules with a wanted action let through, as far as they touch a selector
   * of the tunnel and name both networks.
   *
   * @param action wanted, for example {@code permit}
   * @param zone of the WAN
   */
  public void add(FoundTunnel tunnel, Parameter p, String action, String zone) {
    boolean inward = p == Parameter.PERMIT_IN;
    List<Entry> before = new ArrayList<>();
    for (Section rule : ordered()) {
      if (rule.has("disable") || !fits(rule, zone, inward)) continue;
      for (Entry e : entries(rule, action)) {
        if (e.wanted && e.narrow() && touches(tunnel, e, inward)) {
          rule.use();
          if (before.stream().noneMatch(b -> b.covers(e))) {
            tunnel.add(p, PlanValues.pair(e.from, e.to), e.line);
          }
        } else if (!e.wanted) {
          before.add(e);
        }
      }
    }
  }

  private static boolean fits(Section rule, String zone, boolean inward) {
    String local = inward ? "destination-zone" : "source-zone";
    String wan = inward ? "source-zone" : "destination-zone";
    boolean toDevice = rule.all(local).stream().allMatch(f -> f.value().equals("local"));
    if (rule.has(local) && toDevice) return false;
    return !rule.has(wan) || rule.all(wan).stream().anyMatch(f -> f.value().equals(zone));
  }

  private List<Entry> entries(Section rule, String action) {
    boolean wanted = rule.or("action", "").value().equals(action);
    List<Entry> entries = new ArrayList<>();
    for (Found from : networks.apply(rule, "source")) {
      for (Found to : networks.apply(rule, "destination")) {
        int line = Math.max(Math.max(from.line(), to.line()), rule.line());
        entries.add(
            new Entry(wanted, Ipv4Prefix.parse(from.value()), Ipv4Prefix.parse(to.value()), line));
      }
    }
    return entries;
  }

  private static boolean touches(FoundTunnel tunnel, Entry e, boolean inward) {
    Ipv4Prefix own = inward ? e.to : e.from;
    Ipv4Prefix remote = inward ? e.from : e.to;
    return tunnel.all(Parameter.SELECTOR).stream()
        .map(f -> f.value().split(" - "))
        .anyMatch(
            s -> own.overlaps(Ipv4Prefix.parse(s[0])) && remote.overlaps(Ipv4Prefix.parse(s[1])));
  }

  private List<Section> ordered() {
    List<Section> rules = new ArrayList<>(reading.all(kind));
    moves.forEach(m -> move(rules, m));
    return rules;
  }

  private void move(List<Section> rules, Found moved) {
    String[] words = moved.value().split(" ");
    Optional<Section> rule = reading.find(kind, words[0]);
    if (rule.isEmpty() || words.length < 2) {
      reading.undefined(moved.line(), "'" + moved.value() + "' moves no " + kind);
      return;
    }
    rules.remove(rule.get());
    switch (words[1]) {
      case "top" -> rules.addFirst(rule.get());
      case "before" -> rules.add(Math.max(0, index(rules, words[words.length - 1])), rule.get());
      case "after" -> rules.add(index(rules, words[words.length - 1]) + 1, rule.get());
      default -> rules.addLast(rule.get());
    }
  }

  private static int index(List<Section> rules, String name) {
    for (int i = 0; i < rules.size(); i++) if (rules.get(i).name().equals(name)) return i;
    return -1;
  }
}
