package org.vpnhub.ui.diagram.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.VpnhubPackage;

/** Every expression of the definition names what exists, for the classes that it meets. */
class ExpressionsTest {
  private final List<String> faults = new ArrayList<>();
  private int checked;

  @Test
  void everyServiceAndFeatureExists() throws DefinitionException {
    for (DiagramDefinition d : Fixtures.read(Fixtures.odesign())) check(d);
    assertEquals(List.of(), faults);
    assertTrue(checked > 60, "only " + checked + " expressions found");
  }

  @Test
  void findsWhatIsWrong() throws DefinitionException {
    String wrong =
        Fixtures.odesign()
            .replace("service:siteLabel", "service:siteLable")
            .replace("feature:vpnGateways", "feature:gateways")
            .replace("service:element.reconnect(target)", "service:element.reconnect(end)")
            .replace("service:rename(arg0)", "service:rename(self)");
    for (DiagramDefinition d : Fixtures.read(wrong)) check(d);
    String all = faults.toString();
    for (String word : List.of("siteLable", "gateways", "'end'", "rename(self)")) {
      assertTrue(all.contains(word), () -> word + " is not among " + all);
    }
  }

  private void check(DiagramDefinition d) {
    Class<?> root = type(d.domainClass());
    check(d, d.precondition(), root, Map.of(), boolean.class);
    check(d, d.title(), root, Map.of(), String.class);
    for (Layer layer : d.layers()) {
      for (NodeMapping n : layer.nodes()) check(d, n, root);
      for (EdgeMapping e : layer.edges()) check(d, e, root);
      for (Tool t : layer.tools()) check(d, t, root);
    }
  }

  private void check(DiagramDefinition d, NodeMapping n, Class<?> parent) {
    Class<?> self = type(n.domainClass());
    check(d, n.candidates(), parent, Map.of(), Object.class);
    for (NodeMapping.Look l : n.looks()) {
      check(d, l.predicate(), self, Map.of(), boolean.class);
      check(d, l.label(), self, Map.of(), String.class);
      check(d, l.tooltip(), self, Map.of(), String.class);
    }
    n.children().forEach(c -> check(d, c, self));
  }

  private void check(DiagramDefinition d, EdgeMapping e, Class<?> root) {
    Class<?> self = e.relation() ? NamedElement.class : type(e.domainClass());
    check(d, e.candidates(), root, Map.of(), Object.class);
    check(d, e.sourceFinder(), self, Map.of(), Object.class);
    check(d, e.targetFinder(), self, Map.of(), Object.class);
    for (EdgeMapping.Look l : e.looks()) {
      check(d, l.predicate(), self, Map.of(), boolean.class);
      for (String label : List.of(l.begin(), l.center(), l.end())) {
        check(d, label, self, Map.of(), String.class);
      }
    }
  }

  private void check(DiagramDefinition d, Tool t, Class<?> root) {
    Class<?> any = NamedElement.class;
    Map<String, Class<?>> variables =
        switch (t.kind()) {
          case CREATE_NODE, CREATE_CONTAINER -> Map.of("container", container(d, t, root));
          case CREATE_EDGE -> Map.of("source", any, "target", any);
          case DELETE, APPLY -> Map.of("element", any);
          case DIRECT_EDIT -> Map.of("arg0", String.class);
          case RECONNECT_SOURCE, RECONNECT_TARGET ->
              Map.of("element", moved(d, t), "source", any, "target", any);
        };
    Class<?> self = variables.getOrDefault("container", variables.getOrDefault("element", any));
    check(d, t.precondition(), self, variables, boolean.class);
    check(d, t.operation(), self, variables, Object.class);
    check(d, t.inputLabel(), any, variables, String.class);
  }

  /** The class of the elements in which a tool makes something. */
  private static Class<?> container(DiagramDefinition d, Tool t, Class<?> root) {
    for (Layer layer : d.layers()) {
      for (NodeMapping n : layer.nodes()) {
        if (n.children().stream().anyMatch(c -> t.mappings().contains(c.name()))) {
          return type(n.domainClass());
        }
      }
    }
    return root;
  }

  private static Class<?> moved(DiagramDefinition d, Tool t) {
    return d.layers().stream()
        .flatMap(l -> l.edges().stream())
        .filter(e -> e.reconnectTools().contains(t.name()))
        .map(e -> type(e.domainClass()))
        .findFirst()
        .orElseThrow();
  }

  private void check(
      DiagramDefinition d,
      String text,
      Class<?> self,
      Map<String, Class<?>> variables,
      Class<?> result) {
    if (text.isEmpty()) return;
    checked++;
    switch (Expression.parse(text)) {
      case Expression.Text t -> {}
      case Expression.Variable v -> variable(v.name(), text, self, variables);
      case Expression.Feature f -> {
        EClass c = eClass(self.getSimpleName());
        if (c == null || c.getEStructuralFeature(f.name()) == null) {
          faults.add(text + ": " + self.getSimpleName() + " has no feature '" + f.name() + "'");
        }
      }
      case Expression.Service s -> {
        List<Class<?>> types = new ArrayList<>();
        types.add(variable(s.receiver(), text, self, variables));
        s.arguments().forEach(a -> types.add(variable(a, text, self, variables)));
        if (d.services().stream().noneMatch(c -> has(c, s.method(), types, result))) {
          faults.add(text + ": no service " + s.method() + " takes " + types);
        }
      }
    }
  }

  private Class<?> variable(
      String name, String text, Class<?> self, Map<String, Class<?>> variables) {
    if (name.equals("self")) return self;
    if (!variables.containsKey(name)) faults.add(text + ": no variable '" + name + "'");
    return variables.getOrDefault(name, EObject.class);
  }

  private static boolean has(String services, String name, List<Class<?>> types, Class<?> result) {
    try {
      return Arrays.stream(Class.forName(services).getMethods())
          .filter(m -> m.getName().equals(name))
          .filter(m -> result == Object.class || m.getReturnType() == result)
          .anyMatch(m -> takes(m, types));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static boolean takes(Method m, List<Class<?>> types) {
    Class<?>[] parameters = m.getParameterTypes();
    if (parameters.length != types.size()) return false;
    for (int i = 0; i < parameters.length; i++) {
      if (!parameters[i].isAssignableFrom(types.get(i))) return false;
    }
    return EObject.class.isAssignableFrom(parameters[0]);
  }

  private static Class<?> type(String domainClass) {
    EClass c = eClass(domainClass.replaceFirst("^model\\.", ""));
    if (c == null) throw new AssertionError("no class " + domainClass);
    return c.getInstanceClass();
  }

  private static EClass eClass(String name) {
    return (EClass) VpnhubPackage.eINSTANCE.getEClassifier(name);
  }
}
