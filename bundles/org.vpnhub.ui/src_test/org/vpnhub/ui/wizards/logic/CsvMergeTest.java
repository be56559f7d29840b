package org.vpnhub.ui.wizards.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Network;
import org.vpnhub.model.SelectorMode;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.DeviceChange;
import org.vpnhub.ui.wizards.logic.CsvMerge.Action;
import org.vpnhub.ui.wizards.logic.CsvMerge.Item;
import org.vpnhub.validation.SecurityProfile;

class CsvMergeTest {
  @TempDir Path dir;
  private ModelDocument document;

  @BeforeEach
  void open() throws IOException {
    Path file = dir.resolve("hub.vpnhub");
    ModelFiles.save(Samples.threeOffices().build(Samples.EXPORTERS), file);
    document = ModelDocument.open(file);
  }

  private List<Item> compare(SiteCells... rows) {
    return CsvMerge.compare(document.network(), List.of(rows));
  }

  private static List<Action> proposed(List<Item> items) {
    return new ArrayList<>(items.stream().map(i -> i.actions().getFirst()).toList());
  }

  private VpnGateway gateway() {
    return Planner.gateways(document.network()).getFirst();
  }

  @Test
  void rowsAreNewDifferentOrEqual() {
    List<Item> items =
        compare(
            Samples.SUZHOU,
            Samples.SHANGHAI,
            new SiteCells("Hangzhou", "203.0.113.21", "10.10.21.0/24, 10.10.20.0/24", "", ""),
            Samples.NINGBO.with(SiteColumn.CIDRS, "10.10.31.0/24").with(SiteColumn.RELEASE, "6.0"));
    assertEquals(List.of(Action.ADD, Action.SKIP, Action.UPDATE, Action.UPDATE), proposed(items));
    assertEquals(
        List.of(
            "new",
            "as in the model",
            "public address 203.0.113.20 → 203.0.113.21",
            "prefixes 10.10.30.0/24 → 10.10.31.0/24; release none → 6.0"),
        items.stream().map(Item::state).toList());
    assertEquals("1 to add, 2 to update, 1 to skip", CsvMerge.summary(proposed(items)));
    assertEquals(List.of(Action.SKIP), items.get(1).actions());
  }

  @Test
  void addedAndUpdatedInOneStep() {
    Network before = EcoreUtil.copy(document.network());
    List<Item> items =
        compare(Samples.SUZHOU, new SiteCells("Ningbo", "", "10.10.31.0/24", "", "6.0"));
    List<Site> added =
        CsvMerge.apply(
            document, gateway(), items, proposed(items), Samples.EXPORTERS, SecurityProfile.STRONG);
    assertEquals(List.of("Suzhou"), added.stream().map(Site::getName).toList());
    Site ningbo = document.network().getSites().get(2);
    assertEquals("203.0.113.30", ningbo.getPublicIp());
    assertEquals("6.0", ningbo.getDeviceRelease());
    assertEquals(
        List.of("10.10.31.0/24"), SiteSync.connections(ningbo).getFirst().getRemoteSubnets());
    assertEquals(List.of(), SiteSync.differences(ningbo));
    Network after = EcoreUtil.copy(document.network());
    document.undo();
    assertTrue(EcoreUtil.equals(before, document.network()));
    document.redo();
    assertTrue(EcoreUtil.equals(after, document.network()));
  }

  @Test
  void fiftyRowsAreThoseOfTheBuilder() {
    List<SiteCells> rows = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String n = "site-" + i;
      rows.add(new SiteCells(n, "192.0.2." + i, "10.20." + i + ".0/24", "strongswan", ""));
    }
    Network expected = EcoreUtil.copy(document.network());
    HubBuilder.addSites(Planner.gateways(expected).getFirst(), SiteCells.rows(rows));
    List<Item> items = CsvMerge.compare(document.network(), rows);
    List<Action> actions = proposed(items);
    assertEquals(
        List.of(),
        CsvMerge.faults(document.network(), items, actions, Samples.EXPORTERS.devices()));
    CsvMerge.apply(document, gateway(), items, actions, Samples.EXPORTERS, SecurityProfile.STRONG);
    assertTrue(EcoreUtil.equals(expected, document.network()));
  }

  @Test
  void faultsNameTheRowAndSkippedRowsHaveNone() {
    List<Item> items =
        compare(
            Samples.SUZHOU.with(SiteColumn.CIDRS, "10.10.10.0/25"),
            Samples.SUZHOU.with(SiteColumn.PUBLIC_IP, "203.0.113"));
    List<Action> actions = proposed(items);
    List<Fault> faults =
        CsvMerge.faults(document.network(), items, actions, Samples.EXPORTERS.devices());
    assertEquals(
        List.of("0 cidrs", "1 name", "1 publicIp"),
        faults.stream().map(f -> f.row() + " " + f.field()).toList());
    actions.set(0, Action.SKIP);
    actions.set(1, Action.SKIP);
    assertEquals(
        List.of(),
        CsvMerge.faults(document.network(), items, actions, Samples.EXPORTERS.devices()));
  }

  @Test
  void factsOfTheDeviceAreImported() {
    SiteCells fresh =
        Samples.SUZHOU.with(SiteColumn.DEVICE, "router").with(SiteColumn.TUNNEL_NUMBER, "7");
    SiteCells changed = Samples.NINGBO.with(SiteColumn.WAN_INTERFACE, "Gi1");
    document.network().getSites().getFirst().getLanInterfaces().addAll(List.of("Gi2", "Gi3"));
    SiteCells same = Samples.SHANGHAI.with(SiteColumn.LAN_INTERFACES, "Gi2, Gi3");
    List<Item> items = compare(fresh, changed, same);
    assertEquals(
        List.of("new", "WAN interface none → Gi1", "as in the model"),
        items.stream().map(Item::state).toList());
    CsvMerge.apply(
        document, gateway(), items, proposed(items), Samples.EXPORTERS, SecurityProfile.STRONG);
    assertEquals("Gi1", document.network().getSites().get(2).getWanInterface());
    Site suzhou = document.network().getSites().get(3);
    assertEquals(7, suzhou.getTunnelNumber());
    assertEquals(SelectorMode.ANY, suzhou.getSelectorMode());
    List<Item> wrong = compare(Samples.SUZHOU.with(SiteColumn.RULE_NUMBER, "x"));
    assertEquals(
        List.of(
            "Suzhou, WAN interface is needed before the configuration can be exported, such as"
                + " Gi1",
            "Suzhou, rule number: 'x' is no number; give one, or nothing"),
        CsvMerge.faults(
                document.network(),
                compare(new SiteCells("Suzhou", "", "", "", "").with(SiteColumn.RULE_NUMBER, "x")),
                proposed(wrong),
                Samples.EXPORTERS.devices())
            .stream()
            .map(Fault::message)
            .toList());
  }

  @Test
  void theSelectorModeFollowsTheDeviceUnlessSomebodyChoseIt() {
    Site hangzhou = document.network().getSites().get(1);
    hangzhou.setSelectorMode(SelectorMode.SUMMARY);
    List<Item> items =
        compare(
            Samples.SHANGHAI.with(SiteColumn.DEVICE, "router"),
            Samples.HANGZHOU.with(SiteColumn.DEVICE, "router"));
    CsvMerge.apply(
        document, gateway(), items, proposed(items), Samples.EXPORTERS, SecurityProfile.STRONG);
    Site shanghai = document.network().getSites().getFirst();
    assertEquals(SelectorMode.ANY, shanghai.getSelectorMode());
    assertEquals(SelectorMode.SUMMARY, hangzhou.getSelectorMode());
    DeviceChange.set(document, shanghai, "strongswan", Samples.EXPORTERS);
    assertEquals(SelectorMode.EXPLICIT, shanghai.getSelectorMode());
    DeviceChange.set(document, shanghai, "", Samples.EXPORTERS);
    assertNull(shanghai.getDevice());
    DeviceChange.set(document, shanghai, " router ", Samples.EXPORTERS);
    assertEquals(SelectorMode.ANY, shanghai.getSelectorMode());
    document.undo();
    assertEquals(SelectorMode.EXPLICIT, shanghai.getSelectorMode());
    assertNull(shanghai.getDevice());
  }

  @Test
  void aRowMayTakeWhatAnotherRowGivesUp() {
    List<Item> items =
        compare(
            new SiteCells("Shanghai", "203.0.113.30", "10.10.30.0/24", "", ""),
            new SiteCells("Ningbo", "203.0.113.10", "10.10.10.0/24", "", ""));
    assertEquals(
        List.of(),
        CsvMerge.faults(document.network(), items, proposed(items), Samples.EXPORTERS.devices()));
  }

  @Test
  void anUpdateOfAnIkev1SiteStaysLegal() throws IOException {
    Path file = dir.resolve("old.vpnhub");
    ModelFiles.save(
        Samples.hub(SecurityProfile.LEGACY, Samples.SHANGHAI).build(Samples.EXPORTERS), file);
    document = ModelDocument.open(file);
    List<Item> items =
        compare(new SiteCells("Shanghai", "", "10.10.10.0/24 10.10.11.0/24", "", ""));
    CsvMerge.apply(
        document, gateway(), items, proposed(items), Samples.EXPORTERS, SecurityProfile.LEGACY);
    assertEquals(2, gateway().getConnections().size());
  }
}
