package org.vpnhub.ui.properties;

import java.util.List;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Selected;

/** The title of the properties: what is selected. */
public final class ElementTitle extends LabelProvider {
  @Override
  public String getText(@Nullable Object selection) {
    List<NamedElement> elements = elements(selection);
    if (elements.isEmpty()) return "";
    if (elements.size() > 1) return several(elements);
    NamedElement e = elements.getFirst();
    return ElementLabels.text(e) + " (" + ElementLabels.kind(e.eClass()) + ")";
  }

  @Override
  public @Nullable Image getImage(@Nullable Object selection) {
    List<NamedElement> elements = elements(selection);
    return elements.isEmpty() ? null : Images.get(ElementLabels.icon(elements.getFirst()));
  }

  /** How many elements there are, and of which kind when all are alike: "3 sites". */
  static String several(List<NamedElement> elements) {
    List<String> kinds =
        elements.stream().map(e -> ElementLabels.kind(e.eClass())).distinct().toList();
    String kind = kinds.size() == 1 ? kinds.getFirst() : "element";
    return elements.size() + " " + kind + (kind.endsWith("ch") ? "es" : "s");
  }

  private static List<NamedElement> elements(@Nullable Object selection) {
    return selection instanceof ISelection s ? Selected.elements(s) : List.of();
  }
}
