package org.vpnhub.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReachabilityMatrixTest {
  private static List<String> nodes(int n) {
    return IntStream.range(0, n).mapToObj(i -> "n" + i).toList();
  }

  private static ReachabilityMatrix matrix(int n) {
    BitSet all = new BitSet();
    all.set(0, n * (n - 1));
    ReachabilityMatrix empty = new ReachabilityMatrix(nodes(n), List.of(), all);
    return new ReachabilityMatrix(
        nodes(n),
        new LazyList<>(
            n * (n - 1),
            i -> new ReachabilityCell("n" + empty.from(i), "n" + empty.to(i), List.of())),
        all);
  }

  @Test
  void everyCellIsFoundByItsNodes() {
    ReachabilityMatrix m = matrix(4);
    for (int from = 0; from < 4; from++) {
      for (int to = 0; to < 4; to++) {
        if (from == to) continue;
        int at = m.index(from, to);
        assertEquals(from, m.from(at));
        assertEquals(to, m.to(at));
        assertEquals(m.cells().get(at), m.cell("n" + from, "n" + to).orElseThrow());
      }
    }
    assertEquals(
        12, IntStream.range(0, 12).map(i -> m.index(m.from(i), m.to(i))).distinct().count());
  }

  @Test
  void ofFewFaultsAllAreLookedAt() {
    ReachabilityMatrix m = matrix(4);
    assertArrayEquals(IntStream.range(0, 12).toArray(), m.faults().toArray());
    assertEquals(0, m.furtherFaults());
  }

  @Test
  void ofVeryManyTheRestIsCounted() {
    ReachabilityMatrix m = matrix(500);
    assertEquals(500 * 499, m.faults().count() + m.furtherFaults());
    for (int from = 0; from < 500; from++) {
      int source = from;
      assertEquals(3, m.faults().filter(i -> m.from(i) == source).count());
    }
  }

  @Test
  void aShortListKeepsWhatItMadeAndALongOneMakesItAnew() {
    LazyList<Object> few = new LazyList<>(3, i -> new Object());
    assertSame(few.get(1), few.get(1));
    LazyList<Object> many = new LazyList<>(100_000, i -> new Object());
    assertNotSame(many.get(1), many.get(1));
    assertEquals(100_000, many.size());
    assertThrows(IndexOutOfBoundsException.class, () -> many.get(100_000));
  }
}
