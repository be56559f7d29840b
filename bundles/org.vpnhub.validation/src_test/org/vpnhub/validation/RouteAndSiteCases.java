package org.vpnhub.validation;

import static org.vpnhub.base.Severity.ERROR;
import static org.vpnhub.base.Severity.WARNING;
import static org.vpnhub.model.Profile.ALIBABA_2018;
import static org.vpnhub.model.Profile.ALIBABA_CURRENT;
import static org.vpnhub.model.Profile.HUB_NATIVE;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vpnhub.base.Severity;
import org.vpnhub.model.HealthCheckConfig;
import org.vpnhub.model.Profile;

/** Cases of the sections C6 and C7, and of the rules of our own. */
final class RouteAndSiteCases {
  private RouteAndSiteCases() {}

  private static RuleCase c(
      String rule, Profile p, Severity s, String name, Consumer<Net> trigger, Consumer<Net> not) {
    return new RuleCase(rule, p, s, name, trigger, not);
  }

  static List<RuleCase> routes() {
    return List.of(
        c(
            "R01",
            ALIBABA_2018,
            ERROR,
            "no route",
            n -> n.table.getEntries().remove(1),
            n -> {
              n.table.getEntries().remove(1);
              n.route("10.10.20.0/24", 1, 100).setPublishVpc(true);
            }),
        c(
            "R01",
            ALIBABA_CURRENT,
            WARNING,
            "not published",
            n -> {
              n.table.getEntries().remove(1);
              n.route("10.10.20.0/24", 1, 100);
            },
            n -> {
              n.table.getEntries().remove(1);
              n.entry("10.10.16.0/20");
            }),
        c(
            "R01",
            HUB_NATIVE,
            WARNING,
            "half of a prefix",
            n -> n.entry(1).setDestinationCidrBlock("10.10.20.0/25"),
            n -> {
              n.entry(1).setDestinationCidrBlock("10.10.20.0/25");
              n.entry("10.10.20.128/25");
            }),
        c(
            "R01",
            HUB_NATIVE,
            WARNING,
            "no route table",
            n -> n.vpc.getRouteTables().clear(),
            n -> {}),
        c(
            "R01",
            HUB_NATIVE,
            WARNING,
            "elsewhere",
            n -> {
              n.table.getEntries().remove(1);
              GatewayCases.elsewhere(n, "10.10.20.0/24");
            },
            n -> {}),
        c(
            "R01",
            HUB_NATIVE,
            WARNING,
            "office without a site",
            n -> {
              n.connection(1).setSite(null);
              n.peer(1).setSite(null);
              n.entry(1).setDestinationCidrBlock("10.10.20.0/25");
              n.twin(1, "10.10.21.0/24").getRemoteSubnets().add("0.0.0.0/0");
              n.route("10.10.22.0/24", 3, 100);
            },
            n -> {
              n.connection(1).setSite(null);
              n.peer(1).setSite(null);
              n.twin(1, "0.0.0.0/0");
            }),
        c(
            "R02",
            HUB_NATIVE,
            WARNING,
            "black hole",
            n -> n.entry("10.10.40.0/24"),
            n -> n.entry("10.10.0.0/16")),
        c(
            "R02",
            HUB_NATIVE,
            WARNING,
            "remote network any",
            n -> {
              n.connection(1).getRemoteSubnets().set(0, "0.0.0.0/0");
              n.entry("10.10.40.0/24");
            },
            n -> {
              n.connection(1).getRemoteSubnets().set(0, "0.0.0.0/0");
              n.entry("10.10.40.0/24");
              n.route("10.10.40.0/24", 1, 100);
              n.route("10.10.20.0/24", 1, 100);
            }),
        c(
            "R03",
            HUB_NATIVE,
            ERROR,
            "destination",
            n -> n.route("10.10.10.0/24", 1, 100),
            n -> n.route("10.10.20.64/26", 1, 100)),
        c(
            "R03",
            HUB_NATIVE,
            ERROR,
            "wider destination",
            n -> n.route("10.10.20.0/23", 1, 100),
            n -> {
              n.connection(1).getRemoteSubnets().add("10.10.21.0/24");
              n.route("10.10.20.0/23", 1, 100);
            }),
        c(
            "R03",
            HUB_NATIVE,
            ERROR,
            "source",
            n -> {
              n.connection(1).getLocalSubnets().set(0, "10.0.0.0/16");
              n.policy("10.1.0.0/16", "10.10.20.0/24", 1, 10);
            },
            n -> n.policy("10.1.0.0/16", "10.10.20.0/24", 1, 10)),
        c(
            "R04",
            HUB_NATIVE,
            ERROR,
            "any",
            n -> n.route("0.0.0.0/0", 1, 100),
            n -> n.route("0.0.0.0/1", 1, 100)),
        c(
            "R05",
            HUB_NATIVE,
            ERROR,
            "twice",
            n -> {
              n.route("10.10.20.0/24", 1, 100);
              n.route("10.10.20.0/24", 2, 100);
            },
            n -> {
              n.route("10.10.20.0/24", 1, 100);
              n.route("10.10.20.0/24", 2, 0);
            }),
        c(
            "R06",
            HUB_NATIVE,
            ERROR,
            "50",
            n -> n.route("10.10.20.0/24", 1, 50),
            n -> n.route("10.10.20.0/24", 1, 0)),
        c(
            "R07",
            HUB_NATIVE,
            WARNING,
            "alone",
            n -> n.route("10.10.20.0/24", 1, 0),
            n -> {
              n.route("10.10.20.0/24", 1, 0);
              n.route("10.10.20.0/24", 2, 100);
            }),
        c(
            "R08",
            HUB_NATIVE,
            ERROR,
            "overlap",
            n -> {
              n.policy("10.0.0.0/16", "10.10.20.0/24", 1, 10);
              n.policy("10.0.1.0/24", "10.10.0.0/16", 2, 10);
            },
            n -> {
              n.policy("10.0.0.0/16", "10.10.20.0/24", 1, 10);
              n.policy("10.0.1.0/24", "10.10.0.0/16", 2, 11);
              n.policy("10.1.1.0/24", "10.10.0.0/16", 2, 10);
              n.policy("10.0.1.0/24", "10.10.20.0/24", 1, 10);
            }),
        c(
            "R08",
            HUB_NATIVE,
            ERROR,
            "equal and both active",
            n -> {
              n.policy("10.0.0.0/16", "10.10.20.0/24", 1, 10);
              n.policy("10.0.0.0/16", "10.10.20.0/24", 2, 10);
            },
            n -> {
              n.policy("10.0.0.0/16", "10.10.20.0/24", 1, 10);
              n.policy("10.0.0.0/16", "10.10.20.0/24", 2, 10).setWeight(0);
            }),
        c(
            "R09",
            HUB_NATIVE,
            WARNING,
            "shadow",
            n -> {
              n.route("10.10.20.0/24", 1, 100);
              n.policy("10.0.0.0/16", "10.10.0.0/16", 2, 10);
            },
            n -> {
              n.route("10.10.20.0/24", 1, 100);
              n.policy("10.0.0.0/16", "10.10.0.0/16", 1, 10);
            }),
        c(
            "R10",
            HUB_NATIVE,
            ERROR,
            "another next hop",
            n -> {
              GatewayCases.elsewhere(n, "10.10.20.0/24");
              n.route("10.10.20.0/24", 1, 100).setPublishVpc(true);
            },
            n -> {
              GatewayCases.elsewhere(n, "10.10.20.0/24");
              n.route("10.10.20.0/24", 1, 100);
            }),
        c(
            "R11",
            HUB_NATIVE,
            WARNING,
            "not published",
            n -> {
              n.table.getEntries().remove(1);
              n.policy("10.0.0.0/16", "10.10.20.0/24", 1, 10);
            },
            n -> n.policy("10.0.0.0/16", "10.10.20.0/24", 1, 10)),
        c(
            "R12",
            HUB_NATIVE,
            WARNING,
            "more specific",
            n -> GatewayCases.elsewhere(n, "10.10.20.64/26"),
            n -> GatewayCases.elsewhere(n, "10.10.0.0/16")),
        c(
            "R12",
            HUB_NATIVE,
            WARNING,
            "than published",
            n -> {
              n.table.getEntries().clear();
              n.route("10.10.0.0/16", 1, 100).setPublishVpc(true);
              GatewayCases.elsewhere(n, "10.10.20.0/24");
            },
            n -> {
              n.route("10.0.0.0/8", 1, 100).setPublishVpc(true);
              GatewayCases.elsewhere(n, "10.0.0.0/16");
            }),
        c(
            "R13",
            HUB_NATIVE,
            ERROR,
            "deleted",
            n -> n.route("10.10.20.0/24", 1, 100).setNextHop(null),
            n -> {}),
        c(
            "R13",
            HUB_NATIVE,
            ERROR,
            "not in the model",
            n -> {
              n.route("10.10.20.0/24", 1, 100);
              EcoreUtil.remove(n.connection(1));
            },
            n -> n.route("10.10.20.0/24", 1, 100)),
        c(
            "R13",
            HUB_NATIVE,
            ERROR,
            "of another gateway",
            n -> {
              n.route("10.10.20.0/24", 1, 100);
              n.secondGateway().getConnections().add(n.connection(1));
            },
            n -> n.secondGateway()),
        c(
            "R13",
            HUB_NATIVE,
            ERROR,
            "VPC route",
            n -> n.entry(1).setNextHop(n.secondGateway()),
            n -> n.entry(1).setNextHop(n.gateway)),
        c(
            "R13",
            HUB_NATIVE,
            ERROR,
            "VPC route to nothing",
            n -> n.entry(1).setNextHop(null),
            n -> GatewayCases.elsewhere(n, "10.99.0.0/16")));
  }

  static List<RuleCase> sites() {
    return List.of(
        c("T04", HUB_NATIVE, WARNING, "translates", n -> n.site(1).setSourceNat(true), n -> {}),
        c(
            "S01",
            HUB_NATIVE,
            WARNING,
            "address",
            n -> n.site(1).setPublicIp("203.0.113.99"),
            n -> n.site(1).setDevice("other")),
        c(
            "S01",
            ALIBABA_2018,
            WARNING,
            "address in the cloud",
            n -> n.site(1).setPublicIp("203.0.113.99"),
            n -> {}),
        c(
            "S01",
            HUB_NATIVE,
            WARNING,
            "prefixes and route",
            n -> n.site(1).getCidrs().set(0, "10.10.99.0/24"),
            n -> n.connection(1).getRemoteSubnets().set(0, "0.0.0.0/0")),
        c(
            "S01",
            HUB_NATIVE,
            WARNING,
            "one prefix more",
            n -> n.site(1).getCidrs().add("10.10.21.0/24"),
            n -> {
              n.site(1).getCidrs().add("10.10.21.0/24");
              n.twin(1, "10.10.21.0/24");
            }),
        c(
            "S01",
            HUB_NATIVE,
            WARNING,
            "no connection",
            n -> EcoreUtil.remove(n.connection(1)),
            n -> {
              n.site(1).setBehindNat(true);
              n.tunnel(1).setEnableNatTraversal(false);
            }),
        c(
            "S02",
            HUB_NATIVE,
            WARNING,
            "key in the model",
            n -> n.ike(1).setPsk("kX9-vT3_pQ7+mZ2."),
            n -> n.ike(1).setPsk("")),
        c(
            "S03",
            HUB_NATIVE,
            ERROR,
            "gateway",
            n -> n.gateway.setInternetIp(null),
            n -> n.gateway.setDisasterRecoveryInternetIp(null)),
        c(
            "S03",
            HUB_NATIVE,
            ERROR,
            "site",
            n -> n.site(1).setNextHop("203.0.113"),
            n -> n.site(1).setNextHop("203.0.113.1")),
        c(
            "S04",
            HUB_NATIVE,
            ERROR,
            "no tunnel",
            n -> n.connection(1).getTunnels().clear(),
            n -> {}),
        c(
            "S04",
            HUB_NATIVE,
            ERROR,
            "empty tunnel",
            n -> {
              n.tunnel(1).setCustomerGateway(null);
              n.tunnel(1).setIkeConfig(null);
              n.tunnel(1).setIpsecConfig(null);
            },
            n -> n.tunnel(1).setBgpConfig(null)),
        c(
            "S04",
            HUB_NATIVE,
            ERROR,
            "peer not in the model",
            n -> EcoreUtil.remove(n.peer(1)),
            n -> {}),
        c(
            "S05",
            HUB_NATIVE,
            ERROR,
            "MTU",
            n -> n.gateway.setLinkMtu(575),
            n -> n.gateway.setLinkMtu(576)),
        c(
            "S05",
            HUB_NATIVE,
            ERROR,
            "DPD",
            n -> n.tunnel(1).setDpdInterval(0),
            n -> {
              n.tunnel(1).setDpdInterval(0);
              n.tunnel(1).setEnableDpd(false);
            }),
        c(
            "S05",
            HUB_NATIVE,
            ERROR,
            "priority",
            n -> n.policy("10.0.0.0/16", "10.10.20.0/24", 1, 101),
            n -> n.policy("10.0.0.0/16", "10.10.20.0/24", 1, 100)),
        c(
            "S05",
            HUB_NATIVE,
            ERROR,
            "health check",
            n -> {
              HealthCheckConfig check = Net.NEW.createHealthCheckConfig();
              check.setEnable(true);
              check.setInterval(0);
              check.setRetry(101);
              n.connection(1).setHealthCheck(check);
            },
            n -> {}),
        c("S05", HUB_NATIVE, ERROR, "bandwidth", n -> n.site(1).setBandwidth(-5), n -> {}));
  }
}
