package org.vpnhub.cli.internal.osgi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.vpnhub.exporter.Exporter;

/**
 * The exporters that are offered as services. Those of bundles that are started and declare
 * components are waited for, bounded, so that the list does not depend on the order of the start.
 */
final class ExporterServices implements Supplier<List<Exporter>> {
  private static final long WAIT_MILLIS = 3000;
  private static final long LOOK_NANOS = 5_000_000;
  private final BundleContext context;

  ExporterServices(BundleContext context) {
    this.context = context;
  }

  @Override
  public List<Exporter> get() {
    ServiceTracker<Exporter, Exporter> tracker =
        new ServiceTracker<>(context, Exporter.class, null);
    tracker.open(); // and left open: the exporters are in use until the framework ends
    long end = System.nanoTime() + WAIT_MILLIS * 1_000_000;
    while (tracker.size() < expected() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    List<Exporter> exporters = new ArrayList<>(tracker.getTracked().values());
    exporters.sort(Comparator.comparing(e -> e.capabilities().id()));
    return exporters;
  }

  /** Bundles that require the exporter API and declare components: at least one exporter each. */
  private int expected() {
    int expected = 0;
    for (Bundle b : context.getBundles()) {
      String imports = b.getHeaders("").get("Import-Package");
      boolean declares = b.getHeaders("").get("Service-Component") != null;
      boolean isOurs = b == context.getBundle();
      if (!isOurs && declares && imports != null && imports.contains("org.vpnhub.exporter")) {
        expected++;
      }
    }
    return expected;
  }
}
