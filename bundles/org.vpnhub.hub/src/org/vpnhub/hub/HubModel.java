package org.vpnhub.hub;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Secret;
import org.vpnhub.plan.NetworkPlan;

/**
 * What the runtime needs of a model.
 *
 * @param plan the plan of the network
 * @param keys pre-shared keys by their reference; empty where the store has none
 * @param problems everything found by validator and planner, each once
 */
public record HubModel(
    NetworkPlan plan, Function<String, Optional<Secret>> keys, List<Problem> problems) {

  public HubModel {
    problems = List.copyOf(problems);
  }

  /** Whether there is a VPN gateway that could run. */
  public boolean hasGateway() {
    return plan.hub().address().bits() != 0;
  }
}
