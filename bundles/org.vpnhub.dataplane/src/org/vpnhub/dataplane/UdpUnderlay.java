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
import org.vpnhub.dataplane.internal.io.PortMap;
import org.vpnhub.dataplane.internal.io.UdpPort;
import org.vpnhub.dataplane.internal.linux.RawEsp;

/**
 * Real UDP sockets, on any operating system, and beside them a raw socket for ESP as IP protocol 50
 * where Linux grants one.
 */
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
   * @param rawEsp whether to take and send ESP as IP protocol 50
   */
  public record Config(
      Ipv4Address address,
      Ipv4Address bind,
      int ikePort,
      int natPort,
      int peerIkePort,
      int peerNatPort,
      RawSocket rawEsp) {

    /** With a raw socket if it is permitted. */
    public Config(
        Ipv4Address address,
        Ipv4Address bind,
        int ikePort,
        int natPort,
        int peerIkePort,
        int peerNatPort) {
      this(address, bind, ikePort, natPort, peerIkePort, peerNatPort, RawSocket.IF_PERMITTED);
    }

    /** All local addresses; ports 500 and 4500; a raw socket if it is permitted. */
    public static Config standard(Ipv4Address address) {
      return new Config(address, new Ipv4Address(0), IKE_PORT, NAT_PORT, IKE_PORT, NAT_PORT);
    }
  }

  /** Whether to have a raw socket. */
  public enum RawSocket {
    OFF,
    /** Without the right, or on another system, the engine forces UDP encapsulation. */
    IF_PERMITTED,
    /** Without the right the engine does not start. */
    REQUIRED
  }

  private static final System.Logger LOG = System.getLogger(UdpUnderlay.class.getName());
  private static final int LARGEST_ESP = 1920;

  private final Config config;
  private final Endpoints endpoints;
  private @Nullable UdpPort ike;
  private @Nullable UdpPort nat;
  private volatile @Nullable RawEsp raw;

  public UdpUnderlay(Config config) {
    this.config = config;
    endpoints = new Ports();
  }

  @Override
  public void open(Selector selector, Runnable wakeup) throws IOException {
    ike = port(selector, config.ikePort(), IKE_PORT);
    nat = port(selector, config.natPort(), NAT_PORT);
    raw = openRaw(config, wakeup);
  }

  /**
   * A raw socket as the configuration says; null where there is to be none, or none is to be had.
   */
  static @Nullable RawEsp openRaw(Config config, Runnable wakeup) throws IOException {
    if (config.rawEsp() == RawSocket.OFF) return null;
    if (!RawEsp.isSupported()) {
      if (config.rawEsp() == RawSocket.IF_PERMITTED) return null;
      throw new MissingPermissionException("a raw socket for ESP needs Linux");
    }
    try {
      return new RawEsp(config.bind(), config.address().bits(), LARGEST_ESP, wakeup);
    } catch (MissingPermissionException e) {
      if (config.rawEsp() == RawSocket.REQUIRED) throw e;
      LOG.log(System.Logger.Level.INFO, e.getMessage());
      return null;
    }
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
    RawEsp esp = raw;
    // Half a batch at most, so that a flood of native ESP does not silence IKE.
    int n = esp == null ? 0 : esp.receive(batch, Math.max(1, batch.capacity() / 2), drops);
    return n + UdpPorts.receive(ike, nat, batch, drops);
  }

  @Override
  public void send(PacketBatch batch, int[] slots, int count, DropCounters drops) {
    RawEsp esp = raw;
    if (esp == null || count == 0 || batch.localPort(slots[0]) != NATIVE_ESP) {
      UdpPorts.send(ike, nat, batch, slots, count, drops);
    } else {
      for (int i = 0; i < count; i++) esp.send(batch, slots[i], drops);
    }
  }

  @Override
  public boolean nativeEsp() {
    return raw != null;
  }

  @Override
  public boolean seesTrafficClass(boolean udpEncapsulated) {
    return !udpEncapsulated;
  }

  @Override
  public void close() {
    if (ike != null) ike.close();
    if (nat != null) nat.close();
    RawEsp esp = raw;
    raw = null;
    if (esp != null) esp.close();
  }

  /** Remembers the socket addresses of the endpoints, as they are made anew otherwise. */
  private final class Ports implements Endpoints {
    private final PortMap map = new PortMap(config.peerIkePort(), config.peerNatPort());
    private EndpointMap remembered = new EndpointMap();

    @Override
    public long model(InetSocketAddress real) {
      long endpoint = Endpoints.pack(real);
      return endpoint == UNKNOWN ? UNKNOWN : map.model(endpoint);
    }

    @Override
    public InetSocketAddress real(long model) {
      InetSocketAddress known = remembered.get(model);
      if (known != null) return known;
      InetSocketAddress real = Endpoints.unpack(map.real(model));
      if (remembered.size() >= MOST_REMEMBERED) remembered = new EndpointMap();
      remembered.put(model, real);
      return real;
    }
  }
}
