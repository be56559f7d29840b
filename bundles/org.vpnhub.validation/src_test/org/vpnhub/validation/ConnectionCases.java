package org.vpnhub.validation;

import static org.vpnhub.base.Severity.ERROR;
import static org.vpnhub.base.Severity.INFO;
import static org.vpnhub.base.Severity.WARNING;
import static org.vpnhub.model.Profile.ALIBABA_2018;
import static org.vpnhub.model.Profile.ALIBABA_CURRENT;
import static org.vpnhub.model.Profile.HUB_NATIVE;

import java.util.List;
import java.util.function.Consumer;
import org.vpnhub.base.Severity;
import org.vpnhub.model.BgpConfig;
import org.vpnhub.model.HealthCheckConfig;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.Profile;
import org.vpnhub.model.TunnelRole;

/** Cases of section C5, networks and BGP. */
final class ConnectionCases {
  private ConnectionCases() {}

  private static RuleCase c(
      String rule, Profile p, Severity s, String name, Consumer<Net> trigger, Consumer<Net> not) {
    return new RuleCase(rule, p, s, name, trigger, not);
  }

  static List<RuleCase> networks() {
    return List.of(
        c(
            "C01",
            HUB_NATIVE,
            WARNING,
            "VPC only",
            n -> n.connection(1).getLocalSubnets().set(0, "10.0.0.0/16"),
            n -> n.connection(1).getLocalSubnets().set(0, "10.0.0.0/8")),
        c(
            "C01",
            HUB_NATIVE,
            WARNING,
            "one site lacks",
            n -> local(n, "10.0.0.0/16", "10.10.10.0/24"),
            n -> local(n, "10.0.0.0/16", "10.10.10.0/25", "10.10.10.128/25", "10.10.30.0/24")),
        c(
            "C02",
            HUB_NATIVE,
            WARNING,
            "any, of two",
            n -> {
              n.gateway.getConnections().remove(2);
              n.connection(1).getRemoteSubnets().set(0, "0.0.0.0/0");
            },
            n -> {
              n.gateway.getConnections().remove(2);
              n.gateway.getConnections().remove(1);
              n.connection(0).getRemoteSubnets().set(0, "0.0.0.0/0");
            }),
        c(
            "C01",
            HUB_NATIVE,
            WARNING,
            "of two",
            n -> {
              n.gateway.getConnections().remove(2);
              n.connection(1).getLocalSubnets().set(0, "10.0.0.0/16");
            },
            n -> {
              n.gateway.getConnections().remove(2);
              n.gateway.getConnections().remove(1);
              n.connection(0).getLocalSubnets().set(0, "10.0.0.0/24");
            }),
        c(
            "C02",
            HUB_NATIVE,
            WARNING,
            "any",
            n -> n.connection(1).getRemoteSubnets().set(0, "0.0.0.0/0"),
            n -> n.connection(1).getRemoteSubnets().set(0, "0.0.0.0/1")),
        c(
            "C03",
            HUB_NATIVE,
            ERROR,
            "two remote",
            n -> {
              ikev1(n);
              n.connection(1).getRemoteSubnets().add("10.10.21.0/24");
            },
            n -> n.connection(1).getRemoteSubnets().add("10.10.21.0/24")),
        c(
            "C03",
            HUB_NATIVE,
            ERROR,
            "two local",
            n -> {
              ikev1(n);
              local(n, "10.0.0.0/9", "10.128.0.0/9");
            },
            ConnectionCases::ikev1),
        c("C04", ALIBABA_2018, ERROR, "six", n -> remote(n, 6), n -> remote(n, 5)),
        c("C04", ALIBABA_CURRENT, ERROR, "eleven", n -> remote(n, 11), n -> remote(n, 10)),
        c("C04", HUB_NATIVE, ERROR, "256", n -> remote(n, 256), n -> remote(n, 255)),
        c(
            "C04",
            HUB_NATIVE,
            ERROR,
            "none",
            n -> n.connection(1).getLocalSubnets().clear(),
            n -> {}),
        c(
            "C05",
            HUB_NATIVE,
            WARNING,
            "overlap",
            n -> n.connection(1).getRemoteSubnets().add("10.10.0.0/16"),
            n -> n.connection(1).getRemoteSubnets().add("10.10.21.0/24")),
        c(
            "C14",
            HUB_NATIVE,
            ERROR,
            "twice",
            n -> n.twin(1, "10.10.20.0/24"),
            n -> n.twin(1, "10.10.21.0/24")),
        c(
            "C14",
            HUB_NATIVE,
            ERROR,
            "twice, in another order",
            n -> {
              n.connection(1).getRemoteSubnets().add("10.10.21.0/24");
              n.twin(1, "10.10.21.0/24").getRemoteSubnets().add("10.10.20.0/24");
            },
            n -> {
              n.twin(1, "10.10.20.0/24").getRemoteSubnets().clear();
              n.connection(1).getRemoteSubnets().clear();
            }),
        c(
            "C17",
            HUB_NATIVE,
            ERROR,
            "NAT traversal off",
            n -> {
              n.site(1).setBehindNat(true);
              n.ike(1).setRemoteId("192.168.1.2");
              n.tunnel(1).setEnableNatTraversal(false);
            },
            n -> {
              n.site(1).setBehindNat(true);
              n.ike(1).setRemoteId("192.168.1.2");
            }),
        c(
            "C17",
            HUB_NATIVE,
            WARNING,
            "remote id left default",
            n -> {
              n.site(1).setBehindNat(true);
              n.site(1).setWanIp("192.168.1.2");
            },
            n -> n.site(1).setWanIp("192.168.1.2")),
        c(
            "C18",
            HUB_NATIVE,
            ERROR,
            "source outside",
            n -> {
              local(n, "10.0.0.0/16", "10.10.0.0/16");
              check(n, "10.1.0.1", "10.10.20.9");
            },
            n -> {
              local(n, "10.0.0.0/16", "10.10.0.0/16");
              check(n, "10.0.0.1", "10.10.20.9");
            }),
        c(
            "C18",
            HUB_NATIVE,
            ERROR,
            "destination outside",
            n -> check(n, "10.0.0.1", "10.10.21.9"),
            n -> check(n, "10.0.0.1", "10.10.21.9").setEnable(false)),
        c("C18", HUB_NATIVE, ERROR, "only one given", n -> check(n, "10.0.0.1", null), n -> {}),
        c("C18", HUB_NATIVE, ERROR, "malformed", n -> check(n, "10.0.0.1", "here"), n -> {}),
        c(
            "C19",
            HUB_NATIVE,
            WARNING,
            "single link",
            n -> check(n, "10.0.0.1", "10.10.20.9"),
            n -> {
              check(n, "10.0.0.1", "10.10.20.9");
              n.site(2).setStandbyFor(n.site(1));
            }),
        c(
            "C19",
            HUB_NATIVE,
            WARNING,
            "no standby route",
            n -> {
              check(n, "10.0.0.1", "10.10.20.9");
              n.route("10.10.20.0/24", 1, 100);
            },
            n -> {
              check(n, "10.0.0.1", "10.10.20.9");
              n.route("10.10.20.0/24", 1, 100);
              n.route("10.10.20.0/24", 2, 0);
            }),
        c(
            "C20",
            HUB_NATIVE,
            ERROR,
            "two tunnels",
            n -> {
              check(n, "10.0.0.1", "10.10.20.9");
              n.slave(1);
            },
            n -> check(n, "10.0.0.1", "10.10.20.9")),
        c(
            "C23",
            HUB_NATIVE,
            ERROR,
            "two masters",
            n -> n.slave(1).setRole(TunnelRole.MASTER),
            n -> n.slave(1).setCustomerGateway(n.peer(2))),
        c(
            "C23",
            HUB_NATIVE,
            INFO,
            "one line",
            n -> n.slave(1),
            n -> n.slave(1).getIkeConfig().setLocalId("198.51.100.9")),
        c(
            "C25",
            HUB_NATIVE,
            WARNING,
            "no route",
            n -> n.connection(1).getRemoteSubnets().set(0, "0.0.0.0/0"),
            n -> {
              n.connection(1).getRemoteSubnets().set(0, "0.0.0.0/0");
              n.route("10.10.20.0/24", 1, 100);
            }));
  }

  static void ikev1(Net n) {
    n.ike(1).setIkeVersion(IkeVersion.IKEV1);
  }

  private static void local(Net n, String... cidrs) {
    n.connection(1).getLocalSubnets().clear();
    n.connection(1).getLocalSubnets().addAll(List.of(cidrs));
  }

  private static void remote(Net n, int count) {
    n.connection(1).getRemoteSubnets().clear();
    for (int i = 0; i < count; i++) n.connection(1).getRemoteSubnets().add("10.30." + i + ".0/24");
  }

  private static HealthCheckConfig check(Net n, String sip, String dip) {
    HealthCheckConfig check = Net.NEW.createHealthCheckConfig();
    check.setEnable(true);
    check.setSip(sip);
    check.setDip(dip);
    n.connection(1).setHealthCheck(check);
    return check;
  }

  static List<RuleCase> bgp() {
    return List.of(
        c(
            "C21",
            HUB_NATIVE,
            ERROR,
            "not a /30",
            n -> bgp(n, 1, "169.254.10.0/29", "169.254.10.1"),
            n -> bgp(n, 1, "169.254.10.0/30", "169.254.10.1")),
        c(
            "C21",
            HUB_NATIVE,
            ERROR,
            "not link local",
            n -> bgp(n, 1, "10.9.9.0/30", "10.9.9.1"),
            n -> {}),
        c(
            "C21",
            HUB_NATIVE,
            ERROR,
            "reserved",
            n -> bgp(n, 1, "169.254.6.0/30", "169.254.6.2"),
            n -> bgp(n, 1, "169.254.6.4/30", "169.254.6.6")),
        c(
            "C21",
            HUB_NATIVE,
            ERROR,
            "reserved too",
            n -> bgp(n, 1, "169.254.169.252/30", "169.254.169.253"),
            n -> bgp(n, 1, "169.254.169.248/30", "169.254.169.249")),
        c(
            "C21",
            HUB_NATIVE,
            ERROR,
            "twice",
            n -> {
              bgp(n, 1, "169.254.10.0/30", "169.254.10.1");
              bgp(n, 2, "169.254.10.0/30", "169.254.10.1");
            },
            n -> {
              bgp(n, 1, "169.254.10.0/30", "169.254.10.1");
              bgp(n, 2, "169.254.10.4/30", "169.254.10.5");
            }),
        c(
            "C21",
            HUB_NATIVE,
            ERROR,
            "address outside",
            n -> bgp(n, 1, "169.254.10.0/30", "169.254.10.3"),
            n -> {}),
        c("C21", HUB_NATIVE, ERROR, "missing", n -> bgp(n, 1, null, null), n -> {}),
        c(
            "C22",
            HUB_NATIVE,
            ERROR,
            "nothing set",
            n -> n.connection(1).setEnableTunnelsBgp(true),
            n -> {
              n.connection(1).setEnableTunnelsBgp(true);
              bgp(n, 1, "169.254.10.0/30", "169.254.10.1");
              n.gateway.setEnableBgp(true);
              n.peer(1).setAsn("65001");
            }),
        c(
            "C22",
            HUB_NATIVE,
            ERROR,
            "no AS number",
            n -> {
              bgp(n, 1, "169.254.10.0/30", "169.254.10.1");
              n.gateway.setEnableBgp(true);
            },
            n -> n.gateway.setEnableBgp(true)));
  }

  private static void bgp(Net n, int i, String cidr, String ip) {
    BgpConfig bgp = Net.NEW.createBgpConfig();
    bgp.setTunnelCidr(cidr);
    bgp.setLocalBgpIp(ip);
    n.tunnel(i).setBgpConfig(bgp);
  }
}
