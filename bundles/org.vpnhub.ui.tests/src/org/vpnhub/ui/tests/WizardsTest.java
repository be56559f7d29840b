package org.vpnhub.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;

/** A newcomer builds the three-office hub with the wizard, and exports the devices' files. */
class WizardsTest extends Journey {
  @Test
  void theWizardBuildsTheThreeOfficeHub() throws Exception {
    pointAt(window().getShell());
    KEYS.press("Ctrl", "n");
    Shell wizard = BOT.shell("New VPN Hub");
    fill("newhub.name", "three-offices");
    fill("newhub.vpcCidr", "10.0.0.0/16");
    fill("newhub.gatewayIp", "198.51.100.1");
    screenshot("wizard-network");
    clickButton("Next >");
    typeSites();
    screenshot("wizard-sites");
    clickButton("Next >");
    screenshot("wizard-security");
    clickButton("Next >");
    Text plan = BOT.find(Text.class, "newhub.plan");
    BOT.until("the plan", () -> plan.getText().contains("Shanghai"));
    screenshot("wizard-summary");
    clickButton("Finish");
    BOT.until("the wizard is gone", wizard::isDisposed);
    BOT.until("an editor of the hub", () -> page().getActiveEditor() != null);
    BOT.settle();
    screenshot("wizard-done");
    IFile file =
        ResourcesPlugin.getWorkspace()
            .getRoot()
            .getProject("vpnhub")
            .getFile("three-offices.vpnhub");
    Network network = ModelFiles.load(file.getLocation().toPath());
    assertEquals(
        List.of("Shanghai", "Hangzhou", "Ningbo"),
        network.getSites().stream().map(Site::getName).toList());
    assertEquals(
        3,
        network
            .getRegions()
            .getFirst()
            .getVpcs()
            .getFirst()
            .getVpnGateways()
            .getFirst()
            .getConnections()
            .size());
  }

  private static void typeSites() {
    click("newhub.sites");
    String[] names = {"Shanghai", "Hangzhou", "Ningbo"};
    Table table = BOT.find(Table.class, "newhub.sites");
    MOUSE.doubleClick(BOT.centre(BOT.get(() -> table.getItem(0)), 0));
    for (int i = 0; i < names.length; i++) {
      int row = i;
      KEYS.type(names[i] + "\t203.0.113." + (i + 1) + "0\t10.10." + (i + 1) + "0.0/24\t");
      KEYS.type("strongswan\n"); // leads to the name in the next row
      BOT.until("row " + names[i], () -> table.getItem(row).getText(3).equals("strongswan"));
    }
  }

  @Test
  void aSiteIsAddedWithTheFactsThatItsDeviceNeeds() throws Exception {
    IFile file = file("office", "three-offices.vpnhub", example());
    open(file, "org.vpnhub.ui.editor");
    click("overview.addSite");
    Shell wizard = BOT.shell("Add Site");
    KEYS.type("Suzhou\t203.0.113.40\t10.10.40.0/24\tpaloalto-panos\t\tethernet1/1\tuntrust");
    Text zone = BOT.find(Text.class, "addsite.wanZone");
    fill("addsite.device", "strongswan");
    BOT.until("no field for a zone", () -> !zone.isVisible());
    fill("addsite.device", "paloalto-panos");
    BOT.until("the zone is kept", () -> zone.isVisible() && zone.getText().equals("untrust"));
    screenshot("add-site");
    clickButton("Finish");
    BOT.until("the wizard is gone", wizard::isDisposed);
    ModelDocument document = BOT.get(() -> Documents.find(file).orElseThrow());
    Site suzhou = BOT.get(() -> document.network().getSites().getLast());
    assertEquals("ethernet1/1", suzhou.getWanInterface());
    assertEquals("untrust", suzhou.getWanZone());
    BOT.run(document::undo);
    assertEquals(3, BOT.get(() -> document.network().getSites().size()));
  }

  @Test
  void theDevicesFilesAreExportedToAFolder(@TempDir Path folder) throws Exception {
    open(file("office", "three-offices.vpnhub", example()), "org.vpnhub.ui.editor");
    click("overview.export");
    Shell wizard = BOT.shell("Export Device Configurations");
    Table sites = BOT.find(Table.class, "export.sites");
    BOT.item(sites, "Hangzhou");
    screenshot("export-sites");
    clickButton("Next >");
    Text content = BOT.find(Text.class, "export.content");
    BOT.until("a preview", () -> !content.getText().isEmpty());
    screenshot("export-preview");
    clickButton("Next >");
    fill("export.folder", folder.resolve("configs").toString());
    clickButton("Finish");
    Text report = BOT.find(Text.class, "export.report");
    BOT.until("the report", () -> report.getText().contains("Hangzhou"));
    screenshot("export-done");
    clickButton("Finish");
    BOT.until("the wizard is gone", wizard::isDisposed);
    try (var files = Files.walk(folder)) {
      List<String> names = files.map(f -> f.getFileName().toString()).toList();
      assertTrue(names.contains("swanctl.conf"), names::toString);
    }
  }
}
