package org.vpnhub.validation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    if (isOfOthers(problem.code())) {
      return ofOthers(network, elements(network).get(problem.elementId()), problem.code());
    }
    return Validator.validate(network).stream()
        .filter(f -> isSame(f.problem(), problem))
        .findFirst()
        .map(Finding::quickFixes)
        .orElse(List.of());
  }

  /** Whether there is a fix for problems of a rule that is not raised by {@link Validator}. */
  public static boolean isOfOthers(String code) {
    return code.equals("C26") || code.equals("K04");
  }

  /**
   * Mends all problems of one rule: applies the recommended fix of each, until none is left or
   * nothing more is gained. To be recorded by the caller as one change.
   *
   * @param told the problems of this rule that are known; those of the validator are found anew
   * @return how many were mended
   */
  public static int fixAll(Network network, String code, Collection<Problem> told) {
    if (isOfOthers(code)) return fixAllOfOthers(network, code, told);
    List<QuickFix> left = recommended(network, code);
    int before = left.size();
    while (!left.isEmpty()) {
      QuickFix.Batch batch = new QuickFix.Batch(network);
      left.forEach(fix -> fix.apply(batch));
      List<QuickFix> next = recommended(network, code);
      boolean gained = next.size() < left.size();
      left = next;
      if (!gained) break;
    }
    return Math.max(0, before - left.size());
  }

  private static int fixAllOfOthers(Network network, String code, Collection<Problem> told) {
    Map<String, NamedElement> elements = elements(network);
    int mended = 0;
    for (Problem p : told) {
      List<QuickFix> fixes =
          p.code().equals(code) ? ofOthers(network, elements.get(p.elementId()), code) : List.of();
      if (fixes.isEmpty()) continue;
      fixes.getFirst().apply();
      mended++;
    }
    return mended;
  }

  private static List<QuickFix> recommended(Network network, String code) {
    return Validator.validate(network).stream()
        .filter(f -> f.problem().code().equals(code) && !f.quickFixes().isEmpty())
        .map(f -> f.quickFixes().getFirst())
        .toList();
  }

  private static List<QuickFix> ofOthers(
      Network network, @Nullable NamedElement element, String code) {
    return switch (element) {
      case VpnConnection c when code.equals("C26") -> split(network, c);
      case CustomerGateway c when code.equals("K04") -> List.of(Fixes.replacePeer(network, c));
      case null, default -> List.of();
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

  private static Map<String, NamedElement> elements(Network network) {
    Map<String, NamedElement> all = new HashMap<>();
    EcoreUtil.<EObject>getAllContents(network, false)
        .forEachRemaining(
            e -> {
              if (e instanceof NamedElement n && n.getId() != null) all.putIfAbsent(n.getId(), n);
            });
    return all;
  }
}
