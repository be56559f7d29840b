package org.vpnhub.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Severity;
import org.vpnhub.model.Profile;
import org.vpnhub.validation.Rule.Status;

/**
 * The table of all rules, one row each: what a rule is, under which profile it raises what, and the
 * method that checks it.
 *
 * <p>Severities are written {@code E} (error), {@code W} (warning), {@code I} (information) or
 * {@code -} (the rule does not apply); {@code E/W} when both occur, the main one first; and with
 * {@code |} between them when the profiles differ, in the order alibaba-2018, alibaba-current,
 * hub-native.
 */
final class RuleTable {
  /** Checks a model against one rule. */
  @FunctionalInterface
  interface Check {
    void run(ModelIndex in, Report out);
  }

  /** Checks two versions of a model against one rule. */
  @FunctionalInterface
  interface Comparison {
    void run(ModelIndex before, ModelIndex in, Report out);
  }

  record Row(Rule rule, @Nullable Check check, @Nullable Comparison comparison) {
    Row note(String note) {
      Rule r = rule;
      return new Row(
          new Rule(r.id(), r.title(), r.severities(), r.status(), note, r.source()),
          check,
          comparison);
    }
  }

  private static final String OURS = "ours";
  private static final String CREATE = "Create connection";
  private static final String FAQ = "FAQ";
  private static final String LIMITS = "Limits";

  static final List<Row> ROWS =
      List.of(
          // C1 Naming and identity
          rule("N01", "E", "Create* API pages", NamingRules::name, "name does not fit the profile")
              .note("sites, networks and other objects of ours follow hub-native everywhere"),
          rule("N02", "E|E|-", "Create*", NamingRules::description, "description does not fit"),
          rule("N03", "W", OURS, NamingRules::duplicateName, "name occurs twice in a region"),
          rule("N04", "E", "Tag overview", NamingRules::tags, "tags: number, key or value")
              .note("hub-native: only keys that are missing or occur twice"),

          // C2 Addresses
          rule(
              "A01",
              "E",
              "CreateVpnConnection",
              AddressRules::cidr,
              "prefix malformed or missing, or host bits set"),
          rule(
              "A02",
              "E",
              "multi-site; FAQ",
              AddressRules::siteInVpc,
              "site prefix overlaps the VPC"),
          rule(
                  "A03",
                  "E/W",
                  "seed; multi-site",
                  AddressRules::siteOverlap,
                  "prefixes of two sites overlap")
              .note("warning for a declared active/standby pair"),
          rule(
              "A04",
              "E",
              "VPC",
              AddressRules::vSwitch,
              "vSwitch outside of the VPC, or overlapping a sibling"),
          rule(
              "A05",
              "E",
              "Add destination route",
              AddressRules::reserved,
              "route or selector in or around 100.64.0.0/10"),
          rule("A06", "W", FAQ, AddressRules::publicSite, "site prefix is public address space"),
          rule(
              "A07",
              "E",
              OURS,
              AddressRules::specialSite,
              "site prefix is link local, loopback or multicast"),
          rule(
                  "A08",
                  "E/W",
                  OURS,
                  AddressRules::peerInsideTunnel,
                  "customer gateway's address is inside its own tunnel")
              .note("warning when it is inside the site or VPC but in no selector"),
          exporter("A09", "W", OURS, "remote side 0.0.0.0/0 on a policy-based device"),
          exporter("A10", "W", OURS, "own network inside the remote side, and no bypass"),

          // C3 VPN gateway
          rule(
              "G01",
              "E",
              "Create VPN gateway",
              GatewayRules::region,
              "customer gateway in another region than the VPN gateway"),
          rule(
              "G02",
              "E",
              "seed step 1",
              GatewayRules::ipsecOff,
              "IPsec not enabled while connections exist"),
          rule(
              "G03",
              "E",
              "CreateVpnGateway",
              GatewayRules::bandwidth,
              "bandwidth that the profile does not offer"),
          rule("G04", "E/W", "Limits; seed", GatewayRules::connections, "too many connections")
              .note("warning above 80 % of the limit"),
          rule(
                  "G05",
                  "E/W|E/W|-",
                  LIMITS,
                  GatewayRules::routes,
                  "too many destination or policy routes")
              .note(
                  "warning above 80 % of the limit; BGP routes are learned at run time and not"
                      + " counted"),
          changed(
              "G06", "E|E|-", CREATE, ChangeRules::bgpSwitchedOff, "BGP of a gateway switched off"),
          rule(
              "G07",
              "W",
              "VPN gateway, current",
              GatewayRules::propagateWithoutBgp,
              "BGP routes propagated without BGP"),
          leftOut(
              "G08",
              "E",
              "API errors",
              "gateway locked or not active while it is edited",
              "the model holds no run-time state"),
          rule(
              "G09",
              "W",
              FAQ,
              GatewayRules::siteBandwidth,
              "bandwidth of the sites above that of the gateway"),
          rule(
                  "G10",
                  "E/W",
                  "VPN gateway, current",
                  GatewayRules::zones,
                  "two tunnels in the same zone")
              .note(
                  "warning in a region with one zone; under hub-native a missing second vSwitch is"
                      + " no fault"),
          row(
                  "G11",
                  "E",
                  "DeleteVpnGateway",
                  Status.BY_COMPARISON,
                  "deletion with dependents",
                  null,
                  null)
              .note("answered by Validator.beforeDeletion"),

          // C4 Customer gateway
          rule(
              "K01",
              "E",
              "CreateCustomerGateway",
              GatewayRules::peerAddress,
              "address malformed or not that of a host"),
          rule(
              "K02",
              "E",
              "CreateCustomerGateway",
              GatewayRules::peerTwice,
              "same address twice in a region"),
          rule(
                  "K03",
                  "E/W",
                  FAQ,
                  GatewayRules::privatePeer,
                  "private address and a gateway on the Internet")
              .note("warning for a site that is declared behind a NAT"),
          changed(
              "K04",
              "E|E|-",
              "Modify pages",
              ChangeRules::peerEdited,
              "address or AS number edited"),
          rule(
                  "K05",
                  "E/W",
                  "BGP pages",
                  GatewayRules::asn,
                  "AS number invalid, or that of the hub")
              .note("warning for that of the hub (internal BGP)"),
          rule("K06", "I", OURS, GatewayRules::unusedPeer, "unused customer gateway"),
          rule(
              "K07",
              "E|E|-",
              LIMITS,
              GatewayRules::tooManyPeers,
              "too many customer gateways in a region"),
          rule(
              "K08",
              "W",
              "seed; ours",
              GatewayRules::sharedAddress,
              "two sites share one public address"),

          // C5 Connection
          rule(
              "C01",
              "W",
              "seed",
              ConnectionRules::localNetworks,
              "local networks do not cover the VPC and all other sites"),
          rule(
              "C02",
              "W",
              OURS,
              ConnectionRules::anyRemote,
              "remote network 0.0.0.0/0 in a hub of several sites"),
          rule(
              "C03",
              "E",
              CREATE,
              ConnectionRules::ikev1Pairs,
              "ikev1 and several networks on a side"),
          rule(
              "C04",
              "E",
              LIMITS,
              ConnectionRules::networkCount,
              "no network, or too many, on a side"),
          rule("C05", "W", OURS, ConnectionRules::redundant, "networks of one side overlap"),
          rule(
                  "C06",
                  "E",
                  "CreateVpnConnection",
                  CryptoRules::key,
                  "pre-shared key missing, too long or with other characters")
              .note(
                  "checks keys in the model; of keys in the secret store the exporter warns when"
                      + " one is missing"),
          rule(
                  "C07",
                  "W",
                  OURS,
                  CryptoRules::weakKey,
                  "pre-shared key weak or used for several sites")
              .note(
                  "strength of keys in the model; of keys in the secret store only that two sites"
                      + " name the same"),
          exporter("C08", "E", "vendor manuals", "pre-shared key that the device does not take"),
          rule(
              "C09",
              "W|W|E",
              CREATE,
              CryptoRules::nameInMainMode,
              "id that is no address, with ikev1 in main mode"),
          rule("C10", "W", OURS, CryptoRules::aggressive, "aggressive mode with a pre-shared key"),
          rule(
              "C11",
              "W",
              OURS,
              CryptoRules::legacy,
              "des, 3des, md5, sha1, group1, group2 or group5"),
          rule(
                  "C12",
                  "E/W",
                  "Create connection; AWS ranges",
                  CryptoRules::lifetimes,
                  "lifetime out of range")
              .note("warning below 900 s, and when phase 2 lives longer than phase 1"),
          rule(
                  "C13",
                  "E",
                  FAQ,
                  CryptoRules::sharedPhase1,
                  "phase 1 differs among the connections of one customer gateway")
              .note("connections with different remote ids are different peers behind one NAT"),
          rule(
              "C14",
              "E",
              "API",
              ConnectionRules::twice,
              "same networks and customer gateway twice"),
          rule(
              "C15",
              "I",
              OURS,
              CryptoRules::pfs,
              "PFS disabled, or with another group than phase 1"),
          rule("C16", "I", CREATE, CryptoRules::ikev1, "ikev1"),
          rule(
                  "C17",
                  "E/W",
                  FAQ,
                  ConnectionRules::nat,
                  "site behind a NAT, and NAT traversal off or remote id left default")
              .note("warning for the remote id"),
          rule(
              "C18",
              "E",
              CREATE,
              ConnectionRules::healthCheck,
              "health check with addresses outside of the networks"),
          rule(
              "C19",
              "W",
              "Create connection, current",
              ConnectionRules::healthCheckAlone,
              "health check on a single link"),
          rule(
              "C20",
              "E",
              "Create connection, current",
              ConnectionRules::healthCheckDual,
              "health check with two tunnels"),
          rule("C21", "E", CREATE, ConnectionRules::bgpAddresses, "BGP addresses of a tunnel"),
          rule(
              "C22",
              "E",
              CREATE,
              ConnectionRules::bgpWithout,
              "BGP without BGP of the gateway or an AS number"),
          rule(
                  "C23",
                  "E/I",
                  "Create connection, current",
                  ConnectionRules::dualTunnel,
                  "two tunnels that are not one master and one slave")
              .note("information when both lead to one address with one local id"),
          rule(
              "C24",
              "E",
              CREATE,
              CryptoRules::nationalStandard,
              "algorithms or key do not fit the type of the gateway"),
          rule(
              "C25",
              "W",
              "Gateway route overview",
              ConnectionRules::nothingForwarded,
              "both networks 0.0.0.0/0 and no route"),
          exporter("C26", "W/E", FAQ, "device makes one SA for each pair of networks")
              .note("error when the device takes only one pair; quick fix: split the connection"),
          exporter("C27", "E/W", "vendor manuals", "device cannot do a parameter"),
          exporter("C28", "W", "strongSwan, observed", "ikev2 and PFS that the far end decides"),
          exporter(
                  "C29",
                  "E/W",
                  "PAN-OS and IOS-XE manuals; ours",
                  "route-based device without selectors of its own")
              .note("error with ikev1, warning with ikev2"),
          exporter("C30", "E/W", "vendor manuals", "release of the device refuses an algorithm")
              .note("warning for a release older than those known"),
          rule(
              "C31",
              "E",
              OURS,
              CryptoRules::offered,
              "algorithm, group or combination that the profile does not offer"),

          // C6 Routes
          rule(
              "R01",
              "E|W|W",
              "seed step 4",
              RouteRules::noVpcRoute,
              "site without a VPC route or a published route"),
          rule(
              "R02",
              "W",
              OURS,
              RouteRules::blackHole,
              "VPC route to the gateway for a prefix of no connection"),
          rule(
              "R03",
              "E",
              OURS,
              RouteRules::outsideSelector,
              "route outside of the connection's networks"),
          rule(
              "R04",
              "E",
              "Add destination route",
              RouteRules::anyDestination,
              "destination 0.0.0.0/0 on a gateway"),
          rule(
              "R05",
              "E",
              "CreateVpnRouteEntry",
              RouteRules::twiceActive,
              "two active routes to the same destination"),
          rule(
              "R06", "E", "CreateVpnRouteEntry", RouteRules::weight, "weight other than 0 and 100"),
          rule("R07", "W", OURS, RouteRules::standbyAlone, "standby route without an active one"),
          rule(
              "R08",
              "E",
              "Policy routes, current",
              RouteRules::ambiguousPolicy,
              "policy routes of one priority that overlap"),
          rule(
              "R09",
              "W",
              "Gateway route overview",
              RouteRules::shadowed,
              "policy route before a destination route"),
          rule(
              "R10",
              "E",
              "SDK: Duplicated.VpcNextHop",
              RouteRules::publishedTwice,
              "published destination that the VPC routes elsewhere"),
          rule("R11", "W", CREATE, RouteRules::notPublished, "policy route not published"),
          rule(
              "R12",
              "W",
              OURS,
              RouteRules::diverted,
              "more specific VPC route takes a site's traffic elsewhere"),
          rule("R13", "E", OURS, RouteRules::nextHop, "next hop missing or of another gateway"),
          row(
                  "R14",
                  "W/E",
                  OURS,
                  Status.BY_PLANNER,
                  "reachability matrix: a link of a pair is missing",
                  null,
                  null)
              .note("error, raised by an exporter, for a site that has nothing to export"),

          // C7 Traffic path and operations
          leftOut(
              "T01",
              "W",
              "MTU notes",
              "configured tunnel MTU above the computed one",
              "a model has no tunnel MTU: it is always computed, and exports clamp the MSS to it"),
          leftOut(
              "T02",
              "W",
              FAQ,
              "network ACL lacks 100.104.0.0/16",
              "network ACLs are not part of the model"),
          leftOut(
              "T03",
              "I",
              FAQ,
              "security group lacks the site's prefix",
              "security groups are not part of the model"),
          rule("T04", "W", FAQ, SiteRules::sourceNat, "site's device translates source addresses"),
          leftOut(
              "T05",
              "W",
              OURS,
              "export older than the model",
              "a model does not know where its exports lie; 'vpnhub export' into their folder names"
                  + " the sites that differ"),
          leftOut(
              "T06",
              "W",
              OURS,
              "model differs from the running hub",
              "a file does not know the hub; 'vpnhub apply' shows the difference before it acts"),
          exporter("T07", "I", FAQ, "device cannot switch off the lifetime by volume")
              .note("the model has none, and exports switch it off where that is possible"),

          // D Facts of a site's device
          exporter("D01", "E", OURS, "device needs a fact that the site does not have")
              .note("interface, zone, next hop, free number; never guessed"),
          exporter("D02", "E", OURS, "fact of the device that cannot be written"),
          exporter("D03", "E/W", OURS, "exporter that does not work")
              .note("warning for one that does not say what its device can do"),

          // S Rules of our own
          rule("S01", "W", OURS, SiteRules::differs, "site and what was generated from it differ"),
          rule("S02", "W", OURS, CryptoRules::keyInModel, "pre-shared key stands in the model"),
          rule(
              "S03",
              "E",
              OURS,
              SiteRules::addresses,
              "address of a VPN gateway or a site missing or malformed"),
          rule(
              "S04",
              "E",
              OURS,
              SiteRules::incomplete,
              "connection without a tunnel, or incomplete tunnel"),
          rule("S05", "E", OURS, SiteRules::ranges, "number out of its range"),
          row(
              "S06",
              "W",
              OURS,
              Status.BY_PLANNER,
              "connection of two tunnels: the hub runs one",
              null,
              null));

  private RuleTable() {}

  private static Row rule(String id, String severities, String source, Check check, String title) {
    return row(id, severities, source, Status.IMPLEMENTED, title, check, null);
  }

  private static Row changed(
      String id, String severities, String source, Comparison comparison, String title) {
    return row(id, severities, source, Status.BY_COMPARISON, title, null, comparison)
        .note("answered by Validator.compare");
  }

  private static Row exporter(String id, String severities, String source, String title) {
    return row(id, severities, source, Status.BY_EXPORTER, title, null, null);
  }

  private static Row leftOut(
      String id, String severities, String source, String title, String reason) {
    return row(id, severities, source, Status.LEFT_OUT, title, null, null).note(reason);
  }

  private static Row row(
      String id,
      String severities,
      String source,
      Status status,
      String title,
      @Nullable Check check,
      @Nullable Comparison comparison) {
    Rule rule = new Rule(id, title, severities(severities), status, "", source);
    return new Row(rule, check, comparison);
  }

  private static Map<Profile, List<Severity>> severities(String text) {
    String[] parts = text.split("\\|");
    List<Profile> profiles =
        List.of(Profile.ALIBABA_2018, Profile.ALIBABA_CURRENT, Profile.HUB_NATIVE);
    Map<Profile, List<Severity>> all = new EnumMap<>(Profile.class);
    for (int i = 0; i < profiles.size(); i++) {
      List<Severity> of = new ArrayList<>();
      for (char c : parts[parts.length == 1 ? 0 : i].toCharArray()) {
        switch (c) {
          case 'E' -> of.add(Severity.ERROR);
          case 'W' -> of.add(Severity.WARNING);
          case 'I' -> of.add(Severity.INFO);
          default -> {}
        }
      }
      all.put(profiles.get(i), List.copyOf(of));
    }
    return Map.copyOf(all);
  }
}
