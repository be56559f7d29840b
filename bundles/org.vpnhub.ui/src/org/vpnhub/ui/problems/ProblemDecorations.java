package org.vpnhub.ui.problems;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Images;

/** Shows problems at fields, in trees and at figures. */
public final class ProblemDecorations {
  private static final String KEY = "org.vpnhub.ui.problems/";

  private ProblemDecorations() {}

  /** {@link #decorate(Control, Supplier, String...)} for a field that shows always one element. */
  public static Runnable decorate(Control control, NamedElement element, EStructuralFeature field) {
    return decorate(control, () -> element, field.getName());
  }

  /**
   * Shows the problems of the fields of an element at a control, and keeps that up to date until
   * the control is disposed of.
   *
   * @param element the element that the control shows now; null for none
   * @param features the names of what the control shows; none for all problems of the element
   * @return to be called when the control shows another element
   */
  public static Runnable decorate(
      Control control, Supplier<@Nullable NamedElement> element, String... features) {
    ControlDecoration decoration = new ControlDecoration(control, SWT.TOP | SWT.LEFT);
    Set<String> names = Set.of(features);
    Runnable refresh =
        () -> {
          NamedElement shown = element.get();
          show(decoration, shown == null ? List.of() : RuleFields.at(Problems.of(shown), names));
        };
    Consumer<ModelDocument> listener = d -> refresh.run();
    Problems.addListener(listener);
    control.addDisposeListener(e -> Problems.removeListener(listener));
    refresh.run();
    return refresh;
  }

  private static void show(ControlDecoration decoration, List<Problem> problems) {
    if (problems.isEmpty()) {
      decoration.hide();
      return;
    }
    decoration.setImage(image(worst(problems)));
    decoration.setDescriptionText(
        problems.stream().map(ProblemDecorations::text).collect(Collectors.joining("\n")));
    decoration.show();
  }

  private static Severity worst(List<Problem> problems) {
    return problems.stream().map(Problem::severity).min(Severity::compareTo).orElseThrow();
  }

  /** A problem for a tooltip: what is wrong and what to do. */
  public static String text(Problem p) {
    String remedy = p.remedy().isEmpty() ? "" : " — " + p.remedy();
    return p.code() + ": " + p.message() + remedy;
  }

  /** The icon of a severity, 16 by 16 pixels; belongs to a registry. */
  public static Image icon(Severity severity) {
    String id =
        switch (severity) {
          case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
          case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
          case INFO -> ISharedImages.IMG_OBJS_INFO_TSK;
        };
    return PlatformUI.getWorkbench().getSharedImages().getImage(id);
  }

  /** The small sign of a severity beside a field; belongs to a registry. */
  public static Image image(Severity severity) {
    String id =
        switch (severity) {
          case ERROR -> FieldDecorationRegistry.DEC_ERROR;
          case WARNING -> FieldDecorationRegistry.DEC_WARNING;
          case INFO -> FieldDecorationRegistry.DEC_INFORMATION;
        };
    return FieldDecorationRegistry.getDefault().getFieldDecoration(id).getImage();
  }

  /**
   * An icon with the sign of the worst problem of an element at its lower left corner; an
   * information gives no sign. Belongs to a registry.
   *
   * @param icon name of the icon
   * @param withChildren whether problems below the element count
   */
  public static Image image(String icon, NamedElement element, boolean withChildren) {
    return image(icon, Problems.worst(element, withChildren));
  }

  /** An icon with the sign of a severity. Belongs to a registry. */
  public static Image image(String icon, Optional<Severity> worst) {
    Image base = Images.get(icon);
    if (worst.isEmpty() || worst.get() == Severity.INFO) return base;
    String sign =
        worst.get() == Severity.ERROR
            ? ISharedImages.IMG_DEC_FIELD_ERROR
            : ISharedImages.IMG_DEC_FIELD_WARNING;
    ImageRegistry registry = JFaceResources.getImageRegistry();
    String key = KEY + icon + "/" + sign;
    if (registry.getDescriptor(key) == null) {
      var overlay = PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(sign);
      registry.put(key, new DecorationOverlayIcon(base, overlay, IDecoration.BOTTOM_LEFT));
    }
    return registry.get(key);
  }
}
