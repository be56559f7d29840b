package org.vpnhub.cli.internal.osgi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.util.tracker.ServiceTracker;

/** Lines of standard input as Gogo commands: {@code vpnhub:status} and whatever else is there. */
final class GogoShell {
  private static final String RUNTIME = "org.apache.felix.gogo.runtime";
  private static final long WAIT_MILLIS = 5000;
  private final BundleContext context;

  GogoShell(BundleContext context) {
    this.context = context;
  }

  /** Returns at the end of the input. */
  boolean run(InputStream in, PrintStream out) {
    startRuntime();
    var tracker =
        new ServiceTracker<CommandProcessor, CommandProcessor>(
            context, CommandProcessor.class, null);
    tracker.open();
    try {
      CommandProcessor processor = tracker.waitForService(WAIT_MILLIS);
      if (processor == null) return false;
      try (CommandSession session = processor.createSession(in, out, out)) {
        session.put("SCOPE", "vpnhub:*");
        lines(session, in, out);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } finally {
      tracker.close();
    }
  }

  private void startRuntime() {
    for (Bundle b : context.getBundles()) {
      if (!RUNTIME.equals(b.getSymbolicName())) continue;
      try {
        b.start(Bundle.START_TRANSIENT);
      } catch (BundleException e) {
        throw new IllegalStateException("the Gogo runtime does not start", e);
      }
    }
  }

  private static void lines(CommandSession session, InputStream in, PrintStream out) {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    out.println("Gogo shell: vpnhub:status, connections, routes, matrix, drops; Ctrl-D leaves it");
    try {
      for (String line = next(reader, out); line != null; line = next(reader, out)) {
        if (!line.isBlank()) execute(session, line, out);
      }
    } catch (IOException e) {
      out.println("the input cannot be read: " + e.getMessage());
    }
  }

  private static String next(BufferedReader reader, PrintStream out) throws IOException {
    out.print("> ");
    out.flush();
    return reader.readLine();
  }

  private static void execute(CommandSession session, String line, PrintStream out) {
    try {
      Object result = session.execute(line);
      if (result != null) out.println(session.format(result, Converter.INSPECT));
    } catch (Exception e) {
      out.println(e.getMessage());
    }
  }
}
