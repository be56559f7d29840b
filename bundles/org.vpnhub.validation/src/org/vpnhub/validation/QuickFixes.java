package org.vpnhub.validation;

import java.util.List;
import java.util.Objects;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.VpnConnection;

/** Finds the quick fixes of a problem, whoever raised it. */
public final class QuickFixes {
  private QuickFixes() {}

  /**
   * The quick fixes of a problem in a model, the recommended one first; none when there is no fix,
   * or when the model has changed and the problem is gone.
   *
   * @param problem a problem of the validator, of the planner or of an exporter
   */
  public static List<QuickFix> forProblem(Network network, Problem problem) {
    NamedElement element = find(network, problem.elementId());
    return switch (problem.code()) {
      case "C26" -> element instanceof VpnConnection c ? split(network, c) : List.of();
      case "K04" ->
          element instanceof CustomerGateway c ? List.of(Fixes.replacePeer(network, c)) : List.of();
      default ->
          Validator.validate(network).stream()
              .filter(f -> isSame(f.problem(), problem))
              .findFirst()
              .map(Finding::quickFixes)
              .orElse(List.of());
    };
  }

  private static List<QuickFix> split(Network network, VpnConnection c) {
    boolean several = c.getLocalSubnets().size() * c.getRemoteSubnets().size() > 1;
    return several ? List.of(Fixes.split(network, c)) : List.of();
  }

  /** Whether two problems are the same but for the profile. */
  private static boolean isSame(Problem a, Problem b) {
    return a.code().equals(b.code())
        && a.elementId().equals(b.elementId())
        && a.message().equals(b.message());
  }

  private static @Nullable NamedElement find(Network network, String id) {
    if (id.isEmpty()) return null;
    for (var all = EcoreUtil.<EObject>getAllContents(network, false); all.hasNext(); ) {
      if (all.next() instanceof NamedElement e && Objects.equals(e.getId(), id)) return e;
    }
    return null;
  }
}
