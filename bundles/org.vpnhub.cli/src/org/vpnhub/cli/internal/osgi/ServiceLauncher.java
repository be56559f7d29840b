package org.vpnhub.cli.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;
import org.vpnhub.cli.HubLauncher;
import org.vpnhub.hub.Hub;
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
  public Running launch(HubSettings settings, PlanSource source, Consumer<String> log)
      throws HubStartException {
    ServiceReference<ConfigurationAdmin> reference =
        context.getServiceReference(ConfigurationAdmin.class);
    if (reference == null) throw lacking("the Configuration Admin service is not there");
    ConfigurationAdmin admin = context.getService(reference);
    forgetOthers(admin);
    var tracker = new ServiceTracker<HubService, HubService>(context, HubService.class, null);
    var sources = context.registerService(PlanSource.class, source, null);
    tracker.open();
    try {
      Configuration configuration = admin.createFactoryConfiguration(FACTORY_PID, "?");
      configuration.update(properties(settings));
      HubService service = tracker.waitForService(WAIT_MILLIS);
      if (service == null) throw lacking("the hub's component did not start");
      Running running = new ConfiguredHub(context, configuration, service, tracker, sources);
      if (service.failure().isEmpty()) return running;
      running.close();
      throw service.failure().get();
    } catch (IOException e) {
      throw lacking("the configuration cannot be stored: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw lacking("interrupted");
    }
  }

  /** A server that was killed may have left its configuration where the framework keeps them. */
  private static void forgetOthers(ConfigurationAdmin admin) throws HubStartException {
    try {
      Configuration[] old = admin.listConfigurations("(service.factoryPid=" + FACTORY_PID + ")");
      if (old == null) return;
      for (Configuration c : old) c.delete();
    } catch (IOException | InvalidSyntaxException e) {
      throw lacking("the configuration cannot be read: " + e.getMessage());
    }
  }

  /** A hub with everything that was made for it. */
  private record ConfiguredHub(
      BundleContext context,
      Configuration configuration,
      HubService service,
      ServiceTracker<HubService, HubService> tracker,
      ServiceRegistration<PlanSource> sources)
      implements Running {

    @Override
    public boolean shell(InputStream in, PrintStream out) {
      return new GogoShell(context).run(in, out);
    }

    /** The hub is closed here and not only by its component, so that it is when this returns. */
    @Override
    public void close() {
      service.hub().ifPresent(Hub::close);
      try {
        configuration.delete();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        tracker.close();
        sources.unregister();
      }
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
