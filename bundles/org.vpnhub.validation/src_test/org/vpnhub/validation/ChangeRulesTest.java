package org.vpnhub.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Profile;

/** Rules about changes: K04, G06 and G11. */
class ChangeRulesTest {
  private final Net before = Net.of(Profile.ALIBABA_CURRENT);
  private final Net after = Net.of(Profile.ALIBABA_CURRENT);

  private List<String> compare(Profile profile) {
    return Validator.compare(before.network, after.network, profile).stream()
        .map(f -> f.problem().code() + " " + f.problem().elementId() + " " + f.problem().message())
        .toList();
  }

  @Test
  void nothingChanged() {
    assertEquals(List.of(), compare(Profile.ALIBABA_CURRENT));
  }

  @Test
  void asNumber() {
    after.peer(0).setAsn("65001");
    assertEquals(
        List.of(
            "K04 cgw-shanghai the AS number (unset) became 65001, which the cloud does not allow"),
        compare(Profile.ALIBABA_CURRENT));
    assertEquals(List.of(), compare(Profile.HUB_NATIVE));
  }

  /** A new object may have any address. */
  @Test
  void aNewCustomerGatewayIsNoEdit() {
    after.peer(0).setIpAddress("203.0.113.77");
    after.peer(0).setId("cgw-shanghai-2");
    assertEquals(List.of(), compare(Profile.ALIBABA_CURRENT));
  }

  @Test
  void bgpSwitchedOff() {
    before.gateway.setEnableBgp(true);
    assertEquals(
        List.of("G06 vpn-hub BGP was on and is switched off, which the cloud does not allow"),
        compare(Profile.ALIBABA_CURRENT));
    assertEquals(List.of(), compare(Profile.HUB_NATIVE));
    after.gateway.setEnableBgp(true);
    assertEquals(List.of(), compare(Profile.ALIBABA_CURRENT));
  }

  private List<String> deletion(NamedElement element) {
    return Validator.beforeDeletion(before.network, element).stream()
        .map(f -> f.problem().code() + " " + f.problem().message())
        .toList();
  }

  @Test
  void dependentsComeInTheOrderOfDeletion() {
    String inUse = "G11 cannot be deleted while it is in use by ";
    assertEquals(List.of(inUse + "IPsec connection Shanghai"), deletion(before.peer(0)));
    assertEquals(List.of(inUse + "VPN gateway hub"), deletion(before.gateway.getVSwitch()));
    before.table.getEntries().clear();
    before.route("10.10.10.0/24", 0, 100);
    assertEquals(
        List.of(inUse + "destination route 10.10.10.0/24"), deletion(before.connection(0)));
    assertEquals(
        List.of(
            inUse
                + "destination route 10.10.10.0/24, IPsec connection Shanghai, IPsec connection"
                + " Hangzhou and 1 more"),
        deletion(before.gateway));
    EcoreUtil.remove(before.connection(0));
    assertEquals(List.of(), deletion(before.peer(0)));
    assertEquals(List.of(), deletion(before.connection(0)));
    assertEquals(List.of(), deletion(before.site(0)));
  }
}
