package org.vpnhub.ui.diagram.core.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vpnhub.model.Network;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.core.Deriver;
import org.vpnhub.ui.diagram.core.Diagram;
import org.vpnhub.ui.diagram.core.DiagramDefinition;
import org.vpnhub.ui.diagram.core.Fixtures;
import org.vpnhub.ui.diagram.core.Node;
import org.vpnhub.ui.diagram.core.Positions;

class LayoutTest {
  private static final Sizes SIZES = new TextSizes();
  private static final DiagramDefinition HUB = Fixtures.definition("HubTopology");

  private static Diagram diagram(Network network) {
    return Deriver.derive(HUB, network, Fixtures.services(HUB), Set.of());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 7, 12, 25, 60, 150, 499, 1000})
  void radialOverlapsNowhere(int sites) {
    Diagram diagram = diagram(Fixtures.many(sites));
    assertSound(diagram, RadialLayout.layout(diagram, SIZES));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 40, 500})
  void layeredOverlapsNowhere(int sites) {
    Diagram diagram = diagram(Fixtures.many(sites));
    assertSound(diagram, LayeredLayout.layout(diagram, SIZES));
  }

  @Test
  void radialWithoutAContainer() {
    Network network = Fixtures.many(12);
    network.getRegions().clear();
    Diagram diagram = diagram(network);
    assertSound(diagram, RadialLayout.layout(diagram, SIZES));
  }

  @Test
  void sameInputSamePicture() {
    Diagram one = diagram(Fixtures.many(40));
    Diagram two = diagram(Fixtures.many(40));
    assertEquals(RadialLayout.layout(one, SIZES).all(), RadialLayout.layout(two, SIZES).all());
    assertEquals(LayeredLayout.layout(one, SIZES).all(), LayeredLayout.layout(two, SIZES).all());
  }

  @Test
  void fewSitesAreOnOneCircle() {
    Diagram diagram = diagram(Fixtures.many(12));
    Map<String, Bounds> all = RadialLayout.layout(diagram, SIZES).all();
    Bounds vpc = all.get("Vpc:vpc-main");
    TreeSet<Long> radii = new TreeSet<>();
    for (Node n : diagram.nodes()) {
      if (n.container()) continue;
      Bounds b = all.get(n.key());
      double dx = b.x() + b.width() / 2.0 - vpc.x() - vpc.width() / 2.0;
      double dy = b.y() + b.height() / 2.0 - vpc.y() - vpc.height() / 2.0;
      radii.add(Math.round(Math.hypot(dx, dy / 0.7) / 4));
    }
    assertTrue(radii.last() - radii.first() <= 1, radii::toString);
  }

  @Test
  void manySitesStandOnBothSidesOfTheHub() {
    Diagram diagram = diagram(Fixtures.many(50));
    Map<String, Bounds> all = LayeredLayout.layout(diagram, SIZES).all();
    int hub = all.get("Vpc:vpc-main").x();
    long left = diagram.nodes().stream().filter(n -> all.get(n.key()).x() < hub).count();
    long right = diagram.nodes().stream().filter(n -> all.get(n.key()).x() > hub).count();
    assertEquals(List.of(25L, 25L), List.of(left, right));
  }

  @Test
  void newNodesFindAPlaceAndOldOnesStay() {
    Diagram before = diagram(Fixtures.many(20));
    Positions kept = RadialLayout.layout(before, SIZES);
    Diagram after = diagram(Fixtures.many(60));
    Positions all = Placement.complete(after, kept, RadialLayout.layout(after, SIZES));
    assertSound(after, all);
    kept.all().forEach((key, b) -> assertEquals(b, all.get(key).orElseThrow(), key));
  }

  /** Every node has its place, no two overlap, and what is inside a container stays inside. */
  private static void assertSound(Diagram diagram, Positions positions) {
    Map<String, Bounds> all = positions.all();
    assertEquals(diagram.nodesByKey().keySet(), all.keySet());
    assertApart(diagram.nodes(), all);
    for (Node n : diagram.allNodes()) {
      assertApart(n.children(), all);
      Bounds outer = all.get(n.key());
      for (Node child : n.children()) {
        Bounds b = all.get(child.key());
        boolean inside =
            b.x() >= 0
                && b.y() >= 0
                && b.x() + b.width() <= outer.width()
                && b.y() + b.height() <= outer.height();
        assertTrue(inside, () -> child.key() + " at " + b + " is not inside " + outer);
      }
    }
  }

  private static void assertApart(List<Node> nodes, Map<String, Bounds> all) {
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = i + 1; j < nodes.size(); j++) {
        Bounds a = all.get(nodes.get(i).key());
        Bounds b = all.get(nodes.get(j).key());
        assertFalse(a.overlaps(b), a + " overlaps " + b);
      }
    }
  }
}
