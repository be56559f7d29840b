package org.vpnhub.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.forms.IManagedForm;
import org.vpnhub.exporter.host.InstalledExporters;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.Edits;
import org.vpnhub.model.edit.SiteText;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.NewSites;
import org.vpnhub.ui.secrets.Secrets;

/** All sites as a table: edited in place, added one by one or pasted from a spreadsheet. */
final class SitesPage extends ModelPage {
  private static final int TOLD = 12;

  private TablePart<Site> sites;
  private SiteStatus status = SiteStatus.NONE;

  SitesPage(HubEditor hub) {
    super(hub, "sites", "Sites", "site");
  }

  @Override
  void build(IManagedForm form, Composite body) {
    body.setLayout(new GridLayout());
    sites =
        new TablePart<>(
            hub(),
            form.getToolkit(),
            body,
            "sites",
            SiteColumns.of(InstalledExporters::registry, s -> status.text(s)),
            "site",
            "No sites yet. Add one, or paste rows from a spreadsheet:"
                + " name, public address, prefixes, device.");
    sites.adding("Add Site", this::add).pasting(this::paste).removing();
    fill(sites.table().table(), 1, 400, 200);
  }

  @Override
  Control focus() {
    return sites.table().table();
  }

  @Override
  void refresh() {
    status = SiteStatus.of(document());
    sites.setElements(network().getSites());
  }

  @Override
  void liveChanged() {
    status = SiteStatus.of(document());
    sites.table().table().clearAll();
  }

  /** The gateway that new sites are connected to. */
  private Optional<VpnGateway> gateway() {
    Optional<VpnGateway> gateway = Planner.gateways(network()).stream().findFirst();
    if (gateway.isEmpty()) {
      MessageDialog.openInformation(
          getSite().getShell(),
          "No VPN gateway",
          "A site is connected to a VPN gateway, and there is none yet. Add a VPC and a VPN gateway"
              + " on the page Gateway first.");
    }
    return gateway;
  }

  private void add() {
    gateway()
        .ifPresent(
            g -> {
              String name = Names.fresh("New site", network().getSites());
              SiteTable.Row row = SiteTable.Row.of(name, "", "", "");
              Site site = Edits.addSite(document(), g, row);
              sites.setElements(network().getSites());
              sites.table().selectAll(List.of(site));
              Secrets.createKeys(document(), List.of(site), getSite().getShell());
              sites.table().edit(site, "name");
            });
  }

  private void paste() {
    Clipboard clipboard = new Clipboard(getSite().getShell().getDisplay());
    Object text = clipboard.getContents(TextTransfer.getInstance());
    clipboard.dispose();
    if (!(text instanceof String t) || t.isBlank()) return;
    SiteText.Content content = SiteText.parse(t);
    if (content.rows().isEmpty()) {
      MessageDialog.openError(getSite().getShell(), "Nothing to paste", told(content.problems()));
      return;
    }
    if (!content.problems().isEmpty() && !isConfirmed(content)) return;
    gateway()
        .ifPresent(
            g -> added(NewSites.add(document(), g, content.rows(), InstalledExporters.registry())));
  }

  private boolean isConfirmed(SiteText.Content content) {
    return MessageDialog.openQuestion(
        getSite().getShell(),
        "Paste sites",
        "Some cells are wrong:\n\n"
            + told(content.problems())
            + "\n\nAdd "
            + Contents.count(content.rows().size(), "site")
            + " nevertheless? You can correct them in the table.");
  }

  private static String told(List<String> problems) {
    String told = problems.stream().limit(TOLD).collect(Collectors.joining("\n"));
    int more = problems.size() - TOLD;
    return more > 0 ? told + "\nand " + more + " more" : told;
  }

  private void added(List<Site> made) {
    sites.setElements(network().getSites());
    sites.table().selectAll(made);
    Secrets.createKeys(document(), made, getSite().getShell());
  }

  @Override
  boolean reveal(NamedElement element) {
    if (!isBuilt()) return false;
    update();
    Site site =
        switch (element) {
          case Site s -> s;
          case VpnConnection c -> c.getSite();
          case CustomerGateway c -> c.getSite();
          case RouteEntry r -> r.getSite();
          default -> null;
        };
    return site != null && sites.table().select(site);
  }

  @Override
  void save(IMemento memento) {
    sites.saveState(memento);
  }

  @Override
  void restore(IMemento memento) {
    sites.restoreState(memento);
  }
}
