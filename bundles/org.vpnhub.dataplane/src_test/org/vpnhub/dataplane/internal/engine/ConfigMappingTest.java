package org.vpnhub.dataplane.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.Plans;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;

class ConfigMappingTest {
  private static final Optional<Secret> KEY = Optional.of(Secret.ofText("a key of some length"));

  private static ConfigMapping mapping(boolean nativeEsp, boolean force) {
    return new ConfigMapping(ref -> KEY, nativeEsp, force, true);
  }

  private static ConnectionPlan plan(IkePlan ike, IpsecPlan ipsec, boolean natTraversal) {
    ConnectionPlan p = Plans.hubConnection("a", 10);
    return new ConnectionPlan(
        p.id(),
        p.name(),
        p.peerName(),
        p.localAddress(),
        p.remoteAddress(),
        p.localId(),
        p.remoteId(),
        p.pskReference(),
        ike,
        ipsec,
        p.children(),
        p.initiate(),
        p.dpd(),
        natTraversal,
        false,
        false,
        p.peerPrefixes(),
        true);
  }

  private static String refusal(ConfigMapping.Mapped mapped) {
    return assertInstanceOf(ConfigMapping.Mapped.Refused.class, mapped).reason();
  }

  private static ConnectionConfig config(ConfigMapping.Mapped mapped) {
    return assertInstanceOf(ConfigMapping.Mapped.Config.class, mapped).config();
  }

  @Test
  void aPlanBecomesAConfiguration() {
    ConnectionConfig c = config(mapping(false, false).map(Plans.hubConnection("a", 10)));
    assertEquals("[0.0.0.0/0]", c.children().getFirst().local().toString());
    assertEquals("[10.10.10.0/24]", c.children().getFirst().remote().toString());
    assertEquals(Optional.of(Duration.ofSeconds(30)), c.dpdInterval());
    assertEquals("198.51.100.10", c.remoteId().toString());
    assertTrue(c.proposals().getFirst().toString().contains("AES_GCM_16_128"));
    assertTrue(c.forceUdpEncapsulation(), "no raw socket");
    assertFalse(
        config(mapping(true, false).map(Plans.hubConnection("a", 10))).forceUdpEncapsulation());
  }

  @Test
  void natTraversalOffNeedsARawSocket() {
    ConnectionPlan off = plan(Plans.IKE, Plans.IPSEC, false);
    String reason = refusal(mapping(false, false).map(off));
    assertTrue(reason.contains("CAP_NET_RAW"), reason);
    assertFalse(config(mapping(true, false).map(off)).natTraversal());
    assertTrue(refusal(mapping(true, true).map(off)).contains("force UDP encapsulation"));
  }

  @ParameterizedTest
  @CsvSource({
    "IKEV1, AES128GCM16, SHA256, GROUP31, ikev1",
    "IKEV2, CHACHA20POLY1305, SHA256, GROUP31, chacha20poly1305",
    "IKEV2, TRIPLE_DES, SHA256, GROUP31, 3des",
    "IKEV2, AES128, SHA1, GROUP31, sha1",
    "IKEV2, AES128GCM16, MD5, GROUP31, md5",
    "IKEV2, AES128, SHA256, GROUP2, group2",
    "IKEV2, AES128, SHA256, GROUP31_MLKEM768, group31+mlkem768"
  })
  void whatTheEngineCannotDoIsRefusedByName(
      IkeVersion version, Encryption encryption, Hash hash, DhGroup group, String named) {
    IkePlan ike = new IkePlan(version, ExchangeMode.MAIN, encryption, hash, group, 0);
    String reason = refusal(mapping(true, false).map(plan(ike, Plans.IPSEC, true)));
    assertTrue(reason.contains(named), reason);
  }

  @Test
  void moreSelectorsThanAMessageCarriesAreRefused() {
    List<Ipv4Prefix> many = new ArrayList<>();
    for (int i = 0; i < 255; i++) many.add(new Ipv4Prefix(0x0a000000 | i << 9, 24));
    ChildPlan child = new ChildPlan("all", List.of(Ipv4Prefix.ANY), many);
    String reason = refusal(mapping(true, false).map(Plans.hubConnection("a", 10, List.of(child))));
    assertTrue(reason.contains("256 prefixes") && reason.contains("SUMMARY"), reason);
    ChildPlan fits = new ChildPlan("all", List.of(Ipv4Prefix.ANY), many.subList(0, 254));
    config(mapping(true, false).map(Plans.hubConnection("a", 10, List.of(fits))));
  }

  @Test
  void phaseTwoIsRefusedLikewise() {
    IpsecPlan noHash = new IpsecPlan(Encryption.AES256, Optional.empty(), Optional.empty(), 0);
    assertTrue(refusal(mapping(true, false).map(plan(Plans.IKE, noHash, true))).contains("hash"));
    IpsecPlan des = new IpsecPlan(Encryption.DES, Optional.of(Hash.SHA256), Optional.empty(), 0);
    assertTrue(
        refusal(mapping(true, false).map(plan(Plans.IKE, des, true))).contains("ESP cipher des"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Encryption.class,
      names = {"AES128GCM16", "AES256GCM16", "AES128", "AES192", "AES256"})
  void everySuiteOfTheEngine(Encryption encryption) {
    for (Hash hash : List.of(Hash.SHA256, Hash.SHA384, Hash.SHA512)) {
      for (DhGroup g :
          List.of(DhGroup.GROUP14, DhGroup.GROUP19, DhGroup.GROUP20, DhGroup.GROUP31)) {
        IkePlan ike = new IkePlan(IkeVersion.IKEV2, ExchangeMode.MAIN, encryption, hash, g, 3600);
        IpsecPlan ipsec =
            new IpsecPlan(
                encryption,
                encryption.isAead() ? Optional.empty() : Optional.of(hash),
                Optional.of(g),
                1800);
        ConnectionConfig c = config(mapping(true, false).map(plan(ike, ipsec, true)));
        assertEquals(g.number(), c.proposals().getFirst().keyExchange().transformId());
        assertEquals(encryption.keyBits(), c.proposals().getFirst().encryption().keyBits());
        assertEquals(Duration.ofSeconds(1800), c.children().getFirst().lifetime());
      }
    }
  }

  @Test
  void aMissingKeyIsNamed() {
    ConfigMapping none = new ConfigMapping(ref -> Optional.empty(), true, false, true);
    assertTrue(refusal(none.map(Plans.hubConnection("a", 10))).contains("'psk-a'"));
  }

  @Test
  void noLifetimeMeansTheDefault() {
    IkePlan ike =
        new IkePlan(
            IkeVersion.IKEV2,
            ExchangeMode.MAIN,
            Encryption.AES128,
            Hash.SHA256,
            DhGroup.GROUP14,
            0);
    assertEquals(
        Duration.ofDays(1),
        config(mapping(true, false).map(plan(ike, Plans.IPSEC, true))).lifetime());
  }
}
