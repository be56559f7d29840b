package org.vpnhub.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void ordersNumbersByValue() {
    List<String> all =
        new ArrayList<>(List.of("10.0.10.0/24", "b", "10.0.9.0/24", "", "A", "10.0.9.0/8"));
    all.sort(NaturalOrder.INSTANCE);
    assertEquals(List.of("", "10.0.9.0/8", "10.0.9.0/24", "10.0.10.0/24", "A", "b"), all);
  }

  @Test
  void takesNumbersOfAnyLength() {
    String huge = "9".repeat(400);
    assertTrue(NaturalOrder.INSTANCE.compare("x1", "x" + huge) < 0);
    assertTrue(NaturalOrder.INSTANCE.compare("x" + huge, "x1" + "0".repeat(400)) < 0);
  }

  @Test
  void textsThatDifferAreNeverEqual() {
    assertTrue(NaturalOrder.INSTANCE.compare("a", "A") != 0);
    assertTrue(NaturalOrder.INSTANCE.compare("01", "1") != 0);
    assertEquals(0, NaturalOrder.INSTANCE.compare("a 1", "a 1"));
  }
}
