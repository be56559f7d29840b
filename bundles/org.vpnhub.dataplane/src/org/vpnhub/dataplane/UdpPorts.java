package org.vpnhub.dataplane;

import org.jspecify.annotations.Nullable;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.internal.io.UdpPort;

/** What the underlays over two UDP sockets, ports 500 and 4500 of the model, have in common. */
final class UdpPorts {
  private UdpPorts() {}

  /** ESP first: a flood on port 500 gets a quarter of a batch at most. */
  static int receive(
      @Nullable UdpPort ike, @Nullable UdpPort nat, PacketBatch batch, DropCounters drops) {
    if (ike == null || nat == null) return 0;
    int forIke = Math.max(1, batch.capacity() / 4);
    int n = nat.receive(batch, batch.capacity() - batch.size() - forIke, drops);
    return n + ike.receive(batch, forIke, drops);
  }

  static void send(
      @Nullable UdpPort ike,
      @Nullable UdpPort nat,
      PacketBatch batch,
      int[] slots,
      int count,
      DropCounters drops) {
    for (int i = 0; i < count; i++) {
      int slot = slots[i];
      UdpPort port = batch.localPort(slot) == Underlay.IKE_PORT ? ike : nat;
      if (port == null || batch.localPort(slot) == Underlay.NATIVE_ESP) {
        drops.count(DropReason.SEND_FAILED);
      } else {
        port.send(batch, slot, drops);
      }
    }
  }
}
