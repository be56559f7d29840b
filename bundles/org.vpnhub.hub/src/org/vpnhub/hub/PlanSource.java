package org.vpnhub.hub;

import java.nio.file.Path;

/** Where the runtime gets its plan from. The command line offers one that reads model files. */
public interface PlanSource {

  /**
   * Reads a model and plans it. The keys come with it, as they are at this moment.
   *
   * @throws PlanUnavailableException when the model or its secret store cannot be read
   */
  HubModel load(Path model) throws PlanUnavailableException;
}
