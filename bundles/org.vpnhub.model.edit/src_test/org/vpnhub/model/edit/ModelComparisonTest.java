package org.vpnhub.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.IkeConfig;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tag;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnhubFactory;
import org.vpnhub.model.VpnhubPackage.Literals;

/** Two versions of a model in words. */
class ModelComparisonTest {
  private final Network before = Offices.network();
  private Network after;

  @BeforeEach
  void copy() {
    after = EcoreUtil.copy(before);
  }

  private void says(String... lines) {
    assertEquals(
        List.of(lines),
        ModelComparison.compare(before, after).stream()
            .map(ModelComparison.Difference::line)
            .toList());
  }

  private Tunnel tunnel(Network network) {
    return Offices.connection(network, 1).getTunnels().getFirst();
  }

  @Test
  void nothing() {
    says();
  }

  @Test
  void theOrderOfElementsDoesNotMatter() {
    after.getSites().move(0, 2);
    says();
  }

  @Test
  void oneValue() {
    VpnConnection c = Offices.connection(after, 1);
    c.getRemoteSubnets().set(0, "10.10.21.0/24");
    says("Hangzhou: remote network 10.10.20.0/24 → 10.10.21.0/24");
  }

  @Test
  void aSitesPrefixWithAllThatFollows() {
    Changes.setList(Offices.site(after, 1), Literals.SITE__CIDRS, List.of("10.10.21.0/24"));
    says(
        "10.10.21.0/24: added (to hub)",
        "Hangzhou: remote network 10.10.20.0/24 → 10.10.21.0/24",
        "Hangzhou: prefixes 10.10.20.0/24 → 10.10.21.0/24",
        "10.10.20.0/24: removed (to hub)");
  }

  @Test
  void aListThatKeepsSomeOfItsValues() {
    Site site = Offices.site(after, 1);
    site.getCidrs().add("10.10.22.0/24");
    says("Hangzhou: prefixes with 10.10.22.0/24");
    Offices.site(before, 1).getCidrs().add("10.10.23.0/24");
    says("Hangzhou: prefixes without 10.10.23.0/24", "Hangzhou: prefixes with 10.10.22.0/24");
  }

  @Test
  void anOrderOfValuesThatMatters() {
    Offices.site(before, 1).getCidrs().add("10.10.22.0/24");
    Offices.site(after, 1).getCidrs().add(0, "10.10.22.0/24");
    says("Hangzhou: prefixes 10.10.20.0/24, 10.10.22.0/24 → 10.10.22.0/24, 10.10.20.0/24");
  }

  @Test
  void algorithmsTimesAndSwitches() {
    IkeConfig ike = tunnel(after).getIkeConfig();
    ike.setIkeVersion(IkeVersion.IKEV1);
    ike.setIkeLifetime(28800);
    tunnel(after).setEnableDpd(false);
    says(
        "Hangzhou: dead peer detection on → off",
        "Hangzhou: IKE version ikev2 → ikev1",
        "Hangzhou: IKE lifetime 86400 → 28800 s");
  }

  @Test
  void partsThatComeAndGo() {
    Offices.connection(after, 1).setHealthCheck(VpnhubFactory.eINSTANCE.createHealthCheckConfig());
    tunnel(after).setIpsecConfig(null);
    says("Hangzhou: health check added", "Hangzhou: phase 2 (IPsec) removed");
    Network later = EcoreUtil.copy(after);
    Offices.connection(later, 1).getHealthCheck().setRetry(5);
    assertEquals(
        "Hangzhou: health check: retry 3 → 5 pings",
        ModelComparison.compare(after, later).getFirst().line());
  }

  @Test
  void referencesByNameAndWhereTheNamesAreAlikeById() {
    Offices.site(after, 1).setStandbyFor(Offices.site(after, 0));
    tunnel(after).setCustomerGateway(Offices.peer(after, 0));
    Offices.peer(after, 0).setName("Hangzhou");
    says(
        "Hangzhou: customer gateway Hangzhou (cgw-hangzhou) → Hangzhou (cgw-shanghai)",
        "Hangzhou: name Shanghai → Hangzhou",
        "Hangzhou: standby for none → Shanghai");
  }

  @Test
  void whatIsWithinSomethingNewIsNotListed() {
    Changes.addSite(Offices.gateway(after), Offices.row("Suzhou", "203.0.113.40", "10.10.40.0/24"));
    says(
        "10.10.40.0/24: added (to hub)",
        "Suzhou: added (10.10.40.0/24)",
        "Suzhou: added (203.0.113.40)",
        "Suzhou: added (10.10.40.0/24)");
  }

  @Test
  void whatWasMoved() {
    Changes.addGateway(Offices.vpc(after), "second", "198.51.100.2");
    Changes.addGateway(Offices.vpc(before), "second", "198.51.100.2");
    Offices.vpc(after)
        .getVpnGateways()
        .getLast()
        .getConnections()
        .add(Offices.connection(after, 1));
    says("Hangzhou: moved from hub to second");
  }

  @Test
  void tags() {
    Tag tag = VpnhubFactory.eINSTANCE.createTag();
    tag.setKey("floor");
    tag.setValue("3");
    Offices.site(after, 1).getTags().add(tag);
    says("Hangzhou: tags none → floor=3");
  }

  @Test
  void keysAreNeverShown() {
    tunnel(before).getIkeConfig().setPsk("abracadabra-1");
    tunnel(after).getIkeConfig().setPsk("abracadabra-2");
    Offices.peer(after, 1).setAuthKey("abracadabra-3");
    says("Hangzhou: pre-shared key changed", "Hangzhou: BGP key changed");
    assertFalse(
        ModelComparison.text(ModelComparison.compare(before, after)).contains("abracadabra"));
  }

  @Test
  void textByElement() {
    Site site = Offices.site(after, 1);
    site.setPublicIp("203.0.113.99");
    site.setDescription("moved\nto the park");
    assertEquals(
        """
        site Hangzhou
          description none → moved to the park
          public address 203.0.113.20 → 203.0.113.99
        """,
        ModelComparison.text(ModelComparison.compare(before, after)));
  }
}
