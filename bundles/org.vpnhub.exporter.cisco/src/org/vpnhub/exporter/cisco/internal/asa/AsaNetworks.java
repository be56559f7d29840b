package org.vpnhub.exporter.cisco.internal.asa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** What the names of network objects and of their groups stand for. */
final class AsaNetworks {
  /** Groups within groups; one that holds itself ends here. */
  private static final int DEEPEST = 8;

  private final Reading reading;

  AsaNetworks(Reading reading) {
    this.reading = reading;
  }

  /** Of a prefix, {@code object NAME} or {@code object-group NAME}. */
  List<Ipv4Prefix> of(String text, int line) {
    return of(text, line, 0);
  }

  /** Of a name in a NAT rule, which may be either. */
  List<Ipv4Prefix> named(Found name) {
    if (name.value().equals("any") || name.value().equals("any4")) return List.of(Ipv4Prefix.ANY);
    boolean group = reading.find(AsaKind.OBJECT_GROUP, name.value()).isPresent();
    return of((group ? "object-group " : "object ") + name.value(), name.line());
  }

  private List<Ipv4Prefix> of(String text, int line, int depth) {
    if (text.startsWith("object ")) return members(AsaKind.OBJECT, text.substring(7), line, depth);
    if (text.startsWith("object-group ")) {
      return members(AsaKind.OBJECT_GROUP, text.substring(13), line, depth);
    }
    return Networks.parse(text).stream().toList();
  }

  private List<Ipv4Prefix> members(String kind, String name, int line, int depth) {
    List<Ipv4Prefix> all = new ArrayList<>();
    Optional<Section> section = reading.use(kind, new Found(name, line));
    if (section.isEmpty() || depth > DEEPEST) return all;
    for (Found f : section.get().all("network")) all.addAll(of(f.value(), f.line(), depth + 1));
    return all;
  }
}
