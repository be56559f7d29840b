package org.vpnhub.dataplane;

import java.io.IOException;
import java.nio.channels.Selector;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.PacketBatch;

/**
 * Where outer datagrams come from and go to, in batches, by the <em>model's</em> addresses and
 * ports: the engine never sees that a port was moved or an address mapped.
 *
 * <p>A slot holds the UDP payload; with port {@link #NATIVE_ESP} at both ends it holds an ESP
 * packet (IP protocol 50) without its IP header. All methods but {@link #nativeEsp}, {@link
 * #seesTrafficClass} and {@link #close} belong to the packet thread.
 */
public interface Underlay extends AutoCloseable {
  /** IKE (RFC 7296 §2). */
  int IKE_PORT = 500;

  /** IKE behind a non-ESP marker, and ESP in UDP (RFC 3948). */
  int NAT_PORT = 4500;

  /** Stands in the place of a UDP port for ESP as IP protocol 50. */
  int NATIVE_ESP = 0;

  /**
   * Begins to receive.
   *
   * @param selector of the packet thread; channels are registered for reading with it
   * @param wakeup ends the packet thread's wait; for sources that a selector cannot watch
   * @throws IOException when a port or a permission is not to be had, with the remedy
   */
  void open(Selector selector, Runnable wakeup) throws IOException;

  /**
   * Appends the datagrams that are waiting, as many as fit; never blocks. Unusable ones are
   * counted.
   *
   * @return the number of datagrams appended
   */
  int receive(PacketBatch batch, DropCounters drops);

  /**
   * Sends the given slots, all of one kind (UDP port or native), to their outer addresses; what the
   * system does not take is counted.
   */
  void send(PacketBatch batch, int[] slots, int count, DropCounters drops);

  /** Whether ESP can be sent and received as IP protocol 50. */
  boolean nativeEsp();

  /**
   * Whether the TOS octet of received ESP is seen, in UDP or native, so that RFC 6040 can be kept
   * in full.
   */
  boolean seesTrafficClass(boolean udpEncapsulated);

  @Override
  void close();
}
