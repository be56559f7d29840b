package org.vpnhub.cli.internal;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs an action when the process is asked to end (SIGTERM, SIGINT, SIGHUP), in place of ending it,
 * so that it ends by itself and with its own exit code. Closed, signals do what they did before.
 */
final class Signals implements AutoCloseable {
  private final List<Runnable> undo = new ArrayList<>();

  private Signals() {}

  /**
   * Takes over the signals. On a Java without signal handling the action runs while the process
   * ends.
   */
  static Signals onEnd(Runnable action) {
    Signals signals = new Signals();
    for (String name : List.of("TERM", "INT", "HUP")) signals.handle(name, action);
    if (signals.undo.isEmpty()) Runtime.getRuntime().addShutdownHook(new Thread(action));
    return signals;
  }

  /** Through reflection, because the class is not part of every Java and in no bundle's imports. */
  private void handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal", true, null);
      Class<?> handler = Class.forName("sun.misc.SignalHandler", true, null);
      Object instance = signal.getConstructor(String.class).newInstance(name);
      Object own = proxy(handler, action);
      Object before = signal.getMethod("handle", signal, handler).invoke(null, instance, own);
      undo.add(() -> restore(signal, handler, instance, before));
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // No such class or no such signal here: the process ends as it would anyway.
    }
  }

  private static Object proxy(Class<?> handler, Runnable action) {
    return Proxy.newProxyInstance(
        Signals.class.getClassLoader(),
        new Class<?>[] {handler},
        (self, method, arguments) ->
            switch (method.getName()) {
              case "handle" -> {
                action.run();
                yield null;
              }
              case "equals" -> self == arguments[0];
              case "hashCode" -> System.identityHashCode(self);
              default -> "vpnhub's signal handler";
            });
  }

  private static void restore(Class<?> signal, Class<?> handler, Object instance, Object before) {
    try {
      signal.getMethod("handle", signal, handler).invoke(null, instance, before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a signal handler cannot be put back", e);
    }
  }

  @Override
  public void close() {
    undo.forEach(Runnable::run);
    undo.clear();
  }
}
