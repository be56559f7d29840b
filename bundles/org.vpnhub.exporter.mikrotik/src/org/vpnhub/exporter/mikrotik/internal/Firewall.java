package org.vpnhub.exporter.mikrotik.internal;

import java.util.Optional;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** What NAT, filter and mangle do with the packets of a tunnel; the first rule that fits counts. */
final class Firewall {
  private final Reading reading;

  Firewall(Reading reading) {
    this.reading = reading;
  }

  void rules(FoundTunnel tunnel) {
    exemptions(tunnel);
    permits(tunnel, "out,ipsec", Parameter.PERMIT_OUT);
    permits(tunnel, "in,ipsec", Parameter.PERMIT_IN);
    clamp(tunnel);
  }

  /** Accepted before anything is translated. */
  private void exemptions(FoundTunnel tunnel) {
    for (Section rule : reading.all(Menus.NAT)) {
      if (!is(rule, "chain", "srcnat")) continue;
      if (!is(rule, "action", "accept")) {
        if (translatesAll(rule)) return;
        continue;
      }
      pair(rule)
          .filter(pair -> touches(tunnel, pair.value(), 0))
          .ifPresent(pair -> tunnel.add(Parameter.NAT_EXEMPTION, pair));
    }
  }

  /** A rule that also takes what goes into a tunnel: it names neither a destination nor IPsec. */
  private static boolean translatesAll(Section rule) {
    boolean translates = is(rule, "action", "masquerade") || is(rule, "action", "src-nat");
    boolean narrow =
        rule.has("dst-address") || rule.has("ipsec-policy") || rule.has("dst-address-list");
    return translates && !narrow;
  }

  private void permits(FoundTunnel tunnel, String ipsec, Parameter parameter) {
    Optional<Section> fast = Optional.empty();
    for (Section rule : reading.all(Menus.FILTER)) {
      if (!is(rule, "chain", "forward")) continue;
      if (is(rule, "action", "fasttrack-connection") && !rule.has("connection-mark")) {
        fast = Optional.of(rule);
      }
      if (!is(rule, "action", "accept") || !is(rule, "ipsec-policy", ipsec)) continue;
      if (fast.isPresent()) {
        reading.undefined(rule.use().line(), "the rule stands behind fasttrack, and has no effect");
      } else if (!rule.has("src-address") && !rule.has("dst-address")) {
        rule.use();
        tunnel.elsewhere(parameter);
      } else {
        boolean out = parameter == Parameter.PERMIT_OUT;
        pair(rule)
            .filter(pair -> touches(tunnel, pair.value(), out ? 0 : 1))
            .ifPresent(pair -> tunnel.add(parameter, pair));
      }
    }
  }

  /** One rule for each direction, for both are SYN packets of somebody. */
  private void clamp(FoundTunnel tunnel) {
    Optional<Found> out = clamp("out,ipsec");
    Optional<Found> in = clamp("in,ipsec");
    if (out.isPresent() && in.isPresent() && out.get().value().equals(in.get().value())) {
      tunnel.add(Parameter.TCP_MSS, out.get());
    } else {
      out.ifPresent(f -> tunnel.add(Parameter.TCP_MSS, f.value() + " outwards only", f.line()));
      in.ifPresent(f -> tunnel.add(Parameter.TCP_MSS, f.value() + " inwards only", f.line()));
    }
  }

  private Optional<Found> clamp(String ipsec) {
    return reading.all(Menus.MANGLE).stream()
        .filter(r -> is(r, "chain", "forward") && is(r, "action", "change-mss"))
        .filter(r -> is(r, "protocol", "tcp") && is(r, "tcp-flags", "syn"))
        .filter(r -> is(r, "ipsec-policy", ipsec))
        .map(r -> r.use().or("new-mss", ""))
        .findFirst();
  }

  private static boolean is(Section rule, String property, String value) {
    return rule.or(property, "").value().equals(value);
  }

  private static Optional<Found> pair(Section rule) {
    Optional<Ipv4Prefix> from = Networks.parse(rule.or("src-address", "").value());
    Optional<Ipv4Prefix> to = Networks.parse(rule.or("dst-address", "").value());
    if (from.isEmpty() || to.isEmpty()) return Optional.empty();
    return Optional.of(new Found(PlanValues.pair(from.get(), to.get()), rule.use().line()));
  }

  /** Whether the site's side of a pair is among that of the tunnel's selectors. */
  private static boolean touches(FoundTunnel tunnel, String pair, int side) {
    Ipv4Prefix own = Ipv4Prefix.parse(pair.split(" - ")[side]);
    return tunnel.all(Parameter.SELECTOR).stream()
        .anyMatch(s -> Ipv4Prefix.parse(s.value().split(" - ")[0]).overlaps(own));
  }
}
