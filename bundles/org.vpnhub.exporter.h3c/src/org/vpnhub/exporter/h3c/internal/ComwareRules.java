package org.vpnhub.exporter.h3c.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Rules of the security policy: of those that fit a packet the first counts. */
final class ComwareRules {
  private final Reading reading;

  ComwareRules(Reading reading) {
    this.reading = reading;
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
   * Adds the pairs that the rules let through, as far as they touch a selector of the tunnel and
   * name both networks.
   *
   * @param zone of the WAN
   * @param inward whether the packets come from the WAN
   */
  void add(FoundTunnel tunnel, Parameter p, String zone, boolean inward) {
    List<Entry> before = new ArrayList<>();
    for (Section rule : ordered()) {
      if (rule.has("disable") || !fits(rule, zone, inward)) continue;
      for (Entry e : entries(rule)) {
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

  /** A rule for some services alone, or with objects, says nothing of the networks. */
  private static List<Entry> entries(Section rule) {
    for (String narrow : List.of("service", "service-port", "object", "application", "user")) {
      if (rule.has(narrow)) return List.of();
    }
    boolean wanted = rule.or("action", "drop").value().equals("pass");
    List<Entry> entries = new ArrayList<>();
    for (Found from : addresses(rule, "source")) {
      for (Found to : addresses(rule, "destination")) {
        int line = Math.max(Math.max(from.line(), to.line()), rule.line());
        entries.add(
            new Entry(wanted, Ipv4Prefix.parse(from.value()), Ipv4Prefix.parse(to.value()), line));
      }
    }
    return entries;
  }

  private static List<Found> addresses(Section rule, String key) {
    return rule.has(key) ? rule.all(key) : List.of(new Found("0.0.0.0/0", 0));
  }

  private static boolean touches(FoundTunnel tunnel, Entry e, boolean inward) {
    Ipv4Prefix own = inward ? e.to : e.from;
    Ipv4Prefix remote = inward ? e.from : e.to;
    return tunnel.all(Parameter.SELECTOR).stream()
        .map(f -> f.value().split(" - "))
        .anyMatch(
            s -> own.overlaps(Ipv4Prefix.parse(s[0])) && remote.overlaps(Ipv4Prefix.parse(s[1])));
  }

  /** In their order, moved as the commands say. */
  private List<Section> ordered() {
    List<Section> rules = new ArrayList<>(reading.all(Kind.PERMISSION));
    Optional<Section> device = reading.find(Kind.DEVICE, "");
    if (device.isEmpty()) return rules;
    for (Found f : device.get().all("moved")) move(rules, f);
    return rules;
  }

  private void move(List<Section> rules, Found moved) {
    String[] words = moved.value().split(" ");
    Optional<Section> rule = reading.find(Kind.PERMISSION, words[0]);
    if (rule.isEmpty() || words.length < 2) {
      reading.undefined(moved.line(), "'" + moved.value() + "' moves no rule");
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
