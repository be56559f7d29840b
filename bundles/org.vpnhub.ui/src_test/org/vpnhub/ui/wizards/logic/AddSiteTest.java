package org.vpnhub.ui.wizards.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Network;
import org.vpnhub.model.SelectorMode;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteFacts;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.planner.Planner;
import org.vpnhub.planner.SelectorModes;
import org.vpnhub.ui.NewSites;
import org.vpnhub.validation.SecurityProfile;

class AddSiteTest {
  @TempDir Path dir;

  private static AddSite.Effect effect(Network network, SiteCells cells) {
    return AddSite.effect(
        EcoreUtil.copy(network), "vpn-hub", cells, Samples.EXPORTERS, SecurityProfile.STRONG);
  }

  @Test
  void oneStepThatCanBeUndone() throws IOException {
    Path file = dir.resolve("hub.vpnhub");
    ModelFiles.save(Samples.threeOffices().build(Samples.EXPORTERS), file);
    ModelDocument document = ModelDocument.open(file);
    Network before = EcoreUtil.copy(document.network());
    VpnGateway gateway = Planner.gateways(document.network()).getFirst();
    Site site =
        AddSite.apply(document, gateway, Samples.SUZHOU, Samples.EXPORTERS, SecurityProfile.STRONG);
    assertTrue(KeyReferences.of(document.network()).contains("psk-suzhou"));
    Network expected = EcoreUtil.copy(before);
    HubBuilder.addSite(Planner.gateways(expected).getFirst(), Samples.SUZHOU.row());
    assertTrue(EcoreUtil.equals(expected, document.network()));
    assertEquals("Add site Suzhou", document.undoLabel());
    document.undo();
    assertTrue(EcoreUtil.equals(before, document.network()));
    assertFalse(document.canUndo());
    document.redo();
    assertTrue(EcoreUtil.equals(expected, document.network()));
  }

  @Test
  void severalAreOneStepToo() throws IOException {
    Path file = dir.resolve("hub.vpnhub");
    ModelFiles.save(Samples.hub(SecurityProfile.STRONG).build(Samples.EXPORTERS), file);
    ModelDocument document = ModelDocument.open(file);
    Network before = EcoreUtil.copy(document.network());
    VpnGateway gateway = Planner.gateways(document.network()).getFirst();
    List<SiteTable.Row> rows =
        SiteCells.rows(List.of(Samples.SUZHOU, Samples.NINGBO.with(SiteColumn.DEVICE, "router")));
    List<Site> sites = NewSites.add(document, gateway, rows, Samples.EXPORTERS);
    assertEquals(
        List.of(SelectorMode.EXPLICIT, SelectorMode.ANY),
        sites.stream().map(Site::getSelectorMode).toList());
    assertEquals("Add 2 sites", document.undoLabel());
    document.undo();
    assertTrue(EcoreUtil.equals(before, document.network()));
    document.redo();
    assertEquals(2, document.network().getSites().size());
  }

  @Test
  void anIkev1SiteOfTwoPrefixesIsOneStepToo() throws IOException {
    Path file = dir.resolve("hub.vpnhub");
    ModelFiles.save(
        Samples.hub(SecurityProfile.LEGACY, Samples.SHANGHAI).build(Samples.EXPORTERS), file);
    ModelDocument document = ModelDocument.open(file);
    Network before = EcoreUtil.copy(document.network());
    VpnGateway gateway = Planner.gateways(document.network()).getFirst();
    AddSite.apply(
        document, gateway, Samples.HANGZHOU, Samples.EXPORTERS, SecurityProfile.of(gateway));
    assertEquals(3, gateway.getConnections().size());
    document.undo();
    assertTrue(EcoreUtil.equals(before, document.network()));
    document.redo();
    assertEquals(3, gateway.getConnections().size());
  }

  @Test
  void devicesThatListPrefixesMustLearnTheNewOnes() {
    AddSite.Effect effect = effect(Samples.threeOffices().build(Samples.EXPORTERS), Samples.SUZHOU);
    assertEquals(List.of("Shanghai", "Hangzhou", "Ningbo"), effect.toSelectors());
    assertEquals(List.of(), effect.toRoutes());
    assertEquals(List.of(), effect.problems());
    assertEquals(
        List.of(
            "In the hub nothing of the 3 other sites changes: customer gateways, connections,"
                + " routes and keys stay, and the tunnels stay up.",
            "The devices of Shanghai, Hangzhou, Ningbo must learn 10.10.40.0/24, because their"
                + " selectors list each prefix (mode EXPLICIT): export and load their"
                + " configurations again. Until then Suzhou reaches the VPC, but not those"
                + " sites."),
        effect.words());
  }

  @Test
  void devicesWithASummaryNeedNothingAndThoseWithAnyARoute() {
    Network network = Samples.threeOffices().build(Samples.EXPORTERS);
    Site shanghai = network.getSites().get(0);
    shanghai.setSelectorMode(SelectorMode.SUMMARY);
    shanghai.setSummaryCidr("10.0.0.0/8");
    network.getSites().get(1).setSelectorMode(SelectorMode.ANY);
    AddSite.Effect effect = effect(network, Samples.SUZHOU);
    assertEquals(List.of("Ningbo"), effect.toSelectors());
    assertEquals(List.of("Hangzhou"), effect.toRoutes());
    for (Site s : network.getSites()) {
      s.setSelectorMode(SelectorMode.SUMMARY);
      s.setSummaryCidr("10.0.0.0/8");
    }
    assertTrue(
        effect(network, Samples.SUZHOU).words().getLast().startsWith("No other device must"));
  }

  @Test
  void whatGoesWrongWithTheSiteIsSaidAndNothingElse() {
    Network network = Samples.threeOffices().build(Samples.EXPORTERS);
    network.getSites().getFirst().getCidrs().set(0, "10.10.10.7/24"); // wrong before
    AddSite.Effect effect = effect(network, Samples.SUZHOU.with(SiteColumn.CIDRS, "10.10.30.0/25"));
    assertTrue(effect.problems().stream().anyMatch(p -> p.code().equals("A03")));
    assertTrue(effect.problems().stream().noneMatch(p -> p.code().equals("A01")));
  }

  @Test
  void theSelectorModeSuitsTheDevice() {
    Network network =
        Samples.hub(SecurityProfile.STRONG, Samples.SHANGHAI).build(Samples.EXPORTERS);
    SiteCells routed = Samples.SUZHOU.with(SiteColumn.DEVICE, "router");
    AddSite.effect(network, "vpn-hub", routed, Samples.EXPORTERS, SecurityProfile.STRONG);
    AddSite.effect(
        network,
        "vpn-hub",
        Samples.NINGBO.with(SiteColumn.DEVICE, "other"),
        Samples.EXPORTERS,
        SecurityProfile.STRONG);
    assertEquals(
        List.of(SelectorMode.EXPLICIT, SelectorMode.ANY, SelectorMode.EXPLICIT),
        network.getSites().stream().map(Site::getSelectorMode).toList());
    assertEquals(
        "Selector mode ANY: routes decide what enters the tunnel, so a new site changes only"
            + " routes.\nIts configuration also needs: WAN interface (such as Gi1).",
        DeviceAdvice.of(Samples.EXPORTERS, routed));
    assertEquals(
        "Selector mode ANY: routes decide what enters the tunnel, so a new site changes only"
            + " routes.",
        DeviceAdvice.of(Samples.EXPORTERS, routed.with(SiteColumn.WAN_INTERFACE, "Gi1")));
    assertEquals("", DeviceAdvice.of(Samples.EXPORTERS, SiteCells.BLANK));
  }

  @Test
  void factsOfTheDeviceAreInTheSameStep() throws IOException {
    Path file = dir.resolve("hub.vpnhub");
    ModelFiles.save(Samples.threeOffices().build(Samples.EXPORTERS), file);
    ModelDocument document = ModelDocument.open(file);
    VpnGateway gateway = Planner.gateways(document.network()).getFirst();
    SiteCells typed =
        Samples.SUZHOU
            .with(SiteColumn.DEVICE, "router")
            .with(SiteColumn.WAN_INTERFACE, "Gi1")
            .with(SiteColumn.TUNNEL_NUMBER, "7");
    SiteCells cells = DeviceAdvice.needed(Samples.EXPORTERS, typed);
    Site site = AddSite.apply(document, gateway, cells, Samples.EXPORTERS, SecurityProfile.STRONG);
    assertEquals(Map.of("wan_interface", "Gi1"), SiteFacts.of(site), "what the router needs");
    document.undo();
    assertFalse(document.canUndo());
    assertEquals(3, document.network().getSites().size());
  }

  @Test
  void aFormHasFieldsForWhatTheDeviceNeeds() {
    assertEquals(
        Map.of(SiteColumn.WAN_INTERFACE, "Gi1"), DeviceAdvice.needs(Samples.EXPORTERS, " router "));
    assertEquals(Map.of(), DeviceAdvice.needs(Samples.EXPORTERS, "toaster"));
    SiteCells routed = Samples.SUZHOU.with(SiteColumn.DEVICE, "router");
    assertTrue(
        ofForm(routed, Optional.empty()).contains("needs the following"),
        ofForm(routed, Optional.empty()));
    assertFalse(ofForm(Samples.SUZHOU, Optional.empty()).contains("needs the following"));
    assertEquals(DeviceAdvice.NO_DEVICE, ofForm(SiteCells.BLANK, Optional.empty()));
    String shared = ofForm(routed, Optional.of("10.0.0.0/8"));
    assertTrue(shared.startsWith("Selector mode SUMMARY with 10.0.0.0/8"), shared);
    assertTrue(shared.contains("needs the following"), shared);
  }

  private static String ofForm(SiteCells cells, Optional<String> summary) {
    return DeviceAdvice.ofForm(Samples.EXPORTERS, cells, summary);
  }

  @Test
  void aSummaryThatAllSitesShareIsTheNewSitesToo() {
    Network network = Samples.threeOffices().build(Samples.EXPORTERS);
    SelectorModes.summarise(network.getSites(), "10.0.0.0/8");
    SiteCells routed = Samples.SUZHOU.with(SiteColumn.DEVICE, "router");
    AddSite.Effect effect =
        AddSite.effect(network, "vpn-hub", routed, Samples.EXPORTERS, SecurityProfile.STRONG);
    Site added = network.getSites().getLast();
    assertEquals(SelectorMode.SUMMARY, added.getSelectorMode(), "not ANY, as suits the router");
    assertEquals("10.0.0.0/8", added.getSummaryCidr());
    assertEquals(List.of(), effect.toSelectors());
    assertEquals(List.of(), effect.toRoutes());
  }

  @Test
  void whatTheExporterSaysIsSaidAtTheFact() {
    Network network = Samples.threeOffices().build(Samples.EXPORTERS);
    SiteCells routed = Samples.SUZHOU.with(SiteColumn.DEVICE, "router");
    AddSite.Effect wrong =
        effect(EcoreUtil.copy(network), routed.with(SiteColumn.WAN_INTERFACE, "Gi 1"));
    assertEquals(
        List.of(
            new Fault(
                "wanInterface",
                0,
                Severity.ERROR,
                "WAN interface: has an interface with a space in its name")),
        wrong.facts());
    assertEquals(List.of("D02"), wrong.problems().stream().map(Problem::code).toList());
    AddSite.Effect missing = effect(network, routed);
    assertEquals(List.of(), missing.problems(), "the fields say what is missing");
    assertEquals(List.of(), missing.facts());
  }

  @Test
  void theFirstSite() {
    assertEquals(
        List.of("This is the hub's first site."),
        effect(Samples.hub(SecurityProfile.STRONG).build(Samples.EXPORTERS), Samples.SUZHOU)
            .words());
  }
}
