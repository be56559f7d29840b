package org.vpnhub.exporter.hillstone.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** The order in which rules are tried: as they come, but for those that are put elsewhere. */
final class StoneOrder {
  private final Reading reading;

  StoneOrder(Reading reading) {
    this.reading = reading;
  }

  List<Section> of(String kind) {
    List<Section> rules = new ArrayList<>();
    for (Section rule : reading.all(kind)) {
      place(rules, rule, rule.or("place", "bottom").value().split(" "));
    }
    Optional<Section> device = reading.find(Kind.DEVICE, "");
    if (device.isPresent()) {
      for (Found moved : device.get().all("moved " + kind)) move(rules, kind, moved);
    }
    return rules;
  }

  private void move(List<Section> rules, String kind, Found moved) {
    String[] words = moved.value().split(" ", 2);
    Optional<Section> rule = rules.stream().filter(r -> is(r, words[0])).findFirst();
    if (rule.isEmpty()) {
      reading.undefined(moved.line(), kind + " " + words[0] + " is moved and defined nowhere");
      return;
    }
    rules.remove(rule.get());
    place(rules, rule.get(), words[1].split(" "));
  }

  private static void place(List<Section> rules, Section rule, String[] place) {
    String other = place[place.length - 1];
    switch (place[0]) {
      case "top" -> rules.addFirst(rule);
      case "before" -> rules.add(Math.max(0, index(rules, other)), rule);
      case "after" -> rules.add(index(rules, other) + 1, rule);
      default -> rules.addLast(rule);
    }
  }

  private static int index(List<Section> rules, String name) {
    for (int i = 0; i < rules.size(); i++) if (is(rules.get(i), name)) return i;
    return rules.size() - 1;
  }

  /** Rules go by their numbers or by their names. */
  private static boolean is(Section rule, String name) {
    return rule.name().equals(name) || rule.or("name", "").value().equals(name);
  }
}
