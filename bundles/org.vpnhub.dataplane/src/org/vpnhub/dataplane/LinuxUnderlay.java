package org.vpnhub.dataplane;

import java.io.IOException;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.internal.io.PortMap;
import org.vpnhub.dataplane.internal.linux.RawEsp;
import org.vpnhub.dataplane.internal.linux.SegmentingSocket;

/**
 * The same as {@link UdpUnderlay} on Linux alone, with segmentation offload in both directions:
 * under load one system call moves up to 64 datagrams. It also sees the outer TOS octet, so that
 * RFC 6040 is kept in full. Needs no rights beyond those of {@code UdpUnderlay}.
 */
public final class LinuxUnderlay implements Underlay {
  private static final int LARGEST_DATAGRAM = 4480;

  private final UdpUnderlay.Config config;
  private @Nullable SegmentingSocket ike;
  private @Nullable SegmentingSocket nat;
  private volatile @Nullable RawEsp raw;

  public LinuxUnderlay(UdpUnderlay.Config config) {
    this.config = config;
  }

  /** Whether this system can have it. */
  public static boolean isSupported() {
    return SegmentingSocket.isSupported();
  }

  @Override
  public void open(Selector selector, Runnable wakeup) throws IOException {
    if (!isSupported()) throw new MissingPermissionException("this underlay needs Linux");
    ike = socket(config.ikePort(), IKE_PORT, wakeup);
    nat = socket(config.natPort(), NAT_PORT, wakeup);
    raw = UdpUnderlay.openRaw(config, wakeup);
  }

  private SegmentingSocket socket(int port, int modelPort, Runnable wakeup) throws IOException {
    return new SegmentingSocket(
        config.bind(),
        port,
        new PortMap(config.peerIkePort(), config.peerNatPort()),
        config.address().bits(),
        modelPort,
        LARGEST_DATAGRAM,
        wakeup);
  }

  @Override
  public int receive(PacketBatch batch, DropCounters drops) {
    // As UdpUnderlay does: neither kind of ESP fills a batch, so that IKE is always read.
    int forIke = Math.max(1, batch.capacity() / 4);
    RawEsp esp = raw;
    int n = esp == null ? 0 : esp.receive(batch, Math.max(1, batch.capacity() / 2), drops);
    int forNat = batch.capacity() - batch.size() - forIke;
    if (nat != null) n += nat.receive(batch, forNat, drops);
    if (ike != null) n += ike.receive(batch, forIke, drops);
    return n;
  }

  @Override
  public void send(PacketBatch batch, int[] slots, int count, DropCounters drops) {
    if (count == 0) return;
    RawEsp esp = raw;
    int port = batch.localPort(slots[0]);
    SegmentingSocket socket = port == IKE_PORT ? ike : nat;
    if (port == NATIVE_ESP && esp != null) {
      for (int i = 0; i < count; i++) esp.send(batch, slots[i], drops);
    } else if (port != NATIVE_ESP && socket != null) {
      socket.send(batch, slots, count, drops);
    } else {
      for (int i = 0; i < count; i++) drops.count(DropReason.SEND_FAILED);
    }
  }

  @Override
  public boolean nativeEsp() {
    return raw != null;
  }

  @Override
  public boolean seesTrafficClass(boolean udpEncapsulated) {
    return true;
  }

  @Override
  public void close() {
    if (ike != null) ike.close();
    if (nat != null) nat.close();
    RawEsp esp = raw;
    ike = null;
    nat = null;
    raw = null;
    if (esp != null) esp.close();
  }
}
