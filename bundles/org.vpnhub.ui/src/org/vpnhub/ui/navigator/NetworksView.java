package org.vpnhub.ui.navigator;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.DoubleClickEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.ModelEditors;
import org.vpnhub.ui.Selected;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.properties.ElementProperties;

/** The view "Networks". */
public final class NetworksView extends CommonNavigator {
  public static final String ID = "org.vpnhub.ui.navigator";

  private @Nullable NavigatorEdits edits;
  private @Nullable EditorLink link;

  @Override
  public void createPartControl(Composite parent) {
    super.createPartControl(parent);
    var viewer = getCommonViewer();
    viewer.setComparator(null); // the order of the model
    Widgets.id(viewer.getTree(), "navigator.tree");
    edits = new NavigatorEdits(this);
    edits.install(getViewSite().getActionBars());
    link = new EditorLink(this);
    setLinkingEnabled(true);
  }

  /** Actions on what is selected; there once the view is. */
  NavigatorEdits edits() {
    if (edits == null) throw new IllegalStateException("the view is not there yet");
    return edits;
  }

  /** Selects an element, opening the tree down to it. */
  void select(NamedElement element) {
    select(content().node(element));
  }

  void select(Object node) {
    getCommonViewer().setSelection(new StructuredSelection(node), true);
  }

  private NetworksContent content() {
    return (NetworksContent)
        getNavigatorContentService()
            .getContentExtensionById("org.vpnhub.ui.navigator.content")
            .getContentProvider();
  }

  @Override
  protected void handleDoubleClick(DoubleClickEvent event) {
    Object first = ((IStructuredSelection) event.getSelection()).getFirstElement();
    if (first instanceof NamedElement || Selected.isModel(first)) open(first, "");
    else super.handleDoubleClick(event);
  }

  /**
   * Opens an editor on a file or an element.
   *
   * @param editorId the kind of editor; empty for the one that is open, or else the usual one
   */
  void open(Object node, String editorId) {
    var page = getSite().getPage();
    if (Selected.isModel(node)) ModelEditors.open(page, (IFile) node, editorId, null);
    if (node instanceof NamedElement e) {
      ModelDocument.of(e)
          .flatMap(Documents::file)
          .ifPresent(file -> ModelEditors.open(page, file, editorId, e));
    }
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> type) {
    if (type == IPropertySheetPage.class) return type.cast(ElementProperties.page(this));
    return super.getAdapter(type);
  }

  @Override
  public void dispose() {
    if (link != null) link.dispose();
    if (edits != null) edits.dispose();
    super.dispose();
  }
}
