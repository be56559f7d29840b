package org.vpnhub.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Problem;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.Network;
import org.vpnhub.model.Profile;

/** Models changed at random, far from sense: the validator answers, and quick fixes undo. */
class MutationTest {
  private static final int RUNS = 1500;
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "x",
          "0.0.0.0/0",
          "10.10.20.0/24",
          "10.10.20.9/24",
          "10.0.0.0/8",
          "10.10.10.0/25",
          "100.64.0.0/10",
          "169.254.10.0/30",
          "255.255.255.255/32",
          "0.0.0.0/32",
          "1.2.3.4/33",
          "/",
          "1.2.3/8",
          "203.0.113.10",
          "127.0.0.1",
          "0.0.0.0",
          "255.255.255.255",
          "a.example.com",
          "aes",
          "aes256gcm16",
          "sm4",
          "sm3",
          "md5",
          "group14",
          "group31",
          "disabled",
          "1.2",
          "4294967296",
          "99999999999",
          "psk-shanghai",
          "\u0000",
          "\ud800",
          "杭州",
          "https://x",
          "vco-shanghai",
          "x".repeat(300));
  private static final int[] NUMBERS = {
    Integer.MIN_VALUE, -1, 0, 1, 2, 10, 50, 100, 101, 899, 900, 86400, 86401, Integer.MAX_VALUE
  };

  private final Random random = new Random(0);

  @Test
  void answersAlways() {
    for (int seed = 0; seed < RUNS; seed++) {
      random.setSeed(seed);
      Network network = start(seed);
      int changes = 1 + random.nextInt(25);
      for (int i = 0; i < changes; i++) mutate(network);
      try {
        check(network);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private Network start(int seed) {
    Net net = Net.of(Profile.values()[seed % 3]);
    net.route("10.10.20.0/24", 1, 100).setPublishVpc(true);
    net.policy("10.0.0.0/16", "10.10.10.0/24", 0, 10);
    net.twin(2, "10.10.31.0/24");
    net.slave(1);
    net.ike(0).setIkeVersion(IkeVersion.IKEV1);
    net.secondGateway();
    net.secondRegion();
    return net.network;
  }

  private void check(Network network) {
    Network before = EcoreUtil.copy(network);
    List<Finding> findings = List.of();
    for (Profile p : Profile.values()) {
      findings = Validator.validate(network, p);
      for (int i = 1; i < findings.size(); i++) {
        Problem a = findings.get(i - 1).problem();
        Problem b = findings.get(i).problem();
        assertTrue(a.severity().compareTo(b.severity()) <= 0, "order");
      }
      Validator.compare(before, network, p);
    }
    assertTrue(EcoreUtil.equals(before, network), "validating changes nothing");
    List<QuickFix> fixes =
        new ArrayList<>(findings.stream().flatMap(f -> f.quickFixes().stream()).toList());
    for (Finding f : findings.subList(0, Math.min(3, findings.size()))) {
      fixes.addAll(QuickFixes.forProblem(network, f.problem()));
    }
    for (int i = 0; i < 3 && !fixes.isEmpty(); i++) {
      undoes(network, before, fixes.get(random.nextInt(fixes.size())));
    }
  }

  private static void undoes(Network network, Network before, QuickFix fix) {
    Command command = fix.command();
    assertTrue(command.canExecute());
    command.execute();
    Network after = EcoreUtil.copy(network);
    command.undo();
    assertTrue(EcoreUtil.equals(before, network), "undo of " + fix);
    command.redo();
    assertTrue(EcoreUtil.equals(after, network), "redo of " + fix);
    command.undo();
    assertTrue(EcoreUtil.equals(before, network), "second undo of " + fix);
  }

  private void mutate(Network network) {
    List<EObject> all = new ArrayList<>(List.of(network));
    EcoreUtil.<EObject>getAllContents(network, false).forEachRemaining(all::add);
    EObject object = all.get(random.nextInt(all.size()));
    List<EStructuralFeature> features = object.eClass().getEAllStructuralFeatures();
    EStructuralFeature feature = features.get(random.nextInt(features.size()));
    if (!feature.isChangeable() || isContainer(feature) || feature.getName().equals("id")) return;
    switch (feature) {
      case EAttribute a -> attribute(object, a);
      case EReference r when r.isContainment() -> contents(object, r, all);
      case EReference r -> reference(object, r, all);
      default -> throw new IllegalStateException(feature.toString());
    }
  }

  private static boolean isContainer(EStructuralFeature feature) {
    return feature instanceof EReference r && r.isContainer();
  }

  private void attribute(EObject object, EAttribute attribute) {
    if (attribute.isMany()) {
      @SuppressWarnings("unchecked")
      EList<Object> values = (EList<Object>) object.eGet(attribute);
      if (!values.isEmpty() && random.nextInt(3) == 0) {
        values.remove(random.nextInt(values.size()));
      } else {
        values.add(random.nextInt(values.size() + 1), value(attribute));
      }
    } else if (random.nextInt(5) == 0) {
      object.eUnset(attribute);
    } else {
      object.eSet(attribute, value(attribute));
    }
  }

  private Object value(EAttribute attribute) {
    if (attribute.getEAttributeType() instanceof EEnum e) {
      return e.getELiterals().get(random.nextInt(e.getELiterals().size())).getInstance();
    }
    if (attribute.getEAttributeType() == EcorePackage.Literals.EBOOLEAN)
      return random.nextBoolean();
    if (attribute.getEAttributeType() == EcorePackage.Literals.EINT) {
      return NUMBERS[random.nextInt(NUMBERS.length)];
    }
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** Removes an element, or adds one that is empty or a copy of another. */
  private void contents(EObject object, EReference reference, List<EObject> all) {
    if (!reference.isMany()) {
      object.eSet(reference, random.nextBoolean() ? null : made(reference, all));
      return;
    }
    @SuppressWarnings("unchecked")
    EList<EObject> values = (EList<EObject>) object.eGet(reference);
    if (!values.isEmpty() && random.nextInt(3) == 0) {
      values.remove(random.nextInt(values.size()));
    } else {
      values.add(made(reference, all));
    }
  }

  private EObject made(EReference reference, List<EObject> all) {
    EClass type = reference.getEReferenceType();
    List<EObject> models = all.stream().filter(type::isInstance).toList();
    if (models.isEmpty() || random.nextInt(3) == 0) return EcoreUtil.create(type);
    return EcoreUtil.copy(models.get(random.nextInt(models.size())));
  }

  /** Refers to nothing, to another element, or to one that is not in the model. */
  private void reference(EObject object, EReference reference, List<EObject> all) {
    List<EObject> targets =
        new ArrayList<>(all.stream().filter(reference.getEReferenceType()::isInstance).toList());
    targets.add(EcoreUtil.create(reference.getEReferenceType()));
    EObject target = targets.get(random.nextInt(targets.size()));
    if (reference.isMany()) {
      @SuppressWarnings("unchecked")
      EList<EObject> values = (EList<EObject>) object.eGet(reference);
      if (!values.remove(target)) values.add(target);
    } else {
      object.eSet(reference, random.nextInt(3) == 0 ? null : target);
    }
  }

  @Test
  void mutationsReachManyRules() {
    Set<String> reached = new TreeSet<>();
    for (int seed = 0; seed < 200; seed++) {
      random.setSeed(seed);
      Network network = start(seed);
      for (int i = 0; i < 25; i++) mutate(network);
      for (Finding f : Validator.validate(network)) reached.add(f.problem().code());
    }
    assertTrue(reached.size() > 50, reached.size() + " rules: " + reached);
  }
}
