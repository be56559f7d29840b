package org.vpnhub.interop;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every scenario of a run the same {@link Rig}, and closes it at the end of the run. Where
 * something is missing, each scenario is skipped and names it.
 */
final class RigExtension
    implements ExecutionCondition,
        ParameterResolver,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback {

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

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    context.getStore(STORE).put("started", System.nanoTime());
  }

  /** One line for each scenario, from which {@code ./vpnhub test} makes its summary. */
  @Override
  public void afterTestExecution(ExtensionContext context) {
    long started = context.getStore(STORE).getOrDefault("started", Long.class, 0L);
    String outcome = context.getExecutionException().isPresent() ? "FAILED" : "passed";
    System.out.printf(
        "interop: %s %s, %.1f s%n",
        words(context), outcome, Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0);
  }

  private static String words(ExtensionContext context) {
    String method = context.getRequiredTestMethod().getName();
    String scenario = method.replaceAll("(?<!^)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    String name = context.getDisplayName();
    return name.startsWith("[") ? scenario + " " + name : scenario;
  }
}
