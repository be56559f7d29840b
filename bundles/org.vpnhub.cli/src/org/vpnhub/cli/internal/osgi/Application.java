package org.vpnhub.cli.internal.osgi;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.cli.Vpnhub;
import org.vpnhub.exporter.host.InstalledExporters;

/** The application {@code org.vpnhub.cli.vpnhub}: one command; its result is the exit code. */
public final class Application implements IApplication {

  @Override
  public Object start(IApplicationContext context) {
    context.applicationRunning();
    BundleContext bundle = FrameworkUtil.getBundle(Application.class).getBundleContext();
    Object arguments = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
    Surroundings surroundings =
        Surroundings.system(InstalledExporters::all, new ServiceLauncher(bundle));
    return Vpnhub.run(surroundings, arguments instanceof String[] a ? a : new String[0]);
  }

  /** A command ends by itself; the framework's end closes a hub through its component. */
  @Override
  public void stop() {}
}
