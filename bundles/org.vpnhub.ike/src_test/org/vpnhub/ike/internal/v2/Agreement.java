package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vpnhub.ike.ConnectionStatus;
import org.vpnhub.ike.ConnectionStatus.TunnelState;
import org.vpnhub.ike.IkeAction;

/** What must hold between two ends when all is quiet. */
final class Agreement {
  private Agreement() {}

  /** Exactly one IKE SA at both ends, the same, and exactly these live CHILD SA pairs. */
  static void holds(long now, Node a, Node b, int children, String context) {
    ConnectionStatus atA = a.status(now);
    ConnectionStatus atB = b.status(now);
    String where = context + "\n" + atA + "\n" + atB;
    assertEquals(TunnelState.IPSEC_SA_ESTABLISHED, atA.state(), where);
    assertEquals(TunnelState.IPSEC_SA_ESTABLISHED, atB.state(), where);
    assertEquals(1, a.established(), where);
    assertEquals(1, b.established(), where);
    assertEquals(
        atA.ike().orElseThrow().initiatorSpi(), atB.ike().orElseThrow().initiatorSpi(), where);
    assertEquals(
        atA.ike().orElseThrow().responderSpi(), atB.ike().orElseThrow().responderSpi(), where);
    assertTrue(atA.ike().get().initiator() != atB.ike().get().initiator(), where);
    assertEquals(children, a.outbound.size(), where);
    assertEquals(children, b.outbound.size(), where);
    assertEquals(children, a.inbound.size(), where);
    assertEquals(children, b.inbound.size(), where);
    assertEquals(keys(a.outbound), keys(List.copyOf(b.inbound.values())), where);
    assertEquals(keys(b.outbound), keys(List.copyOf(a.inbound.values())), where);
  }

  /** Nothing is left at either end. */
  static void nothing(Node a, Node b, String context) {
    assertEquals(0, a.inbound.size() + b.inbound.size(), context);
    assertEquals(0, a.outbound.size() + b.outbound.size(), context);
    assertEquals(0, a.established() + b.established(), context);
  }

  /** SPIs and keys of SAs, each by the SPI that their packets carry. */
  private static Set<String> keys(List<Node.Installed> sas) {
    Set<String> keys = new TreeSet<>();
    sas.forEach(i -> keys.add(i.key()));
    return keys;
  }

  static long sends(Node node) {
    return node.log.stream().filter(IkeAction.Send.class::isInstance).count();
  }
}
