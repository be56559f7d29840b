package org.vpnhub.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/** The rules about changes: K04 and G06 compare two versions, G11 looks before a deletion. */
final class ChangeRules {
  private ChangeRules() {}

  /** K04. */
  static void peerEdited(ModelIndex before, ModelIndex in, Report out) {
    Map<String, CustomerGateway> old = byId(before.all(CustomerGateway.class));
    for (CustomerGateway c : in.all(CustomerGateway.class)) {
      CustomerGateway was = c.getId() == null ? null : old.get(c.getId());
      if (was == null) continue;
      List<String> changes = new ArrayList<>();
      if (!Objects.equals(was.getIpAddress(), c.getIpAddress())) {
        changes.add("address " + shown(was.getIpAddress()) + " became " + shown(c.getIpAddress()));
      }
      if (!Objects.equals(was.getAsn(), c.getAsn())) {
        changes.add("AS number " + shown(was.getAsn()) + " became " + shown(c.getAsn()));
      }
      if (changes.isEmpty()) continue;
      out.add(
          c,
          "the " + String.join(", the ", changes) + ", which the cloud does not allow",
          "replace the customer gateway by a new one, and rewire its connections",
          Fixes.replacePeer(in.network, c));
    }
  }

  private static String shown(@Nullable String value) {
    return value == null ? "(unset)" : value;
  }

  /** G06. */
  static void bgpSwitchedOff(ModelIndex before, ModelIndex in, Report out) {
    Map<String, VpnGateway> old = byId(before.all(VpnGateway.class));
    for (VpnGateway g : in.all(VpnGateway.class)) {
      VpnGateway was = g.getId() == null ? null : old.get(g.getId());
      if (was == null || !was.isEnableBgp() || g.isEnableBgp()) continue;
      out.add(
          g,
          "BGP was on and is switched off, which the cloud does not allow",
          "leave BGP on, or create a new VPN gateway");
    }
  }

  private static <T extends NamedElement> Map<String, T> byId(List<T> elements) {
    Map<String, T> all = new HashMap<>();
    for (T e : elements) if (e.getId() != null) all.put(e.getId(), e);
    return all;
  }

  /** G11. */
  static void dependents(ModelIndex in, NamedElement element, Report out) {
    List<NamedElement> dependents = dependents(in, element);
    if (dependents.isEmpty()) return;
    out.add(
        element,
        "cannot be deleted while it is in use by "
            + Labels.some(dependents.stream().map(Labels::of).toList()),
        "delete these first, in this order");
  }

  /** What depends on an element, in the order in which it can be deleted. */
  static List<NamedElement> dependents(ModelIndex in, NamedElement element) {
    List<NamedElement> all = new ArrayList<>();
    switch (element) {
      case Vpc v -> {
        for (VpnGateway g : v.getVpnGateways()) {
          all.addAll(dependents(in, g));
          all.add(g);
        }
        all.addAll(v.getVSwitches());
      }
      case VSwitch s -> {
        for (VpnGateway g : in.all(VpnGateway.class)) {
          if (g.getVSwitch() == s || g.getDisasterRecoveryVSwitch() == s) all.add(g);
        }
      }
      case VpnGateway g -> {
        for (RouteEntry e : in.all(RouteEntry.class)) if (e.getNextHop() == g) all.add(e);
        for (GatewayRoute r : in.routes(g)) all.add(r.element());
        all.addAll(g.getConnections());
      }
      case CustomerGateway c -> {
        for (Tunnel t : in.all(Tunnel.class)) {
          if (t.getCustomerGateway() == c && !all.contains(t.getVpnConnection())) {
            all.add(t.getVpnConnection());
          }
        }
      }
      case VpnConnection c -> in.routesTo(c).forEach(r -> all.add(r.element()));
      default -> {}
    }
    return all;
  }
}
