package org.vpnhub.ui.diagram.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vpnhub.ui.diagram.core.Bounds;

class ArrangeTest {
  private static final Bounds LEADER = new Bounds(100, 200, 80, 40);

  /** The second of two nodes, at 10, 20, 60 wide and 20 high. */
  @ParameterizedTest
  @CsvSource({
    "LEFT, 100, 20, 60, 20",
    "CENTRE, 110, 20, 60, 20",
    "RIGHT, 120, 20, 60, 20",
    "TOP, 10, 200, 60, 20",
    "MIDDLE, 10, 210, 60, 20",
    "BOTTOM, 10, 220, 60, 20",
    "WIDTH, 10, 20, 80, 20",
    "HEIGHT, 10, 20, 60, 40",
    "SIZE, 10, 20, 80, 40"
  })
  void followsTheFirst(Arrange how, int x, int y, int width, int height) {
    Map<String, Bounds> nodes = new LinkedHashMap<>();
    nodes.put("leader", LEADER);
    nodes.put("other", new Bounds(10, 20, 60, 20));
    Map<String, Bounds> places = how.apply(nodes);
    assertEquals(LEADER, places.get("leader"));
    assertEquals(new Bounds(x, y, width, height), places.get("other"));
  }

  @Test
  void nothingIsLeftAlone() {
    assertEquals(Map.of(), Arrange.LEFT.apply(Map.of()));
  }
}
