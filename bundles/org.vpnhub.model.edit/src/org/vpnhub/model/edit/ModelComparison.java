package org.vpnhub.model.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Tag;
import org.vpnhub.model.VpnhubPackage.Literals;

/**
 * Two versions of a model compared in words: "Hangzhou: remote network 10.10.20.0/24 →
 * 10.10.21.0/24". Elements are the same when their ids are; the order of elements does not matter.
 * Of secrets it says only that they have changed.
 */
public final class ModelComparison {
  /** What has become of an element. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * One difference.
   *
   * @param element the element, of the newer version unless it was removed
   * @param text what differs: "remote network 10.10.20.0/24 → 10.10.21.0/24"
   */
  public record Difference(Kind kind, NamedElement element, String text) {
    /** The element by name, and what differs. */
    public String line() {
      return ElementLabels.text(element) + ": " + text;
    }

    /** The element by kind and name: "IPsec connection Hangzhou". */
    public String subject() {
      return ElementLabels.kind(element.eClass()) + " " + ElementLabels.text(element);
    }
  }

  private static final int LONGEST = 80;
  private final List<Difference> differences = new ArrayList<>();

  private ModelComparison() {}

  /**
   * What has changed from one version to the other, in the order of the newer one and then what was
   * removed. What belongs to an element that was added or removed as a whole is not listed by
   * itself.
   */
  public static List<Difference> compare(Network before, Network after) {
    Map<String, NamedElement> old = byId(before);
    Map<String, NamedElement> now = byId(after);
    ModelComparison comparison = new ModelComparison();
    comparison.changed(before, after);
    now.forEach((id, e) -> comparison.compare(old, id, e));
    old.forEach((id, e) -> comparison.removed(now, id, e));
    return comparison.differences;
  }

  /** The differences as text, one element a paragraph. */
  public static String text(List<Difference> differences) {
    Map<NamedElement, List<Difference>> groups =
        differences.stream()
            .collect(
                Collectors.groupingBy(
                    Difference::element, LinkedHashMap::new, Collectors.toList()));
    StringBuilder text = new StringBuilder();
    groups.forEach(
        (element, list) -> {
          text.append(list.getFirst().subject()).append('\n');
          for (Difference d : list) text.append("  ").append(d.text()).append('\n');
        });
    return text.toString();
  }

  private static Map<String, NamedElement> byId(Network network) {
    Map<String, NamedElement> all = new LinkedHashMap<>();
    for (var i = EcoreUtil.<EObject>getAllContents(network, false); i.hasNext(); ) {
      if (i.next() instanceof NamedElement e && e.getId() != null) all.putIfAbsent(e.getId(), e);
    }
    return all;
  }

  private void compare(Map<String, NamedElement> old, String id, NamedElement now) {
    NamedElement before = old.get(id);
    if (before != null && before.eClass() == now.eClass()) {
      moved(before, now);
      changed(before, now);
    } else if (isRoot(old, now)) {
      differences.add(new Difference(Kind.ADDED, now, whole("added", now)));
    }
  }

  private void removed(Map<String, NamedElement> now, String id, NamedElement old) {
    NamedElement still = now.get(id);
    boolean isThere = still != null && still.eClass() == old.eClass();
    if (isThere || !isRoot(now, old)) return;
    differences.add(new Difference(Kind.REMOVED, old, whole("removed", old)));
  }

  /** Whether the container of an element is also in the other version. */
  private static boolean isRoot(Map<String, NamedElement> others, NamedElement element) {
    return element.eContainer() instanceof Network
        || element.eContainer() instanceof NamedElement c && others.containsKey(c.getId());
  }

  private static String whole(String verb, NamedElement element) {
    String detail = ElementLabels.detail(element);
    return detail.isEmpty() ? verb : verb + " (" + detail + ")";
  }

  private void moved(NamedElement before, NamedElement now) {
    EObject from = before.eContainer();
    EObject to = now.eContainer();
    if (from instanceof Network || Objects.equals(id(from), id(to))) return;
    add(now, "moved from " + value(from) + " to " + value(to));
  }

  private void changed(NamedElement before, NamedElement now) {
    features(now, "", before, now);
  }

  /** Compares all features of an element, or of a part of one such as its health check. */
  private void features(NamedElement owner, String part, EObject before, EObject now) {
    for (EStructuralFeature f : now.eClass().getEAllStructuralFeatures()) {
      if (f == Literals.NAMED_ELEMENT__ID) continue;
      switch (f) {
        case EAttribute a -> attribute(owner, part, a, before.eGet(a), now.eGet(a));
        case EReference r when r.isContainer() -> {}
        case EReference r when r == Literals.NAMED_ELEMENT__TAGS ->
            list(owner, "tags", tags(before.eGet(r)), tags(now.eGet(r)));
        case EReference r when r.isContainment() && r.isMany() -> {}
        case EReference r when r.isContainment() ->
            part(owner, r, (EObject) before.eGet(r), (EObject) now.eGet(r));
        case EReference r when r.isMany() ->
            list(owner, part + label(r), references(before.eGet(r)), references(now.eGet(r)));
        case EReference r ->
            reference(owner, part + label(r), (EObject) before.eGet(r), (EObject) now.eGet(r));
        default -> throw new IllegalStateException("neither attribute nor reference: " + f);
      }
    }
  }

  private void attribute(
      NamedElement owner,
      String part,
      EAttribute a,
      @Nullable Object before,
      @Nullable Object now) {
    FeatureInfo info = FeatureInfo.of(a);
    String label = part + info.label();
    if (info.isSecret()) {
      if (!Objects.equals(before, now)) add(owner, label + " changed");
    } else if (a.isMany()) {
      list(owner, label, texts(before), texts(now));
    } else if (!Objects.equals(before, now)) {
      String unit = info.unit().isEmpty() ? "" : " " + info.unit();
      add(owner, label + " " + value(before) + " → " + value(now) + unit);
    }
  }

  private void reference(
      NamedElement owner, String label, @Nullable EObject before, @Nullable EObject now) {
    if (Objects.equals(id(before), id(now))) return;
    String from = value(before);
    String to = value(now);
    boolean isAlike = from.equals(to);
    add(
        owner,
        label
            + " "
            + from
            + (isAlike ? " (" + id(before) + ")" : "")
            + " → "
            + to
            + (isAlike ? " (" + id(now) + ")" : ""));
  }

  /** A part that has no id of its own. */
  private void part(
      NamedElement owner, EReference r, @Nullable EObject before, @Nullable EObject now) {
    if (before == null && now == null) return;
    if (before == null) add(owner, label(r) + " added");
    else if (now == null) add(owner, label(r) + " removed");
    else features(owner, prefix(r), before, now);
  }

  /** The labels of a tunnel's phases say for themselves where they belong. */
  private static String prefix(EReference r) {
    boolean isPhase = r == Literals.TUNNEL__IKE_CONFIG || r == Literals.TUNNEL__IPSEC_CONFIG;
    return isPhase ? "" : label(r) + ": ";
  }

  /** A list that has kept some of its values shows only the others. */
  private void list(NamedElement owner, String label, List<String> before, List<String> now) {
    if (before.equals(now)) return;
    List<String> gone = new ArrayList<>(before);
    gone.removeAll(now);
    List<String> fresh = new ArrayList<>(now);
    fresh.removeAll(before);
    boolean keepsSome = gone.size() < before.size() && gone.size() + fresh.size() > 0;
    if (!keepsSome) {
      add(owner, label + " " + joined(before) + " → " + joined(now));
      return;
    }
    if (!gone.isEmpty()) add(owner, label + " without " + joined(gone));
    if (!fresh.isEmpty()) add(owner, label + " with " + joined(fresh));
  }

  private void add(NamedElement element, String text) {
    differences.add(new Difference(Kind.CHANGED, element, text));
  }

  private static String label(EReference r) {
    return FeatureInfo.of(r).label();
  }

  private static List<String> texts(@Nullable Object list) {
    return ((List<?>) Objects.requireNonNull(list)).stream().map(ModelComparison::value).toList();
  }

  private static List<String> references(@Nullable Object list) {
    return texts(list);
  }

  private static List<String> tags(@Nullable Object list) {
    return ((List<?>) Objects.requireNonNull(list))
        .stream().map(t -> ((Tag) t).getKey() + "=" + ((Tag) t).getValue()).toList();
  }

  private static String joined(List<String> values) {
    return values.isEmpty() ? "none" : String.join(", ", values);
  }

  private static @Nullable String id(@Nullable EObject element) {
    return element instanceof NamedElement e ? e.getId() : null;
  }

  private static String value(@Nullable Object value) {
    String text =
        switch (value) {
          case null -> "none";
          case Boolean b -> b ? "on" : "off";
          case Enumerator e -> e.getLiteral();
          case EObject e -> ElementLabels.text(e);
          default -> value.toString().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        };
    if (text.isEmpty()) return "none";
    int end =
        Math.min(
            text.length(),
            text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))));
    return end < text.length() ? text.substring(0, end) + "…" : text;
  }
}
