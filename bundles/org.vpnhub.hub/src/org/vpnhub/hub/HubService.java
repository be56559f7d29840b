package org.vpnhub.hub;

import java.util.Optional;

/** The hub that a configuration asked for: it runs, or it says why it does not. */
public interface HubService {

  /** The running hub; empty when it could not start. */
  Optional<Hub> hub();

  /** Why it could not start; empty when it runs. */
  Optional<HubStartException> failure();
}
