package org.vpnhub.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vpnhub.model.Ciphers;
import org.vpnhub.model.IkeConfig;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.IpsecConfig;
import org.vpnhub.model.NetworkType;
import org.vpnhub.model.Profile;
import org.vpnhub.model.SelectorMode;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnType;
import org.vpnhub.model.VpnhubPackage.Literals;

/** What an editor offers, against what the rules say of it. */
class LegalValuesTest {
  private static final List<EStructuralFeature> PHASE1 =
      List.of(
          Literals.IKE_CONFIG__IKE_ENC_ALG,
          Literals.IKE_CONFIG__IKE_AUTH_ALG,
          Literals.IKE_CONFIG__IKE_PFS);
  private static final List<EStructuralFeature> PHASE2 =
      List.of(Literals.IPSEC_CONFIG__IPSEC_ENC_ALG, Literals.IPSEC_CONFIG__IPSEC_PFS);

  private static Tunnel tunnel(Net net) {
    return net.gateway.getConnections().get(1).getTunnels().getFirst();
  }

  /** Neither C31 (not offered) nor C24 (kind of the gateway) objects to what is offered. */
  private static void accepted(Net net, EObject part, EStructuralFeature feature) {
    List<String> values = LegalValues.of(part, feature);
    assertFalse(values.isEmpty(), feature.getName());
    Object before = part.eGet(feature);
    for (String value : values) {
      part.eSet(feature, value);
      if (part instanceof IpsecConfig c) {
        c.setIpsecAuthAlg(Ciphers.isAead(c.getIpsecEncAlg()) ? null : "sha256");
      }
      List<String> objections =
          Validator.validate(net.network).stream()
              .map(Finding::problem)
              .filter(p -> p.code().equals("C31") || p.code().equals("C24"))
              .filter(
                  p ->
                      p.elementId().equals(tunnel(net).getId())
                          || p.elementId().equals(tunnel(net).getVpnConnection().getId()))
              .map(p -> p.message())
              .toList();
      assertEquals(List.of(), objections, feature.getName() + " " + value);
    }
    part.eSet(feature, before);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void theRulesAcceptWhatIsOffered(Profile profile) {
    Net net = Net.of(profile);
    for (EStructuralFeature f : PHASE1) accepted(net, tunnel(net).getIkeConfig(), f);
    for (EStructuralFeature f : PHASE2) accepted(net, tunnel(net).getIpsecConfig(), f);
  }

  @Test
  void theRulesAcceptWhatIsOfferedInIkev1() {
    Net net = Net.of(Profile.HUB_NATIVE);
    Net.cloudAlgorithms(tunnel(net));
    tunnel(net).getIkeConfig().setIkeVersion(IkeVersion.IKEV1);
    for (EStructuralFeature f : PHASE1) accepted(net, tunnel(net).getIkeConfig(), f);
    for (EStructuralFeature f : PHASE2) accepted(net, tunnel(net).getIpsecConfig(), f);
    List<String> ciphers =
        LegalValues.of(tunnel(net).getIkeConfig(), Literals.IKE_CONFIG__IKE_ENC_ALG);
    assertFalse(ciphers.contains("aes256gcm16"));
    assertTrue(
        LegalValues.of(tunnel(net).getIpsecConfig(), Literals.IPSEC_CONFIG__IPSEC_ENC_ALG)
            .contains("aes256gcm16"),
        "ESP has it whatever IKE is");
  }

  @Test
  void aGatewayOfNationalStandardOffersItsOwn() {
    Net net = Net.of(Profile.ALIBABA_CURRENT);
    net.gateway.setVpnType(VpnType.NATIONAL_STANDARD);
    IkeConfig ike = tunnel(net).getIkeConfig();
    assertEquals(List.of("sm4"), LegalValues.of(ike, Literals.IKE_CONFIG__IKE_ENC_ALG));
    assertEquals(List.of("sm3"), LegalValues.of(ike, Literals.IKE_CONFIG__IKE_AUTH_ALG));
  }

  @Test
  void theOtherChoices() {
    Net net = Net.of(Profile.ALIBABA_2018);
    assertEquals(
        List.of("5", "10", "20", "50", "100", "200"),
        LegalValues.of(net.gateway, Literals.VPN_GATEWAY__BANDWIDTH));
    net.gateway.setNetworkType(NetworkType.PRIVATE);
    assertEquals(
        List.of("200", "1000"), LegalValues.of(net.gateway, Literals.VPN_GATEWAY__BANDWIDTH));
    assertEquals(
        List.of("EXPLICIT", "SUMMARY", "ANY"),
        LegalValues.of(net.site(0), Literals.SITE__SELECTOR_MODE));
    assertEquals(List.of(), LegalValues.of(net.site(0), Literals.SITE__PUBLIC_IP));
    assertTrue(LegalValues.isCloud(net.site(0)));
  }

  @Test
  void whatMeansNothing() {
    Net net = Net.of(Profile.HUB_NATIVE);
    Tunnel t = tunnel(net);
    assertFalse(LegalValues.isUsed(t.getIkeConfig(), Literals.IKE_CONFIG__IKE_MODE));
    t.getIkeConfig().setIkeVersion(IkeVersion.IKEV1);
    assertTrue(LegalValues.isUsed(t.getIkeConfig(), Literals.IKE_CONFIG__IKE_MODE));
    assertFalse(LegalValues.isUsed(t.getIpsecConfig(), Literals.IPSEC_CONFIG__IPSEC_AUTH_ALG));
    t.getIpsecConfig().setIpsecEncAlg("aes256");
    assertTrue(LegalValues.isUsed(t.getIpsecConfig(), Literals.IPSEC_CONFIG__IPSEC_AUTH_ALG));
    assertFalse(LegalValues.isUsed(net.site(0), Literals.SITE__SUMMARY_CIDR));
    net.site(0).setSelectorMode(SelectorMode.SUMMARY);
    assertTrue(LegalValues.isUsed(net.site(0), Literals.SITE__SUMMARY_CIDR));
  }
}
