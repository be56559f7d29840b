package org.vpnhub.ui.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Network;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.edit.ModelDocument;

/** What is offered for a problem, and that a fix of all is one step. */
class RemediesTest {
  @TempDir Path folder;
  private ModelDocument document;

  @BeforeEach
  void open() throws IOException {
    Network network =
        HubBuilder.build(
            "hub",
            "10.0.0.0/16",
            "198.51.100.1",
            List.of(
                SiteTable.Row.of("Shanghai", "203.0.113.10", "10.10.10.0/24", "strongswan"),
                SiteTable.Row.of("Hangzhou", "203.0.113.20", "10.10.20.0/24", "strongswan"),
                SiteTable.Row.of("Ningbo", "203.0.113.30", "10.10.30.0/24", "strongswan")));
    network
        .getRegions()
        .getFirst()
        .getVpcs()
        .getFirst()
        .getRouteTables()
        .getFirst()
        .getEntries()
        .clear();
    Path file = folder.resolve("hub.vpnhub");
    ModelFiles.save(network, file);
    document = ModelDocument.open(file);
  }

  private List<Problem> problems() {
    return Validation.of(document.network(), Optional.empty(), new ExporterRegistry(List.of()))
        .problems();
  }

  private List<Problem> problems(String code) {
    return problems().stream().filter(p -> p.code().equals(code)).toList();
  }

  private List<String> labels(Problem problem) {
    return Remedies.of(document.network(), document.file(), problem, problems()).stream()
        .map(Remedy::label)
        .toList();
  }

  @Test
  void oneOrAllOfAKind() {
    assertEquals(
        List.of("Create a VPC route to 10.10.10.0/24", "Fix all 3 problems of rule R01"),
        labels(problems("R01").getFirst()));
  }

  @Test
  void nothingToOffer() {
    document.execute("x", () -> document.network().getSites().getFirst().setPublicIp("nowhere"));
    assertEquals(List.of(), labels(problems("S03").getFirst()));
  }

  @Test
  void keysAreMovedOrMade() {
    document.execute(
        "x",
        () -> {
          var ike =
              document
                  .network()
                  .getRegions()
                  .getFirst()
                  .getVpcs()
                  .getFirst()
                  .getVpnGateways()
                  .getFirst()
                  .getConnections()
                  .getFirst()
                  .getTunnels()
                  .getFirst()
                  .getIkeConfig();
          ike.setPskReference(null);
          ike.setPsk("short");
        });
    assertEquals(
        List.of("Move the key to the secret store", "Make a new random key in the secret store"),
        labels(problems("S02").getFirst()));
    assertEquals(
        List.of("Make a new random key in the secret store"), labels(problems("C07").getFirst()));
  }

  @Test
  void fixingAllIsOneStep() throws IOException {
    String before = ModelFiles.toText(document.network());
    assertEquals(3, Remedies.fixAll(document, "R01", problems()));
    assertEquals(List.of(), problems("R01"));
    assertEquals("Fix all of rule R01", document.undoLabel());
    String after = ModelFiles.toText(document.network());
    document.undo();
    assertEquals(before, ModelFiles.toText(document.network()));
    assertFalse(document.canUndo());
    document.redo();
    assertEquals(after, ModelFiles.toText(document.network()));
    assertEquals(0, Remedies.fixAll(document, "R01", problems()));
  }
}
