package org.vpnhub.dataplane.internal.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.dataplane.Packets.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.dataplane.Plans;

class AddressSetTest {

  @Test
  void everythingAndNothing() {
    AddressSet all = AddressSet.ofPrefixes(List.of(Ipv4Prefix.ANY));
    AddressSet none = AddressSet.ofPrefixes(List.of());
    for (String a : new String[] {"0.0.0.0", "127.255.255.255", "128.0.0.0", "255.255.255.255"}) {
      assertTrue(all.contains(ip(a)));
      assertFalse(none.contains(ip(a)));
    }
    assertTrue(none.isEmpty());
  }

  @Test
  void edgesOfAPrefix() {
    AddressSet set = AddressSet.ofPrefixes(Plans.prefixes("127.255.255.0/24", "128.0.0.0/24"));
    assertFalse(set.contains(ip("127.255.254.255")));
    assertTrue(set.contains(ip("127.255.255.0")));
    assertTrue(set.contains(ip("128.0.0.255")));
    assertFalse(set.contains(ip("128.0.1.0")));
  }

  @Test
  void agreesWithTheListOfItsPrefixes() {
    long seed = 4711;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Ipv4Prefix> prefixes = new ArrayList<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        int length = random.nextInt(33);
        prefixes.add(new Ipv4Prefix(random.nextInt() & Ipv4Prefix.mask(length), length));
      }
      AddressSet set = AddressSet.ofPrefixes(prefixes);
      for (int probe = 0; probe < 200; probe++) {
        Ipv4Prefix near = prefixes.get(random.nextInt(prefixes.size()));
        int address =
            switch (random.nextInt(5)) {
              case 0 -> random.nextInt();
              case 1 -> near.first().bits();
              case 2 -> near.last().bits();
              case 3 -> near.first().bits() - 1;
              default -> near.last().bits() + 1;
            };
        boolean expected = prefixes.stream().anyMatch(p -> p.contains(address));
        assertEquals(expected, set.contains(address), "seed " + seed + " round " + round);
      }
    }
  }
}
