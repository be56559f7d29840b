package org.vpnhub.dataplane;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.internal.io.Endpoints;
import org.vpnhub.dataplane.internal.io.UdpPort;

/** One engine's place on a {@link LoopbackNetwork}: two UDP sockets on 127.0.0.1, no native ESP. */
public final class LoopbackUnderlay implements Underlay {
  private final LoopbackNetwork network;
  private final Ipv4Address address;
  private @Nullable UdpPort ike;
  private @Nullable UdpPort nat;

  LoopbackUnderlay(LoopbackNetwork network, Ipv4Address address) {
    this.network = network;
    this.address = address;
  }

  @Override
  public void open(Selector selector, Runnable wakeup) throws IOException {
    ike = port(selector, IKE_PORT);
    nat = port(selector, NAT_PORT);
  }

  private UdpPort port(Selector selector, int modelPort) throws IOException {
    InetSocketAddress any =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    UdpPort port = UdpPort.open(any, selector, network.endpoints(), address.bits(), modelPort);
    network.attach(Endpoints.pack(address.bits(), modelPort), port.bound());
    return port;
  }

  @Override
  public int receive(PacketBatch batch, DropCounters drops) {
    return UdpPorts.receive(ike, nat, batch, drops);
  }

  @Override
  public void send(PacketBatch batch, int[] slots, int count, DropCounters drops) {
    UdpPorts.send(ike, nat, batch, slots, count, drops);
  }

  @Override
  public boolean nativeEsp() {
    return false;
  }

  @Override
  public boolean seesTrafficClass(boolean udpEncapsulated) {
    return false;
  }

  @Override
  public void close() {
    if (ike != null) {
      network.detach(Endpoints.pack(address.bits(), IKE_PORT));
      ike.close();
      ike = null;
    }
    if (nat != null) {
      network.detach(Endpoints.pack(address.bits(), NAT_PORT));
      nat.close();
      nat = null;
    }
  }
}
