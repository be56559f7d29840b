package org.vpnhub.dataplane;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.internal.linux.TunDevice;

/**
 * A Linux TUN interface: the kernel routes between it and the rest of the machine. Needs
 * CAP_NET_ADMIN in the network namespace; the interface goes when the engine closes.
 */
public final class TunInside implements Inside {
  private static final int LONGEST_NAME = 15;

  /**
   * How the interface is set up.
   *
   * @param name its name, at most 15 characters
   * @param address its own address
   * @param prefixLength length of the prefix that the address stands for
   * @param mtu in bytes; at most what {@link EngineOptions#maxPacket} takes
   * @param routes destinations that the kernel sends into it
   */
  public record Config(
      String name, Ipv4Address address, int prefixLength, int mtu, List<Ipv4Prefix> routes) {
    public Config {
      routes = List.copyOf(routes);
      if (name.isEmpty() || name.length() > LONGEST_NAME) {
        throw new IllegalArgumentException(
            "'" + name + "' is no interface name: it needs 1 to " + LONGEST_NAME + " characters");
      }
    }
  }

  private final Config config;
  private List<Ipv4Prefix> routes;
  private volatile @Nullable TunDevice device;

  public TunInside(Config config) {
    this.config = config;
    this.routes = config.routes();
  }

  /**
   * Makes the interface, addresses it, brings it up and adds the routes.
   *
   * @throws MissingPermissionException naming the right that is missing and the way without it
   */
  @Override
  public void open(Runnable wakeup) throws IOException {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      throw new MissingPermissionException(
          "a TUN interface needs Linux; elsewhere the lab runs with its simulated network");
    }
    device = new TunDevice(config, config.mtu(), wakeup);
  }

  /**
   * Changes what the kernel sends into the open interface; routes that stay are not touched.
   *
   * @throws IOException when the kernel does not take a route
   */
  public synchronized void route(List<Ipv4Prefix> next) throws IOException {
    TunDevice open = device;
    if (open == null) return;
    List<Ipv4Prefix> added = new ArrayList<>(next);
    added.removeAll(routes);
    List<Ipv4Prefix> removed = new ArrayList<>(routes);
    removed.removeAll(next);
    open.changeRoutes(added, removed);
    routes = List.copyOf(next);
  }

  @Override
  public int receive(PacketBatch batch, DropCounters drops) {
    TunDevice open = device;
    return open == null ? 0 : open.receive(batch, drops);
  }

  @Override
  public void send(PacketBatch batch, int[] slots, int count, DropCounters drops) {
    TunDevice open = device;
    if (open != null) open.send(batch, slots, count, drops);
  }

  @Override
  public int mtu() {
    return config.mtu();
  }

  @Override
  public boolean isRouted() {
    return true;
  }

  @Override
  public synchronized void close() {
    TunDevice open = device;
    device = null;
    if (open != null) open.close();
  }
}
