package org.vpnhub.lab;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.vpnhub.base.Secret;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.secrets.SecretStore;

/**
 * The keys of a lab: those that are known, and throw-away ones for references without a key. A
 * throw-away key stays the same for its reference. Thread-safe.
 */
public final class LabKeys implements Function<String, Optional<Secret>> {
  private final Map<String, Secret> throwAway = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private volatile Function<String, Optional<Secret>> known = reference -> Optional.empty();

  /**
   * Takes over the known keys, and makes those that the plan lacks.
   *
   * @return how many references of the plan have a throw-away key
   */
  public int complete(NetworkPlan plan, Function<String, Optional<Secret>> keys) {
    known = keys;
    int made = 0;
    for (String reference :
        plan.hub().connections().stream().map(ConnectionPlan::pskReference).distinct().toList()) {
      if (keys.apply(reference).isPresent()) continue;
      throwAway.computeIfAbsent(reference, r -> SecretStore.generate(random));
      made++;
    }
    return made;
  }

  @Override
  public Optional<Secret> apply(String reference) {
    return known.apply(reference).or(() -> Optional.ofNullable(throwAway.get(reference)));
  }
}
