package org.vpnhub.validation;

import static org.vpnhub.base.Severity.ERROR;
import static org.vpnhub.base.Severity.WARNING;
import static org.vpnhub.model.Profile.ALIBABA_2018;
import static org.vpnhub.model.Profile.ALIBABA_CURRENT;
import static org.vpnhub.model.Profile.HUB_NATIVE;

import java.util.List;
import java.util.function.Consumer;
import org.vpnhub.base.Severity;
import org.vpnhub.model.BgpConfig;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Profile;
import org.vpnhub.model.RouteEntryType;
import org.vpnhub.model.SelectorMode;
import org.vpnhub.model.Tag;
import org.vpnhub.model.VpnConnection;

/** Cases of the sections C1 and C2, names and addresses. */
final class AddressCases {
  private AddressCases() {}

  private static RuleCase c(
      String rule, Profile p, Severity s, String name, Consumer<Net> trigger, Consumer<Net> not) {
    return new RuleCase(rule, p, s, name, trigger, not);
  }

  static List<RuleCase> names() {
    return List.of(
        c(
            "N01",
            ALIBABA_2018,
            ERROR,
            "one character",
            n -> n.peer(1).setName("H"),
            n -> n.peer(1).setName("Hz")),
        c(
            "N01",
            ALIBABA_CURRENT,
            ERROR,
            "101 characters",
            n -> n.peer(1).setName("h".repeat(101)),
            n -> n.peer(1).setName("h")),
        c(
            "N01",
            HUB_NATIVE,
            ERROR,
            "129 characters",
            n -> n.site(1).setName("杭".repeat(129)),
            n -> n.site(1).setName("杭".repeat(128))),
        c(
            "N01",
            HUB_NATIVE,
            ERROR,
            "a line break",
            n -> n.site(1).setName("Hang\nzhou"),
            n -> n.site(1).setName("Hang zhou (west) 杭州")),
        c(
            "N01",
            HUB_NATIVE,
            ERROR,
            "empty",
            n -> n.site(1).setName(""),
            n -> n.site(1).setName(null)),
        c(
            "N01",
            ALIBABA_2018,
            ERROR,
            "a digit first",
            n -> n.connection(1).setName("1Hangzhou"),
            n -> n.connection(1).setName("杭州1._-")),
        c(
            "N01",
            ALIBABA_2018,
            ERROR,
            "a space",
            n -> n.gateway.setName("the hub"),
            n -> n.vpc.setName("the VPC")),
        c(
            "N01",
            ALIBABA_CURRENT,
            ERROR,
            "a web address",
            n -> n.vpc.setName("https://vpc"),
            n -> n.vpc.setName("vpc https")),
        c(
            "N02",
            ALIBABA_2018,
            ERROR,
            "one character",
            n -> n.gateway.setDescription("x"),
            n -> n.gateway.setDescription("xy")),
        c(
            "N02",
            ALIBABA_CURRENT,
            ERROR,
            "101 characters",
            n -> n.peer(0).setDescription("x".repeat(101)),
            n -> n.gateway.setDescription("x".repeat(256))),
        c(
            "N02",
            ALIBABA_CURRENT,
            ERROR,
            "a web address",
            n -> n.gateway.setDescription("http://x"),
            n -> n.site(0).setDescription("http://x")),
        c(
            "N03",
            HUB_NATIVE,
            WARNING,
            "connections",
            n -> n.connection(1).setName("Shanghai"),
            n -> n.tunnel(1).setName("Shanghai")),
        c("N03", HUB_NATIVE, WARNING, "sites", n -> n.site(1).setName("Shanghai"), n -> {}),
        c("N04", ALIBABA_2018, ERROR, "21 tags", n -> tags(n.vpc, 21), n -> tags(n.vpc, 20)),
        c(
            "N04",
            HUB_NATIVE,
            ERROR,
            "a key twice",
            n -> tag(tag(n.vpc, "a", "1"), "a", "2"),
            n -> tags(n.vpc, 21)),
        c(
            "N04",
            HUB_NATIVE,
            ERROR,
            "no key",
            n -> tag(n.vpc, null, "1"),
            n -> tag(n.vpc, "a", null)),
        c(
            "N04",
            ALIBABA_CURRENT,
            ERROR,
            "a long key",
            n -> tag(n.vpc, "k".repeat(65), "1"),
            n -> tag(n.vpc, "k".repeat(64), "1".repeat(128))),
        c(
            "N04",
            ALIBABA_CURRENT,
            ERROR,
            "a long value",
            n -> tag(n.vpc, "k", "1".repeat(129)),
            n -> tag(n.vpc, "k", "")),
        c(
            "N04",
            ALIBABA_CURRENT,
            ERROR,
            "a key of the cloud",
            n -> tag(n.vpc, "acs:x", "1"),
            n -> tag(n.vpc, "x-acs:", "1")),
        c(
            "N04",
            ALIBABA_CURRENT,
            ERROR,
            "a web address",
            n -> tag(n.vpc, "x", "see http://y"),
            n -> tag(n.vpc, "x", "http")));
  }

  private static void tags(NamedElement e, int count) {
    for (int i = 0; i < count; i++) tag(e, "key" + i, "v");
  }

  private static NamedElement tag(NamedElement e, String key, String value) {
    Tag tag = Net.NEW.createTag();
    tag.setKey(key);
    tag.setValue(value);
    e.getTags().add(tag);
    return e;
  }

  static List<RuleCase> addresses() {
    return List.of(
        c(
            "A01",
            HUB_NATIVE,
            ERROR,
            "host bits of a site",
            n -> n.site(1).getCidrs().set(0, "10.10.20.5/24"),
            n -> n.site(1).getCidrs().set(0, "10.10.20.5/32")),
        c(
            "A01",
            HUB_NATIVE,
            ERROR,
            "malformed network",
            n -> n.connection(1).getRemoteSubnets().set(0, "10.10.20/24"),
            n -> {}),
        c(
            "A01",
            HUB_NATIVE,
            ERROR,
            "no prefix length",
            n -> n.vpc.setCidrBlock("10.0.0.0"),
            n -> n.vpc.setCidrBlock("10.0.0.0/15")),
        c(
            "A01",
            HUB_NATIVE,
            ERROR,
            "site without prefix",
            n -> n.site(1).getCidrs().clear(),
            n -> n.vpc.getSecondaryCidrBlocks().clear()),
        c(
            "A01",
            HUB_NATIVE,
            ERROR,
            "no summary",
            n -> n.site(1).setSelectorMode(SelectorMode.SUMMARY),
            n -> n.site(1).setSelectorMode(SelectorMode.ANY)),
        c(
            "A01",
            HUB_NATIVE,
            ERROR,
            "host bits of BGP",
            n -> bgp(n, "169.254.10.1/30"),
            n -> bgp(n, "169.254.10.0/30")),
        c(
            "A01",
            HUB_NATIVE,
            ERROR,
            "route without destination",
            n -> n.route("10.10.20.0/24", 1, 100).setRouteDest(null),
            n -> n.route("10.10.20.0/24", 1, 100)),
        c(
            "A02",
            HUB_NATIVE,
            ERROR,
            "site inside the VPC",
            n -> n.site(1).getCidrs().set(0, "10.0.20.0/24"),
            n -> n.site(1).getCidrs().set(0, "10.1.0.0/24")),
        c(
            "A02",
            HUB_NATIVE,
            ERROR,
            "site around the VPC",
            n -> n.site(1).getCidrs().set(0, "10.0.0.0/15"),
            n -> {}),
        c(
            "A02",
            HUB_NATIVE,
            ERROR,
            "secondary prefix",
            n -> n.vpc.getSecondaryCidrBlocks().add("10.10.0.0/19"),
            n -> n.secondGateway().getVpc().setCidrBlock("10.10.0.0/19")),
        c(
            "A03",
            HUB_NATIVE,
            ERROR,
            "equal",
            n -> n.site(1).getCidrs().set(0, "10.10.10.0/24"),
            n -> {}),
        c(
            "A03",
            HUB_NATIVE,
            ERROR,
            "inside",
            n -> n.site(1).getCidrs().set(0, "10.10.0.0/19"),
            n -> n.site(1).getCidrs().set(0, "10.10.0.0/21")),
        c(
            "A03",
            HUB_NATIVE,
            ERROR,
            "three sites",
            n -> {
              n.site(1).getCidrs().set(0, "10.10.10.0/24");
              n.site(2).getCidrs().set(0, "10.10.10.128/25");
            },
            n -> n.site(2).getCidrs().set(0, "10.10.11.0/24")),
        c(
            "A03",
            HUB_NATIVE,
            ERROR,
            "standby of another site",
            n -> {
              n.site(1).getCidrs().set(0, "10.10.10.0/24");
              n.site(1).setStandbyFor(n.site(2));
            },
            n -> n.site(1).setStandbyFor(n.site(0))),
        c(
            "A03",
            HUB_NATIVE,
            WARNING,
            "declared standby",
            n -> {
              n.site(1).getCidrs().set(0, "10.10.10.0/24");
              n.site(1).setStandbyFor(n.site(0));
            },
            n -> n.site(1).setStandbyFor(n.site(0))),
        c(
            "A03",
            HUB_NATIVE,
            WARNING,
            "standby by routes",
            n -> {
              n.site(1).getCidrs().set(0, "10.10.10.0/24");
              n.route("10.10.10.0/24", 0, 100);
              n.route("10.10.10.0/24", 1, 0);
            },
            n -> n.route("10.10.10.0/24", 0, 100)),
        c(
            "A03",
            HUB_NATIVE,
            ERROR,
            "routes to other places",
            n -> {
              n.site(1).getCidrs().set(0, "10.10.10.0/24");
              n.route("10.10.10.0/25", 0, 100);
              n.route("10.10.10.128/25", 1, 0);
            },
            n -> {}),
        c(
            "A03",
            HUB_NATIVE,
            ERROR,
            "connections made by hand",
            n -> {
              byHand(n, 0);
              byHand(n, 1).getRemoteSubnets().set(0, "10.10.10.0/25");
            },
            n -> byHand(n, 1)),
        c(
            "A04",
            HUB_NATIVE,
            ERROR,
            "outside of the VPC",
            n -> n.vSwitch("b", "10.1.0.0/24"),
            n -> n.vSwitch("b", "10.0.1.0/24")),
        c(
            "A04",
            HUB_NATIVE,
            ERROR,
            "overlapping",
            n -> n.vSwitch("b", "10.0.0.128/25"),
            n -> {
              n.vpc.getSecondaryCidrBlocks().add("10.1.0.0/16");
              n.vSwitch("b", "10.1.0.0/24");
            }),
        c(
            "A05",
            HUB_NATIVE,
            ERROR,
            "site inside",
            n -> n.site(1).getCidrs().set(0, "100.64.20.0/24"),
            n -> n.site(1).getCidrs().set(0, "100.128.20.0/24")),
        c(
            "A05",
            ALIBABA_2018,
            ERROR,
            "route around",
            n -> n.entry("100.0.0.0/8"),
            n -> n.entry("0.0.0.0/0")),
        c(
            "A05",
            ALIBABA_2018,
            ERROR,
            "entry of a user",
            n -> n.entry("100.64.0.0/10"),
            n -> n.entry("100.64.0.0/10").setType(RouteEntryType.SYSTEM)),
        c(
            "A06",
            HUB_NATIVE,
            WARNING,
            "public site",
            n -> n.site(1).getCidrs().set(0, "8.8.8.0/24"),
            n -> {
              n.site(1).getCidrs().set(0, "8.8.8.0/24");
              n.vpc.getUserCidrs().add("8.8.0.0/16");
            }),
        c(
            "A06",
            HUB_NATIVE,
            WARNING,
            "half public",
            n -> n.site(1).getCidrs().set(0, "172.16.0.0/11"),
            n -> n.site(1).getCidrs().set(0, "172.16.0.0/12")),
        c(
            "A07",
            HUB_NATIVE,
            ERROR,
            "link local",
            n -> n.site(1).getCidrs().set(0, "169.254.7.0/24"),
            n -> n.site(1).getCidrs().set(0, "169.253.7.0/24")),
        c(
            "A07",
            HUB_NATIVE,
            ERROR,
            "multicast",
            n -> n.site(1).getCidrs().set(0, "232.0.0.0/8"),
            n -> n.site(1).getCidrs().set(0, "223.0.0.0/8")),
        c(
            "A08",
            HUB_NATIVE,
            ERROR,
            "inside the selector",
            n -> n.peer(1).setIpAddress("10.10.20.1"),
            n -> n.peer(1).setIpAddress("10.10.21.1")),
        c(
            "A08",
            HUB_NATIVE,
            WARNING,
            "inside the office, not the selector",
            n -> {
              n.connection(1).getRemoteSubnets().set(0, "0.0.0.0/0");
              n.peer(1).setIpAddress("10.10.20.1");
            },
            n -> n.connection(1).getRemoteSubnets().set(0, "0.0.0.0/0")),
        c(
            "A08",
            HUB_NATIVE,
            WARNING,
            "inside the VPC",
            n -> n.peer(1).setIpAddress("10.0.9.9"),
            n -> n.peer(1).setIpAddress("11.0.9.9")));
  }

  /** Makes a connection that belongs to no site. */
  private static VpnConnection byHand(Net n, int i) {
    VpnConnection c = n.connection(i);
    c.setSite(null);
    c.getTunnels().getFirst().getCustomerGateway().setSite(null);
    return c;
  }

  static BgpConfig bgp(Net n, String cidr) {
    BgpConfig bgp = Net.NEW.createBgpConfig();
    bgp.setTunnelCidr(cidr);
    n.tunnel(1).setBgpConfig(bgp);
    return bgp;
  }
}
