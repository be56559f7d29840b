package org.vpnhub.exporter.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vpnhub.base.Ipv4Prefix;

/**
 * Routers that translate what leaves by an interface when an access list permits it, as VRP and
 * Comware do by {@code nat outbound}: says what the lists leave untranslated. The sections of the
 * lists hold pairs of networks under {@code permit} and {@code deny}.
 */
public final class InterfaceNat {
  private final Reading reading;
  private final String kind;

  /**
   * @param kind of the sections that are access lists
   */
  public InterfaceNat(Reading reading, String kind) {
    this.reading = reading;
    this.kind = kind;
  }

  private record Entry(boolean exempt, Ipv4Prefix own, Ipv4Prefix remote, Found pair) {
    boolean covers(Entry other) {
      return own.contains(other.own) && remote.contains(other.remote);
    }

    boolean touches(Found selector) {
      String[] sides = selector.value().split(" - ");
      return own.overlaps(Ipv4Prefix.parse(sides[0]))
          && remote.overlaps(Ipv4Prefix.parse(sides[1]));
    }
  }

  /**
   * Adds what all translations of an interface exempt of the tunnel's selectors, which must be
   * there.
   *
   * @param translations {@code 3000}, {@code name LIST}, with whatever words behind; without a list
   *     all is translated
   */
  public void exemptions(FoundTunnel tunnel, List<Found> translations) {
    Map<String, Found> common = new LinkedHashMap<>();
    boolean first = true;
    for (Found translation : translations) {
      Map<String, Found> exempt = new LinkedHashMap<>();
      for (Entry e : exempt(translation)) {
        if (tunnel.all(Parameter.SELECTOR).stream().anyMatch(e::touches)) {
          exempt.put(e.pair.value(), e.pair);
        }
      }
      if (first) common.putAll(exempt);
      else common.keySet().retainAll(exempt.keySet());
      first = false;
    }
    if (first) tunnel.elsewhere(Parameter.NAT_EXEMPTION);
    common.values().forEach(f -> tunnel.add(Parameter.NAT_EXEMPTION, f));
  }

  /** The denied pairs before which nothing permits them; without an ACL nothing is exempt. */
  private List<Entry> exempt(Found translation) {
    String acl = translation.value().replaceFirst("^name ", "").split(" ")[0];
    if (!acl.matches("[0-9]+") && !translation.value().startsWith("name ")) return List.of();
    Optional<Section> list = reading.use(kind, new Found(acl, translation.line()));
    List<Entry> permitted = new ArrayList<>();
    List<Entry> exempt = new ArrayList<>();
    for (Entry e : list.stream().flatMap(InterfaceNat::entries).toList()) {
      if (!e.exempt) permitted.add(e);
      else if (permitted.stream().noneMatch(p -> p.covers(e))) exempt.add(e);
    }
    return exempt;
  }

  private static Stream<Entry> entries(Section acl) {
    Stream<Entry> permitted = acl.all("permit").stream().map(f -> entry(f, false));
    Stream<Entry> denied = acl.all("deny").stream().map(f -> entry(f, true));
    return Stream.concat(permitted, denied).sorted(Comparator.comparingInt(e -> e.pair.line()));
  }

  private static Entry entry(Found f, boolean exempt) {
    String[] sides = f.value().split(" - ");
    return new Entry(exempt, Ipv4Prefix.parse(sides[0]), Ipv4Prefix.parse(sides[1]), f);
  }
}
