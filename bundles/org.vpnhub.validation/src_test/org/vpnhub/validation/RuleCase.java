package org.vpnhub.validation;

import java.util.List;
import java.util.function.Consumer;
import org.vpnhub.base.Severity;
import org.vpnhub.model.Profile;

/**
 * A change of the recommended hub that triggers a rule, and one close to it that does not.
 *
 * @param rule id of the rule
 * @param severity what it must raise
 * @param name what the change is, unique within the rule
 */
record RuleCase(
    String rule,
    Profile profile,
    Severity severity,
    String name,
    Consumer<Net> trigger,
    Consumer<Net> neighbour) {

  List<Finding> triggered() {
    return of(trigger);
  }

  List<Finding> spared() {
    return of(neighbour);
  }

  private List<Finding> of(Consumer<Net> change) {
    return Net.of(profile).with(change).validate().stream()
        .filter(f -> f.problem().code().equals(rule))
        .toList();
  }

  @Override
  public String toString() {
    return rule + " " + name;
  }
}
