package org.vpnhub.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;

/** The index against a search through all prefixes. */
class PrefixIndexTest {

  @Test
  void agreesWithASearch() {
    for (long seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      PrefixIndex<Ipv4Prefix> index = new PrefixIndex<>();
      List<Ipv4Prefix> all = new ArrayList<>();
      for (int n = random.nextInt(12); n > 0; n--) {
        Ipv4Prefix p = prefix(random);
        all.add(p);
        index.add(p, p);
      }
      for (int i = 0; i < 20; i++) {
        Ipv4Prefix p = prefix(random);
        String what = "seed " + seed + ", " + p + " in " + all;
        assertEquals(
            all.stream().filter(p::overlaps).collect(Collectors.toSet()),
            index.overlapping(p).collect(Collectors.toSet()),
            what);
        assertEquals(
            all.stream()
                .filter(o -> o.contains(p))
                .sorted((a, b) -> b.length() - a.length())
                .toList(),
            index.holding(p).toList(),
            what);
        assertEquals(covers(all, p), index.covers(p), what);
      }
    }
  }

  /** A prefix in the last 64 addresses, where few prefixes meet often, or a short one. */
  private static Ipv4Prefix prefix(Random random) {
    int length = random.nextInt(10) == 0 ? random.nextInt(26) : 26 + random.nextInt(7);
    int address = -1 << 6 | random.nextInt(64);
    return new Ipv4Prefix(address & Ipv4Prefix.mask(length), length);
  }

  /** Counts addresses; a prefix of more than 64 is covered by one that holds it or not at all. */
  private static boolean covers(List<Ipv4Prefix> all, Ipv4Prefix p) {
    if (all.stream().anyMatch(o -> o.contains(p))) return true;
    if (p.length() < 26) return false;
    Set<Integer> left = new HashSet<>(IntStream.range(0, 1 << (32 - p.length())).boxed().toList());
    left.removeIf(i -> all.stream().anyMatch(o -> o.contains(new Ipv4Address(p.network() + i))));
    return left.isEmpty();
  }
}
