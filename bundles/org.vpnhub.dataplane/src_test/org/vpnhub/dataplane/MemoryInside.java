package org.vpnhub.dataplane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.PacketBatch;

/** An inside whose wire is two lists of packets. */
public final class MemoryInside implements Inside {
  private final Queue<byte[]> incoming = new ArrayDeque<>();
  private final List<byte[]> delivered = new ArrayList<>();
  private boolean routed;
  private int mtu = 1500;

  public void routed(boolean value) {
    routed = value;
  }

  public void mtu(int value) {
    mtu = value;
  }

  /** Has a host on the inside send a packet. */
  public void arrive(byte[] packet) {
    incoming.add(packet);
  }

  /** Everything delivered since the last call. */
  public List<byte[]> take() {
    List<byte[]> result = List.copyOf(delivered);
    delivered.clear();
    return result;
  }

  @Override
  public void open(Runnable wakeup) {}

  @Override
  public int receive(PacketBatch batch, DropCounters drops) {
    int n = 0;
    while (!batch.isFull() && !incoming.isEmpty()) {
      byte[] packet = incoming.remove();
      batch.add(packet, 0, packet.length);
      n++;
    }
    return n;
  }

  @Override
  public void send(PacketBatch batch, int[] slots, int count, DropCounters drops) {
    for (int i = 0; i < count; i++) delivered.add(Packets.bytes(batch, slots[i]));
  }

  @Override
  public int mtu() {
    return mtu;
  }

  @Override
  public boolean isRouted() {
    return routed;
  }

  @Override
  public void close() {}
}
