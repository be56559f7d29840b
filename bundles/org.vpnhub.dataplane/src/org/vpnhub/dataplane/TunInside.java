package org.vpnhub.dataplane;

import java.io.IOException;
import java.util.List;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.PacketBatch;

/** A Linux TUN interface. */
public final class TunInside implements Inside {
  /**
   * How the interface is set up.
   *
   * @param name its name, at most 15 characters
   * @param address its own address with the prefix length of its network, such as 192.168.0.1/16
   * @param prefixLength length of that network's prefix
   * @param mtu in bytes
   * @param routes destinations that the kernel sends into it
   */
  public record Config(
      String name, Ipv4Address address, int prefixLength, int mtu, List<Ipv4Prefix> routes) {
    public Config {
      routes = List.copyOf(routes);
    }
  }

  private final Config config;

  public TunInside(Config config) {
    this.config = config;
  }

  @Override
  public void open(Runnable wakeup) throws IOException {
    throw new UnsupportedOperationException("in the making");
  }

  @Override
  public int receive(PacketBatch batch, DropCounters drops) {
    return 0;
  }

  @Override
  public void send(PacketBatch batch, int[] slots, int count, DropCounters drops) {}

  @Override
  public int mtu() {
    return config.mtu();
  }

  @Override
  public boolean isRouted() {
    return true;
  }

  @Override
  public void close() {}
}
