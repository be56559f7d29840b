package org.vpnhub.cli.internal.osgi;

import java.util.List;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.vpnhub.base.Problem;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.cli.Vpnhub;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.host.InstalledExporters;

/** The application {@code org.vpnhub.cli.vpnhub}: one command; its result is the exit code. */
public final class Application implements IApplication {

  @Override
  public Object start(IApplicationContext context) {
    context.applicationRunning();
    BundleContext bundle = FrameworkUtil.getBundle(Application.class).getBundleContext();
    Object arguments = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
    Surroundings surroundings =
        Surroundings.system(Application::exporters, new ServiceLauncher(bundle));
    return Vpnhub.run(surroundings, arguments instanceof String[] a ? a : new String[0]);
  }

  private static List<Exporter> exporters() {
    List<Exporter> exporters = InstalledExporters.all();
    for (Problem p : InstalledExporters.problems()) {
      System.err.println("vpnhub: " + p.element() + " " + p.message() + "; " + p.remedy());
    }
    return exporters;
  }

  /** A command ends by itself; the framework's end closes a hub through its component. */
  @Override
  public void stop() {}
}
