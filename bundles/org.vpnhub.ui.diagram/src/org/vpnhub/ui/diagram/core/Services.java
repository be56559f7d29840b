package org.vpnhub.ui.diagram.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the expressions of a definition by calling its Java services: public methods whose
 * first parameter takes the receiver and the others the arguments.
 */
public final class Services {
  private record MethodKey(String name, List<Class<?>> arguments) {}

  private record Target(Object service, Method method) {}

  private final List<Object> instances;
  private final Map<String, Expression> expressions = new HashMap<>();
  private final Map<MethodKey, Target> methods = new HashMap<>();

  /**
   * @param instances one object of each class of services
   */
  public Services(Collection<?> instances) {
    this.instances = List.copyOf(instances);
  }

  /**
   * Makes one object of each class that a definition names.
   *
   * @param loader sees these classes
   * @throws DefinitionException when one cannot be made
   */
  public static Services of(DiagramDefinition definition, ClassLoader loader)
      throws DefinitionException {
    List<Object> made = new ArrayList<>();
    for (String name : definition.services()) {
      try {
        made.add(Class.forName(name, true, loader).getConstructor().newInstance());
      } catch (ReflectiveOperationException e) {
        throw new DefinitionException(
            "Java services class '" + name + "' cannot be made by a public constructor: " + e);
      }
    }
    return new Services(made);
  }

  /** The object of a class of services, to be told what it cannot know from the model. */
  public <T> T get(Class<T> type) {
    return instances.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no services of " + type));
  }

  /**
   * The value of an expression.
   *
   * @throws IllegalStateException naming the expression when it does not fit the services or the
   *     element
   */
  public @Nullable Object value(
      String expression, EObject self, Map<String, ? extends @Nullable Object> variables) {
    return switch (expressions.computeIfAbsent(expression, Expression::parse)) {
      case Expression.Text t -> t.text();
      case Expression.Variable v -> variable(v.name(), self, variables, expression);
      case Expression.Feature f -> feature(f.name(), self, expression);
      case Expression.Service s -> {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(variable(s.receiver(), self, variables, expression));
        for (String a : s.arguments()) arguments.add(variable(a, self, variables, expression));
        yield call(s.method(), arguments, expression);
      }
    };
  }

  /** The value as text; empty for nothing. */
  public String text(String expression, EObject self) {
    Object value = value(expression, self, Map.of());
    return value == null ? "" : value.toString();
  }

  /** The value as a yes or no; an empty expression says yes. */
  public boolean holds(
      String expression, EObject self, Map<String, ? extends @Nullable Object> variables) {
    return expression.isEmpty() || Boolean.TRUE.equals(value(expression, self, variables));
  }

  /** The value as elements, in order; what is no element is left out. */
  public List<EObject> elements(String expression, EObject self) {
    return switch (value(expression, self, Map.of())) {
      case null -> List.of();
      case EObject e -> List.of(e);
      case Collection<?> all ->
          all.stream().filter(EObject.class::isInstance).map(EObject.class::cast).toList();
      case Object other ->
          throw new IllegalStateException(
              "'" + expression + "' gives " + other.getClass().getName() + ", not elements");
    };
  }

  private static @Nullable Object variable(
      String name,
      EObject self,
      Map<String, ? extends @Nullable Object> variables,
      String expression) {
    if (name.equals("self")) return self;
    if (variables.containsKey(name)) return variables.get(name);
    throw new IllegalStateException(
        "'" + expression + "': there is no variable '" + name + "', only " + variables.keySet());
  }

  private static @Nullable Object feature(String name, EObject self, String expression) {
    EStructuralFeature feature = self.eClass().getEStructuralFeature(name);
    if (feature != null) return self.eGet(feature);
    throw new IllegalStateException(
        "'" + expression + "': " + self.eClass().getName() + " has no feature '" + name + "'");
  }

  private @Nullable Object call(String name, List<@Nullable Object> arguments, String expression) {
    List<Class<?>> types = new ArrayList<>();
    for (Object a : arguments) types.add(a == null ? Void.class : a.getClass());
    Target target = methods.computeIfAbsent(new MethodKey(name, types), k -> find(k, expression));
    try {
      return target.method().invoke(target.service(), arguments.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw new IllegalStateException("'" + expression + "' failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("'" + expression + "' cannot be called", e);
    }
  }

  private Target find(MethodKey key, String expression) {
    Target best = null;
    for (Object service : instances) {
      for (Method m : service.getClass().getMethods()) {
        if (!m.getName().equals(key.name()) || !accepts(m, key.arguments())) continue;
        if (best == null || isMoreSpecific(m, best.method())) best = new Target(service, m);
      }
    }
    if (best != null) return best;
    List<String> names = key.arguments().stream().map(Class::getSimpleName).toList();
    throw new IllegalStateException("'" + expression + "': no service takes " + names);
  }

  private static boolean accepts(Method method, List<Class<?>> arguments) {
    Class<?>[] parameters = method.getParameterTypes();
    if (parameters.length != arguments.size()) return false;
    for (int i = 0; i < parameters.length; i++) {
      Class<?> a = arguments.get(i);
      if (a != Void.class && !parameters[i].isAssignableFrom(a)) return false;
    }
    return true;
  }

  private static boolean isMoreSpecific(Method a, Method b) {
    return Arrays.stream(b.getParameterTypes())
        .findFirst()
        .orElseThrow()
        .isAssignableFrom(a.getParameterTypes()[0]);
  }
}
