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
import org.vpnhub.model.IkeMode;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.Profile;
import org.vpnhub.model.VpnType;

/** Cases of section C5, keys and algorithms. */
final class CryptoCases {
  private static final String STRONG = "kX9-vT3_pQ7+mZ2.wB5=";

  private CryptoCases() {}

  private static RuleCase c(
      String rule, Profile p, Severity s, String name, Consumer<Net> trigger, Consumer<Net> not) {
    return new RuleCase(rule, p, s, name, trigger, not);
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
              ConnectionCases.ikev1(n);
              n.ike(1).setRemoteId("hz.example.com");
            },
            n -> {
              ConnectionCases.ikev1(n);
              n.ike(1).setRemoteId("192.168.1.2");
            }),
        c(
            "C09",
            ALIBABA_CURRENT,
            WARNING,
            "local name",
            n -> {
              ConnectionCases.ikev1(n);
              n.ike(1).setLocalId("hub.example.com");
            },
            n -> n.ike(1).setLocalId("hub.example.com")),
        c(
            "C10",
            HUB_NATIVE,
            WARNING,
            "aggressive",
            n -> {
              ConnectionCases.ikev1(n);
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
              ConnectionCases.ikev1(n);
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
}
