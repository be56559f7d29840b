package org.vpnhub.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Models of every class and feature of the ecore with arbitrary values, from a seed. */
final class RandomModel {
  private final Random random;
  private final List<NamedElement> named = new ArrayList<>();
  private final List<EObject> all = new ArrayList<>();

  RandomModel(long seed) {
    random = new Random(seed);
  }

  Network network() {
    Network network = (Network) fill(VpnhubFactory.eINSTANCE.createNetwork(), 3);
    for (EObject from : all) {
      for (EReference r : from.eClass().getEAllReferences()) if (isCross(r)) refer(from, r);
    }
    return network;
  }

  private static boolean isCross(EReference r) {
    return !r.isContainment() && !r.isContainer();
  }

  private EObject fill(EObject object, int width) {
    all.add(object);
    for (EAttribute a : object.eClass().getEAllAttributes()) attribute(object, a);
    if (object instanceof NamedElement e) {
      e.setId("e" + named.size() + (random.nextBoolean() ? "-é" : ""));
      named.add(e);
    }
    for (EReference r : object.eClass().getEAllContainments()) {
      int count = r.isMany() ? random.nextInt(width + 1) : random.nextInt(2);
      for (int i = 0; i < count; i++) {
        EObject child = fill(EcoreUtil.create(r.getEReferenceType()), Math.max(1, width - 1));
        if (r.isMany()) list(object, r).add(child);
        else object.eSet(r, child);
      }
    }
    return object;
  }

  private void attribute(EObject object, EAttribute a) {
    if (a == VpnhubPackage.Literals.NETWORK__FORMAT_VERSION) return;
    if (a.isMany()) {
      for (int i = random.nextInt(4); i > 0; i--) list(object, a).add(text());
    } else if (random.nextInt(4) > 0) {
      object.eSet(a, value(a.getEAttributeType()));
    }
  }

  private Object value(EDataType type) {
    if (type instanceof EEnum e) {
      return e.getELiterals().get(random.nextInt(e.getELiterals().size())).getInstance();
    }
    if (type == EcorePackage.Literals.EBOOLEAN) return random.nextBoolean();
    if (type == EcorePackage.Literals.EINT) return random.nextInt();
    return text();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(
          "ab 7./<>&\"'\t\n\r]é上\u2028\u0085😀".codePoints().toArray()[random.nextInt(20)]);
    }
    return text.toString();
  }

  private void refer(EObject from, EReference r) {
    List<NamedElement> targets = named.stream().filter(r.getEReferenceType()::isInstance).toList();
    if (targets.isEmpty()) return;
    for (int i = random.nextInt(r.isMany() ? 4 : 2); i > 0; i--) {
      NamedElement target = targets.get(random.nextInt(targets.size()));
      if (r.isMany()) list(from, r).add(target);
      else from.eSet(r, target);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(EObject object, org.eclipse.emf.ecore.EStructuralFeature f) {
    return (List<Object>) object.eGet(f);
  }
}
