package org.vpnhub.ui.properties;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractSectionDescriptor;
import org.eclipse.ui.views.properties.tabbed.AbstractTabDescriptor;
import org.eclipse.ui.views.properties.tabbed.ISection;
import org.eclipse.ui.views.properties.tabbed.ITabDescriptor;
import org.eclipse.ui.views.properties.tabbed.ITabDescriptorProvider;
import org.vpnhub.model.NamedElement;
import org.vpnhub.ui.Selected;

/** The tabs of what is selected: those of one element; one that says so for several. */
public final class ElementTabs implements ITabDescriptorProvider {
  @Override
  public ITabDescriptor[] getTabDescriptors(IWorkbenchPart part, ISelection selection) {
    List<NamedElement> elements = Selected.elements(selection);
    if (elements.isEmpty()) return new ITabDescriptor[0];
    if (elements.size() > 1) {
      return new ITabDescriptor[] {new TabDescriptor("several", "Selection", SeveralSection::new)};
    }
    NamedElement element = elements.getFirst();
    return Layout.of(element).stream()
        .map(t -> tab(element, t.label()))
        .toArray(ITabDescriptor[]::new);
  }

  private static TabDescriptor tab(NamedElement element, String label) {
    return new TabDescriptor(element.eClass().getName(), label, () -> new ElementSection(label));
  }

  /** A tab; equal to that of another element of the same kind, whose controls it takes over. */
  private static final class TabDescriptor extends AbstractTabDescriptor {
    private final String kind;
    private final String label;

    TabDescriptor(String kind, String label, Supplier<ISection> section) {
      this.kind = kind;
      this.label = label;
      setSectionDescriptors(List.of(new SectionDescriptor(getId(), section)));
    }

    @Override
    public String getCategory() {
      return "org.vpnhub.ui";
    }

    @Override
    public String getId() {
      return "org.vpnhub.ui.properties." + label;
    }

    @Override
    public String getLabel() {
      return label;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof TabDescriptor t && t.kind.equals(kind) && t.label.equals(label);
    }

    @Override
    public int hashCode() {
      return 31 * kind.hashCode() + label.hashCode();
    }
  }

  private static final class SectionDescriptor extends AbstractSectionDescriptor {
    private final String tab;
    private final Supplier<ISection> section;

    SectionDescriptor(String tab, Supplier<ISection> section) {
      this.tab = tab;
      this.section = section;
    }

    @Override
    public String getId() {
      return tab + ".section";
    }

    @Override
    public String getTargetTab() {
      return tab;
    }

    @Override
    public ISection getSectionClass() {
      return section.get();
    }

    @Override
    public boolean appliesTo(IWorkbenchPart part, ISelection selection) {
      return true;
    }
  }
}
