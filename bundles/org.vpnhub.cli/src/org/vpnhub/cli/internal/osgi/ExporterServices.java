package org.vpnhub.cli.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    int expected = expected();
    while (tracker.size() < expected && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return new ArrayList<>(tracker.getTracked().values());
  }

  /** How many components of all bundles are exporters. */
  private int expected() {
    int expected = 0;
    for (Bundle b : context.getBundles()) {
      String components = b.getHeaders("").get("Service-Component");
      if (components == null) continue;
      for (String component : components.split(",")) {
        if (isExporter(b.getEntry(component.strip()))) expected++;
      }
    }
    return expected;
  }

  private static boolean isExporter(@Nullable URL component) {
    if (component == null) return false;
    try (InputStream in = component.openStream()) {
      String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return xml.contains('"' + Exporter.class.getName() + '"');
    } catch (IOException e) {
      return false;
    }
  }
}
