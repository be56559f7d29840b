package org.vpnhub.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.Consumer;
import org.vpnhub.hub.Hub;
import org.vpnhub.hub.HubSettings;
import org.vpnhub.hub.HubStartException;
import org.vpnhub.hub.PlanSource;

/** Starts the hub of the {@code server} command. */
@FunctionalInterface
public interface HubLauncher {

  /** A hub that runs. */
  interface Running extends AutoCloseable {

    /**
     * Reads and executes lines of the Gogo shell until the input ends.
     *
     * @return false when there is no such shell here
     */
    default boolean shell(InputStream in, PrintStream out) {
      return false;
    }

    /** Stops the hub. */
    @Override
    void close();
  }

  /**
   * Starts a hub.
   *
   * @throws HubStartException with one line and the remedy
   */
  Running launch(HubSettings settings, PlanSource source, Consumer<String> log)
      throws HubStartException;

  /** In this process without services. */
  static HubLauncher plain() {
    return (settings, source, log) -> Hub.start(settings, source, log)::close;
  }
}
