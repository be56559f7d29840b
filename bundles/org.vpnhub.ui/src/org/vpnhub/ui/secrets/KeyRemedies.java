package org.vpnhub.ui.secrets;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.vpnhub.base.Problem;
import org.vpnhub.model.Network;
import org.vpnhub.model.Tunnel;
import org.vpnhub.ui.problems.Remedy;

/** Remedies for problems of pre-shared keys: they need the secret store. */
public final class KeyRemedies {
  private static final Set<String> CODES = Set.of("C06", "C07", "C08", "S02");

  private KeyRemedies() {}

  /** Whether there is no remedy of keys for a rule. */
  public static boolean isNone(String code) {
    return !CODES.contains(code);
  }

  /** The remedies of a problem; none for problems that are not of keys. */
  public static List<Remedy> of(Network network, Path model, Problem problem) {
    if (isNone(problem.code())) return List.of();
    List<Tunnel> tunnels = KeyUse.tunnels(network, problem.elementId());
    if (tunnels.isEmpty()) return List.of();
    Remedy fresh =
        new Remedy(
            "Make a new random key in the secret store",
            "rotate",
            (document, shell) -> KeyActions.renew(document, problem.elementId(), shell));
    if (!problem.code().equals("S02")) return List.of(fresh);
    Remedy move =
        new Remedy(
            "Move the key to the secret store",
            "secret",
            (document, shell) -> KeyActions.move(document, problem.elementId(), shell));
    return List.of(move, fresh);
  }
}
