package org.vpnhub.exporter.hillstone.internal;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.hillstone.internal.StoneAddresses.Pair;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;
import org.vpnhub.exporter.read.ZonedTunnels;

/** Rules of the policy: of those that fit a packet the first counts. */
final class StoneRules {
  private final StoneAddresses addresses;
  private final List<Section> rules;

  StoneRules(Reading reading) {
    addresses = new StoneAddresses(reading);
    rules = new StoneOrder(reading).of(Kind.RULE);
  }

  /**
   * Adds the pairs that the rules let through between a zone of tunnels and the others, as far as
   * they name both networks.
   */
  void add(ZonedTunnels tunnels, String zone, Parameter p) {
    List<Pair> denied = new ArrayList<>();
    for (Section rule : rules) {
      if (rule.has("disable") || !fits(rule, far(p), zone)) continue;
      String action = rule.or("action", "").value();
      if (action.equalsIgnoreCase("deny")) {
        denied.addAll(addresses.pairs(rule));
      } else if (action.equalsIgnoreCase("permit") && whole(rule)) {
        for (Pair pair : addresses.pairs(rule)) permit(tunnels, zone, p, rule, pair, denied);
      }
    }
  }

  private static void permit(
      ZonedTunnels tunnels, String zone, Parameter p, Section rule, Pair pair, List<Pair> denied) {
    if (!pair.narrow() || !rule.has(far(p)) && !led(tunnels, p, pair)) return;
    rule.use();
    if (denied.stream().anyMatch(d -> d.covers(pair))) return;
    List<String> from = List.of(pair.from().toString());
    tunnels.rule(p, zone, from, List.of(pair.to().toString()), pair.line());
  }

  /** The zone that is that of the tunnels. */
  private static String far(Parameter p) {
    return p == Parameter.PERMIT_OUT ? "dst-zone" : "src-zone";
  }

  /** A rule for all zones is for one direction: the one in which a tunnel leads. */
  private static boolean led(ZonedTunnels tunnels, Parameter p, Pair pair) {
    Ipv4Prefix far = p == Parameter.PERMIT_OUT ? pair.to() : pair.from();
    return tunnels.all().stream()
        .flatMap(t -> t.all(Parameter.ROUTE).stream())
        .anyMatch(f -> Ipv4Prefix.parse(f.value()).overlaps(far));
  }

  private static boolean fits(Section rule, String far, String zone) {
    return rule.all(far).stream()
        .allMatch(f -> f.value().equals(zone) || f.value().equalsIgnoreCase("any"));
  }

  /** For all services, and with nothing else that it asks for. */
  private static boolean whole(Section rule) {
    boolean any = rule.all("service").stream().anyMatch(f -> f.value().equals("any"));
    return any && !rule.has("narrow");
  }
}
