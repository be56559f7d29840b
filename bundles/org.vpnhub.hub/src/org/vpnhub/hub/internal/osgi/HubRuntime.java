package org.vpnhub.hub.internal.osgi;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.hub.Hub;
import org.vpnhub.hub.HubService;
import org.vpnhub.hub.HubSettings;
import org.vpnhub.hub.HubStartException;
import org.vpnhub.hub.LogLines;
import org.vpnhub.hub.PlanSource;
import org.vpnhub.hub.RunDirectory;

/**
 * One hub for each configuration of the factory {@code org.vpnhub.hub}. A hub that cannot start is
 * a service all the same, which says why.
 */
@Component(
    service = HubService.class,
    configurationPid = HubRuntime.FACTORY_PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true)
public final class HubRuntime implements HubService {
  /** The factory's persistent identity. */
  static final String FACTORY_PID = "org.vpnhub.hub";

  private final Optional<Hub> hub;
  private final Optional<HubStartException> failure;

  /** The configuration; the names with a dot for an underscore, the meaning as in HubSettings. */
  public @interface Config {
    String model();

    String listen() default "0.0.0.0";

    int ike_port() default 500;

    int nat_port() default 4500;

    /** A {@link HubSettings.Tun}. */
    String tun() default "IF_PERMITTED";

    String tun_name() default HubSettings.DEFAULT_TUN;

    /** An IPv4 address; empty for the first host address of the VPC. */
    String tun_address() default "";

    boolean force_encapsulation() default false;

    /** A directory; empty for the standard one. */
    String run_directory() default "";
  }

  @Activate
  public HubRuntime(Config config, @Reference PlanSource source) {
    Hub started = null;
    HubStartException failed = null;
    try {
      started = Hub.start(settings(config), source, LogLines.to(System.err));
    } catch (HubStartException e) {
      failed = e;
    } catch (RuntimeException | LinkageError e) {
      // The component runtime would only log it, and the command wait for a hub that never comes.
      failed = new HubStartException(e);
    }
    hub = Optional.ofNullable(started);
    failure = Optional.ofNullable(failed);
  }

  private static HubSettings settings(Config config) {
    String address = config.tun_address();
    return new HubSettings(
        Path.of(config.model()),
        Ipv4Address.parse(config.listen()),
        config.ike_port(),
        config.nat_port(),
        HubSettings.Tun.valueOf(config.tun()),
        config.tun_name(),
        address.isEmpty() ? Optional.empty() : Optional.of(Ipv4Address.parse(address)),
        config.force_encapsulation(),
        config.run_directory().isEmpty()
            ? RunDirectory.standard(System.getenv())
            : Path.of(config.run_directory()));
  }

  @Override
  public Optional<Hub> hub() {
    return hub;
  }

  @Override
  public Optional<HubStartException> failure() {
    return failure;
  }

  @Deactivate
  void stop() {
    hub.ifPresent(Hub::close);
  }
}
