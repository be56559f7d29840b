package org.vpnhub.ui.internal.osgi;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.ExporterRegistry;

/** The exporters that bundles offer as services. */
public final class ExporterServices {
  private ExporterServices() {}

  /** Those that are there now. */
  public static ExporterRegistry registry() {
    BundleContext context = FrameworkUtil.getBundle(ExporterServices.class).getBundleContext();
    List<Exporter> exporters = new ArrayList<>();
    try {
      for (ServiceReference<Exporter> r : context.getServiceReferences(Exporter.class, null)) {
        Exporter exporter = context.getService(r); // never given back: in use until the end
        if (exporter != null) exporters.add(exporter);
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("no filter is no syntax", e);
    }
    return new ExporterRegistry(exporters);
  }
}
