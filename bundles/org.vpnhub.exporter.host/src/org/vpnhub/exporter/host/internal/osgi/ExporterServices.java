package org.vpnhub.exporter.host.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.Exporter;

/**
 * The exporters that bundles offer as services. Each question looks into the folder that the user
 * drops bundles into, and when something has changed there waits, bounded, until the declared
 * components are there, so that the answer does not depend on the order of the start.
 */
public final class ExporterServices {
  private static final long WAIT_MILLIS = 3000;
  private static final long LOOK_NANOS = 5_000_000;
  private static @Nullable ExporterServices instance;

  private final BundleContext context;
  private final DroppedBundles dropped;
  private final ServiceTracker<Exporter, ServiceReference<Exporter>> tracker;
  private final Map<ServiceReference<Exporter>, Exporter> exporters = new HashMap<>();
  private final Map<ServiceReference<Exporter>, Problem> faulty = new HashMap<>();
  private final List<Problem> idle = new ArrayList<>();
  private boolean asked;

  private ExporterServices(BundleContext context) {
    this.context = context;
    dropped = DroppedBundles.ofUser(System.getenv());
    tracker =
        new ServiceTracker<>(context, Exporter.class, null) {
          @Override
          public ServiceReference<Exporter> addingService(ServiceReference<Exporter> reference) {
            return reference; // made later, where it may take its time
          }

          @Override
          public void removedService(
              ServiceReference<Exporter> reference, ServiceReference<Exporter> service) {}
        };
    // Left open: the exporters are in use until the framework ends.
    tracker.open();
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
  public synchronized List<Exporter> all() {
    boolean changed = dropped.refresh(context);
    if (!asked) startAll();
    if (changed || !asked) await();
    asked = true;
    TreeSet<ServiceReference<Exporter>> present = new TreeSet<>(tracker.getTracked().values());
    exporters.keySet().retainAll(present);
    faulty.keySet().retainAll(present);
    List<Exporter> all = new ArrayList<>();
    // The first wins where two are for one device: the one that came first.
    for (ServiceReference<Exporter> r : present.descendingSet()) {
      Exporter e = exporters.get(r);
      if (e == null && !faulty.containsKey(r)) e = make(r);
      if (e != null) all.add(e);
    }
    return all;
  }

  /** An installer does not start a bundle by itself, and its components are not there before. */
  private void startAll() {
    for (Bundle b : context.getBundles()) {
      boolean waits = (b.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) != 0;
      if (!waits || DroppedBundles.file(b).isPresent() || declared(b) == 0) continue;
      Patience.Outcome<Bundle> started =
          Patience.attempt(
              () -> {
                b.start(Bundle.START_TRANSIENT);
                return b;
              });
      started
          .fault()
          .ifPresent(f -> idle.add(fault(name(b), "cannot be started: it " + f, "mend it")));
    }
  }

  private void await() {
    int expected = 0;
    for (Bundle b : context.getBundles()) if (runs(b)) expected += declared(b);
    long end = System.nanoTime() + WAIT_MILLIS * 1_000_000;
    while (tracker.size() < expected && System.nanoTime() < end) LockSupport.parkNanos(LOOK_NANOS);
  }

  private @Nullable Exporter make(ServiceReference<Exporter> reference) {
    Patience.Outcome<Exporter> made = Patience.attempt(() -> context.getService(reference));
    Exporter exporter = made.value().orElse(null);
    if (exporter != null) {
      exporters.put(reference, exporter);
      return exporter;
    }
    Bundle bundle = reference.getBundle();
    // It has gone, or who asks does not wait: neither is its fault.
    if (bundle == null || Thread.currentThread().isInterrupted()) return null;
    String why = made.fault().orElse("could not be made; the log says why");
    faulty.put(
        reference,
        fault(name(bundle), "offers an exporter that does not start: it " + why, "mend it"));
    return null;
  }

  private static String name(Bundle bundle) {
    return DroppedBundles.file(bundle)
        .map(DroppedBundles::name)
        .orElse("bundle " + bundle.getSymbolicName());
  }

  /** Bundles and exporters that could not be loaded (rule D03). */
  public synchronized List<Problem> problems() {
    all();
    List<Problem> problems = new ArrayList<>(dropped.problems());
    dropped.started().forEach((file, bundle) -> problems.addAll(missing(file, bundle)));
    problems.addAll(idle);
    problems.addAll(faulty.values());
    return problems;
  }

  /** A bundle that was started and offers nothing; others may need its packages. */
  private static List<Problem> missing(Path file, Bundle bundle) {
    if (offers(bundle)) return List.of();
    if (declared(bundle) > 0) {
      String what = "declares an exporter, but not all that this needs is there";
      return List.of(fault(DroppedBundles.name(file), what, "put what it needs beside it"));
    }
    if (bundle.getHeaders("").get(Constants.EXPORT_PACKAGE) != null) return List.of();
    return List.of(
        fault(
            DroppedBundles.name(file),
            "holds no exporter: its header Service-Component leads to none",
            "build it as examples/acme-exporter is built"));
  }

  private static boolean offers(Bundle bundle) {
    ServiceReference<?>[] services = bundle.getRegisteredServices();
    if (services == null) return false;
    return Arrays.stream(services)
        .map(s -> (String[]) s.getProperty(Constants.OBJECTCLASS))
        .anyMatch(types -> Arrays.asList(types).contains(Exporter.class.getName()));
  }

  static Problem fault(String element, String what, String remedy) {
    return new Problem("D03", Severity.WARNING, "", element, what, remedy);
  }

  private static boolean runs(Bundle bundle) {
    return (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0;
  }

  /** How many components of a bundle are exporters. */
  private static int declared(Bundle bundle) {
    String components = bundle.getHeaders("").get("Service-Component");
    if (components == null) return 0;
    return (int)
        Arrays.stream(components.split(","))
            .filter(c -> isExporter(bundle.getEntry(c.strip())))
            .count();
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
