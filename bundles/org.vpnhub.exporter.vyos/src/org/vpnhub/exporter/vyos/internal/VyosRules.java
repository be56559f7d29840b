package org.vpnhub.exporter.vyos.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** What source NAT and the firewall do with the packets of a tunnel interface, by number. */
final class VyosRules {
  private final Reading reading;

  VyosRules(Reading reading) {
    this.reading = reading;
  }

  void add(FoundTunnel tunnel, String vti) {
    exemptions(tunnel, vti);
    permits(tunnel, "outbound-interface name", vti, Parameter.PERMIT_OUT);
    permits(tunnel, "inbound-interface name", vti, Parameter.PERMIT_IN);
  }

  /** Excluded before anything is translated; not needed where no rule takes the interface. */
  private void exemptions(FoundTunnel tunnel, String vti) {
    List<Section> rules = byNumber(Kind.NAT, "");
    boolean translated =
        rules.stream().anyMatch(r -> r.has("translation address") && takes(r, vti));
    boolean others = rules.stream().anyMatch(r -> r.has("translation address"));
    if (others && !translated) tunnel.elsewhere(Parameter.NAT_EXEMPTION);
    for (Section rule : rules) {
      if (!takes(rule, vti)) continue;
      if (rule.has("exclude")) {
        pair(rule).ifPresent(f -> tunnel.add(Parameter.NAT_EXEMPTION, f));
      } else if (!rule.has("destination address")) {
        return;
      }
    }
  }

  private static boolean takes(Section rule, String vti) {
    String out = rule.or("outbound-interface", "any").value();
    return out.equals("any") || out.equals(vti);
  }

  /** A chain that accepts by default needs no rules, if it says so. */
  private void permits(FoundTunnel tunnel, String direction, String vti, Parameter parameter) {
    boolean open =
        reading
            .find(Kind.RULE, "forward")
            .flatMap(chain -> chain.one("default-action"))
            .map(f -> f.value().equals("accept"))
            .orElse(false);
    if (open) tunnel.elsewhere(parameter);
    for (Section rule : byNumber(Kind.RULE, "forward")) {
      String on = rule.or(direction, "any").value();
      if (!on.equals("any") && !on.equals(vti)) continue;
      boolean accepts = rule.or("action", "").value().equals("accept");
      boolean all =
          !rule.has("narrow")
              && !rule.has("inbound-interface name")
              && !rule.has("outbound-interface name");
      if (!accepts && all && !rule.has("source address") && !rule.has("destination address"))
        return;
      if (accepts && !rule.has("narrow") && rule.has(direction)) {
        pair(rule).ifPresent(f -> tunnel.add(parameter, f));
      }
    }
  }

  private List<Section> byNumber(String kind, String chain) {
    return reading.all(kind).stream()
        .filter(r -> chain.isEmpty() || r.or("of", "").value().equals(chain))
        .filter(r -> !r.has("disable"))
        .sorted(Comparator.comparingInt(r -> number(r.name())))
        .toList();
  }

  private static int number(String name) {
    String digits = name.replaceFirst("^.* ", "");
    return digits.matches("[0-9]{1,8}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
  }

  private static Optional<Found> pair(Section rule) {
    Optional<Ipv4Prefix> from = Networks.parse(rule.or("source address", "").value());
    Optional<Ipv4Prefix> to = Networks.parse(rule.or("destination address", "").value());
    if (from.isEmpty() || to.isEmpty()) return Optional.empty();
    return Optional.of(new Found(PlanValues.pair(from.get(), to.get()), rule.use().line()));
  }
}
