package org.vpnhub.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vpnhub.exporter.Exporter;

/**
 * What a command sees of the world.
 *
 * @param in standard input
 * @param out standard output: the answer, and with {@code --json} nothing but JSON
 * @param err standard error: progress, problems, prompts
 * @param terminal the person at the keyboard
 * @param environment environment variables
 * @param home the checkout or installation, with the folder {@code examples}; empty when unknown
 * @param exporters the exporters at hand; asked only by commands that need them
 * @param launcher starts the hub of the {@code server} command
 */
public record Surroundings(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Terminal terminal,
    Map<String, String> environment,
    Optional<Path> home,
    Supplier<? extends Collection<Exporter>> exporters,
    HubLauncher launcher) {

  /** The process's own streams and environment; the property {@code vpnhub.home} names the home. */
  public static Surroundings system(
      Supplier<? extends Collection<Exporter>> exporters, HubLauncher launcher) {
    return new Surroundings(
        System.in,
        System.out,
        System.err,
        Terminal.system(),
        System.getenv(),
        Optional.ofNullable(System.getProperty("vpnhub.home")).map(Path::of),
        exporters,
        launcher);
  }
}
