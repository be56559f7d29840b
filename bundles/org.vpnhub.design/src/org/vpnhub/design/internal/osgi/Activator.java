package org.vpnhub.design.internal.osgi;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Plugin;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Registers the definition as a viewpoint of Sirius. Sirius finds this class by its extension point
 * {@code componentization} and starts the bundle; without Sirius there is nothing to do, and
 * nothing of it is needed to compile.
 */
public final class Activator extends Plugin {
  private static final String REGISTRY =
      "org.eclipse.sirius.business.api.componentization.ViewpointRegistry";
  private static final String DEFINITION = "org.vpnhub.design/description/vpnhub.odesign";

  @Override
  public void start(BundleContext context) throws Exception {
    super.start(context);
    Bundle sirius = Platform.getBundle("org.eclipse.sirius");
    if (sirius == null) return;
    Class<?> type = sirius.loadClass(REGISTRY);
    Object registry = type.getMethod("getInstance").invoke(null);
    type.getMethod("registerFromPlugin", String.class).invoke(registry, DEFINITION);
  }
}
