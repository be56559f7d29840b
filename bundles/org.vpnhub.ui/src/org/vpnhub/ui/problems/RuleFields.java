package org.vpnhub.ui.problems;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vpnhub.base.Problem;

/** Which fields of an element the problems of a rule are about. */
final class RuleFields {
  private static final String PREFIXES =
      "cidrs cidrBlock secondaryCidrBlocks userCidrs summaryCidr localSubnets remoteSubnets"
          + " routeDest routeSource destinationCidrBlock tunnelCidr";

  private static final Map<String, Set<String>> FIELDS = new HashMap<>();

  static {
    put("N01 N03", "name");
    put("N02", "description");
    put("N04", "tags");
    put("A01", PREFIXES);
    put("A02 A03 A06 A07", "cidrs remoteSubnets");
    put("A04", "cidrBlock");
    put("A05", PREFIXES);
    put("A08 K01 K02 K03", "ipAddress");
    put("A09 A10", "selectorMode summaryCidr");
    put("G02", "enableIpsec");
    put("G03 G09", "bandwidth");
    put("G06", "enableBgp");
    put("G07", "autoPropagate");
    put("G10", "vSwitch disasterRecoveryVSwitch");
    put("K05", "asn");
    put("K08", "publicIp");
    put("C01", "localSubnets");
    put("C02", "remoteSubnets");
    put("C03", "ikeVersion localSubnets remoteSubnets");
    put("C04 C05 C26", "localSubnets remoteSubnets");
    put("C06 C07 C08 S02", "pskReference psk");
    put("C09", "localId remoteId ikeMode");
    put("C10", "ikeMode");
    put("C11 C24 C30 C31", "ikeEncAlg ikeAuthAlg ikePfs ipsecEncAlg ipsecAuthAlg ipsecPfs");
    put("C12", "ikeLifetime ipsecLifetime");
    put("C15 C28", "ipsecPfs");
    put("C16", "ikeVersion");
    put("C17", "enableNatTraversal remoteId");
    put("R03 R04 R05 R09 R10 R12", "routeDest destinationCidrBlock");
    put("R06 R07", "weight");
    put("R08", "priority");
    put("R11", "publishVpc");
    put("R13", "nextHop");
    put(
        "D01 D02",
        "wanInterface lanInterfaces wanZone lanZone virtualRouter nextHop tunnelNumber ruleNumber");
    put("T04", "sourceNat");
    put("S03", "internetIp publicIp nextHop");
  }

  private RuleFields() {}

  private static void put(String codes, String fields) {
    for (String code : codes.split(" ")) FIELDS.put(code, Set.of(fields.split(" ")));
  }

  /**
   * The problems that are about one of these fields.
   *
   * @param fields names of features; none for all problems
   */
  static List<Problem> at(List<Problem> problems, Set<String> fields) {
    if (fields.isEmpty()) return problems;
    return problems.stream().filter(p -> isAbout(p, fields)).toList();
  }

  /** S05, a number out of its range, names the field in its message. */
  private static boolean isAbout(Problem p, Set<String> fields) {
    if (p.code().equals("S05")) {
      return Arrays.stream(p.message().split("[^A-Za-z]+")).anyMatch(fields::contains);
    }
    return FIELDS.getOrDefault(p.code(), Set.of()).stream().anyMatch(fields::contains);
  }

  /** All rules that are about fields, with the fields. */
  static Map<String, Set<String>> all() {
    return Map.copyOf(FIELDS);
  }
}
