package org.vpnhub.lab;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vpnhub.base.Secret;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.secrets.SecretStore;

/**
 * The keys of a lab: those that are known, and throw-away ones for references without a key.
 * Immutable.
 */
public final class LabKeys implements Function<String, Optional<Secret>> {
  private final Map<String, Secret> known = new HashMap<>();
  private final Map<String, Secret> throwAway = new HashMap<>();

  private LabKeys(
      NetworkPlan plan, Function<String, Optional<Secret>> source, Map<String, Secret> before) {
    SecureRandom random = new SecureRandom();
    for (ConnectionPlan c : plan.hub().connections()) {
      String reference = c.pskReference();
      if (known.containsKey(reference) || throwAway.containsKey(reference)) continue;
      Optional<Secret> key = source.apply(reference);
      if (key.isPresent()) {
        known.put(reference, key.get());
      } else {
        Secret old = before.get(reference);
        throwAway.put(reference, old == null ? SecretStore.generate(random) : old);
      }
    }
  }

  /** The keys of a plan. */
  public static LabKeys of(NetworkPlan plan, Function<String, Optional<Secret>> source) {
    return new LabKeys(plan, source, Map.of());
  }

  /** The keys of another plan; throw-away keys stay the same for their reference. */
  public LabKeys next(NetworkPlan plan, Function<String, Optional<Secret>> source) {
    return new LabKeys(plan, source, throwAway);
  }

  /** How many references have a throw-away key. */
  public int made() {
    return throwAway.size();
  }

  @Override
  public Optional<Secret> apply(String reference) {
    Secret key = known.get(reference);
    return Optional.ofNullable(key != null ? key : throwAway.get(reference));
  }
}
