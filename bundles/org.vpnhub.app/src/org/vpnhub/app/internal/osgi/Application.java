package org.vpnhub.app.internal.osgi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.vpnhub.app.internal.Console;

/** The console: {@code --open FILE} opens a file beside what was open last time. */
public final class Application implements IApplication {
  /** As the command line's: the environment lacks something. */
  private static final Integer LACKING = 4;

  private static final long PATIENCE_SECONDS = 5;
  private final CountDownLatch closed = new CountDownLatch(1);

  @Override
  public Object start(IApplicationContext context) {
    Optional<String> refusal = lockWorkspace();
    if (refusal.isPresent()) return lacking(refusal.get());
    Display.setAppName(Console.NAME);
    // The usual way makes icons that cannot be used light grey, which stands out in the dark theme.
    System.setProperty("org.eclipse.swt.image.disablement", "desaturated");
    Display display;
    try {
      display = PlatformUI.createDisplay();
    } catch (SWTError | UnsatisfiedLinkError e) {
      return lacking("there is no display to show the console on: " + e.getMessage());
    }
    Thread ending = new Thread(() -> closeFor(display), "ending");
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      context.applicationRunning();
      int code = new Console(display, fileToOpen(context)).run();
      return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
    } finally {
      display.dispose();
      closed.countDown();
      forget(ending);
    }
  }

  private static Optional<Path> fileToOpen(IApplicationContext context) {
    var arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
    for (int i = 0; i < arguments.length - 1; i++) {
      if (arguments[i].equals("--open")) return Optional.of(Path.of(arguments[i + 1]));
    }
    return Optional.empty();
  }

  /** Takes the workspace for this process; says why it cannot be had. */
  private static Optional<String> lockWorkspace() {
    Location workspace = Platform.getInstanceLocation();
    if (workspace == null || !workspace.isSet()) {
      return Optional.of("no workspace was given: start with --workspace DIR");
    }
    String folder = workspace.getURL().getPath();
    try {
      if (workspace.lock()) return Optional.empty();
      return Optional.of(
          "the console is already open with the workspace "
              + folder
              + ": use that window, or start with --workspace DIR for another");
    } catch (IOException e) {
      return Optional.of(
          "the workspace "
              + folder
              + " cannot be written: start with --workspace DIR for another ("
              + e.getMessage()
              + ")");
    }
  }

  private static Object lacking(String what) {
    System.err.println("vpnhub: " + what);
    return LACKING;
  }

  /**
   * The process was told to end: closes the window, unless the user interface hangs, and lets the
   * framework write its caches, without which the next start takes longer.
   */
  private void closeFor(Display display) {
    try {
      Framework framework = framework();
      display.asyncExec(Console::closeWithoutSaving);
      if (closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        framework.waitForStop(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      }
    } catch (InterruptedException | RuntimeException e) {
      Thread.currentThread().interrupt(); // the process ends in any case
    }
  }

  private static Framework framework() {
    return FrameworkUtil.getBundle(Application.class)
        .getBundleContext()
        .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
        .adapt(Framework.class);
  }

  private static void forget(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      // The process is ending already.
    }
  }

  @Override
  public void stop() {
    if (!PlatformUI.isWorkbenchRunning()) return;
    PlatformUI.getWorkbench().getDisplay().syncExec(Console::closeWithoutSaving);
  }
}
