package org.vpnhub.dataplane;

import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.PacketBatch;

/**
 * An underlay whose wire is two lists of datagrams; for tests that drive the packet path by hand.
 */
public final class MemoryUnderlay implements Underlay {
  private final Queue<Datagram> incoming = new ArrayDeque<>();
  private final List<Datagram> sent = new ArrayList<>();
  private boolean nativeEsp;
  private boolean seesTrafficClass;

  /** One datagram with its outer addresses, as PacketBatch has them. */
  public record Datagram(
      int local, int localPort, int remote, int remotePort, int tos, byte[] payload) {}

  public void offerNativeEsp(boolean value) {
    nativeEsp = value;
  }

  public void showTrafficClass(boolean value) {
    seesTrafficClass = value;
  }

  /** Puts a datagram on the wire towards the engine. */
  public void arrive(Datagram datagram) {
    incoming.add(datagram);
  }

  /** Everything sent since the last call. */
  public List<Datagram> take() {
    List<Datagram> result = List.copyOf(sent);
    sent.clear();
    return result;
  }

  @Override
  public void open(Selector selector, Runnable wakeup) {}

  @Override
  public int receive(PacketBatch batch, DropCounters drops) {
    int n = 0;
    while (!batch.isFull() && !incoming.isEmpty()) {
      Datagram d = incoming.remove();
      int slot = batch.add(d.payload(), 0, d.payload().length);
      batch.outer(slot, d.local(), d.localPort(), d.remote(), d.remotePort());
      batch.tos(slot, d.tos());
      n++;
    }
    return n;
  }

  @Override
  public void send(PacketBatch batch, int[] slots, int count, DropCounters drops) {
    for (int i = 0; i < count; i++) {
      int s = slots[i];
      sent.add(
          new Datagram(
              batch.localAddress(s),
              batch.localPort(s),
              batch.remoteAddress(s),
              batch.remotePort(s),
              batch.tos(s),
              Packets.bytes(batch, s)));
    }
  }

  @Override
  public boolean nativeEsp() {
    return nativeEsp;
  }

  @Override
  public boolean seesTrafficClass(boolean udpEncapsulated) {
    return seesTrafficClass;
  }

  @Override
  public void close() {}
}
