package org.vpnhub.ui.properties;

import java.util.List;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractSectionDescriptor;
import org.eclipse.ui.views.properties.tabbed.AbstractTabDescriptor;
import org.eclipse.ui.views.properties.tabbed.ISection;
import org.eclipse.ui.views.properties.tabbed.ITabDescriptor;
import org.eclipse.ui.views.properties.tabbed.ITabDescriptorProvider;
import org.vpnhub.model.NamedElement;
import org.vpnhub.ui.Selected;

/** The tabs of what is selected: those of one element; none for several at once. */
public final class ElementTabs implements ITabDescriptorProvider {
  @Override
  public ITabDescriptor[] getTabDescriptors(IWorkbenchPart part, ISelection selection) {
    List<NamedElement> elements = Selected.elements(selection);
    if (elements.size() != 1) return new ITabDescriptor[0];
    NamedElement element = elements.getFirst();
    return Layout.of(element).stream()
        .map(t -> new TabDescriptor(element.eClass().getName(), t.label()))
        .toArray(ITabDescriptor[]::new);
  }

  /** A tab; equal to that of another element of the same kind, whose controls it takes over. */
  private static final class TabDescriptor extends AbstractTabDescriptor {
    private final String kind;
    private final String label;

    TabDescriptor(String kind, String label) {
      this.kind = kind;
      this.label = label;
      setSectionDescriptors(List.of(new SectionDescriptor(this)));
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
    private final TabDescriptor tab;

    SectionDescriptor(TabDescriptor tab) {
      this.tab = tab;
    }

    @Override
    public String getId() {
      return tab.getId() + ".section";
    }

    @Override
    public String getTargetTab() {
      return tab.getId();
    }

    @Override
    public ISection getSectionClass() {
      return new ElementSection(tab.getLabel());
    }

    @Override
    public boolean appliesTo(IWorkbenchPart part, ISelection selection) {
      return true;
    }
  }
}
