package org.vpnhub.cli.internal.osgi;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;
import org.vpnhub.cli.HubLauncher;
import org.vpnhub.hub.HubService;
import org.vpnhub.hub.HubSettings;
import org.vpnhub.hub.HubStartException;
import org.vpnhub.hub.HubStartException.Reason;
import org.vpnhub.hub.PlanSource;

/**
 * Starts the hub by a factory configuration: the component runtime makes the hub of it. The plan
 * source and the log are services and standard error, whatever the command would have.
 */
final class ServiceLauncher implements HubLauncher {
  private static final String FACTORY_PID = "org.vpnhub.hub";
  private static final long WAIT_MILLIS = 30_000;
  private final BundleContext context;

  ServiceLauncher(BundleContext context) {
    this.context = context;
  }

  @Override
  public AutoCloseable launch(HubSettings settings, PlanSource source, Consumer<String> log)
      throws HubStartException {
    ServiceReference<ConfigurationAdmin> reference =
        context.getServiceReference(ConfigurationAdmin.class);
    if (reference == null) throw lacking("the Configuration Admin service is not there");
    var tracker = new ServiceTracker<HubService, HubService>(context, HubService.class, null);
    var sources = context.registerService(PlanSource.class, source, null);
    tracker.open();
    try {
      Configuration configuration =
          context.getService(reference).createFactoryConfiguration(FACTORY_PID, "?");
      configuration.update(properties(settings));
      HubService service = tracker.waitForService(WAIT_MILLIS);
      if (service == null) throw lacking("the hub's component did not start");
      AutoCloseable close =
          () -> {
            configuration.delete();
            service.hub().ifPresent(h -> h.close());
            tracker.close();
            sources.unregister();
          };
      if (service.failure().isEmpty()) return close;
      closeQuietly(close);
      throw service.failure().get();
    } catch (IOException e) {
      throw lacking("the configuration cannot be stored: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw lacking("interrupted");
    }
  }

  private static void closeQuietly(AutoCloseable close) {
    try {
      close.close();
    } catch (Exception e) {
      // The failure that led here is the one to report.
    }
  }

  private static HubStartException lacking(String what) {
    return new HubStartException(Reason.ENVIRONMENT, what);
  }

  private static Dictionary<String, Object> properties(HubSettings s) {
    Dictionary<String, Object> p = new Hashtable<>();
    p.put("model", s.model().toString());
    p.put("listen", s.listen().toString());
    p.put("ike.port", s.ikePort());
    p.put("nat.port", s.natPort());
    p.put("tun", s.tun().name());
    p.put("tun.name", s.tunName());
    p.put("tun.address", s.tunAddress().map(Object::toString).orElse(""));
    p.put("force.encapsulation", s.forceUdpEncapsulation());
    p.put("run.directory", s.runDirectory().toString());
    return p;
  }
}
