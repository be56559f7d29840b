package org.vpnhub.cli;

import java.util.function.Consumer;
import org.vpnhub.hub.Hub;
import org.vpnhub.hub.HubSettings;
import org.vpnhub.hub.HubStartException;
import org.vpnhub.hub.PlanSource;

/** Starts the hub of the {@code server} command. */
@FunctionalInterface
public interface HubLauncher {

  /**
   * Starts a hub.
   *
   * @return what stops it
   * @throws HubStartException with one line and the remedy
   */
  AutoCloseable launch(HubSettings settings, PlanSource source, Consumer<String> log)
      throws HubStartException;

  /** In this process without services. */
  static HubLauncher plain() {
    return Hub::start;
  }
}
