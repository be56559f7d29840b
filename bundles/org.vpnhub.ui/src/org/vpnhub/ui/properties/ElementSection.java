package org.vpnhub.ui.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.Edits;
import org.vpnhub.model.edit.FeatureInfo;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.ModelEditors;
import org.vpnhub.ui.Selected;
import org.vpnhub.ui.Widgets;

/** The content of one tab: the fields of its groups, for whatever element is selected. */
final class ElementSection extends AbstractPropertySection {
  private final String tab;
  private final List<FeatureField> fields = new ArrayList<>();
  private final ModelDocument.Listener listener = (d, event) -> documentChanged(event);
  private @Nullable Composite root;
  private @Nullable TabbedPropertySheetPage page;
  private @Nullable NamedElement element;
  private Optional<ModelDocument> document = Optional.empty();
  private String shape = "";

  ElementSection(String tab) {
    this.tab = tab;
  }

  @Override
  public void createControls(Composite parent, TabbedPropertySheetPage sheet) {
    super.createControls(parent, sheet);
    page = sheet;
    root = getWidgetFactory().createFlatFormComposite(parent);
  }

  @Override
  public void setInput(IWorkbenchPart part, ISelection selection) {
    super.setInput(part, selection);
    element = Selected.elements(selection).stream().findFirst().orElse(null);
    watch(element == null ? Optional.empty() : ModelDocument.of(element));
  }

  private void watch(Optional<ModelDocument> next) {
    document.ifPresent(d -> d.removeListener(listener));
    document = next;
    document.ifPresent(d -> d.addListener(listener));
  }

  private void documentChanged(ModelDocument.Event event) {
    if (event == ModelDocument.Event.ARRANGED) return;
    refresh();
    if (page != null) page.labelProviderChanged(null); // the element may have another name
  }

  /** Shows the element as it is now. */
  @Override
  public void refresh() {
    if (root == null || root.isDisposed() || element == null) return;
    boolean isGone =
        document.isEmpty() || EcoreUtil.getRootContainer(element) != document.get().network();
    Layout.Tab now = isGone ? null : Layout.tab(element, tab).orElse(null);
    if (now == null) return;
    if (!now.shape().equals(shape)) build(root, now);
    int next = 0;
    for (Layout.Group g : now.groups()) {
      if (g.owner() == null) continue;
      for (EStructuralFeature _ : g.features()) fields.get(next++).setOwner(g.owner());
    }
  }

  private void build(Composite parent, Layout.Tab content) {
    for (Control c : parent.getChildren()) c.dispose();
    fields.clear();
    shape = content.shape();
    GridLayoutFactory.swtDefaults()
        .numColumns(content.groups().size())
        .margins(8, 6)
        .spacing(24, 0)
        .applyTo(parent);
    for (int i = 0; i < content.groups().size(); i++) group(parent, content.groups().get(i), i);
    parent.requestLayout();
    if (page != null) page.resizeScrolledComposite();
  }

  private void group(Composite parent, Layout.Group g, int index) {
    Composite area = getWidgetFactory().createComposite(parent);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(2, 2).spacing(10, 4).applyTo(area);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).grab(true, false).applyTo(area);
    if (!g.title().isEmpty()) {
      Label title = getWidgetFactory().createLabel(area, g.title());
      title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
      GridDataFactory.fillDefaults().span(3, 1).applyTo(title);
    }
    if (g.part() != null && g.owner() == null) {
      button(area, g, "Add " + FeatureInfo.of(g.part()).label(), "properties.add" + index);
      return;
    }
    for (EStructuralFeature f : g.features()) {
      fields.add(FeatureField.create(new FeatureField.Line(area, getWidgetFactory(), f, id(f))));
    }
    if (g.part() != null) {
      button(area, g, "Remove " + FeatureInfo.of(g.part()).label(), "properties.remove" + index);
    }
  }

  /** Ids are unique in a tab: the second tunnel's fields have a number behind. */
  private String id(EStructuralFeature feature) {
    long before = fields.stream().filter(f -> f.feature() == feature).count();
    return "properties." + feature.getName() + (before == 0 ? "" : "." + (before + 1));
  }

  /** Adds or removes a part that may be there or not. */
  private void button(Composite parent, Layout.Group g, String text, String id) {
    Button button = Widgets.id(getWidgetFactory().createButton(parent, text, SWT.PUSH), id);
    GridDataFactory.swtDefaults().span(3, 1).applyTo(button);
    boolean add = g.owner() == null;
    button.addListener(
        SWT.Selection,
        e -> {
          if (g.part() == null) return;
          EObject part = add ? EcoreUtil.create(g.part().getEReferenceType()) : null;
          ModelDocument.of(g.holder())
              .ifPresent(
                  d -> {
                    ModelEditors.ensureOpen(d);
                    Edits.set(d, g.holder(), g.part(), part);
                  });
        });
  }

  @Override
  public void dispose() {
    watch(Optional.empty());
    super.dispose();
  }
}
