package org.vpnhub.ui.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.VpnhubFactory;

class ElementTitleTest {
  private static final VpnhubFactory FACTORY = VpnhubFactory.eINSTANCE;

  @Test
  void severalElementsAreCountedByTheirKind() {
    NamedElement site = FACTORY.createSite();
    NamedElement vSwitch = FACTORY.createVSwitch();
    assertEquals("2 sites", ElementTitle.several(List.of(site, FACTORY.createSite())));
    assertEquals("2 vSwitches", ElementTitle.several(List.of(vSwitch, FACTORY.createVSwitch())));
    assertEquals("2 elements", ElementTitle.several(List.of(site, vSwitch)));
  }
}
