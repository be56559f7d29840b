package org.vpnhub.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.Edits;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.model.edit.ModelTree;
import org.vpnhub.ui.Documents;

/** The tree of the view "Networks" follows the model and leaves alone what did not change. */
class NavigatorTest extends Journey {
  private TreeViewer viewer;
  private ModelDocument document;
  private VpnGateway gateway;
  private Site shanghai;
  private Site hangzhou;

  @BeforeEach
  void expand() throws Exception {
    IFile file = file("office", "three-offices.vpnhub", example());
    show("org.vpnhub.ui.navigator");
    BOT.run(
        () -> {
          var view = page().findView("org.vpnhub.ui.navigator");
          viewer = (TreeViewer) view.getViewSite().getSelectionProvider();
          viewer.refresh();
          viewer.expandToLevel(file, 1);
          document = Documents.find(file).orElseThrow();
          var vpc = document.network().getRegions().getFirst().getVpcs().getFirst();
          gateway = vpc.getVpnGateways().getFirst();
          shanghai = document.network().getSites().get(0);
          hangzhou = document.network().getSites().get(1);
          viewer.expandToLevel(gateway, TreeViewer.ALL_LEVELS);
          viewer.setSelection(new StructuredSelection(shanghai), true);
        });
  }

  @Test
  void onlyWhatCameOrWentIsTouched() {
    BOT.run(() -> Edits.addDestinationRoute(document, gateway, connection(), "172.16.0.0/16"));
    showsTheModel();
    List<TreeItem> before = BOT.get(this::items);
    BOT.run(
        () ->
            Edits.addSite(
                document,
                gateway,
                SiteTable.Row.of("Suzhou", "203.0.113.40", "10.10.40.0/24", "strongswan")));
    showsTheModel();
    assertTrue(BOT.get(() -> items().containsAll(before)), "items of others are the same");
    BOT.run(() -> Edits.remove(document, List.of(hangzhou)));
    showsTheModel();
    BOT.run(document::undo);
    showsTheModel();
    BOT.run(document::undo);
    showsTheModel();
    assertEquals(List.of(shanghai), BOT.get(() -> viewer.getStructuredSelection().toList()));
    assertTrue(BOT.get(() -> viewer.getExpandedState(shanghai)));
    screenshot("navigator-followed");
  }

  @Test
  void aNewOrderIsShown() {
    BOT.run(
        () ->
            document.execute(
                "Move",
                () -> gateway.getConnections().move(0, gateway.getConnections().size() - 1)));
    showsTheModel();
    BOT.run(document::undo);
    showsTheModel();
  }

  @Test
  void aNewNameIsShownWhereverItStands() {
    BOT.run(() -> Edits.addDestinationRoute(document, gateway, connection(), "172.16.0.0/16"));
    BOT.run(() -> Edits.rename(document, shanghai, "Pudong"));
    BOT.until("the site's new name", () -> label(shanghai).startsWith("Pudong"));
    BOT.until("the connection's", () -> label(connection()).startsWith("Pudong"));
    NamedElement route = BOT.get(() -> gateway.getDestinationRoutes().getFirst());
    BOT.until("the route's next hop", () -> label(route).endsWith("to Pudong"));
    assertFalse(BOT.get(() -> label(hangzhou)).contains("Pudong"));
    BOT.run(document::undo);
    BOT.until("the old name", () -> label(shanghai).startsWith("Shanghai"));
  }

  private VpnConnection connection() {
    return gateway.getConnections().getFirst();
  }

  private String label(NamedElement element) {
    return ((TreeItem) viewer.testFindItem(element)).getText();
  }

  /** Waits until the sites of the gateway stand in the tree as they do in the model. */
  private void showsTheModel() {
    BOT.until(
        "the tree shows the model",
        () -> items().stream().map(TreeItem::getData).toList().equals(ModelTree.children(gateway)));
  }

  private List<TreeItem> items() {
    return new ArrayList<>(Arrays.asList(((TreeItem) viewer.testFindItem(gateway)).getItems()));
  }
}
