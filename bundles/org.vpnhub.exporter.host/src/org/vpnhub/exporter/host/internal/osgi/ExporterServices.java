package org.vpnhub.exporter.host.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.Exporter;

/**
 * The exporters that bundles offer as services. The first question loads those that the user has
 * dropped into the folder, and waits, bounded, until the declared components are there, so that the
 * answer does not depend on the order of the start.
 */
public final class ExporterServices {
  private static final long WAIT_MILLIS = 3000;
  private static final long LOOK_NANOS = 5_000_000;
  private static @Nullable ExporterServices instance;

  private final ServiceTracker<Exporter, Exporter> tracker;
  private final DroppedBundles dropped;

  private ExporterServices(BundleContext context) {
    dropped = DroppedBundles.ofUser(System.getenv());
    dropped.start(context);
    // Left open: the exporters are in use until the framework ends.
    tracker = new ServiceTracker<>(context, Exporter.class, null);
    tracker.open();
    int expected = expected(context);
    long end = System.nanoTime() + WAIT_MILLIS * 1_000_000;
    while (tracker.size() < expected && System.nanoTime() < end) LockSupport.parkNanos(LOOK_NANOS);
  }

  /** The one of this framework. */
  public static synchronized ExporterServices instance() {
    ExporterServices there = instance;
    if (there == null) {
      Bundle own = FrameworkUtil.getBundle(ExporterServices.class);
      there = new ExporterServices(own.getBundleContext());
      instance = there;
    }
    return there;
  }

  /** Those that are there now. */
  public List<Exporter> all() {
    return new ArrayList<>(tracker.getTracked().values());
  }

  /** Dropped bundles that could not be loaded (rule D03). */
  public List<Problem> problems() {
    return dropped.problems();
  }

  /** How many components of all bundles are exporters. */
  private static int expected(BundleContext context) {
    int expected = 0;
    for (Bundle b : context.getBundles()) {
      String components = b.getHeaders("").get("Service-Component");
      boolean starts = (b.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0;
      if (components == null || !starts) continue;
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
