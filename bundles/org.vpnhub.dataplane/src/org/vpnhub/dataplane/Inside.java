package org.vpnhub.dataplane;

import java.io.IOException;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.PacketBatch;

/**
 * The side with the clear packets: the VPC of the hub, the LAN of a site. Slots hold IPv4 packets.
 *
 * <p>{@link #receive} and {@link #send} belong to the packet thread.
 */
public interface Inside extends AutoCloseable {

  /**
   * Begins to receive.
   *
   * @param wakeup ends the packet thread's wait when packets are waiting; from any thread
   * @throws IOException when a device or a permission is not to be had, with the remedy
   */
  void open(Runnable wakeup) throws IOException;

  /**
   * Appends the packets that are waiting, as many as fit; never blocks. Unusable ones are counted.
   *
   * @return the number of packets appended
   */
  int receive(PacketBatch batch, DropCounters drops);

  /** Delivers the given slots; what cannot be delivered is counted. */
  void send(PacketBatch batch, int[] slots, int count, DropCounters drops);

  /** Largest packet in bytes that the inside takes. */
  int mtu();

  /**
   * Whether packets pass a router of their own there (the kernel behind a TUN), which counts the
   * time to live down itself (RFC 4301 §5.1.2.1).
   */
  boolean isRouted();

  @Override
  void close();
}
