package org.vpnhub.validation;

import static org.vpnhub.base.Severity.ERROR;
import static org.vpnhub.base.Severity.WARNING;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.model.BgpConfig;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.NetworkType;
import org.vpnhub.model.Profile;
import org.vpnhub.model.Region;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/** Sections C3 and C4: VPN gateways and customer gateways. */
final class GatewayRules {
  /** The cloud's AS number where none is set. */
  static final String DEFAULT_ASN = "45104";

  private static final long MAX_ASN = 4294967295L;

  private GatewayRules() {}

  /** G01; a VPN gateway stands inside its VPC, so only the customer gateway can be elsewhere. */
  static void region(ModelIndex in, Report out) {
    for (Tunnel t : in.all(Tunnel.class)) {
      CustomerGateway peer = t.getCustomerGateway();
      if (peer == null || peer.getRegion() == null) continue;
      Region region = t.getVpnConnection().getVpnGateway().getVpc().getRegion();
      if (peer.getRegion() == region) continue;
      out.add(
          in.subject(t),
          Labels.of(peer)
              + " is in "
              + Labels.of(peer.getRegion())
              + ", the VPN gateway in "
              + Labels.of(region),
          "create the customer gateway in " + Labels.of(region));
    }
  }

  /** G02. */
  static void ipsecOff(ModelIndex in, Report out) {
    for (VpnGateway g : in.all(VpnGateway.class)) {
      if (g.isEnableIpsec() || g.getConnections().isEmpty()) continue;
      out.add(
          g,
          "IPsec is switched off, and the gateway has "
              + g.getConnections().size()
              + " IPsec connections",
          "switch IPsec on (enableIpsec)");
    }
  }

  /** G03. */
  static void bandwidth(ModelIndex in, Report out) {
    for (VpnGateway g : in.all(VpnGateway.class)) {
      List<Integer> offered = in.limits.bandwidths(g.getNetworkType());
      if (offered.isEmpty() ? g.getBandwidth() >= 0 : offered.contains(g.getBandwidth())) continue;
      out.add(
          g,
          "profile " + in.profile + " has no bandwidth of " + g.getBandwidth() + " Mbit/s",
          offered.isEmpty()
              ? "choose 0, not limited, or more"
              : "choose one of " + join(offered) + " Mbit/s");
    }
  }

  private static String join(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** G04. */
  static void connections(ModelIndex in, Report out) {
    for (VpnGateway g : in.all(VpnGateway.class)) {
      quota(
          out,
          g,
          g.getConnections().size(),
          in.limits.connections(),
          "IPsec connections",
          "use a second VPN gateway, or raise the quota");
    }
  }

  /** G05; BGP routes are learned at run time and not part of a model. */
  static void routes(ModelIndex in, Report out) {
    for (VpnGateway g : in.all(VpnGateway.class)) {
      String remedy = "summarise the prefixes, or raise the quota";
      int max = in.limits.routes();
      quota(out, g, g.getDestinationRoutes().size(), max, "destination routes", remedy);
      quota(out, g, g.getPolicyRoutes().size(), max, "policy routes", remedy);
    }
  }

  private static void quota(
      Report out, NamedElement e, int used, int max, String what, String remedy) {
    if (max == Limits.NONE) return;
    if (used > max) {
      out.add(ERROR, e, "has " + used + " " + what + "; the limit is " + max, remedy);
    } else if (used * 100L > (long) max * Limits.WARN_PERCENT) {
      out.add(WARNING, e, "has " + used + " of at most " + max + " " + what, remedy);
    }
  }

  /** G07. */
  static void propagateWithoutBgp(ModelIndex in, Report out) {
    for (VpnGateway g : in.all(VpnGateway.class)) {
      if (!g.isAutoPropagate() || g.isEnableBgp()) continue;
      out.add(
          g,
          "propagates BGP routes to the VPC, but BGP is off",
          "switch BGP on, or autoPropagate off");
    }
  }

  /** G09. */
  static void siteBandwidth(ModelIndex in, Report out) {
    String remedy = "use a larger gateway, or split the sites over several gateways";
    for (VpnGateway g : in.all(VpnGateway.class)) {
      long sum = 0;
      for (Office o : in.officesAt(g)) {
        Site site = o.site();
        if (site == null || site.getBandwidth() <= 0) continue;
        sum += site.getBandwidth();
        if (site.getBandwidth() > in.limits.siteBandwidth()) {
          out.add(
              site,
              "its link has "
                  + site.getBandwidth()
                  + " Mbit/s, and one connection carries "
                  + in.limits.siteBandwidth(),
              "split the prefixes of the VPC over several connections, each with an address of its"
                  + " own at the office");
        }
      }
      if (g.getBandwidth() > 0 && sum > g.getBandwidth()) {
        out.add(
            g,
            "the links of its sites have " + sum + " Mbit/s, the gateway " + g.getBandwidth(),
            remedy);
      }
    }
  }

  /** G10. */
  static void zones(ModelIndex in, Report out) {
    for (VpnGateway g : in.all(VpnGateway.class)) {
      VSwitch first = g.getVSwitch();
      VSwitch second = g.getDisasterRecoveryVSwitch();
      boolean isDual = g.getConnections().stream().anyMatch(c -> c.getTunnels().size() == 2);
      if (!isDual) continue;
      String remedy = "choose two vSwitches in different zones";
      if (second == null) {
        if (in.profile != Profile.HUB_NATIVE) {
          out.add(ERROR, g, "has connections with two tunnels and no second vSwitch", remedy);
        }
        continue;
      }
      if (first == null || !Objects.equals(first.getZoneId(), second.getZoneId())) continue;
      out.add(
          hasOneZone(in, g.getVpc().getRegion()) ? WARNING : ERROR,
          g,
          "both tunnels end in zone " + first.getZoneId(),
          remedy);
    }
  }

  private static boolean hasOneZone(ModelIndex in, Region region) {
    Set<@Nullable String> zones = new HashSet<>();
    for (VSwitch s : in.all(VSwitch.class)) {
      if (s.getVpc().getRegion() == region) zones.add(s.getZoneId());
    }
    return zones.size() == 1;
  }

  /** K01. */
  static void peerAddress(ModelIndex in, Report out) {
    String remedy = "set the static public address of the office's device, or of the NAT before it";
    for (CustomerGateway c : in.all(CustomerGateway.class)) {
      Optional<String> fault = Cidrs.addressFault(c.getIpAddress());
      if (fault.isPresent()) {
        out.add(c, "the address " + fault.get(), remedy);
      } else if (!Cidrs.isUnicast(Ipv4Address.parse(c.getIpAddress()))) {
        out.add(c, c.getIpAddress() + " is not the address of a host", remedy);
      }
    }
  }

  /** K02. */
  static void peerTwice(ModelIndex in, Report out) {
    for (Region region : in.all(Region.class)) {
      Map<String, CustomerGateway> first = new HashMap<>();
      for (CustomerGateway c : region.getCustomerGateways()) {
        if (c.getIpAddress() == null) continue;
        CustomerGateway other = first.putIfAbsent(c.getIpAddress(), c);
        if (other == null) continue;
        out.add(
            c,
            Labels.of(other) + " has the address " + c.getIpAddress() + " too",
            "use " + Labels.of(other) + " for both, and delete this one");
      }
    }
  }

  /** K03. */
  static void privatePeer(ModelIndex in, Report out) {
    Set<CustomerGateway> seen = new HashSet<>();
    for (VpnConnection connection : in.all(VpnConnection.class)) {
      if (connection.getVpnGateway().getNetworkType() == NetworkType.PRIVATE) continue;
      for (Tunnel t : connection.getTunnels()) {
        CustomerGateway c = t.getCustomerGateway();
        if (c == null || !seen.add(c)) continue;
        Optional<Ipv4Address> address = Cidrs.address(c.getIpAddress());
        if (address.isEmpty() || !Cidrs.isPrivate(address.get())) continue;
        Site site = in.officeOf(connection).site();
        out.add(
            site != null && site.isBehindNat() ? WARNING : ERROR,
            c,
            address.get() + " is a private address, and the VPN gateway is on the Internet",
            "set the public address of the NAT before the device; on a private line set the"
                + " gateway's networkType to private");
      }
    }
  }

  /** K05. */
  static void asn(ModelIndex in, Report out) {
    for (CustomerGateway c : in.all(CustomerGateway.class)) asn(out, c, c.getAsn());
    for (VpnGateway g : in.all(VpnGateway.class)) asn(out, g, g.getLocalAsn());
    for (Tunnel t : in.all(Tunnel.class)) {
      BgpConfig bgp = t.getBgpConfig();
      if (bgp == null) continue;
      NamedElement subject = in.subject(t);
      asn(out, subject, bgp.getLocalAsn());
      CustomerGateway peer = t.getCustomerGateway();
      Optional<Long> remote = asn(peer == null ? null : peer.getAsn());
      Optional<Long> local = asn(bgp.getLocalAsn());
      if (remote.isPresent() && remote.equals(local)) {
        out.add(
            WARNING,
            subject,
            "hub and office have the same AS number " + local.get() + ", which makes BGP internal",
            "give the office an AS number of its own");
      }
    }
  }

  private static void asn(Report out, NamedElement e, @Nullable String text) {
    if (text == null || asn(text).isPresent()) return;
    out.add(
        ERROR,
        e,
        Labels.quote(text) + " is not an AS number",
        "use 1 to " + MAX_ASN + ", or two parts such as 123.456");
  }

  /** An AS number, plain or in two parts (RFC 5396); empty when it is none. */
  static Optional<Long> asn(@Nullable String text) {
    if (text == null) return Optional.empty();
    long value;
    if (text.matches("[0-9]{1,10}")) {
      value = Long.parseLong(text);
    } else if (text.matches("[0-9]{1,5}\\.[0-9]{1,5}")) {
      int dot = text.indexOf('.');
      long high = Long.parseLong(text.substring(0, dot));
      long low = Long.parseLong(text.substring(dot + 1));
      if (high > 65535 || low > 65535) return Optional.empty();
      value = high << 16 | low;
    } else {
      return Optional.empty();
    }
    return value >= 1 && value <= MAX_ASN ? Optional.of(value) : Optional.empty();
  }

  /** K06. */
  static void unusedPeer(ModelIndex in, Report out) {
    Set<CustomerGateway> used = new HashSet<>();
    for (Tunnel t : in.all(Tunnel.class)) {
      if (t.getCustomerGateway() != null) used.add(t.getCustomerGateway());
    }
    for (CustomerGateway c : in.all(CustomerGateway.class)) {
      if (used.contains(c)) continue;
      out.add(c, "no IPsec connection uses it", "add a connection, or delete it");
    }
  }

  /** K07. */
  static void tooManyPeers(ModelIndex in, Report out) {
    for (Region r : in.all(Region.class)) {
      int count = r.getCustomerGateways().size();
      if (count <= in.limits.customerGateways()) continue;
      out.add(
          r,
          "has " + count + " customer gateways; the limit is " + in.limits.customerGateways(),
          "delete unused ones, or use a second region");
    }
  }

  /** K08; silent once the two can be told apart. */
  static void sharedAddress(ModelIndex in, Report out) {
    Map<String, Office> first = new HashMap<>();
    for (Office o : in.offices) {
      if (o.site() == null || o.site().getPublicIp() == null) continue;
      Office other = first.putIfAbsent(o.site().getPublicIp(), o);
      if (other == null || areDistinct(o, other)) continue;
      out.add(
          o.site(),
          "has the public address " + o.site().getPublicIp() + ", as " + other,
          "give the connections of both sites a remote id of their own and switch NAT traversal on,"
              + " or use another address");
    }
  }

  private static boolean areDistinct(Office a, Office b) {
    Set<String> ids = new HashSet<>();
    for (Office o : List.of(a, b)) {
      Set<String> own = new HashSet<>();
      for (VpnConnection c : o.connections()) {
        for (Tunnel t : c.getTunnels()) {
          if (t.getIkeConfig() == null || t.getIkeConfig().getRemoteId() == null) return false;
          if (!t.isEnableNatTraversal()) return false;
          own.add(t.getIkeConfig().getRemoteId());
        }
      }
      if (own.isEmpty() || own.stream().anyMatch(ids::contains)) return false;
      ids.addAll(own);
    }
    return true;
  }
}
