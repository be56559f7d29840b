package org.vpnhub.ui.properties;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.Selected;
import org.vpnhub.ui.Widgets;

/** What stands in place of the fields when several elements are selected. */
final class SeveralSection extends AbstractPropertySection {
  private @Nullable Label text;

  @Override
  public void createControls(Composite parent, TabbedPropertySheetPage sheet) {
    super.createControls(parent, sheet);
    Composite area = getWidgetFactory().createFlatFormComposite(parent);
    GridLayoutFactory.swtDefaults().margins(8, 10).applyTo(area);
    text = Widgets.id(getWidgetFactory().createLabel(area, "", SWT.NONE), "properties.several");
  }

  @Override
  public void setInput(IWorkbenchPart part, ISelection selection) {
    super.setInput(part, selection);
    if (text == null) return;
    String several = ElementTitle.several(Selected.elements(selection));
    text.setText(several + " are selected. Select one to see its properties.");
    text.requestLayout();
  }
}
