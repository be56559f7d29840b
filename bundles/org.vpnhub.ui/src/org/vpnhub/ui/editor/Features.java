package org.vpnhub.ui.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.DestinationRoute;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.VpnhubPackage.Literals;
import org.vpnhub.model.edit.Edits;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.model.edit.FeatureInfo;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.validation.LegalValues;

/** Features of elements as texts that are shown, chosen and typed. */
public final class Features {
  static final String YES = "yes";
  static final String NO = "no";

  /** What stands for a value that is not set, where the value is chosen. */
  public static final String NONE = "none";

  private Features() {}

  /** The value of a feature as text; empty when unset. */
  public static String text(EObject element, EStructuralFeature feature) {
    Object value = element.eGet(feature);
    return switch (value) {
      case null -> "";
      case Boolean b -> b ? YES : NO;
      case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
      case EObject other -> ElementLabels.text(other);
      default -> EcoreUtil.convertToString((EDataType) feature.getEType(), value);
    };
  }

  /** The texts to choose from; empty when any text is taken. */
  public static List<String> choices(EObject element, EStructuralFeature feature) {
    if (FeatureInfo.isFlag(feature)) return List.of(YES, NO);
    if (feature instanceof EReference) {
      List<String> names = new ArrayList<>(List.of(NONE));
      candidates(element, feature).forEach(c -> names.add(ElementLabels.text(c)));
      return names;
    }
    List<String> offered = LegalValues.of(element, feature);
    boolean unsettable = feature == Literals.IPSEC_CONFIG__IPSEC_AUTH_ALG;
    return unsettable ? Stream.concat(Stream.of(NONE), offered.stream()).toList() : offered;
  }

  /** The elements that a reference may lead to. */
  public static List<? extends NamedElement> candidates(
      EObject element, EStructuralFeature feature) {
    return switch (element) {
      case VpnGateway g -> g.getVpc().getVSwitches();
      case RouteEntry r -> r.getRouteTable().getVpc().getVpnGateways();
      case DestinationRoute r -> r.getVpnGateway().getConnections();
      case PolicyRoute r -> r.getVpnGateway().getConnections();
      case Tunnel t ->
          t.getVpnConnection().getVpnGateway().getVpc().getRegion().getCustomerGateways();
      case Site s -> s.getNetwork().getSites().stream().filter(o -> o != s).toList();
      default -> List.of();
    };
  }

  /**
   * Sets a feature from text, as one step; does nothing when it says the same already.
   *
   * @throws IllegalArgumentException with a sentence for the user when the text does not fit
   */
  public static void set(
      ModelDocument document, EObject element, EStructuralFeature feature, String typed) {
    String text = typed.strip();
    if (text.equals(text(element, feature))) return;
    if (FeatureInfo.isTextList(feature)) {
      Edits.setList(document, element, feature, words(text));
    } else if (feature == Literals.NAMED_ELEMENT__NAME && element instanceof NamedElement named) {
      Edits.rename(document, named, text);
    } else {
      Object value = value(element, feature, text);
      if (!Objects.equals(value, element.eGet(feature))) {
        Edits.set(document, element, feature, value);
      }
    }
  }

  /** The words of a list, however they are separated. */
  public static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s,;]+")).filter(w -> !w.isEmpty()).toList();
  }

  private static @Nullable Object value(EObject element, EStructuralFeature feature, String text) {
    if (feature instanceof EReference) {
      return candidates(element, feature).stream()
          .filter(c -> ElementLabels.text(c).equals(text))
          .findFirst()
          .orElse(null);
    }
    if (FeatureInfo.isFlag(feature)) return text.equals(YES);
    boolean unset = text.isEmpty() || text.equals(NONE) && !choices(element, feature).isEmpty();
    if (unset) return null;
    try {
      return EcoreUtil.createFromString(((EAttribute) feature).getEAttributeType(), text);
    } catch (RuntimeException e) {
      FeatureInfo info = FeatureInfo.of(feature);
      String unit = info.unit().isEmpty() ? "" : " in " + info.unit();
      throw new IllegalArgumentException(
          info.title() + " must be a whole number" + unit + ", not '" + text + "'", e);
    }
  }

  /** A column that shows and changes a feature. */
  static <T extends EObject> Column<T> column(EStructuralFeature feature, int chars) {
    return column(feature, FeatureInfo.of(feature).title(), chars);
  }

  static <T extends EObject> Column<T> column(EStructuralFeature feature, String title, int chars) {
    Column<T> column = Column.of(feature.getName(), title, chars, e -> text(e, feature));
    return column.edited(
        new Column.Edit<T>() {
          @Override
          public List<String> choices(T element) {
            return Features.choices(element, feature);
          }

          @Override
          public void apply(ModelDocument document, T element, String text) {
            set(document, element, feature, text);
          }
        });
  }
}
