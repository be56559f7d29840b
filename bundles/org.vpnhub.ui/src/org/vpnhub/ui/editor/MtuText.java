package org.vpnhub.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.vpnhub.model.IpsecConfig;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IpsecPlan;
import org.vpnhub.plan.TunnelMtu;

/** What the link's MTU leaves for packets in the tunnels, with the arithmetic. */
final class MtuText {
  private MtuText() {}

  /** A kind of tunnel of a gateway. */
  private record Suite(String name, boolean udp, int mtu, int connections) {
    Suite plus() {
      return new Suite(name, udp, mtu, connections + 1);
    }
  }

  /** A line for each kind of tunnel that the gateway has, the smallest MTU first. */
  static List<String> lines(VpnGateway gateway) {
    TreeMap<String, Suite> suites = new TreeMap<>();
    for (VpnConnection c : gateway.getConnections()) {
      for (Tunnel t : c.getTunnels()) {
        suite(gateway.getLinkMtu(), t)
            .ifPresent(s -> suites.merge(s.name() + s.udp(), s, (old, n) -> old.plus()));
      }
    }
    List<String> lines = new ArrayList<>();
    suites.values().stream()
        .sorted((a, b) -> Integer.compare(a.mtu(), b.mtu()))
        .forEach(s -> lines.add(line(gateway.getLinkMtu(), s)));
    if (lines.isEmpty()) lines.add("No connection yet: the tunnel MTU follows from its cipher.");
    return lines;
  }

  private static Optional<Suite> suite(int linkMtu, Tunnel tunnel) {
    IpsecConfig ipsec = tunnel.getIpsecConfig();
    if (ipsec == null || ipsec.getIpsecEncAlg() == null) return Optional.empty();
    Optional<Encryption> cipher = Encryption.ofLiteral(ipsec.getIpsecEncAlg());
    if (cipher.isEmpty()) return Optional.empty();
    Optional<Hash> hash =
        Optional.ofNullable(ipsec.getIpsecAuthAlg())
            .filter(h -> !cipher.get().isAead())
            .flatMap(Hash::ofLiteral);
    IpsecPlan plan = new IpsecPlan(cipher.get(), hash, Optional.empty(), 0);
    boolean udp = tunnel.isEnableNatTraversal();
    return Optional.of(new Suite(plan.suite(), udp, TunnelMtu.of(linkMtu, plan, udp), 1));
  }

  private static String line(int linkMtu, Suite s) {
    int esp = linkMtu - s.mtu() - 20 - (s.udp() ? 8 : 0);
    String tunnels = s.connections() == 1 ? "1 tunnel" : s.connections() + " tunnels";
    return s.name()
        + " ("
        + tunnels
        + "): tunnel MTU "
        + s.mtu()
        + " = "
        + linkMtu
        + " link − 20 outer IP"
        + (s.udp() ? " − 8 UDP" : "")
        + " − "
        + esp
        + " ESP with padding; TCP MSS "
        + TunnelMtu.tcpMss(s.mtu())
        + " = "
        + s.mtu()
        + " − 40 IP and TCP";
  }
}
