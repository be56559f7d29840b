package org.vpnhub.exporter.hillstone.internal;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.hillstone.internal.StoneAddresses.Pair;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/**
 * Rules of source NAT: of those that fit a packet the first counts; without one nothing is done.
 */
final class StoneNat {
  private final StoneAddresses addresses;
  private final List<Section> rules;

  StoneNat(Reading reading) {
    addresses = new StoneAddresses(reading);
    rules = new StoneOrder(reading).of(Kind.TRANSLATION);
  }

  /** Adds the pairs that touch the tunnel's selectors and leave it as they are. */
  void exemptions(FoundTunnel tunnel, String port, String zone) {
    List<Pair> translated = new ArrayList<>();
    boolean elsewhere = false;
    for (Section rule : rules) {
      if (rule.has("disable")) continue;
      boolean exempt = rule.has("no-trans");
      if (!fits(rule, port, zone)) {
        elsewhere |= !exempt;
        continue;
      }
      for (Pair p : addresses.pairs(rule)) {
        if (!exempt) translated.add(p);
        else if (!rule.has("narrow") && touches(tunnel, p)) exempt(tunnel, rule, p, translated);
      }
    }
    boolean none = translated.isEmpty() && tunnel.all(Parameter.NAT_EXEMPTION).isEmpty();
    if (elsewhere && none) tunnel.elsewhere(Parameter.NAT_EXEMPTION);
  }

  private static void exempt(FoundTunnel tunnel, Section rule, Pair p, List<Pair> translated) {
    rule.use();
    if (translated.stream().anyMatch(t -> t.covers(p))) return;
    tunnel.add(Parameter.NAT_EXEMPTION, p.text(), p.line());
  }

  private static boolean fits(Section rule, String port, String zone) {
    boolean out = rule.all("eif").stream().allMatch(f -> f.value().equals(port));
    return out && rule.all("to-zone").stream().allMatch(f -> f.value().equals(zone));
  }

  private static boolean touches(FoundTunnel tunnel, Pair p) {
    return tunnel.all(Parameter.SELECTOR).stream()
        .map(f -> f.value().split(" - "))
        .anyMatch(
            s ->
                p.from().overlaps(Ipv4Prefix.parse(s[0]))
                    && p.to().overlaps(Ipv4Prefix.parse(s[1])));
  }
}
