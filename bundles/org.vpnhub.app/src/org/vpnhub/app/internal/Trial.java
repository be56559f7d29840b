package org.vpnhub.app.internal;

import java.lang.management.ManagementFactory;
import org.eclipse.ui.IWorkbench;

/**
 * A start that is only measured, {@code -Dvpnhub.trial=true}: tells the time from the start of the
 * process to the usable window and the memory in use, and ends.
 */
final class Trial {
  private Trial() {}

  static void endIfAsked(IWorkbench workbench) {
    if (!Boolean.getBoolean("vpnhub.trial")) return;
    workbench
        .getDisplay()
        .asyncExec(
            () -> {
              long millis = ManagementFactory.getRuntimeMXBean().getUptime();
              System.gc();
              long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
              System.out.println("opened in " + millis + " ms, heap " + (used >> 20) + " MB");
              workbench.close();
            });
  }
}
