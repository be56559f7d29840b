package org.vpnhub.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Secret;
import org.vpnhub.base.SiteId;
import org.vpnhub.exporter.DeviceCapabilities.VolumeLimit;
import org.vpnhub.exporter.SelectorAbility.Style;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.DpdPlan;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;
import org.vpnhub.plan.SelectorMode;
import org.vpnhub.plan.SitePlan;

/** Each rule alone: a device that can do all but one thing, and a plan that asks for it. */
class CapabilityCheckTest {
  private static final Algorithms ALL =
      new Algorithms(
          EnumSet.allOf(Encryption.class), EnumSet.allOf(Hash.class), EnumSet.allOf(DhGroup.class));
  private static final Ipv4Prefix OWN = Ipv4Prefix.parse("10.1.0.0/24");
  private static final List<Ipv4Prefix> OTHERS =
      List.of(Ipv4Prefix.parse("10.2.0.0/24"), Ipv4Prefix.parse("10.3.0.0/24"));

  // The device.
  private List<DeviceRelease> releases = List.of(release("1.0", ALL), release("2.0", ALL));
  private SelectorAbility selectors =
      new SelectorAbility(Style.POLICY_BASED, true, true, true, true);
  private KeyRules keys = KeyRules.anyPrintable(100);
  private boolean pfs = true;
  private boolean dpd = true;
  private boolean natSwitch = true;
  private List<SiteFact> needs = List.of();
  private Lifetimes ikeLifetimes = Lifetimes.ANY;
  private VolumeLimit volume = VolumeLimit.NONE;

  // The plan.
  private String release = "2.1";
  private IkeVersion version = IkeVersion.IKEV2;
  private Encryption espCipher = Encryption.AES256GCM16;
  private Optional<Hash> espHash = Optional.empty();
  private List<Ipv4Prefix> local = List.of(OWN);
  private List<Ipv4Prefix> remote = OTHERS;
  private boolean natTraversal = true;
  private String key = "";
  private DevicePlan facts = facts("", 0);
  private Identity localId = new Identity.Fqdn("office.example.com");

  @Test
  void aDeviceThatCanDoAllHasNoProblem() {
    assertEquals(List.of(), codes());
  }

  @Test
  void c27WhatNoReleaseCanDo() {
    Algorithms less = ALL.without(List.of(Encryption.AES256GCM16), List.of(), List.of());
    releases = List.of(release("1.0", less), release("2.0", less));
    assertEquals(List.of("C27 ERROR", "C27 ERROR"), codes());
    assertTrue(check().getFirst().remedy().contains("aes256"), check().toString());
  }

  @Test
  void c30WhatThisReleaseCannotDo() {
    Algorithms less = ALL.without(List.of(), List.of(Hash.SHA256), List.of(DhGroup.GROUP31));
    releases = List.of(release("1.0", ALL), release("2.0", less));
    assertEquals(List.of("C30 ERROR", "C30 ERROR", "C30 ERROR"), codes());
    release = "1.9";
    assertEquals(List.of(), codes());
    release = "";
    assertEquals(List.of(), codes(), "an unknown release is taken for the oldest");
    release = "0.9";
    assertEquals(List.of("C30 WARNING"), codes());
  }

  @Test
  void c27IkeVersion() {
    releases = List.of(new DeviceRelease("1.0", Map.of(IkeVersion.IKEV1, ALL), ALL));
    assertEquals(List.of("C27 ERROR"), codes());
    releases = List.of(releases.getFirst(), release("3.0", ALL));
    assertEquals(List.of("C30 ERROR"), codes());
  }

  @Test
  void c27EspWithoutIntegrity() {
    espCipher = Encryption.AES128;
    assertEquals(List.of("C27 ERROR"), codes());
    espHash = Optional.of(Hash.SHA256);
    assertEquals(List.of(), codes());
  }

  @Test
  void d01FactsThatOnlyTheOwnerKnows() {
    needs = List.of(SiteFact.WAN_INTERFACE, SiteFact.TUNNEL_NUMBER);
    assertEquals(List.of("D01 ERROR", "D01 ERROR"), codes());
    assertTrue(check().getFirst().remedy().contains("wanInterface"), check().toString());
    facts = facts("eth0", 7);
    assertEquals(List.of(), codes());
  }

  @Test
  void d02FactsThatCouldSayMore() {
    needs = List.of(SiteFact.WAN_INTERFACE);
    for (String bad : List.of("eth0\nno ip", "eth0; reboot", "a\"b", "eth0 ", "$(x)", "?")) {
      facts = facts(bad, 0);
      assertEquals(List.of("D02 ERROR"), codes(), bad);
    }
    facts = facts("GigabitEthernet0/0/0.100", 0);
    assertEquals(List.of(), codes());
  }

  @Test
  void d02IdentitiesThatCouldSayMore() {
    for (String bad : List.of("a b", "x\"; quit", "a\nb", "?")) {
      localId = new Identity.Fqdn(bad);
      assertEquals(List.of("D02 ERROR"), codes(), bad);
    }
    localId = new Identity.Email("office@example.com");
    assertEquals(List.of(), codes());
  }

  @Test
  void c27LifetimesAndT07Volume() {
    ikeLifetimes = new Lifetimes(120, 28800);
    assertEquals(List.of("C27 ERROR"), codes());
    ikeLifetimes = Lifetimes.ANY;
    volume = VolumeLimit.RAISED;
    assertEquals(List.of("T07 INFO"), codes());
  }

  @Test
  void c26Pairs() {
    selectors = new SelectorAbility(Style.POLICY_BASED, false, true, true, true);
    assertEquals(List.of("C26 WARNING"), codes());
    selectors = new SelectorAbility(Style.POLICY_BASED, false, false, true, true);
    assertEquals(List.of("C26 ERROR"), codes());
    remote = List.of(OTHERS.getFirst());
    assertEquals(List.of(), codes());
    remote = OTHERS;
    version = IkeVersion.IKEV1;
    selectors = new SelectorAbility(Style.POLICY_BASED, true, true, true, true);
    assertEquals(List.of("C26 WARNING"), codes(), "IKEv1 never lists");
  }

  @Test
  void c28PfsThatTheDeviceDecides() {
    pfs = false;
    assertEquals(List.of("C28 WARNING"), codes());
    version = IkeVersion.IKEV1;
    remote = List.of(OTHERS.getFirst());
    assertEquals(List.of(), codes(), "IKEv1 fails at once and needs no rehearsal");
  }

  @Test
  void c29RouteBasedWithoutOverride() {
    selectors = new SelectorAbility(Style.ROUTE_BASED, true, true, false, true);
    assertEquals(List.of("C29 WARNING"), codes());
    version = IkeVersion.IKEV1;
    remote = List.of(OTHERS.getFirst());
    assertEquals(List.of("C29 ERROR"), codes());
    local = List.of(Ipv4Prefix.ANY);
    remote = List.of(Ipv4Prefix.ANY);
    assertEquals(List.of(), codes());
  }

  @Test
  void a09AndA10TheSitesOwnNetwork() {
    remote = List.of(Ipv4Prefix.ANY);
    assertEquals(List.of("A09 WARNING"), codes());
    remote = List.of(Ipv4Prefix.parse("10.0.0.0/8"));
    assertEquals(List.of(), codes());
    selectors = new SelectorAbility(Style.POLICY_BASED, true, true, true, false);
    assertEquals(List.of("A10 WARNING"), codes());
    selectors = new SelectorAbility(Style.ROUTE_BASED, true, true, true, false);
    assertEquals(List.of(), codes());
  }

  @Test
  void c27NatTraversalAndDpd() {
    natTraversal = false;
    natSwitch = false;
    dpd = false;
    assertEquals(List.of("C27 WARNING", "C27 WARNING"), codes());
  }

  @Test
  void c08AndC06Keys() {
    keys = new KeyRules(8, 20, c -> c != '?', "anything but a question mark");
    key = "short";
    assertEquals(List.of("C08 ERROR"), codes());
    key = "what-is-this?";
    assertEquals(List.of("C08 ERROR"), codes());
    assertTrue(!check().toString().contains("what-is"), "the key itself must not be shown");
    key = "x".repeat(21);
    assertEquals(List.of("C08 ERROR"), codes());
    key = "x".repeat(20);
    assertEquals(List.of(), codes());
    ExportRequest unknown = new ExportRequest(site(), r -> Optional.empty(), true);
    assertEquals("C06", CapabilityCheck.check(unknown, device()).getFirst().code());
  }

  @Test
  void r14NothingToExport() {
    SitePlan s = site();
    GatewayPlan none =
        new GatewayPlan(
            "g", "g", s.gateway().address(), 1500, List.of(OWN), List.of(), List.of(), List.of());
    SitePlan empty =
        new SitePlan(
            s.id(), s.name(), s.device(), s.prefixes(), OTHERS, s.selectorMode(), none, 1400, 1360);
    Problem p = CapabilityCheck.check(empty, device()).getFirst();
    assertEquals("R14", p.code());
    assertTrue(p.isError());
  }

  @Test
  void releasesCompareByNumbers() {
    assertTrue(DeviceCapabilities.compareReleases("5.10", "5.9") > 0);
    assertTrue(DeviceCapabilities.compareReleases("15.1X49-D100", "15.1X49-D90") > 0);
    assertTrue(DeviceCapabilities.compareReleases("17.9.1a", "17.11") < 0);
    assertEquals(0, DeviceCapabilities.compareReleases("6", "6.0"));
    assertEquals(0, DeviceCapabilities.compareReleases("v6.0", "06.0"));
  }

  private List<String> codes() {
    return check().stream().map(p -> p.code() + " " + p.severity()).collect(Collectors.toList());
  }

  private List<Problem> check() {
    Optional<Secret> secret = key.isEmpty() ? Optional.empty() : Optional.of(Secret.ofText(key));
    return CapabilityCheck.check(new ExportRequest(site(), r -> secret, false), device());
  }

  private DeviceCapabilities device() {
    DeviceCapabilities.Builder device =
        DeviceCapabilities.of("box", "Vendor", "Box").selectors(selectors).keys(keys);
    releases.forEach(device::release);
    if (!pfs) device.pfsNotSettable();
    if (!dpd) device.withoutDpd();
    if (!natSwitch) device.natTraversalAlways();
    needs.forEach(n -> device.needs(n, "an example"));
    device.ikeLifetimes(ikeLifetimes.min(), ikeLifetimes.max()).volumeLimit(volume);
    return device.build();
  }

  private static DevicePlan facts(String wanInterface, int tunnelNumber) {
    return new DevicePlan(
        "box",
        "",
        wanInterface,
        Optional.empty(),
        List.of(),
        "",
        "",
        Optional.empty(),
        false,
        false,
        tunnelNumber,
        0);
  }

  private static DevicePlan onRelease(DevicePlan d, String release) {
    return new DevicePlan(
        d.deviceId(),
        release,
        d.wanInterface(),
        d.wanAddress(),
        d.lanInterfaces(),
        d.wanZone(),
        d.lanZone(),
        d.nextHop(),
        d.behindNat(),
        d.sourceNat(),
        d.tunnelNumber(),
        d.ruleNumber());
  }

  private static DeviceRelease release(String name, Algorithms algorithms) {
    return new DeviceRelease(
        name, Map.of(IkeVersion.IKEV1, algorithms, IkeVersion.IKEV2, algorithms), algorithms);
  }

  private SitePlan site() {
    Ipv4Address here = Ipv4Address.parse("203.0.113.10");
    Ipv4Address hub = Ipv4Address.parse("198.51.100.1");
    ConnectionPlan c =
        new ConnectionPlan(
            new ConnectionId("vco-1"),
            "one",
            "hub",
            here,
            hub,
            localId,
            new Identity.Address(hub),
            "psk-1",
            new IkePlan(
                version,
                ExchangeMode.MAIN,
                Encryption.AES256GCM16,
                Hash.SHA256,
                DhGroup.GROUP31,
                86400),
            new IpsecPlan(espCipher, espHash, Optional.of(DhGroup.GROUP31), 3600),
            List.of(new ChildPlan("net", local, remote)),
            true,
            new DpdPlan(true, 30),
            natTraversal,
            false,
            false,
            OTHERS,
            false);
    GatewayPlan gateway =
        new GatewayPlan(
            "site-1", "one", here, 1500, List.of(OWN), List.of(c), List.of(), List.of());
    return new SitePlan(
        new SiteId("site-1"),
        "one",
        onRelease(facts, release),
        List.of(OWN),
        OTHERS,
        SelectorMode.EXPLICIT,
        gateway,
        1438,
        1398);
  }
}
