package org.vpnhub.ui;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.planner.SelectorModes;
import org.vpnhub.validation.SecurityProfile;

/** Adds sites to a hub, each with the selector mode that suits its device. */
public final class NewSites {
  private NewSites() {}

  /** Adds sites in one step that can be undone. */
  public static List<Site> add(
      ModelDocument document,
      VpnGateway gateway,
      List<SiteTable.Row> rows,
      ExporterRegistry exporters) {
    String what = rows.size() == 1 ? "site " + rows.getFirst().name() : rows.size() + " sites";
    List<Site> made = new ArrayList<>();
    document.execute(
        "Add " + what, () -> made.addAll(add(gateway, rows, exporters, SecurityProfile.STRONG)));
    return made;
  }

  /** Adds sites as a part of a bigger change. */
  public static List<Site> add(
      VpnGateway gateway,
      List<SiteTable.Row> rows,
      ExporterRegistry exporters,
      SecurityProfile security) {
    List<Site> sites = HubBuilder.addSites(gateway, rows);
    SelectorModes.choose(sites, exporters::suitingMode);
    if (security != SecurityProfile.STRONG) sites.forEach(security::apply);
    return sites;
  }
}
