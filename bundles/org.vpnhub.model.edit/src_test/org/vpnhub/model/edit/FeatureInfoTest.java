package org.vpnhub.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.VpnhubPackage;
import org.vpnhub.model.VpnhubPackage.Literals;

/** Features in the words of users. */
class FeatureInfoTest {
  @Test
  void everyFeatureHasALabelAndAnExplanation() {
    for (var c : VpnhubPackage.eINSTANCE.getEClassifiers()) {
      if (!(c instanceof EClass type)) continue;
      for (EStructuralFeature f : type.getEStructuralFeatures()) {
        if (f instanceof EReference r && r.isContainer()) continue;
        FeatureInfo info = FeatureInfo.of(f);
        String name = type.getName() + "." + f.getName();
        assertFalse(info.label().isBlank(), name);
        assertFalse(info.explanation().isBlank(), name);
        assertFalse(info.explanation().contains("(ours)"), name);
      }
    }
  }

  @Test
  void labelsUnitsAndMarks() {
    FeatureInfo lifetime = FeatureInfo.of(Literals.IKE_CONFIG__IKE_LIFETIME);
    assertEquals("IKE lifetime", lifetime.title());
    assertEquals("s", lifetime.unit());
    assertEquals("Public address", FeatureInfo.of(Literals.SITE__PUBLIC_IP).title());
    assertTrue(FeatureInfo.of(Literals.IKE_CONFIG__PSK).isSecret());
    assertTrue(FeatureInfo.of(Literals.CUSTOMER_GATEWAY__IP_ADDRESS).isImmutable());
    assertFalse(FeatureInfo.of(Literals.SITE__PUBLIC_IP).isImmutable());
  }
}
