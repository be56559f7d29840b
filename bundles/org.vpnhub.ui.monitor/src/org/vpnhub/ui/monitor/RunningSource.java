package org.vpnhub.ui.monitor;

import java.util.Map;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.ISourceProviderService;

/** Tells the workbench whether a hub is run or watched, so that Stop can be used only then. */
public final class RunningSource extends AbstractSourceProvider {
  private static final String RUNNING = "org.vpnhub.ui.monitor.running";
  private boolean running;

  static void set(boolean running) {
    if (!PlatformUI.isWorkbenchRunning()) return; // it ends, and the labs with it
    var sources = PlatformUI.getWorkbench().getService(ISourceProviderService.class);
    if (sources.getSourceProvider(RUNNING) instanceof RunningSource source) source.change(running);
  }

  private void change(boolean now) {
    if (running == now) return;
    running = now;
    fireSourceChanged(ISources.WORKBENCH, RUNNING, running);
  }

  @Override
  public Map<String, Object> getCurrentState() {
    return Map.of(RUNNING, running);
  }

  @Override
  public String[] getProvidedSourceNames() {
    return new String[] {RUNNING};
  }

  @Override
  public void dispose() {}
}
