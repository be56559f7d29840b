package org.vpnhub.dataplane.internal.route;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.dataplane.Packets;
import org.vpnhub.ike.TrafficSelector;

class SelectorSetTest {
  private static final String A = "10.0.0.1";
  private static final String B = "10.0.1.1";

  private static TrafficSelector selector(
      int protocol, int from, int to, String first, String last) {
    return new TrafficSelector(
        protocol, from, to, Ipv4Address.parse(first), Ipv4Address.parse(last));
  }

  @Test
  void prefixes() {
    SelectorSet set =
        new SelectorSet(List.of(TrafficSelector.ofPrefix(Ipv4Prefix.parse("10.0.0.0/24"))));
    byte[] p = Packets.udp(A, B, 100);
    assertTrue(set.containsSource(p, 0));
    assertFalse(set.containsDestination(p, 0));
  }

  @Test
  void portsOfEachSide() {
    byte[] p = Packets.udp(A, B, 100); // ports 4660 to 22136
    SelectorSet source = new SelectorSet(List.of(selector(17, 4660, 4660, A, A)));
    assertTrue(source.containsSource(p, 0));
    SelectorSet destination = new SelectorSet(List.of(selector(17, 22000, 22136, B, B)));
    assertTrue(destination.containsDestination(p, 0));
    assertFalse(
        new SelectorSet(List.of(selector(17, 22000, 22135, B, B))).containsDestination(p, 0));
    assertFalse(
        new SelectorSet(List.of(selector(6, 22000, 22136, B, B))).containsDestination(p, 0));
    assertTrue(new SelectorSet(List.of(selector(0, 22000, 22136, B, B))).containsDestination(p, 0));
  }

  @Test
  void aFragmentWithoutPortsNeedsASelectorForAnyPort() {
    byte[] later = Packets.udp(A, B, 100, 64, 5);
    assertFalse(new SelectorSet(List.of(selector(17, 4660, 4660, A, A))).containsSource(later, 0));
    assertTrue(new SelectorSet(List.of(selector(17, 0, 65535, A, A))).containsSource(later, 0));
  }

  @Test
  void icmpTypeAndCode() {
    byte[] echo = Packets.ipv4(A, B, 1, 0, 64, 0, new byte[] {8, 0, 0, 0, 0, 0, 0, 0});
    assertTrue(new SelectorSet(List.of(selector(1, 0x800, 0x8ff, A, A))).containsSource(echo, 0));
    assertFalse(new SelectorSet(List.of(selector(1, 0, 0xff, A, A))).containsSource(echo, 0));
  }

  @Test
  void rangesThatAreNoPrefix() {
    SelectorSet set = new SelectorSet(List.of(selector(0, 0, 65535, "10.0.0.1", "10.0.1.0")));
    assertTrue(set.containsSource(Packets.udp("10.0.1.0", B, 50), 0));
    assertFalse(set.containsSource(Packets.udp("10.0.0.0", B, 50), 0));
    assertFalse(set.containsSource(Packets.udp("10.0.1.1", B, 50), 0));
  }
}
