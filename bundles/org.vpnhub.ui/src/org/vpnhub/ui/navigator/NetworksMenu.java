package org.vpnhub.ui.navigator;

import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.navigator.CommonActionProvider;
import org.eclipse.ui.navigator.ICommonMenuConstants;
import org.eclipse.ui.navigator.ICommonViewerWorkbenchSite;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.ModelEditors;
import org.vpnhub.ui.Selected;

/** The context menu of the tree, and the keys that work in it. */
public final class NetworksMenu extends CommonActionProvider {
  /** The navigator takes all handlers away whenever another element is selected. */
  @Override
  public void fillActionBars(IActionBars bars) {
    view().edits().install(bars);
  }

  @Override
  public void fillContextMenu(IMenuManager menu) {
    NetworksView view = view();
    IStructuredSelection selection = (IStructuredSelection) getContext().getSelection();
    menu.appendToGroup(ICommonMenuConstants.GROUP_NEW, newMenu(view, selection));
    Object first = selection.getFirstElement();
    if (selection.size() == 1 && (first instanceof NamedElement || Selected.isModel(first))) {
      menu.appendToGroup(
          ICommonMenuConstants.GROUP_OPEN,
          open(view, first, "Open as &Form", "edit", ModelEditors.FORM));
      menu.appendToGroup(
          ICommonMenuConstants.GROUP_OPEN,
          open(view, first, "Open as &Diagram", "topology", ModelEditors.TOPOLOGY));
    }
    if (!selection.isEmpty()) {
      view.edits().actions().forEach(a -> menu.appendToGroup(ICommonMenuConstants.GROUP_EDIT, a));
    }
    if (first instanceof NamedElement || Selected.isModel(first)) {
      menu.appendToGroup(ICommonMenuConstants.GROUP_PROPERTIES, properties(view));
    }
  }

  private NetworksView view() {
    var site = (ICommonViewerWorkbenchSite) getActionSite().getViewSite();
    return (NetworksView) site.getPart();
  }

  private static MenuManager newMenu(NetworksView view, IStructuredSelection selection) {
    MenuManager menu = new MenuManager("&New", "org.vpnhub.ui.navigator.new");
    menu.add(command(view, "org.vpnhub.ui.newHub", "&Hub…"));
    menu.add(command(view, "org.vpnhub.ui.addSite", "&Site…"));
    List<NamedElement> elements = Selected.elements(selection);
    if (elements.size() == 1) {
      menu.add(new Separator());
      ModelDocument.of(elements.getFirst())
          .ifPresent(d -> NewElements.at(view, d, elements.getFirst()).forEach(menu::add));
    }
    return menu;
  }

  private static CommandContributionItem command(NetworksView view, String id, String label) {
    var parameter =
        new CommandContributionItemParameter(
            view.getSite(), null, id, CommandContributionItem.STYLE_PUSH);
    parameter.label = label;
    return new CommandContributionItem(parameter);
  }

  private static Action open(
      NetworksView view, Object node, String text, String icon, String editorId) {
    return new Action(text, Images.descriptor(icon)) {
      @Override
      public void run() {
        view.open(node, editorId);
      }
    };
  }

  private static Action properties(NetworksView view) {
    return new Action("P&roperties") {
      @Override
      public void run() {
        try {
          view.getSite().getPage().showView(IPageLayout.ID_PROP_SHEET);
        } catch (PartInitException e) {
          Platform.getLog(NetworksMenu.class).log(e.getStatus());
        }
      }
    };
  }
}
