package org.vpnhub.ui.editor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.vpnhub.model.Network;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.editor.MatrixModel.State;

class MatrixModelTest {
  private final Network network = TestNetworks.offices(3);

  private MatrixModel model() {
    return new MatrixModel(Planner.plan(network).reachability());
  }

  @Test
  void allReachEachOther() {
    MatrixModel model = model();
    assertEquals(4, model.size());
    assertEquals(12, model.reachablePairs());
    assertEquals("All 12 pairs reach each other.", model.summary());
    assertEquals(State.SELF, model.state(2, 2));
    assertEquals(State.REACHABLE, model.state(0, 3));
    assertEquals("Office 1 → VPC: reachable, there and back", model.words(0, 3));
    assertTrue(model.firstMissing().isEmpty());
  }

  @Test
  void aMissingVpcRouteIsToldWithItsRemedy() {
    network
        .getRegions()
        .getFirst()
        .getVpcs()
        .getFirst()
        .getRouteTables()
        .getFirst()
        .getEntries()
        .removeFirst();
    MatrixModel model = model();
    assertEquals(State.MISSING, model.state(3, 0));
    assertEquals("10 of 12 pairs reach each other; 2 do not.", model.summary());
    assertArrayEquals(new int[] {0, 3}, model.firstMissing().orElseThrow());
    String words = model.words(3, 0);
    assertTrue(words.startsWith("VPC → Office 1: not reachable\n• "), words);
    assertTrue(words.contains("add a VPC route with the VPN gateway as next hop"), words);
    assertTrue(model.words(0, 3).contains("Way back: "), model.words(0, 3));
  }

  @Test
  void oneOfTwoPrefixesIsPartly() {
    network.getSites().getFirst().getCidrs().add("10.99.0.0/24");
    assertEquals(State.PARTLY, model().state(0, 1));
  }

  @Test
  void nothingIsToldOfAnEmptyMatrix() {
    assertEquals(0, MatrixModel.EMPTY.pairs());
    assertEquals(
        "There are no two places yet that could reach each other.", MatrixModel.EMPTY.summary());
  }
}
