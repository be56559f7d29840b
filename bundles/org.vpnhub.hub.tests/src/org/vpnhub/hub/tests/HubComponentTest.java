package org.vpnhub.hub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.hub.HubModel;
import org.vpnhub.hub.HubService;
import org.vpnhub.hub.PlanSource;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.ReachabilityMatrix;
import org.vpnhub.plan.VpcPlan;

/** The hub is made of a factory configuration by the component runtime, and goes with it. */
class HubComponentTest {
  private static final Ipv4Prefix VPC = Ipv4Prefix.parse("10.0.0.0/16");
  private final BundleContext context = FrameworkUtil.getBundle(getClass()).getBundleContext();

  @Test
  void aConfigurationMakesAHubAndItsDeletionEndsIt(@TempDir Path directory) throws Exception {
    var source = context.registerService(PlanSource.class, model -> emptyHub(), null);
    var admin = context.getService(context.getServiceReference(ConfigurationAdmin.class));
    var hubs = new ServiceTracker<HubService, HubService>(context, HubService.class, null);
    hubs.open();
    var configuration = admin.createFactoryConfiguration("org.vpnhub.hub", "?");
    try {
      var properties = new Hashtable<String, Object>();
      properties.put("model", "test.vpnhub");
      properties.put("listen", "127.0.0.1");
      properties.put("ike.port", 0);
      properties.put("nat.port", 0);
      properties.put("tun", "OFF");
      properties.put("run.directory", directory.resolve("run").toString());
      configuration.update(properties);

      HubService service = hubs.waitForService(20_000);
      assertNotNull(
          service, "no hub was made: are the component runtime and Config Admin started?");
      assertTrue(service.failure().isEmpty(), () -> service.failure().toString());
      assertEquals("gw", service.hub().orElseThrow().plan().hub().name());
      assertNotNull(commands("status"), "the Gogo command vpnhub:status is missing");
      for (String name : List.of("connections", "routes", "matrix", "drops")) {
        assertNotNull(commands(name), "the Gogo command vpnhub:" + name + " is missing");
      }
    } finally {
      configuration.delete();
      source.unregister();
    }
    assertTrue(gone(hubs), "the hub outlives its configuration");
    hubs.close();
  }

  private Object commands(String name) throws Exception {
    var found =
        context.getServiceReferences(
            (String) null, "(&(osgi.command.scope=vpnhub)(osgi.command.function=" + name + "))");
    return found == null ? null : context.getService(found[0]);
  }

  private static boolean gone(ServiceTracker<?, ?> tracker) {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (tracker.getService() != null && System.nanoTime() < deadline) Thread.onSpinWait();
    return tracker.getService() == null;
  }

  private static HubModel emptyHub() {
    var gateway =
        new GatewayPlan(
            "vpn-1",
            "gw",
            Ipv4Address.parse("203.0.113.1"),
            1500,
            List.of(VPC),
            List.of(),
            List.of(),
            List.of());
    var plan =
        new NetworkPlan(
            "test",
            new VpcPlan("vpc-1", "VPC", List.of(VPC), List.of()),
            gateway,
            List.of(),
            new ReachabilityMatrix(List.of("VPC"), List.of()),
            List.of());
    return new HubModel(plan, reference -> Optional.empty(), List.of());
  }
}
