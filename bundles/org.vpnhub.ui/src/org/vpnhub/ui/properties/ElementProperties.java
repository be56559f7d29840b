package org.vpnhub.ui.properties;

import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.tabbed.ITabbedPropertySheetPageContributor;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;

/** The properties of the elements that a part selects. */
public final class ElementProperties {
  /** The property contributor of all parts that select elements. */
  public static final String CONTRIBUTOR = "org.vpnhub.ui.properties";

  private ElementProperties() {}

  /**
   * The page for the Properties view, for {@code getAdapter(IPropertySheetPage.class)}: a new one
   * for each call. The part's selection is of named elements or model files.
   */
  public static IPropertySheetPage page(IWorkbenchPart part) {
    return new TabbedPropertySheetPage(new Contributor());
  }

  private static final class Contributor implements ITabbedPropertySheetPageContributor {
    @Override
    public String getContributorId() {
      return CONTRIBUTOR;
    }
  }
}
