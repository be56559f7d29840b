package org.vpnhub.model.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.Ids;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;

/**
 * Elements that a user has copied, to be pasted into this or another model. A copy takes new ids;
 * what it refers to outside of itself is found by id where it is pasted, or else left unset. Keys
 * that stand in the model are not copied.
 */
public final class CopiedElements {
  private final List<NamedElement> elements;

  private CopiedElements(List<NamedElement> elements) {
    this.elements = elements;
  }

  /** Copies elements; one within another that is also copied, and a network, are left out. */
  public static CopiedElements of(Collection<? extends NamedElement> elements) {
    Set<EObject> all = Set.copyOf(elements);
    List<NamedElement> roots = new ArrayList<>();
    for (NamedElement e : elements) {
      if (!(e instanceof Network) && !isWithinAnother(e, all)) roots.add(e);
    }
    List<NamedElement> copies = new ArrayList<>(EcoreUtil.copyAll(roots));
    for (NamedElement copy : copies) {
      forgetKeys(copy);
      copy.eAllContents().forEachRemaining(CopiedElements::forgetKeys);
    }
    return new CopiedElements(List.copyOf(copies));
  }

  private static boolean isWithinAnother(NamedElement element, Set<EObject> all) {
    for (EObject at = element.eContainer(); at != null; at = at.eContainer()) {
      if (all.contains(at) && !(at instanceof Network)) return true;
    }
    return false;
  }

  private static void forgetKeys(EObject element) {
    for (EAttribute a : element.eClass().getEAllAttributes()) {
      if (FeatureInfo.of(a).isSecret()) element.eUnset(a);
    }
  }

  public boolean isEmpty() {
    return elements.isEmpty();
  }

  /** The sites among them. */
  public List<Site> sites() {
    return elements.stream().filter(Site.class::isInstance).map(Site.class::cast).toList();
  }

  /** Whether all of them have a place in the target, or beside it. */
  public boolean canPaste(NamedElement target) {
    return !elements.isEmpty() && elements.stream().allMatch(e -> place(target, e).isPresent());
  }

  /** Adds copies into the target, or beside it, as one step; gives what was added. */
  public List<NamedElement> paste(ModelDocument document, NamedElement target) {
    List<NamedElement> pasted = new ArrayList<>();
    String what =
        elements.size() == 1
            ? ElementLabels.kind(elements.getFirst().eClass())
            : elements.size() + " elements";
    document.execute("Paste " + what, () -> pasted.addAll(paste(target)));
    return pasted;
  }

  private List<NamedElement> paste(NamedElement target) {
    Network network = (Network) EcoreUtil.getRootContainer(target);
    Map<String, NamedElement> there = byId(network);
    Ids ids = new Ids(network);
    EcoreUtil.Copier copier = new EcoreUtil.Copier();
    List<NamedElement> copies = new ArrayList<>(copier.copyAll(elements));
    copier.copyReferences();
    Set<EObject> inside = Set.copyOf(copier.values());
    inside.forEach(copy -> refer(copy, inside, there));
    for (EObject copy : copier.values()) if (copy instanceof NamedElement e) rename(e, ids);
    for (NamedElement copy : copies) {
      Place place = place(target, copy).orElseThrow();
      place.nameApart(copy);
      place.siblings().add(copy);
    }
    return copies;
  }

  private static Map<String, NamedElement> byId(Network network) {
    Map<String, NamedElement> all = new HashMap<>();
    for (var i = EcoreUtil.<EObject>getAllContents(network, false); i.hasNext(); ) {
      if (i.next() instanceof NamedElement e && e.getId() != null) all.put(e.getId(), e);
    }
    return all;
  }

  /** A new id of the same kind: the word before the first hyphen, and the name. */
  private static void rename(NamedElement copy, Ids ids) {
    String old = copy.getId() == null ? copy.eClass().getName() : copy.getId();
    String kind = old.contains("-") ? old.substring(0, old.indexOf('-')) : old;
    copy.setId(ids.take(kind, copy.getName() == null ? old : copy.getName()));
  }

  private static void refer(EObject copy, Set<EObject> inside, Map<String, NamedElement> there) {
    for (EReference r : copy.eClass().getEAllReferences()) {
      if (r.isContainment() || r.isContainer()) continue;
      if (r.isMany()) {
        List<EObject> targets = list(copy, r);
        targets.replaceAll(t -> orElse(here(t, inside, there), t));
        targets.removeIf(t -> here(t, inside, there) != t);
      } else if (copy.eGet(r) instanceof EObject target) {
        copy.eSet(r, here(target, inside, there));
      }
    }
  }

  private static EObject orElse(@Nullable EObject found, EObject otherwise) {
    return found == null ? otherwise : found;
  }

  /** What a reference of a copy leads to where it is pasted; null when it is not there. */
  private static @Nullable EObject here(
      EObject target, Set<EObject> inside, Map<String, NamedElement> there) {
    if (inside.contains(target)) return target;
    if (!(target instanceof NamedElement e)) return null;
    NamedElement found = there.get(e.getId());
    return found != null && found.eClass() == e.eClass() ? found : null;
  }

  /** A list of a model that an element can be added to. */
  private record Place(NamedElement parent, EReference feature) {
    List<EObject> siblings() {
      return list(parent, feature);
    }

    /** Gives an element that has a sibling of its name another one. */
    void nameApart(NamedElement copy) {
      String name = copy.getName();
      if (name == null || isFree(name)) return;
      String candidate = name + " (copy)";
      for (int n = 2; !isFree(candidate); n++) candidate = name + " (copy " + n + ")";
      copy.setName(candidate);
    }

    private boolean isFree(String name) {
      return siblings().stream()
          .noneMatch(s -> s instanceof NamedElement e && Objects.equals(e.getName(), name));
    }
  }

  /**
   * Where an element can be added: in the target itself, or in the next element above that takes
   * it.
   */
  private static Optional<Place> place(NamedElement target, NamedElement element) {
    NamedElement at = target;
    while (at != null) {
      for (EReference r : at.eClass().getEAllContainments()) {
        if (r.isMany() && r.getEReferenceType() == element.eClass()) {
          return Optional.of(new Place(at, r));
        }
      }
      at = ModelTree.parent(at).orElse(null);
    }
    return Optional.empty();
  }

  @SuppressWarnings("unchecked") // a reference of many holds elements
  private static List<EObject> list(EObject element, EReference r) {
    return (List<EObject>) element.eGet(r);
  }
}
