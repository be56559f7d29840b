package org.vpnhub.cli.internal;

import java.lang.reflect.Proxy;

/** Runs an action when the process is asked to end (SIGTERM, SIGINT, SIGHUP). */
final class Signals {
  private Signals() {}

  /**
   * Takes over the signals, so that the process ends by itself and with its own exit code. On a
   * Java without signal handling the action runs while the process ends.
   */
  static void onEnd(Runnable action) {
    boolean handled = false;
    for (String name : new String[] {"TERM", "INT", "HUP"}) handled |= handle(name, action);
    if (!handled) Runtime.getRuntime().addShutdownHook(new Thread(action));
  }

  /** Through reflection, because the class is not part of every Java and in no bundle's imports. */
  private static boolean handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal", true, null);
      Class<?> handler = Class.forName("sun.misc.SignalHandler", true, null);
      Object proxy =
          Proxy.newProxyInstance(
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
      Object instance = signal.getConstructor(String.class).newInstance(name);
      signal.getMethod("handle", signal, handler).invoke(null, instance, proxy);
      return true;
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return false;
    }
  }
}
