package org.vpnhub.validation;

import static org.vpnhub.base.Severity.ERROR;
import static org.vpnhub.base.Severity.WARNING;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EAttribute;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.RouteEntryType;
import org.vpnhub.model.SelectorMode;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.VpnhubPackage;

/** Section C2: prefixes and addresses. */
final class AddressRules {
  private static final Set<EAttribute> REQUIRED =
      Set.of(
          VpnhubPackage.Literals.VPC__CIDR_BLOCK,
          VpnhubPackage.Literals.VSWITCH__CIDR_BLOCK,
          VpnhubPackage.Literals.ROUTE_ENTRY__DESTINATION_CIDR_BLOCK,
          VpnhubPackage.Literals.DESTINATION_ROUTE__ROUTE_DEST,
          VpnhubPackage.Literals.POLICY_ROUTE__ROUTE_SOURCE,
          VpnhubPackage.Literals.POLICY_ROUTE__ROUTE_DEST,
          VpnhubPackage.Literals.SITE__CIDRS);

  private AddressRules() {}

  /** A01: every attribute of type CidrBlock, and those that must be there. */
  static void cidr(ModelIndex in, Report out) {
    for (NamedElement e : in.elements) {
      for (EAttribute attribute : e.eClass().getEAllAttributes()) {
        if (attribute.getEAttributeType() != VpnhubPackage.Literals.CIDR_BLOCK) continue;
        List<String> texts = Fixes.texts(e, attribute);
        for (String text : texts) cidr(in, out, e, words(attribute), text);
        if (texts.isEmpty() && isRequired(e, attribute)) {
          out.add(e, words(attribute) + " is missing", "add a prefix such as 10.10.10.0/24");
        }
      }
      if (e instanceof Tunnel t && t.getBgpConfig() != null) {
        String text = t.getBgpConfig().getTunnelCidr();
        if (text != null) cidr(in, out, in.subject(t), "the tunnel prefix of BGP", text);
      }
    }
  }

  private static void cidr(ModelIndex in, Report out, NamedElement e, String what, String text) {
    try {
      Ipv4Prefix.parse(text);
    } catch (IllegalArgumentException fault) {
      String message = what + ": " + fault.getMessage();
      Optional<Ipv4Prefix> masked = Cidrs.prefix(text);
      if (masked.isEmpty()) {
        out.add(e, message, "write a prefix such as 10.10.10.0/24");
      } else {
        String network = masked.get().toString();
        out.add(e, message, "write " + network, Fixes.mask(in.network, e, text, network));
      }
    }
  }

  private static boolean isRequired(NamedElement e, EAttribute attribute) {
    if (attribute == VpnhubPackage.Literals.SITE__SUMMARY_CIDR) {
      return ((Site) e).getSelectorMode() == SelectorMode.SUMMARY;
    }
    return REQUIRED.contains(attribute);
  }

  private static String words(EAttribute attribute) {
    return switch (attribute.getName()) {
      case "secondaryCidrBlocks" -> "a secondary prefix";
      case "userCidrs" -> "a user CIDR";
      case "localSubnets" -> "a local network";
      case "remoteSubnets" -> "a remote network";
      case "routeDest", "destinationCidrBlock" -> "the destination";
      case "routeSource" -> "the source";
      case "cidrs" -> "a prefix of the office";
      case "summaryCidr" -> "the summary prefix";
      default -> "the prefix";
    };
  }

  /** A02. */
  static void siteInVpc(ModelIndex in, Report out) {
    record Block(Vpc vpc, Ipv4Prefix prefix) {}
    PrefixIndex<Block> blocks = new PrefixIndex<>();
    for (Vpc vpc : in.all(Vpc.class)) {
      for (Ipv4Prefix p : prefixes(vpc)) blocks.add(p, new Block(vpc, p));
    }
    for (Office office : in.offices) {
      Set<Vpc> vpcs = vpcs(in, office);
      for (Ipv4Prefix p : office.prefixes()) {
        blocks
            .overlapping(p)
            .filter(b -> vpcs.contains(b.vpc()))
            .findFirst()
            .ifPresent(
                b ->
                    out.add(
                        office.element(),
                        overlap(p, b.prefix(), Labels.of(b.vpc()))
                            + ", so that traffic stays on the wrong side",
                        "give the office or the VPC another prefix",
                        Renumbering.fixes(in, office, p)));
      }
    }
  }

  private static String overlap(Ipv4Prefix mine, Ipv4Prefix other, String whose) {
    return mine
        + " overlaps "
        + other
        + " of "
        + whose
        + "; the overlap is "
        + (mine.length() >= other.length() ? mine : other);
  }

  /** The prefixes of a VPC, host bits cleared. */
  static List<Ipv4Prefix> prefixes(Vpc vpc) {
    List<Ipv4Prefix> all = new ArrayList<>();
    Cidrs.prefix(vpc.getCidrBlock()).ifPresent(all::add);
    all.addAll(Cidrs.prefixes(vpc.getSecondaryCidrBlocks()));
    return all;
  }

  /** The VPCs that an office is connected to; of one without a connection all VPCs. */
  private static Set<Vpc> vpcs(ModelIndex in, Office office) {
    if (office.connections().isEmpty()) return new LinkedHashSet<>(in.all(Vpc.class));
    Set<Vpc> vpcs = new LinkedHashSet<>();
    for (VpnConnection c : office.connections()) vpcs.add(c.getVpnGateway().getVpc());
    return vpcs;
  }

  /** A03: of two equal prefixes the later is at fault, else the one inside the other. */
  static void siteOverlap(ModelIndex in, Report out) {
    PrefixIndex<Block> blocks = new PrefixIndex<>();
    for (Office office : in.offices) {
      for (Ipv4Prefix p : office.prefixes()) blocks.add(p, new Block(office, p));
    }
    for (Office office : in.offices) {
      for (Ipv4Prefix p : office.prefixes()) {
        List<Block> pair = new ArrayList<>(1);
        Optional<Block> rival =
            blocks
                .holding(p)
                .filter(b -> isRival(in, office, p, b))
                .peek(b -> pair.add(b))
                .filter(b -> !isPair(in, office, b.office()))
                .findFirst();
        if (rival.isPresent()) {
          out.add(
              ERROR,
              office.element(),
              overlap(p, rival.get().prefix(), rival.get().office().toString()),
              "give one of the two another prefix; or declare one as standby for the other",
              overlapFixes(in, office, p, rival.get().office()));
        } else if (!pair.isEmpty()) {
          Block b = pair.getFirst();
          out.add(
              WARNING,
              office.element(),
              overlap(p, b.prefix(), b.office().toString()) + "; one stands in for the other",
              "see to it that only one of the two links carries traffic at a time");
        }
      }
    }
  }

  private static QuickFix[] overlapFixes(ModelIndex in, Office office, Ipv4Prefix p, Office rival) {
    List<QuickFix> fixes = new ArrayList<>(List.of(Renumbering.fixes(in, office, p)));
    if (office.site() != null
        && rival.site() != null
        && office.prefixes().equals(rival.prefixes())) {
      fixes.add(Fixes.standby(in.network, office.site(), rival.site()));
    }
    return fixes.toArray(QuickFix[]::new);
  }

  private record Block(Office office, Ipv4Prefix prefix) {}

  private static boolean isRival(ModelIndex in, Office office, Ipv4Prefix p, Block b) {
    if (b.office() == office || !areNeighbours(office, b.office())) return false;
    return b.prefix().length() < p.length()
        || in.position(b.office().element()) < in.position(office.element());
  }

  /** Whether two offices may not have the same prefixes: two sites, or two peers of one gateway. */
  private static boolean areNeighbours(Office a, Office b) {
    if (a.site() != null && b.site() != null) return true;
    return a.connections().stream()
        .anyMatch(
            ca ->
                b.connections().stream().anyMatch(cb -> cb.getVpnGateway() == ca.getVpnGateway()));
  }

  /** Whether one of two offices stands in for the other: it says so, or routes 100 and 0 do. */
  private static boolean isPair(ModelIndex in, Office a, Office b) {
    if (a.site() != null && b.site() != null) {
      if (a.site().getStandbyFor() == b.site() || b.site().getStandbyFor() == a.site()) return true;
    }
    List<GatewayRoute> routes = routes(in, a);
    return routes(in, b).stream().anyMatch(rb -> routes.stream().anyMatch(ra -> isPair(ra, rb)));
  }

  private static List<GatewayRoute> routes(ModelIndex in, Office office) {
    return office.connections().stream().flatMap(c -> in.routesTo(c).stream()).toList();
  }

  private static boolean isPair(GatewayRoute a, GatewayRoute b) {
    return a.dest() != null
        && a.dest().equals(b.dest())
        && a.gateway() == b.gateway()
        && a.weight() != b.weight();
  }

  /** A04. */
  static void vSwitch(ModelIndex in, Report out) {
    for (Vpc vpc : in.all(Vpc.class)) {
      List<Ipv4Prefix> blocks = prefixes(vpc);
      PrefixIndex<VSwitch> siblings = new PrefixIndex<>();
      for (VSwitch s : vpc.getVSwitches()) {
        Optional<Ipv4Prefix> prefix = Cidrs.prefix(s.getCidrBlock());
        if (prefix.isEmpty()) continue;
        Ipv4Prefix p = prefix.get();
        if (!blocks.isEmpty() && blocks.stream().noneMatch(b -> b.contains(p))) {
          String known = Labels.some(blocks);
          out.add(s, p + " is not in the VPC's " + known, "choose a prefix inside " + known);
        }
        siblings
            .overlapping(p)
            .findFirst()
            .ifPresent(
                other ->
                    out.add(
                        s,
                        p + " overlaps " + other.getCidrBlock() + " of " + Labels.of(other),
                        "give one of the two another prefix"));
        siblings.add(p, s);
      }
    }
  }

  /** A05; 0.0.0.0/0 is exempt: as a selector it is usual, as a route R04 speaks of it. */
  static void reserved(ModelIndex in, Report out) {
    for (NamedElement e : in.elements) {
      if (e instanceof RouteEntry r && r.getType() == RouteEntryType.SYSTEM) continue;
      for (EAttribute attribute : e.eClass().getEAllAttributes()) {
        if (!isRouteOrSelector(attribute)) continue;
        for (Ipv4Prefix p : Cidrs.prefixes(Fixes.texts(e, attribute))) {
          if (p.length() == 0 || !p.overlaps(Cidrs.CLOUD_SERVICES)) continue;
          out.add(
              e,
              p + " overlaps " + Cidrs.CLOUD_SERVICES + ", which the cloud keeps for its services",
              "use a prefix outside " + Cidrs.CLOUD_SERVICES);
        }
      }
    }
  }

  private static boolean isRouteOrSelector(EAttribute attribute) {
    return switch (attribute.getName()) {
      case "localSubnets",
          "remoteSubnets",
          "routeDest",
          "routeSource",
          "destinationCidrBlock",
          "cidrs" ->
          true;
      default -> false;
    };
  }

  /** A06. */
  static void publicSite(ModelIndex in, Report out) {
    for (Office office : in.offices) {
      List<Ipv4Prefix> user = new ArrayList<>();
      for (Vpc vpc : vpcs(in, office)) user.addAll(Cidrs.prefixes(vpc.getUserCidrs()));
      for (Ipv4Prefix p : office.prefixes()) {
        if (!Cidrs.isPublic(p) || user.stream().anyMatch(u -> u.contains(p))) continue;
        out.add(
            office.element(),
            p + " belongs to the public Internet, and the VPC sends it there",
            "add " + p + " to the user CIDRs of the VPC, or use private addresses (RFC 1918)");
      }
    }
  }

  /** A07. */
  static void specialSite(ModelIndex in, Report out) {
    for (Office office : in.offices) {
      for (Ipv4Prefix p : office.prefixes()) {
        Cidrs.specialRange(p)
            .ifPresent(
                range ->
                    out.add(
                        office.element(),
                        p + " overlaps " + range + ", where no office can have hosts",
                        "use the prefix that the office's hosts really have"));
      }
    }
  }

  /** A08: once for each customer gateway. */
  static void peerInsideTunnel(ModelIndex in, Report out) {
    Set<CustomerGateway> seen = new HashSet<>();
    for (VpnConnection c : in.all(VpnConnection.class)) {
      for (Tunnel t : c.getTunnels()) {
        CustomerGateway peer = t.getCustomerGateway();
        if (peer == null) continue;
        Optional<Ipv4Address> address = Cidrs.address(peer.getIpAddress());
        if (address.isPresent() && !seen.contains(peer)) {
          if (peerInsideTunnel(in, out, c, peer, address.get())) seen.add(peer);
        }
      }
    }
  }

  private static boolean peerInsideTunnel(
      ModelIndex in, Report out, VpnConnection c, CustomerGateway peer, Ipv4Address address) {
    List<Ipv4Prefix> selectors = new ArrayList<>(Cidrs.prefixes(c.getRemoteSubnets()));
    selectors.addAll(Cidrs.prefixes(c.getLocalSubnets()));
    selectors.removeIf(p -> p.length() == 0);
    List<Ipv4Prefix> around = new ArrayList<>(in.officeOf(c).prefixes());
    VpnGateway gateway = c.getVpnGateway();
    around.addAll(prefixes(gateway.getVpc()));
    String remedy = "set the public address of the office's device, outside of its own prefixes";
    Optional<Ipv4Prefix> hit = selectors.stream().filter(p -> p.contains(address)).findFirst();
    if (hit.isPresent()) {
      out.add(
          ERROR,
          peer,
          address
              + " is inside the network "
              + hit.get()
              + " of "
              + Labels.of(c)
              + ", so that IKE packets would be pulled into the tunnel",
          remedy);
      return true;
    }
    Optional<Ipv4Prefix> near = around.stream().filter(p -> p.contains(address)).findFirst();
    near.ifPresent(
        p ->
            out.add(
                WARNING,
                peer,
                address
                    + " is inside "
                    + p
                    + ", a prefix of its own office or VPC; IKE packets may be pulled into the"
                    + " tunnel",
                remedy));
    return near.isPresent();
  }
}
