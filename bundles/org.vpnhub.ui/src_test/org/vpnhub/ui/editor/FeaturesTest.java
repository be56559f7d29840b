package org.vpnhub.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Profile;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.VpnhubPackage.Literals;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.planner.Planner;

class FeaturesTest {
  @TempDir Path folder;
  private ModelDocument document;
  private Site site;
  private VpnGateway gateway;
  private VpnConnection connection;

  @BeforeEach
  void open() throws IOException {
    Path file = folder.resolve("test.vpnhub");
    ModelFiles.save(TestNetworks.offices(3), file);
    document = ModelDocument.open(file);
    site = document.network().getSites().getFirst();
    gateway = Planner.gateways(document.network()).getFirst();
    connection = gateway.getConnections().getFirst();
  }

  @Test
  void aListTakesWhateverSeparatesAndIsOneStep() {
    Features.set(document, site, Literals.SITE__CIDRS, "10.20.0.0/24; 10.21.0.0/24,10.22.0.0/24");
    assertEquals(
        "10.20.0.0/24, 10.21.0.0/24, 10.22.0.0/24", Features.text(site, Literals.SITE__CIDRS));
    assertEquals(site.getCidrs(), connection.getRemoteSubnets());
    document.undo();
    assertEquals(List.of("10.20.0.0/24"), site.getCidrs());
    assertFalse(document.canUndo());
  }

  @Test
  void theSameTextIsNoChange() {
    Features.set(document, site, Literals.SITE__PUBLIC_IP, " 203.0.0.1 ");
    Features.set(document, site, Literals.SITE__BEHIND_NAT, Features.NO);
    assertFalse(document.isDirty());
  }

  @Test
  void anEmptyTextUnsets() {
    Features.set(document, site, Literals.SITE__DEVICE, "");
    assertNull(site.getDevice());
    document.undo();
    assertEquals("strongswan", site.getDevice());
  }

  @Test
  void aNumberThatIsNoneIsRefusedInWords() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Features.set(document, gateway, Literals.VPN_GATEWAY__LINK_MTU, "many"));
    assertEquals("Link MTU must be a whole number in bytes, not 'many'", e.getMessage());
    assertFalse(document.isDirty());
  }

  @Test
  void referencesAreChosenByName() {
    var vSwitch = Literals.VPN_GATEWAY__VSWITCH;
    assertEquals(List.of(Features.NONE, "main"), Features.choices(gateway, vSwitch));
    Features.set(document, gateway, vSwitch, Features.NONE);
    assertNull(gateway.getVSwitch());
    Features.set(document, gateway, vSwitch, "main");
    assertEquals("main", Features.text(gateway, vSwitch));
  }

  @Test
  void algorithmsAreThoseOfTheProfile() {
    var ike = connection.getTunnels().getFirst().getIkeConfig();
    var ipsec = connection.getTunnels().getFirst().getIpsecConfig();
    var cipher = Literals.IKE_CONFIG__IKE_ENC_ALG;
    assertTrue(Features.choices(ike, cipher).contains("chacha20poly1305"));
    document.execute("Profile", () -> document.network().setProfile(Profile.ALIBABA_2018));
    assertFalse(Features.choices(ike, cipher).contains("chacha20poly1305"));
    assertTrue(Features.choices(ipsec, Literals.IPSEC_CONFIG__IPSEC_PFS).contains("disabled"));
    Features.set(document, ipsec, Literals.IPSEC_CONFIG__IPSEC_AUTH_ALG, "sha1");
    Features.set(document, ipsec, Literals.IPSEC_CONFIG__IPSEC_AUTH_ALG, Features.NONE);
    assertNull(ipsec.getIpsecAuthAlg());
  }

  @Test
  void renamingTakesTheGeneratedElementsAlong() {
    Features.set(document, site, Literals.NAMED_ELEMENT__NAME, "Suzhou");
    assertEquals("Suzhou", connection.getName());
    document.undo();
    assertEquals("Office 1", connection.getName());
    document.redo();
    assertEquals("Suzhou", site.getName());
  }
}
