package org.vpnhub.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.DestinationRoute;
import org.vpnhub.model.HealthCheckConfig;
import org.vpnhub.model.Ids;
import org.vpnhub.model.IkeMode;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.RouteTableType;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.VpnhubFactory;
import org.vpnhub.model.VpnhubPackage;

/** The changes that quick fixes make. Each looks at the model anew when it runs. */
final class Fixes {
  private Fixes() {}

  /** The values of a textual attribute, of one value or many; unset ones are left out. */
  @SuppressWarnings("unchecked") // a CIDR attribute holds strings
  static List<String> texts(EObject e, EAttribute attribute) {
    Object value = e.eGet(attribute);
    if (value == null) return List.of();
    if (!attribute.isMany()) return List.of((String) value);
    return ((List<String>) value).stream().filter(Objects::nonNull).toList();
  }

  /** A01; of a site also in what was generated from it. */
  static QuickFix mask(Network network, NamedElement element, String text, String masked) {
    return new QuickFix(
        "Clear the host bits: " + masked,
        network,
        () -> {
          List<EObject> all = new ArrayList<>(List.of(element));
          if (element instanceof Site site) {
            all.addAll(SiteSync.connections(site));
            all.addAll(SiteSync.routes(site));
          }
          if (element instanceof Tunnel t && t.getBgpConfig() != null) all.add(t.getBgpConfig());
          if (element instanceof VpnConnection c) {
            c.getTunnels().forEach(t -> Optional.ofNullable(t.getBgpConfig()).ifPresent(all::add));
          }
          all.forEach(e -> replace(e, text, masked));
        });
  }

  @SuppressWarnings("unchecked") // a CIDR attribute holds strings
  private static void replace(EObject e, String text, String by) {
    for (EAttribute attribute : e.eClass().getEAllAttributes()) {
      if (attribute.getEAttributeType() != VpnhubPackage.Literals.CIDR_BLOCK) continue;
      if (attribute.isMany()) {
        EList<String> values = (EList<String>) e.eGet(attribute);
        for (int i = 0; i < values.size(); i++) {
          if (text.equals(values.get(i))) values.set(i, by);
        }
      } else if (text.equals(e.eGet(attribute))) {
        e.eSet(attribute, by);
      }
    }
  }

  /** A03. */
  static QuickFix standby(Network network, Site site, Site main) {
    return new QuickFix(
        "Declare " + Labels.of(site) + " as standby for " + Labels.of(main),
        network,
        () -> site.setStandbyFor(main));
  }

  /** C01. */
  static QuickFix anyLocal(Network network, VpnConnection c) {
    return new QuickFix(
        "Set the local network to 0.0.0.0/0",
        network,
        () -> {
          c.getLocalSubnets().clear();
          c.getLocalSubnets().add(Ipv4Prefix.ANY.toString());
        });
  }

  /** C03 and C09; also of the connections that share a phase 1 with this one (C13). */
  static QuickFix useIkev2(Network network, VpnConnection c) {
    return new QuickFix(
        "Use ikev2",
        network,
        () -> {
          List<CustomerGateway> peers =
              c.getTunnels().stream().map(Tunnel::getCustomerGateway).toList();
          for (VpnConnection other : c.getVpnGateway().getConnections()) {
            for (Tunnel t : other.getTunnels()) {
              boolean shared =
                  t.getCustomerGateway() != null && peers.contains(t.getCustomerGateway());
              if ((other == c || shared) && t.getIkeConfig() != null) {
                t.getIkeConfig().setIkeVersion(IkeVersion.IKEV2);
              }
            }
          }
        });
  }

  /** C09. */
  static QuickFix useAggressive(Network network, Tunnel t) {
    return new QuickFix(
        "Use aggressive mode",
        network,
        () -> {
          if (t.getIkeConfig() != null) t.getIkeConfig().setIkeMode(IkeMode.AGGRESSIVE);
        });
  }

  /** C13. */
  static QuickFix copyPhase1(Network network, Tunnel from, Tunnel to) {
    return new QuickFix(
        "Copy phase 1 from " + Labels.of(from.getVpnConnection()),
        network,
        () -> {
          if (from.getIkeConfig() != null) to.setIkeConfig(EcoreUtil.copy(from.getIkeConfig()));
        });
  }

  /** R11. */
  static QuickFix publish(Network network, NamedElement route) {
    return new QuickFix(
        "Publish the route to the VPC",
        network,
        () -> {
          switch (route) {
            case PolicyRoute r -> r.setPublishVpc(true);
            case DestinationRoute r -> r.setPublishVpc(true);
            default -> throw new IllegalArgumentException("not a route: " + route);
          }
        });
  }

  /** S01. */
  static QuickFix regenerate(Network network, Site site) {
    return new QuickFix(
        "Regenerate from " + Labels.of(site), network, () -> SiteSync.regenerate(site));
  }

  /** R01; none where the table has a route to such a prefix that leads elsewhere. */
  static QuickFix[] createRoutes(
      Network network, VpnGateway gateway, Office office, List<Ipv4Prefix> prefixes) {
    Vpc vpc = gateway.getVpc();
    RouteTable present = table(vpc);
    if (present != null && prefixes.stream().anyMatch(destinations(present)::contains)) {
      return new QuickFix[0];
    }
    Consumer<QuickFix.Batch> change =
        batch -> {
          Ids ids = batch.ids();
          RouteTable table = table(vpc);
          if (table == null) {
            table = VpnhubFactory.eINSTANCE.createRouteTable();
            table.setId(ids.take("vtb", "system"));
            table.setName("system");
            vpc.getRouteTables().add(table);
          }
          Set<Ipv4Prefix> routed = batch.destinations(table);
          for (Ipv4Prefix p : prefixes) {
            if (!routed.add(p)) continue; // made by another fix meanwhile
            RouteEntry entry = VpnhubFactory.eINSTANCE.createRouteEntry();
            String name = Labels.name(office.element());
            entry.setId(ids.take("rte", name + "-" + p));
            entry.setName(name);
            entry.setDestinationCidrBlock(p.toString());
            entry.setNextHop(gateway);
            entry.setSite(office.site());
            table.getEntries().add(entry);
          }
        };
    String label = "Create a VPC route to " + Labels.some(prefixes);
    return new QuickFix[] {new QuickFix(label, network, change)};
  }

  static Set<Ipv4Prefix> destinations(RouteTable table) {
    return table.getEntries().stream()
        .flatMap(e -> Cidrs.prefix(e.getDestinationCidrBlock()).stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static @Nullable RouteTable table(Vpc vpc) {
    for (RouteTable t : vpc.getRouteTables()) {
      if (t.getRouteTableType() == RouteTableType.SYSTEM) return t;
    }
    return vpc.getRouteTables().isEmpty() ? null : vpc.getRouteTables().getFirst();
  }

  /** K04: a new object with the new values, at the place of the old and with its connections. */
  static QuickFix replacePeer(Network network, CustomerGateway peer) {
    return new QuickFix(
        "Replace the customer gateway by a new one",
        network,
        () -> {
          if (peer.getRegion() == null) return;
          CustomerGateway next = EcoreUtil.copy(peer);
          next.setId(new Ids(network).take("cgw", Labels.name(peer)));
          List<CustomerGateway> siblings = peer.getRegion().getCustomerGateways();
          EcoreUtil.<EObject>getAllContents(network, false)
              .forEachRemaining(
                  e -> {
                    if (e instanceof Tunnel t && t.getCustomerGateway() == peer) {
                      t.setCustomerGateway(next);
                    }
                  });
          siblings.set(siblings.indexOf(peer), next);
        });
  }

  /** C26. The first pair stays; health check and routes go with the pair that they belong to. */
  static QuickFix split(Network network, VpnConnection c) {
    return new QuickFix(
        "Split into one connection for each pair of networks",
        network,
        () -> {
          if (c.getVpnGateway() == null) return;
          List<String> local = List.copyOf(c.getLocalSubnets());
          List<String> remote = List.copyOf(c.getRemoteSubnets());
          List<VpnConnection> parts = new ArrayList<>(List.of(c));
          Ids ids = new Ids(network);
          for (int n = 1; n < local.size() * remote.size(); n++) parts.add(part(c, n + 1, ids));
          HealthCheckConfig check = c.getHealthCheck();
          for (int n = 0; n < parts.size(); n++) {
            set(parts.get(n).getLocalSubnets(), local.get(n / remote.size()));
            set(parts.get(n).getRemoteSubnets(), remote.get(n % remote.size()));
          }
          List<VpnConnection> siblings = c.getVpnGateway().getConnections();
          siblings.addAll(siblings.indexOf(c) + 1, parts.subList(1, parts.size()));
          if (check != null) {
            carrier(parts, check.getSip(), check.getDip()).setHealthCheck(check);
          }
          c.getVpnGateway().getDestinationRoutes().stream()
              .filter(r -> r.getNextHop() == c)
              .forEach(r -> r.setNextHop(carrier(parts, null, r.getRouteDest())));
          c.getVpnGateway().getPolicyRoutes().stream()
              .filter(r -> r.getNextHop() == c)
              .forEach(r -> r.setNextHop(carrier(parts, r.getRouteSource(), r.getRouteDest())));
        });
  }

  private static VpnConnection part(VpnConnection c, int number, Ids ids) {
    VpnConnection part = EcoreUtil.copy(c);
    String name = Labels.name(c) + "-" + number;
    part.setId(ids.take("vco", name));
    part.setName(name);
    part.setHealthCheck(null);
    part.setEnableTunnelsBgp(false);
    for (Tunnel t : part.getTunnels()) {
      t.setId(ids.take("tun", name));
      t.setBgpConfig(null);
    }
    return part;
  }

  private static void set(List<String> list, String only) {
    list.clear();
    list.add(only);
  }

  /** The part whose networks hold the source and the destination; the first where none does. */
  private static VpnConnection carrier(
      List<VpnConnection> parts, @Nullable String source, @Nullable String dest) {
    for (VpnConnection c : parts) {
      boolean local = source == null || holds(c.getLocalSubnets(), source);
      if (local && dest != null && holds(c.getRemoteSubnets(), dest)) return c;
    }
    return parts.getFirst();
  }

  /** Whether a network holds an address or a prefix. */
  private static boolean holds(List<String> networks, String text) {
    Optional<Ipv4Prefix> prefix =
        Cidrs.address(text)
            .map((Ipv4Address a) -> new Ipv4Prefix(a.bits(), 32))
            .or(() -> Cidrs.prefix(text));
    return prefix.isPresent()
        && Cidrs.prefixes(networks).stream().anyMatch(p -> p.contains(prefix.get()));
  }
}
