package org.vpnhub.esp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayWindowTest {
  /** The definition, without any cleverness. */
  private static final class Oracle {
    final int size;
    final Set<Long> seen = new HashSet<>(Set.of(0L));
    long top;

    Oracle(int size) {
      this.size = size;
    }

    boolean isFresh(long sequence) {
      return sequence >= 0 && sequence > top - size && !seen.contains(sequence);
    }

    boolean accept(long sequence) {
      if (!isFresh(sequence)) return false;
      seen.add(sequence);
      top = Math.max(top, sequence);
      return true;
    }
  }

  private static long next(Random random, long top, int size) {
    return switch (random.nextInt(12)) {
      case 0 -> top + size + random.nextInt(4) - 2;
      case 1 -> top + 2L * size + random.nextInt(300);
      case 2 -> top - size + random.nextInt(5) - 2;
      case 3 -> top + 64L * random.nextInt(5) + random.nextInt(3) - 1;
      case 4, 5, 6 -> top - random.nextInt(size + 10);
      default -> top + random.nextInt(5);
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 63, 64, 65, 100, 127, 128, 1024, 4096})
  void decidesAsTheDefinitionDoes(int size) {
    for (long start : new long[] {0, (1L << 32) - 50, (1L << 32) - size, 1L << 40}) {
      long seed = size * 31L + start;
      Random random = new Random(seed);
      ReplayWindow window = new ReplayWindow(size);
      Oracle oracle = new Oracle(size);
      if (start > 0) {
        assertTrue(window.accept(start));
        assertTrue(oracle.accept(start));
      }
      for (int i = 0; i < 20_000; i++) {
        long sequence = next(random, oracle.top, size);
        String where = "seed " + seed + " step " + i + " number " + sequence;
        assertEquals(oracle.isFresh(sequence), window.isFresh(sequence), where);
        if (random.nextInt(4) != 0) {
          assertEquals(oracle.accept(sequence), window.accept(sequence), where);
        }
        assertEquals(oracle.top, window.top(), where);
      }
    }
  }

  /** RFC 4303 appendix A2: the number with these low bits from the window's bottom upwards. */
  @ParameterizedTest
  @ValueSource(ints = {32, 64, 1000, 4096, 1 << 20})
  void extendsToTheOneNumberInReach(int size) {
    long[] tops = {
      0,
      1,
      size - 2,
      size - 1,
      size,
      (1L << 32) - 1,
      1L << 32,
      (1L << 32) + 1,
      (1L << 32) + size - 2,
      (1L << 32) + size - 1,
      (5L << 32) + 12345,
      (7L << 32) - 1
    };
    Random random = new Random(size);
    for (long top : tops) {
      ReplayWindow window = new ReplayWindow(size);
      if (top > 0) assertTrue(window.accept(top));
      for (int i = 0; i < 1000; i++) {
        int low =
            switch (i % 4) {
              case 0 -> (int) top + random.nextInt(5) - 2;
              case 1 -> (int) (top - size) + random.nextInt(5) - 2;
              case 2 -> random.nextInt(7) - 3;
              default -> random.nextInt();
            };
        long bottom = top - size + 1;
        long expected = bottom + ((low - bottom) & 0xffff_ffffL);
        assertEquals(expected, window.extend(low), "top " + top + " low " + low);
      }
    }
  }

  @Test
  void numbersBeforeTheBeginningAreNotFresh() {
    ReplayWindow window = new ReplayWindow(64);
    assertTrue(window.extend(-5) < 0);
    assertFalse(window.isFresh(window.extend(-5)));
    assertFalse(window.accept(window.extend(-5)));
    assertFalse(window.isFresh(0), "0 is never sent");
    assertTrue(window.isFresh(1));
    assertEquals(0, window.top());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 31, (1 << 20) + 1})
  void senselessSizesAreRefused(int size) {
    assertThrows(IllegalArgumentException.class, () -> new ReplayWindow(size));
  }
}
