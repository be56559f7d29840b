package org.vpnhub.validation;

import static org.vpnhub.base.Severity.ERROR;
import static org.vpnhub.base.Severity.INFO;
import static org.vpnhub.base.Severity.WARNING;
import static org.vpnhub.model.Profile.ALIBABA_2018;
import static org.vpnhub.model.Profile.ALIBABA_CURRENT;
import static org.vpnhub.model.Profile.HUB_NATIVE;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vpnhub.base.Severity;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.NetworkType;
import org.vpnhub.model.NextHopType;
import org.vpnhub.model.Profile;

/** Cases of the sections C3 and C4, VPN gateways and customer gateways. */
final class GatewayCases {
  private GatewayCases() {}

  private static RuleCase c(
      String rule, Profile p, Severity s, String name, Consumer<Net> trigger, Consumer<Net> not) {
    return new RuleCase(rule, p, s, name, trigger, not);
  }

  static List<RuleCase> gateways() {
    return List.of(
        c(
            "G01",
            HUB_NATIVE,
            ERROR,
            "peer elsewhere",
            n -> n.secondRegion().getCustomerGateways().add(n.peer(1)),
            n -> n.secondRegion()),
        c(
            "G02",
            HUB_NATIVE,
            ERROR,
            "off",
            n -> n.gateway.setEnableIpsec(false),
            n -> n.secondGateway().setEnableIpsec(false)),
        c(
            "G03",
            ALIBABA_2018,
            ERROR,
            "not offered",
            n -> n.gateway.setBandwidth(500),
            n -> n.gateway.setBandwidth(5)),
        c(
            "G03",
            ALIBABA_CURRENT,
            ERROR,
            "not offered now",
            n -> n.gateway.setBandwidth(5),
            n -> n.gateway.setBandwidth(500)),
        c(
            "G03",
            ALIBABA_2018,
            ERROR,
            "private line",
            n -> n.gateway.setNetworkType(NetworkType.PRIVATE),
            n -> {
              n.gateway.setNetworkType(NetworkType.PRIVATE);
              n.gateway.setBandwidth(1000);
            }),
        c(
            "G03",
            HUB_NATIVE,
            ERROR,
            "negative",
            n -> n.gateway.setBandwidth(-1),
            n -> n.gateway.setBandwidth(123)),
        c("G04", ALIBABA_2018, ERROR, "eleven", n -> n.sites(11), n -> n.sites(8)),
        c("G04", ALIBABA_CURRENT, WARNING, "nine", n -> n.sites(9), n -> n.sites(8)),
        c("G05", ALIBABA_2018, ERROR, "21 routes", n -> routes(n, 21), n -> routes(n, 16)),
        c(
            "G05",
            ALIBABA_2018,
            WARNING,
            "17 policy routes",
            n -> {
              for (int i = 0; i < 17; i++) n.policy("10.0." + i + ".0/24", "10.10.10.0/24", 0, 10);
            },
            n -> routes(n, 16)),
        c(
            "G07",
            HUB_NATIVE,
            WARNING,
            "without BGP",
            n -> n.gateway.setAutoPropagate(true),
            n -> {
              n.gateway.setAutoPropagate(true);
              n.gateway.setEnableBgp(true);
            }),
        c("G09", ALIBABA_2018, WARNING, "sum", n -> bandwidths(n, 50), n -> bandwidths(n, 30)),
        c(
            "G09",
            ALIBABA_CURRENT,
            WARNING,
            "one site",
            n -> {
              n.gateway.setBandwidth(500);
              n.site(0).setBandwidth(201);
            },
            n -> {
              n.gateway.setBandwidth(500);
              n.site(0).setBandwidth(200);
            }),
        c(
            "G10",
            ALIBABA_CURRENT,
            ERROR,
            "same zone",
            n -> dual(n, "main-a", true),
            n -> dual(n, "main-b", true)),
        c(
            "G10",
            HUB_NATIVE,
            WARNING,
            "only zone",
            n -> dual(n, "main-a", false),
            n -> n.gateway.setDisasterRecoveryVSwitch(n.vSwitch("main-a", "10.0.1.0/24"))),
        c("G10", ALIBABA_CURRENT, ERROR, "no second vSwitch", n -> n.slave(1), n -> {}),
        c(
            "K01",
            HUB_NATIVE,
            ERROR,
            "malformed",
            n -> n.peer(1).setIpAddress("203.0.113.256"),
            n -> n.peer(1).setIpAddress("203.0.113.255")),
        c("K01", HUB_NATIVE, ERROR, "missing", n -> n.peer(1).setIpAddress(null), n -> {}),
        c(
            "K01",
            HUB_NATIVE,
            ERROR,
            "multicast",
            n -> n.peer(1).setIpAddress("224.0.0.1"),
            n -> n.peer(1).setIpAddress("223.0.0.1")),
        c(
            "K02",
            HUB_NATIVE,
            ERROR,
            "twice",
            n -> n.peer(1).setIpAddress("203.0.113.10"),
            n -> {
              n.peer(1).setIpAddress("203.0.113.10");
              n.secondRegion().getCustomerGateways().add(n.peer(1));
            }),
        c(
            "K03",
            HUB_NATIVE,
            ERROR,
            "private",
            n -> n.peer(1).setIpAddress("192.168.1.1"),
            n -> {
              n.peer(1).setIpAddress("192.168.1.1");
              n.gateway.setNetworkType(NetworkType.PRIVATE);
            }),
        c(
            "K03",
            HUB_NATIVE,
            WARNING,
            "behind a NAT",
            n -> {
              n.peer(1).setIpAddress("192.168.1.1");
              n.site(1).setBehindNat(true);
            },
            n -> n.site(1).setBehindNat(true)),
        c(
            "K05",
            HUB_NATIVE,
            ERROR,
            "zero",
            n -> n.peer(1).setAsn("0"),
            n -> n.peer(1).setAsn("4294967295")),
        c(
            "K05",
            HUB_NATIVE,
            ERROR,
            "words",
            n -> n.gateway.setLocalAsn("AS65001"),
            n -> n.gateway.setLocalAsn("65535.65535")),
        c(
            "K05",
            HUB_NATIVE,
            WARNING,
            "that of the hub",
            n -> {
              AddressCases.bgp(n, "169.254.10.0/30").setLocalAsn("1.1");
              n.peer(1).setAsn("65537");
            },
            n -> {
              AddressCases.bgp(n, "169.254.10.0/30").setLocalAsn("1.1");
              n.peer(1).setAsn("65538");
            }),
        c("K06", HUB_NATIVE, INFO, "unused", n -> EcoreUtil.remove(n.connection(1)), n -> {}),
        c("K07", ALIBABA_2018, ERROR, "101", n -> peers(n, 101), n -> peers(n, 100)),
        c(
            "K08",
            HUB_NATIVE,
            WARNING,
            "shared",
            n -> n.site(1).setPublicIp("203.0.113.10"),
            n -> {
              n.site(1).setPublicIp("203.0.113.10");
              n.ike(0).setRemoteId("a.example.com");
              n.ike(1).setRemoteId("b.example.com");
            }),
        c(
            "K08",
            HUB_NATIVE,
            WARNING,
            "shared, no NAT traversal",
            n -> {
              n.site(1).setPublicIp("203.0.113.10");
              n.ike(0).setRemoteId("a.example.com");
              n.ike(1).setRemoteId("b.example.com");
              n.tunnel(1).setEnableNatTraversal(false);
            },
            n -> n.tunnel(1).setEnableNatTraversal(false)));
  }

  private static void routes(Net n, int count) {
    for (int i = 0; i < count; i++) n.route("10.10.10." + i * 8 + "/29", 0, 100);
  }

  private static void bandwidths(Net n, int each) {
    for (int i = 0; i < 3; i++) n.site(i).setBandwidth(each);
  }

  private static void dual(Net n, String zone, boolean otherZone) {
    n.slave(1);
    n.gateway.setDisasterRecoveryVSwitch(n.vSwitch(zone, "10.0.1.0/24"));
    if (otherZone) n.vSwitch("main-c", "10.0.2.0/24");
  }

  private static void peers(Net n, int count) {
    for (int i = n.region.getCustomerGateways().size(); i < count; i++) {
      CustomerGateway c = Net.NEW.createCustomerGateway();
      c.setId("cgw-" + i);
      c.setIpAddress("192.0.1." + i);
      n.region.getCustomerGateways().add(c);
    }
  }

  /** An entry of the VPC with another next hop than the VPN gateway. */
  static void elsewhere(Net n, String dest) {
    n.entry(dest).setNextHopType(NextHopType.INSTANCE);
    n.table.getEntries().getLast().setNextHop(null);
    n.table.getEntries().getLast().setNextHopId("i-1");
  }
}
