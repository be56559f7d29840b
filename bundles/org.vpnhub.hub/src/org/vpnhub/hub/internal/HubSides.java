package org.vpnhub.hub.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.dataplane.Inside;
import org.vpnhub.dataplane.IpsecGateway;
import org.vpnhub.dataplane.LinuxUnderlay;
import org.vpnhub.dataplane.SimulatedHosts;
import org.vpnhub.dataplane.TunInside;
import org.vpnhub.dataplane.UdpUnderlay;
import org.vpnhub.dataplane.Underlay;
import org.vpnhub.hub.HubSettings;
import org.vpnhub.plan.NetworkPlan;

/** The two sides of a hub's engine on this machine: sockets, and TUN or in-process network. */
public final class HubSides {
  private static final int TUN_MTU = 1400;
  private final HubSettings settings;
  private final NetworkPlan plan;
  private final Consumer<String> log;
  private String insideText = "";
  private @Nullable TunInside tun;
  private @Nullable SimulatedHosts simulated;

  public HubSides(HubSettings settings, NetworkPlan plan, Consumer<String> log) {
    this.settings = settings;
    this.plan = plan;
    this.log = log;
  }

  /**
   * Starts the engine: with a TUN if one is wanted and permitted, else with the in-process network.
   *
   * @throws IOException one line with the remedy
   */
  public IpsecGateway start(Function<String, Optional<Secret>> keys, EngineOptions options)
      throws IOException {
    String notice = "";
    if (settings.tun() != HubSettings.Tun.OFF) {
      try {
        TunInside inside = tun();
        IpsecGateway gateway = start(keys, options, inside);
        tun = inside;
        insideText = "TUN interface " + settings.tunName() + " with " + tunAddress();
        return gateway;
      } catch (IOException e) {
        if (settings.tun() == HubSettings.Tun.REQUIRED) throw e;
        notice = "no TUN interface: " + e.getMessage();
      }
    }
    SimulatedHosts hosts = new SimulatedHosts(plan.vpc().prefixes(), plan.vpc().routesToGateway());
    IpsecGateway gateway = start(keys, options, hosts);
    simulated = hosts;
    if (!notice.isEmpty()) log.accept(notice);
    String addresses =
        String.join(", ", hosts.hosts().stream().map(Ipv4Address::toString).toList());
    insideText = "simulated in this process, hosts " + addresses;
    return gateway;
  }

  private IpsecGateway start(
      Function<String, Optional<Secret>> keys, EngineOptions options, Inside inside)
      throws IOException {
    EngineOptions own =
        inside instanceof TunInside ? options.withInsideAddress(tunAddress()) : options;
    IpsecGateway gateway = new IpsecGateway(plan.hub(), keys, underlay(), inside, own);
    try {
      gateway.start();
      return gateway;
    } catch (IOException | RuntimeException e) {
      gateway.close();
      throw e;
    }
  }

  /** With segmentation offload where the system has it. */
  private Underlay underlay() {
    UdpUnderlay.Config config =
        new UdpUnderlay.Config(
            plan.hub().address(),
            settings.listen(),
            settings.ikePort(),
            settings.natPort(),
            Underlay.IKE_PORT,
            Underlay.NAT_PORT);
    return LinuxUnderlay.isSupported() ? new LinuxUnderlay(config) : new UdpUnderlay(config);
  }

  private TunInside tun() {
    return new TunInside(
        new TunInside.Config(
            settings.tunName(), tunAddress(), 32, TUN_MTU, plan.vpc().routesToGateway()));
  }

  private Ipv4Address tunAddress() {
    return settings.tunAddress().orElseGet(this::firstHost);
  }

  private Ipv4Address firstHost() {
    Ipv4Prefix vpc =
        plan.vpc().prefixes().isEmpty()
            ? new Ipv4Prefix(0xa9fe0000, 16)
            : plan.vpc().prefixes().getFirst();
    return new Ipv4Address(vpc.network() + (vpc.length() < 31 ? 1 : 0));
  }

  /** Brings the VPC's routes of another plan about, on this machine or in the simulated VPC. */
  public void route(NetworkPlan next) {
    if (simulated != null) {
      simulated.readdress(next.vpc().prefixes(), next.vpc().routesToGateway());
    }
    if (tun == null) return;
    try {
      tun.route(next.vpc().routesToGateway());
    } catch (IOException e) {
      log.accept("routes of this machine: " + e.getMessage());
    }
  }

  /** The inside in words, for status and log. */
  public String insideText() {
    return insideText;
  }
}
