package org.vpnhub.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.Network;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.planner.Planner;

class MtuTextTest {
  private final Network network = TestNetworks.offices(3);
  private final VpnGateway gateway = Planner.gateways(network).getFirst();

  @Test
  void equalTunnelsAreOneLineWhoseSumsAreRight() {
    assertEquals(
        List.of(
            "aes256gcm16 (3 tunnels): tunnel MTU 1438 = 1500 link − 20 outer IP − 8 UDP − 34 ESP"
                + " with padding; TCP MSS 1398 = 1438 − 40 IP and TCP"),
        MtuText.lines(gateway));
    assertEquals(1438, 1500 - 20 - 8 - 34);
  }

  @Test
  void anotherCipherIsALineOfItsOwnTheSmallestFirst() {
    var ipsec = gateway.getConnections().get(1).getTunnels().getFirst().getIpsecConfig();
    ipsec.setIpsecEncAlg("aes128");
    ipsec.setIpsecAuthAlg("sha256");
    gateway.getConnections().get(1).getTunnels().getFirst().setEnableNatTraversal(false);
    List<String> lines = MtuText.lines(gateway);
    assertEquals(2, lines.size());
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("aes128-sha256 (1 tunnel): ")));
    assertTrue(lines.stream().anyMatch(l -> l.contains("20 outer IP − 42 ESP")), lines.toString());
  }

  @Test
  void anUnknownCipherIsLeftOut() {
    gateway
        .getConnections()
        .forEach(c -> c.getTunnels().getFirst().getIpsecConfig().setIpsecEncAlg("rot13"));
    assertEquals(
        List.of("No connection yet: the tunnel MTU follows from its cipher."),
        MtuText.lines(gateway));
  }
}
