package org.vpnhub.dataplane.internal.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.esp.EspSuite;
import org.vpnhub.esp.InboundSa;
import org.vpnhub.esp.OutboundSa;
import org.vpnhub.ike.ChildSa;
import org.vpnhub.ike.IkeAction;

/**
 * Installs and removes security associations as IKE says, and wipes their keys. Owned by the packet
 * thread.
 */
final class Associations {
  private final EngineOptions options;
  private final SpiMap spis;
  private final Map<ConnectionId, Tunnel> tunnels = new HashMap<>();
  private int linkMtu;

  Associations(EngineOptions options, SpiMap spis) {
    this.options = options;
    this.spis = spis;
  }

  /** Takes another set of tunnels; the associations of those that are gone go with them. */
  void forwarding(Forwarding next) {
    linkMtu = next.linkMtu();
    Map<ConnectionId, Tunnel> remaining = new HashMap<>();
    for (Tunnel t : next.tunnels()) remaining.put(t.id(), t);
    for (Tunnel t : tunnels.values()) if (remaining.get(t.id()) != t) clear(t);
    tunnels.clear();
    tunnels.putAll(remaining);
    for (Tunnel t : tunnels.values()) {
      for (InboundEntry e : t.inbound()) e.mtu = mtu(e.negotiated);
      for (OutboundEntry e : t.outbound()) e.mtu = mtu(e.negotiated);
    }
  }

  private int mtu(ChildSa sa) {
    return suite(sa).maxInner(linkMtu, sa.udpEncapsulated());
  }

  private static EspSuite suite(ChildSa sa) {
    return new EspSuite(sa.encryption(), sa.integrity());
  }

  void installInbound(ChildSa sa) {
    Tunnel tunnel = tunnels.get(sa.connection());
    if (tunnel != null) {
      byte[] keys = sa.inboundKeys().bytes();
      InboundSa in =
          new InboundSa(sa.inboundSpi(), suite(sa), keys, sa.esn(), options.replayWindow());
      Arrays.fill(keys, (byte) 0);
      InboundEntry entry = new InboundEntry(tunnel, sa, in, options.batchSlots(), mtu(sa));
      closed(spis.put(entry));
      tunnel.addInbound(entry);
    }
    sa.inboundKeys().close();
  }

  void installOutbound(ChildSa sa) {
    Tunnel tunnel = tunnels.get(sa.connection());
    if (tunnel != null) {
      byte[] keys = sa.outboundKeys().bytes();
      OutboundSa out = new OutboundSa(sa.outboundSpi(), suite(sa), keys, sa.esn());
      Arrays.fill(keys, (byte) 0);
      tunnel.addOutbound(new OutboundEntry(tunnel, sa, out, options.batchSlots(), mtu(sa)));
    }
    sa.outboundKeys().close();
  }

  void removeInbound(int spi) {
    closed(spis.remove(spi));
  }

  private static void closed(@Nullable InboundEntry entry) {
    if (entry == null) return;
    entry.tunnel.removeInbound(entry);
    entry.sa.close();
  }

  void removeOutbound(ConnectionId connection, int spi) {
    Tunnel tunnel = tunnels.get(connection);
    if (tunnel == null) return;
    OutboundEntry entry = tunnel.removeOutbound(spi);
    if (entry != null) entry.sa.close();
  }

  void updateEndpoints(IkeAction.UpdateEndpoints u) {
    Tunnel tunnel = tunnels.get(u.connection());
    if (tunnel == null) return;
    for (OutboundEntry e : tunnel.outbound()) {
      e.endpoints(
          u.udpEncapsulated(),
          u.localAddress().bits(),
          u.localPort(),
          u.remoteAddress().bits(),
          u.remotePort());
    }
  }

  private void clear(Tunnel tunnel) {
    for (InboundEntry e : tunnel.inbound()) closed(spis.remove(e.spi));
    for (OutboundEntry e : tunnel.outbound()) removeOutbound(tunnel.id(), e.spi);
  }

  void clear() {
    for (Tunnel t : tunnels.values()) clear(t);
  }
}
