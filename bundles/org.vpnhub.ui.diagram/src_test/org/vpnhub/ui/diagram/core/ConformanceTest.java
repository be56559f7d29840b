package org.vpnhub.ui.diagram.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vpnhub.design.Gaps;
import org.vpnhub.design.HubServices;
import org.vpnhub.design.RoadServices;
import org.vpnhub.model.Network;

/**
 * What the definition gives for fixed models: the contract between the two runtimes. When a golden
 * file differs and the new text is right, put it in its place.
 */
class ConformanceTest {
  private static final Set<String> ALL = Set.of("MissingLinks", "Routes");

  @Test
  void definitionOfTheHubTopology() throws IOException {
    assertGolden("hub-definition.txt", DiagramText.definition(Fixtures.definition("HubTopology")));
  }

  @Test
  void definitionOfTheRoad() throws IOException {
    assertGolden("road-definition.txt", DiagramText.definition(Fixtures.definition("Road")));
  }

  @Test
  void threeOffices() throws IOException {
    DiagramDefinition d = Fixtures.definition("HubTopology");
    Diagram diagram = Deriver.derive(d, Fixtures.threeOffices(), Fixtures.services(d));
    assertGolden("three-offices.txt", DiagramText.diagram(diagram));
  }

  @Test
  void faultyOfficesWhileTheHubRuns() throws IOException {
    DiagramDefinition d = Fixtures.definition("HubTopology");
    Services services = Fixtures.services(d);
    Fixtures.live(services);
    Network network = Fixtures.faulty();
    services.get(HubServices.class).setGaps(Gaps.of(network));
    Diagram diagram = Deriver.derive(d, network, services, ALL);
    assertGolden("faulty-offices.txt", DiagramText.diagram(diagram));
  }

  @Test
  void roads() throws IOException {
    DiagramDefinition d = Fixtures.definition("Road");
    Services services = Fixtures.services(d);
    Network network = Fixtures.threeOffices();
    StringBuilder all = new StringBuilder();
    all.append(DiagramText.diagram(Deriver.derive(d, network.getSites().getFirst(), services)));
    var vpc = network.getRegions().getFirst().getVpcs().getFirst();
    services.get(RoadServices.class).setDestination("site-ningbo");
    all.append(DiagramText.diagram(Deriver.derive(d, vpc, services)));
    Network faulty = Fixtures.faulty();
    services.get(RoadServices.class).setDestination("site-hangzhou");
    all.append(DiagramText.diagram(Deriver.derive(d, faulty.getSites().getFirst(), services)));
    assertGolden("roads.txt", all.toString());
  }

  private static void assertGolden(String name, String actual) throws IOException {
    try (var in = ConformanceTest.class.getResourceAsStream(name)) {
      String expected = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(expected, actual, name);
    }
  }
}
