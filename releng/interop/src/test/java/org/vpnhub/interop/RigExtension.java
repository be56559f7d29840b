package org.vpnhub.interop;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every scenario of a run the same {@link Rig}, and closes it at the end of the run. Where
 * something is missing, each scenario is skipped and names it.
 */
final class RigExtension implements ExecutionCondition, ParameterResolver {

  private static final ExtensionContext.Namespace STORE =
      ExtensionContext.Namespace.create(RigExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) return ConditionEvaluationResult.enabled("a class");
    List<String> missing = missing(context);
    return missing.isEmpty()
        ? ConditionEvaluationResult.enabled("nothing is missing")
        : ConditionEvaluationResult.disabled("needs " + String.join(", ", missing));
  }

  @SuppressWarnings("unchecked")
  private static List<String> missing(ExtensionContext context) {
    return (List<String>)
        context
            .getRoot()
            .getStore(STORE)
            .computeIfAbsent("missing", key -> Requirements.missing(), List.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Rig.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getRoot().getStore(STORE).computeIfAbsent("rig", key -> new Rig(), Rig.class);
  }
}
