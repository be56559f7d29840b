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
import org.vpnhub.model.IkeMode;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.Profile;
import org.vpnhub.model.TunnelRole;
import org.vpnhub.model.VpnType;

/** Cases of section C5. */
final class ConnectionCases {
  private static final String STRONG = "kX9-vT3_pQ7+mZ2.wB5=";

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

  private static void ikev1(Net n) {
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

  static List<RuleCase> crypto() {
    return List.of(
        c("C06", HUB_NATIVE, ERROR, "missing", n -> n.ike(1).setPskReference(" "), n -> {}),
        c(
            "C06",
            HUB_NATIVE,
            ERROR,
            "120 characters",
            n -> key(n, 1, STRONG.repeat(6)),
            n -> key(n, 1, STRONG.repeat(5))),
        c(
            "C06",
            HUB_NATIVE,
            ERROR,
            "a space",
            n -> key(n, 1, STRONG + " "),
            n -> key(n, 1, STRONG)),
        c(
            "C06",
            HUB_NATIVE,
            ERROR,
            "a forbidden character",
            n -> key(n, 1, STRONG + "é"),
            n -> key(n, 1, "~!`@#$%^&*()_-+={}[]\\|;:'\",.<>/?")),
        c(
            "C07",
            HUB_NATIVE,
            WARNING,
            "short",
            n -> key(n, 1, "kX9-vT3_pQ7+mZ2"),
            n -> key(n, 1, "kX9-vT3_pQ7+mZ2.")),
        c(
            "C07",
            HUB_NATIVE,
            WARNING,
            "a word",
            n -> key(n, 1, "MyPassword-2018!x"),
            n -> key(n, 1, "Password-" + STRONG)),
        c(
            "C07",
            HUB_NATIVE,
            WARNING,
            "few characters",
            n -> key(n, 1, "abcabcabcabcabcabc"),
            n -> {}),
        c(
            "C07",
            HUB_NATIVE,
            WARNING,
            "same key",
            n -> {
              key(n, 0, STRONG);
              key(n, 1, STRONG);
            },
            n -> {
              key(n, 0, STRONG);
              key(n, 1, STRONG + "1");
            }),
        c(
            "C07",
            HUB_NATIVE,
            WARNING,
            "same reference",
            n -> n.ike(1).setPskReference("psk-shanghai"),
            n -> n.twin(1, "10.10.21.0/24")),
        c(
            "C07",
            HUB_NATIVE,
            WARNING,
            "same reference, two peers",
            n -> n.ike(1).setPskReference("psk-shanghai"),
            n -> {
              n.ike(1).setPskReference("psk-shanghai");
              n.tunnel(1).setCustomerGateway(n.peer(0));
            }),
        c(
            "C09",
            HUB_NATIVE,
            ERROR,
            "remote name",
            n -> {
              ikev1(n);
              n.ike(1).setRemoteId("hz.example.com");
            },
            n -> {
              ikev1(n);
              n.ike(1).setRemoteId("192.168.1.2");
            }),
        c(
            "C09",
            ALIBABA_CURRENT,
            WARNING,
            "local name",
            n -> {
              ikev1(n);
              n.ike(1).setLocalId("hub.example.com");
            },
            n -> n.ike(1).setLocalId("hub.example.com")),
        c(
            "C10",
            HUB_NATIVE,
            WARNING,
            "aggressive",
            n -> {
              ikev1(n);
              n.ike(1).setIkeMode(IkeMode.AGGRESSIVE);
            },
            n -> n.ike(1).setIkeMode(IkeMode.AGGRESSIVE)),
        c(
            "C11",
            ALIBABA_2018,
            WARNING,
            "all old",
            n -> {
              n.ike(1).setIkeEncAlg("3des");
              n.ike(1).setIkeAuthAlg("md5");
              n.esp(1).setIpsecAuthAlg("sha1");
              n.esp(1).setIpsecPfs("group2");
            },
            n -> n.ike(1).setIkeEncAlg("aes")),
        c(
            "C12",
            HUB_NATIVE,
            ERROR,
            "too long",
            n -> n.ike(1).setIkeLifetime(86401),
            n -> n.ike(1).setIkeLifetime(86400)),
        c(
            "C12",
            HUB_NATIVE,
            ERROR,
            "negative",
            n -> n.esp(1).setIpsecLifetime(-1),
            n -> n.ike(1).setIkeLifetime(0)),
        c(
            "C12",
            HUB_NATIVE,
            WARNING,
            "short",
            n -> n.esp(1).setIpsecLifetime(899),
            n -> n.esp(1).setIpsecLifetime(900)),
        c(
            "C12",
            HUB_NATIVE,
            WARNING,
            "phase 2 longer",
            n -> {
              n.ike(1).setIkeLifetime(28800);
              n.esp(1).setIpsecLifetime(0);
            },
            n -> {
              n.ike(1).setIkeLifetime(28800);
              n.esp(1).setIpsecLifetime(28800);
            }),
        c(
            "C13",
            HUB_NATIVE,
            ERROR,
            "group and lifetime",
            n -> {
              n.twin(1, "10.10.21.0/24")
                  .getTunnels()
                  .getFirst()
                  .getIkeConfig()
                  .setIkePfs("group19");
              n.ike(1).setIkeLifetime(28800);
            },
            n -> n.twin(1, "10.10.21.0/24")),
        c(
            "C13",
            HUB_NATIVE,
            ERROR,
            "key",
            n -> {
              n.twin(1, "10.10.21.0/24").getTunnels().getFirst().getIkeConfig().setPsk(STRONG);
              n.ike(1).setPsk(STRONG + "2");
            },
            n -> {
              var other = n.twin(1, "10.10.21.0/24").getTunnels().getFirst().getIkeConfig();
              other.setRemoteId("other.example.com");
              other.setIkePfs("group19");
            }),
        c("C15", HUB_NATIVE, INFO, "off", n -> n.esp(1).setIpsecPfs("disabled"), n -> {}),
        c(
            "C15",
            HUB_NATIVE,
            INFO,
            "another group",
            n -> n.esp(1).setIpsecPfs("group19"),
            n -> {
              n.esp(1).setIpsecPfs("group19");
              n.ike(1).setIkePfs("group19");
            }),
        c(
            "C16",
            HUB_NATIVE,
            INFO,
            "ikev1",
            ConnectionCases::ikev1,
            n -> n.ike(1).setIkeVersion(IkeVersion.IKEV2)),
        c(
            "C24",
            ALIBABA_2018,
            ERROR,
            "national algorithms",
            n -> n.esp(1).setIpsecEncAlg("sm4"),
            n -> n.esp(1).setIpsecEncAlg("aes192")),
        c(
            "C24",
            ALIBABA_2018,
            ERROR,
            "national gateway",
            n -> n.gateway.setVpnType(VpnType.NATIONAL_STANDARD),
            n -> {
              n.gateway.setVpnType(VpnType.NATIONAL_STANDARD);
              for (int i = 0; i < 3; i++) national(n, i);
            }),
        c(
            "C31",
            ALIBABA_2018,
            ERROR,
            "AEAD and group19",
            n -> {
              n.esp(1).setIpsecEncAlg("aes256gcm16");
              n.esp(1).setIpsecAuthAlg(null);
              n.ike(1).setIkePfs("group19");
            },
            n -> n.ike(1).setIkePfs("group5")),
        c(
            "C31",
            HUB_NATIVE,
            ERROR,
            "unknown or missing",
            n -> {
              n.ike(1).setIkeEncAlg("rot13");
              n.ike(1).setIkeAuthAlg(null);
              n.esp(1).setIpsecEncAlg("aes128");
            },
            n -> {
              n.ike(1).setIkeEncAlg("aes");
              n.esp(1).setIpsecEncAlg("aes128");
              n.esp(1).setIpsecAuthAlg("sha384");
              n.esp(1).setIpsecPfs("disabled");
            }),
        c(
            "C31",
            HUB_NATIVE,
            ERROR,
            "AEAD with a hash",
            n -> n.esp(1).setIpsecAuthAlg("sha256"),
            n -> {}),
        c(
            "C31",
            HUB_NATIVE,
            ERROR,
            "ikev1 with new things",
            ConnectionCases::ikev1,
            n -> {
              ikev1(n);
              n.ike(1).setIkeEncAlg("aes256");
              n.ike(1).setIkePfs("group19");
              n.esp(1).setIpsecPfs("group19");
            }));
  }

  private static void key(Net n, int i, String key) {
    n.ike(i).setPskReference(null);
    n.ike(i).setPsk(key);
  }

  private static void national(Net n, int i) {
    n.ike(i).setPskReference(null);
    n.ike(i).setIkeEncAlg("sm4");
    n.ike(i).setIkeAuthAlg("sm3");
    n.esp(i).setIpsecEncAlg("sm4");
    n.esp(i).setIpsecAuthAlg("sm3");
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
