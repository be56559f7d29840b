package org.vpnhub.ike.internal.v2;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vpnhub.ike.TrafficSelector;
import org.vpnhub.ike.internal.message.Payload;

/** Traffic selector negotiation (RFC 7296 §2.9). */
final class Selectors {
  /** Most selectors that a payload can carry: its count is one octet (RFC 7296 §3.13). */
  private static final int MAX = 255;

  private Selectors() {}

  /** What both lists let through, without parts that another part covers. */
  static List<TrafficSelector> narrow(List<TrafficSelector> ours, List<TrafficSelector> offered) {
    List<TrafficSelector> result = new ArrayList<>();
    for (TrafficSelector own : ours) {
      for (TrafficSelector other : offered) {
        if (result.size() < MAX) own.intersect(other).ifPresent(s -> addUncovered(result, s));
      }
    }
    return result;
  }

  private static void addUncovered(List<TrafficSelector> result, TrafficSelector selector) {
    if (result.stream().anyMatch(s -> s.contains(selector))) return;
    result.removeIf(selector::contains);
    result.add(selector);
  }

  /** Whether every part of {@code inner} lies in one part of {@code outer}. */
  static boolean covers(List<TrafficSelector> outer, List<TrafficSelector> inner) {
    return inner.stream().allMatch(i -> outer.stream().anyMatch(o -> o.contains(i)));
  }

  /** Whether both lists let the same through, part by part, in any order. */
  static boolean same(List<TrafficSelector> a, List<TrafficSelector> b) {
    return covers(a, b) && covers(b, a);
  }

  static Payload.Selectors payload(boolean ofInitiator, List<TrafficSelector> selectors) {
    return new Payload.Selectors(
        ofInitiator, selectors.stream().<Payload.Selector>map(Payload.Selector.Ipv4::new).toList());
  }

  /** The IPv4 selectors of a payload; others cannot be served and are left out. */
  static List<TrafficSelector> ipv4(Payload.Selectors payload) {
    return payload.selectors().stream()
        .filter(Payload.Selector.Ipv4.class::isInstance)
        .map(s -> ((Payload.Selector.Ipv4) s).value())
        .toList();
  }

  static String text(List<TrafficSelector> selectors) {
    return selectors.isEmpty()
        ? "none for IPv4"
        : selectors.stream().map(TrafficSelector::toString).collect(Collectors.joining(" "));
  }
}
