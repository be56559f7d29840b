package org.vpnhub.exporter.fortinet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Found;

/** Address objects, groups and zones, followed to what they stand for. */
final class FortiosNets {
  private final FortiosTables tables;
  private final List<Line> undefined;
  private final Set<Entry> used;

  FortiosNets(FortiosTables tables, List<Line> undefined, Set<Entry> used) {
    this.tables = tables;
    this.undefined = undefined;
    this.used = used;
  }

  /** The prefixes of one object. */
  List<String> of(Found name) {
    return of(name, List.of(name.value()));
  }

  /** The prefixes of several objects, named in one line. */
  List<String> of(Found where, List<String> names) {
    List<String> prefixes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) collect(name, where.line(), seen, prefixes);
    return prefixes;
  }

  private void collect(String name, int line, Set<String> seen, List<String> prefixes) {
    if (!seen.add(name)) return;
    Entry address = tables.addresses.get(name);
    Entry group = tables.groups.get(name);
    if (name.equals("all")) {
      prefixes.add(Ipv4Prefix.ANY.toString());
    } else if (address != null) {
      used.add(address);
      boolean subnet = List.of("ipmask", "subnet").contains(address.value("type", "ipmask"));
      Found found = address.found("subnet", "0.0.0.0 0.0.0.0");
      prefixes.add(subnet ? prefix(found.value()) : name);
    } else if (group != null) {
      used.add(group);
      int at = group.line();
      for (String member : group.values("member")) collect(member, at, seen, prefixes);
    } else {
      undefined.add(new Line(line, "address '" + name + "' is used and not defined"));
    }
  }

  /** Whether a list of interfaces and zones holds an interface. */
  boolean holds(List<String> names, String port) {
    return names.stream()
        .anyMatch(
            n ->
                n.equals(port)
                    || n.equals("any")
                    || tables.zones.containsKey(n)
                        && tables.zones.get(n).values("interface").contains(port));
  }

  /** {@code 10.0.0.0 255.0.0.0} or {@code 10.0.0.0/8} as a prefix; anything else as it is. */
  static String prefix(String words) {
    try {
      String[] parts = words.split("[ /]", 2);
      int length = parts.length == 1 ? 32 : length(parts[1]);
      return Ipv4Prefix.parse(parts[0] + "/" + length).toString();
    } catch (IllegalArgumentException e) {
      return words;
    }
  }

  private static int length(String mask) {
    if (!mask.contains(".")) return Integer.parseInt(mask);
    for (int length = 0; length <= 32; length++) {
      if (new Ipv4Prefix(0, length).netmask().toString().equals(mask)) return length;
    }
    throw new IllegalArgumentException(mask);
  }
}
