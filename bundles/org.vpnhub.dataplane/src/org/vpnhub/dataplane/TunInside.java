package org.vpnhub.dataplane;

import java.io.IOException;
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
  private @Nullable TunDevice device;

  public TunInside(Config config) {
    this.config = config;
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

  @Override
  public int receive(PacketBatch batch, DropCounters drops) {
    return device == null ? 0 : device.receive(batch, drops);
  }

  @Override
  public void send(PacketBatch batch, int[] slots, int count, DropCounters drops) {
    if (device != null) device.send(batch, slots, count, drops);
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
  public void close() {
    if (device != null) device.close();
    device = null;
  }
}
