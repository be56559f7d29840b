package org.vpnhub.ui.monitor.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Secret;
import org.vpnhub.plan.NetworkPlan;

/**
 * What is to run: a server reads the file, a lab takes the plan.
 *
 * @param file the model file
 * @param plan the plan of the document as it is now
 * @param keys keys by their reference; never for showing
 * @param problems what validator and planner found
 */
public record Deployment(
    Path file, NetworkPlan plan, Function<String, Optional<Secret>> keys, List<Problem> problems) {

  public Deployment {
    problems = List.copyOf(problems);
  }

  /** The problems for which it should not run. */
  public List<Problem> errors() {
    return problems.stream().filter(Problem::isError).toList();
  }
}
