package org.vpnhub.dataplane.internal.io;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.PacketBatch;

/**
 * One UDP socket that speaks in endpoints of the model. Owned by the packet thread.
 *
 * <p>Through a DatagramChannel the outer TOS octet of received datagrams is not seen; that of sent
 * ones is set by a socket option, and only when it changes.
 */
public final class UdpPort implements AutoCloseable {
  private static final int SOCKET_BUFFER = 4 << 20;
  private static final int LARGEST_DATAGRAM = 65_535;

  private final DatagramChannel channel;
  private final Endpoints endpoints;
  private final int localAddress;
  private final int modelPort;
  private final ByteBuffer rx = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
  private final ByteBuffer tx = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
  private @Nullable SocketAddress lastSender;
  private long lastSenderEndpoint;
  private int currentTos;

  private UdpPort(DatagramChannel channel, Endpoints endpoints, int localAddress, int modelPort) {
    this.channel = channel;
    this.endpoints = endpoints;
    this.localAddress = localAddress;
    this.modelPort = modelPort;
  }

  /**
   * Binds a socket and registers it for reading.
   *
   * @param localAddress the model's address of this end
   * @param modelPort the model's port of this end, 500 or 4500
   * @throws IOException naming the address and port and what may be done
   */
  public static UdpPort open(
      InetSocketAddress bind,
      Selector selector,
      Endpoints endpoints,
      int localAddress,
      int modelPort)
      throws IOException {
    DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
      channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER);
      clearDontFragment(channel);
      channel.bind(bind);
      channel.register(selector, SelectionKey.OP_READ);
      return new UdpPort(channel, endpoints, localAddress, modelPort);
    } catch (SocketException e) {
      channel.close();
      throw new IOException(
          "UDP port %d of %s is not to be had (%s); end the program that holds it, run with the right to bind it, or choose other ports"
              .formatted(bind.getPort(), bind.getAddress().getHostAddress(), e.getMessage()),
          e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * ICMP about outer packets does not reach an unconnected DatagramChannel, so a router on the way
   * has to be allowed to fragment (RFC 4301 §8.1 leaves the choice).
   */
  private static void clearDontFragment(DatagramChannel channel) throws IOException {
    if (channel.supportedOptions().contains(ExtendedSocketOptions.IP_DONTFRAGMENT)) {
      channel.setOption(ExtendedSocketOptions.IP_DONTFRAGMENT, false);
    }
  }

  /** The address that the system bound. */
  public InetSocketAddress bound() throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  /** Appends at most {@code limit} datagrams. */
  public int receive(PacketBatch batch, int limit, DropCounters drops) {
    int n = 0;
    while (n < limit && !batch.isFull()) {
      SocketAddress sender = read();
      if (sender == null) break;
      n++;
      take(sender, batch, drops);
    }
    return n;
  }

  private @Nullable SocketAddress read() {
    rx.clear();
    try {
      return channel.receive(rx);
    } catch (IOException closedOrRefused) {
      return null;
    }
  }

  private void take(SocketAddress sender, PacketBatch batch, DropCounters drops) {
    int length = rx.position();
    if (length == 0 || length > batch.maxPacket()) {
      drops.count(DropReason.MALFORMED_DATAGRAM);
      return;
    }
    // The channel gives the same object while the sender stays the same.
    if (sender != lastSender) {
      lastSender = sender;
      lastSenderEndpoint = endpoints.model((InetSocketAddress) sender);
    }
    if (lastSenderEndpoint == Endpoints.UNKNOWN) {
      drops.count(DropReason.UNKNOWN_PEER);
      return;
    }
    int slot = batch.add();
    rx.get(0, batch.data(slot), PacketBatch.HEADROOM, length);
    batch.place(slot, PacketBatch.HEADROOM, length);
    batch.outer(
        slot,
        localAddress,
        modelPort,
        Endpoints.address(lastSenderEndpoint),
        Endpoints.port(lastSenderEndpoint));
  }

  /** Sends one slot to its outer remote endpoint. */
  public void send(PacketBatch batch, int slot, DropCounters drops) {
    InetSocketAddress to =
        endpoints.real(Endpoints.pack(batch.remoteAddress(slot), batch.remotePort(slot)));
    if (to == null) {
      drops.count(DropReason.SEND_FAILED);
      return;
    }
    try {
      int tos = batch.tos(slot);
      if (tos >= 0 && tos != currentTos) {
        channel.setOption(StandardSocketOptions.IP_TOS, tos);
        currentTos = tos;
      }
      tx.clear().put(batch.data(slot), batch.offset(slot), batch.length(slot)).flip();
      if (channel.send(tx, to) == 0) drops.count(DropReason.SEND_FAILED);
    } catch (IOException e) {
      drops.count(DropReason.SEND_FAILED);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to release.
    }
  }
}
