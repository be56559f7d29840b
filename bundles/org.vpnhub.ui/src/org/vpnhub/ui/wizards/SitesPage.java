package org.vpnhub.ui.wizards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.SiteTable;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.wizards.logic.Fault;
import org.vpnhub.ui.wizards.logic.Neighbours;
import org.vpnhub.ui.wizards.logic.SiteCells;
import org.vpnhub.ui.wizards.logic.SiteCheck;

/** The sites: typed, pasted or read from a file. */
final class SitesPage extends FaultPage {
  private final ExporterRegistry exporters;
  private SitesTable table;

  SitesPage(ExporterRegistry exporters) {
    super(
        "sites",
        "Sites",
        "Type into the cells, or paste rows from a spreadsheet: name, public address, prefixes,"
            + " device, release.");
    this.exporters = exporters;
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    page.setLayout(new GridLayout());
    Label label = new Label(page, SWT.NONE);
    label.setText("&Sites (one a row; several prefixes with spaces between them):");
    table = new SitesTable(page, "newhub.sites", exporters, this::changed);
    Label advice = Widgets.id(new Label(page, SWT.WRAP), "newhub.sites.advice");
    GridData lines = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
    lines.heightHint = 3 * advice.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    advice.setLayoutData(lines);
    table.onAdvice(advice::setText);
    Composite buttons = Buttons.row(page);
    Buttons.add(buttons, "newhub.sites.paste", "&Paste Rows", this::paste);
    Buttons.add(buttons, "newhub.sites.browse", "B&rowse CSV…", this::browse);
    Buttons.add(buttons, "newhub.sites.remove", "Re&move", table::remove);
    setControl(page);
    check();
  }

  private void paste() {
    if (table.paste()) return;
    setMessage("There is no text in the clipboard to paste", IMessageProvider.WARNING);
  }

  private void browse() {
    FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
    dialog.setText("Table of sites");
    dialog.setFilterExtensions(new String[] {"*.csv", "*"});
    dialog.setFilterNames(new String[] {"Comma-separated values (*.csv)", "All files"});
    String chosen = dialog.open();
    if (chosen == null) return;
    try {
      table.add(SiteTable.read(Path.of(chosen)).stream().map(SiteCells::of).toList());
    } catch (ModelFormatException e) {
      setErrorMessage(e.getMessage());
    }
  }

  List<SiteCells> sites() {
    return table == null ? List.of() : table.sites();
  }

  @Override
  List<Fault> faults() {
    if (table == null) return List.of();
    List<SiteCells> sites = table.sites();
    NetworkPage network = (NetworkPage) getWizard().getPage("network");
    String vpc = network.getControl() == null ? "" : network.vpcCidr();
    List<Fault> faults =
        new ArrayList<>(SiteCheck.check(sites, Neighbours.ofVpc(vpc), exporters.devices()));
    if (sites.isEmpty()) {
      faults.add(
          new Fault(
              "sites",
              Fault.NO_ROW,
              Severity.INFO,
              "No site yet: type one, paste rows with Ctrl+V, or add sites later"));
    }
    return faults;
  }

  @Override
  void decorate(List<Fault> faults) {
    if (table != null) table.decorate(faults);
  }

  @Override
  void focus(String field, int row) {
    table.focus(field, row);
  }

  @Override
  public void setVisible(boolean visible) {
    super.setVisible(visible);
    if (!visible) return;
    check(); // the VPC may be another now
    table.focus();
  }
}
