package org.vpnhub.dataplane;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.internal.io.EndpointMap;
import org.vpnhub.dataplane.internal.io.Endpoints;
import org.vpnhub.dataplane.internal.io.UdpPort;

/** Real UDP sockets, on any operating system. */
public final class UdpUnderlay implements Underlay {
  private static final int MOST_REMEMBERED = 1 << 16;

  /**
   * Where to bind, and which ports stand for the model's.
   *
   * @param address the model's outer address of this end
   * @param bind the machine's address to bind; 0.0.0.0 for all
   * @param ikePort the machine's port for the model's 500
   * @param natPort the machine's port for the model's 4500
   * @param peerIkePort the port on which the peers take the model's 500
   * @param peerNatPort the port on which the peers take the model's 4500
   */
  public record Config(
      Ipv4Address address,
      Ipv4Address bind,
      int ikePort,
      int natPort,
      int peerIkePort,
      int peerNatPort) {

    /** All local addresses; ports 500 and 4500. */
    public static Config standard(Ipv4Address address) {
      return new Config(address, new Ipv4Address(0), IKE_PORT, NAT_PORT, IKE_PORT, NAT_PORT);
    }
  }

  private final Config config;
  private final Endpoints endpoints = new Ports();
  private @Nullable UdpPort ike;
  private @Nullable UdpPort nat;

  public UdpUnderlay(Config config) {
    this.config = config;
  }

  @Override
  public void open(Selector selector, Runnable wakeup) throws IOException {
    ike = port(selector, config.ikePort(), IKE_PORT);
    nat = port(selector, config.natPort(), NAT_PORT);
  }

  private UdpPort port(Selector selector, int port, int modelPort) throws IOException {
    return UdpPort.open(
        Endpoints.unpack(Endpoints.pack(config.bind().bits(), port)),
        selector,
        endpoints,
        config.address().bits(),
        modelPort);
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
  public boolean seesTrafficClass() {
    return false;
  }

  @Override
  public void close() {
    if (ike != null) ike.close();
    if (nat != null) nat.close();
  }

  /** Addresses as they are; ports moved when they are not the standard ones. */
  private final class Ports implements Endpoints {
    private EndpointMap remembered = new EndpointMap();

    @Override
    public long model(InetSocketAddress real) {
      long endpoint = Endpoints.pack(real);
      if (endpoint == UNKNOWN) return UNKNOWN;
      int port = Endpoints.port(endpoint);
      if (port == config.peerNatPort()) port = NAT_PORT;
      else if (port == config.peerIkePort()) port = IKE_PORT;
      return Endpoints.pack(Endpoints.address(endpoint), port);
    }

    @Override
    public InetSocketAddress real(long model) {
      InetSocketAddress known = remembered.get(model);
      if (known != null) return known;
      int port = Endpoints.port(model);
      if (port == NAT_PORT) port = config.peerNatPort();
      else if (port == IKE_PORT) port = config.peerIkePort();
      InetSocketAddress real = Endpoints.unpack(Endpoints.pack(Endpoints.address(model), port));
      if (remembered.size() >= MOST_REMEMBERED) remembered = new EndpointMap();
      remembered.put(model, real);
      return real;
    }
  }
}
