package org.vpnhub.ui.editor;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;

/** A page of the form editor. It is built when it is first seen, and refreshed while it is. */
abstract class ModelPage extends FormPage {
  private final HubEditor hub;
  private final String icon;
  private boolean built;
  private boolean stale;
  private @Nullable IMemento state;

  ModelPage(HubEditor hub, String id, String title, String icon) {
    super(hub, id, title);
    this.hub = hub;
    this.icon = icon;
  }

  HubEditor hub() {
    return hub;
  }

  ModelDocument document() {
    return hub.document();
  }

  Network network() {
    return hub.document().network();
  }

  @Override
  protected final void createFormContent(IManagedForm managed) {
    FormToolkit toolkit = managed.getToolkit();
    var form = managed.getForm();
    form.setText(getTitle());
    form.setImage(Images.get(icon));
    toolkit.decorateFormHeading(form.getForm());
    Widgets.id(form, getId() + ".page");
    build(managed, form.getBody());
    built = true;
    if (state != null) restore(state);
    refresh();
  }

  @Override
  public void setFocus() {
    Control control = isBuilt() ? focus() : null;
    if (control == null || !control.setFocus()) super.setFocus();
  }

  /** What has the focus first; null for the first control. */
  @Nullable Control focus() {
    return null;
  }

  /** Makes the controls; {@link #refresh} fills them. */
  abstract void build(IManagedForm form, Composite body);

  /** Shows the model as it is now. */
  abstract void refresh();

  /** Shows an element without taking the focus, if this page has it. */
  boolean reveal(NamedElement element) {
    return false;
  }

  /** What restores the page after a restart. */
  void save(IMemento memento) {}

  /** Called when the page has been built. */
  void restore(IMemento memento) {}

  /** The problems of the model have changed. */
  void problemsChanged() {
    changed();
  }

  /** The running hub has told its state. */
  void liveChanged() {}

  final boolean isBuilt() {
    return built && !getManagedForm().getForm().isDisposed();
  }

  /** The model has changed: shows it now, or when the page is next seen. */
  final void changed() {
    stale = true;
    if (isBuilt() && getEditor().getActivePageInstance() == this) update();
  }

  final void update() {
    if (!stale || !isBuilt()) return;
    stale = false;
    refresh();
  }

  @Override
  public void setActive(boolean active) {
    super.setActive(active);
    if (!active) return;
    update();
    if (getEditorSite().getPage().getActivePart() != hub) return;
    getPartControl()
        .getDisplay()
        .asyncExec(
            () -> {
              if (isBuilt() && getEditor().getActivePageInstance() == this) setFocus();
            });
  }

  final void keepState(IMemento memento) {
    state = memento;
  }

  final Optional<IMemento> keptState() {
    return Optional.ofNullable(state);
  }

  /** A titled section that fills its cell of a grid; the composite inside is its client. */
  static Composite section(
      FormToolkit toolkit, Composite parent, String title, String description, int columns) {
    int style = ExpandableComposite.TITLE_BAR;
    if (!description.isEmpty()) style |= Section.DESCRIPTION;
    Section section = toolkit.createSection(parent, style);
    section.setText(title);
    if (!description.isEmpty()) section.setDescription(description);
    section.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
    Composite client = toolkit.createComposite(section);
    GridLayout layout = new GridLayout(columns, false);
    layout.marginWidth = 2;
    layout.marginHeight = 4;
    layout.horizontalSpacing = 10;
    layout.verticalSpacing = 6;
    client.setLayout(layout);
    section.setClient(client);
    return client;
  }

  /** Lets the section of a client take the height that is left. */
  static void grow(Composite client) {
    ((GridData) client.getParent().getLayoutData()).grabExcessVerticalSpace = true;
  }

  /** Lets a control fill its cell, asking for less than it would like. */
  static void fill(Control control, int columns, int width, int height) {
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true, columns, 1);
    data.widthHint = width;
    data.heightHint = height;
    control.setLayoutData(data);
  }
}
