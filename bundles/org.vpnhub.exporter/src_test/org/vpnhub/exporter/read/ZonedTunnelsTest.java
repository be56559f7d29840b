package org.vpnhub.exporter.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ZonedTunnelsTest {
  private static final List<String> OWN = List.of("10.10.20.0/24");

  private final ZonedTunnels tunnels = new ZonedTunnels();
  private final FoundTunnel first = new FoundTunnel("first", 1);
  private final FoundTunnel second = new FoundTunnel("second", 2);

  ZonedTunnelsTest() {
    tunnels.add(first, "st0.1", "vpn");
    tunnels.add(second, "st0.2", "vpn");
    tunnels.add(new FoundTunnel("third", 3), "st0.3", "partner");
    tunnels.route("st0.1", new Found("10.0.0.0/16", 4));
    tunnels.route("st0.2", new Found("172.16.0.0/12", 5));
  }

  private static List<String> values(FoundTunnel tunnel, Parameter parameter) {
    return tunnel.all(parameter).stream().map(Found::value).toList();
  }

  @Test
  void aRuleBelongsToTheTunnelThatLeadsThere() {
    tunnels.rule(Parameter.PERMIT_OUT, "vpn", OWN, List.of("10.0.8.0/24"), 6);
    tunnels.rule(Parameter.PERMIT_IN, "vpn", List.of("172.16.1.0/24"), OWN, 7);
    assertEquals(List.of("10.10.20.0/24 - 10.0.8.0/24"), values(first, Parameter.PERMIT_OUT));
    assertEquals(List.of(), values(second, Parameter.PERMIT_OUT));
    assertEquals(List.of(), values(first, Parameter.PERMIT_IN));
    assertEquals(List.of("172.16.1.0/24 - 10.10.20.0/24"), values(second, Parameter.PERMIT_IN));
  }

  @Test
  void aRuleToNowhereBelongsToAllOfItsZone() {
    tunnels.rule(Parameter.PERMIT_OUT, "vpn", OWN, List.of("192.0.2.0/24", "a name"), 6);
    assertEquals(2, first.all(Parameter.PERMIT_OUT).size());
    assertEquals(2, second.all(Parameter.PERMIT_OUT).size());
    assertEquals(List.of(), tunnels.at("st0.3").getFirst().all(Parameter.PERMIT_OUT));
  }

  @Test
  void knowsTheZonesWithTunnels() {
    assertEquals(Optional.of("vpn"), tunnels.zoneOf(Set.of("dmz", "vpn")));
    assertEquals(Optional.empty(), tunnels.zoneOf(Set.of("dmz")));
  }
}
