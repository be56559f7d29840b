package org.vpnhub.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One process of our {@code ./vpnhub server} in a namespace, and the commands that talk to it. */
final class HubServer implements AutoCloseable {

  private final String name;
  private final Namespace namespace;
  private final Product product;
  private final Path log;
  private final Path runDirectory;
  private final List<String> before;
  private String lastAnswer = "";
  private Optional<Process> process = Optional.empty();

  /**
   * @param run where folders with a short path may be made, for the channel's socket
   * @param before a command that the server is run by, for example to take rights away; or none
   */
  HubServer(
      String name, Namespace namespace, Product product, Path work, Path run, List<String> before) {
    this.name = name;
    this.namespace = namespace;
    this.product = product;
    this.log = work.resolve(name + ".log");
    this.runDirectory = run.resolve(name);
    this.before = before;
  }

  /** Starts the server on a model and returns at once. */
  void start(ModelFile model) {
    List<String> command = new ArrayList<>(before);
    String run = runDirectory.toString();
    command.addAll(
        product.command(
            "server", "--model", model.path().toString(), "--tun", "vpnhub0", "--run-dir", run));
    process = Optional.of(namespace.start(command, Product.ENVIRONMENT, log));
  }

  /** What the server says of itself; empty while it does not answer. */
  Optional<HubStatus> status() {
    Shell.Result result = product.run("status", "--json", "--run-dir", runDirectory.toString());
    lastAnswer = result.text();
    return result.exit() <= 1 ? Optional.of(HubStatus.parse(result.out())) : Optional.empty();
  }

  /** Waits until the status shows it. */
  HubStatus await(String what, Duration limit, java.util.function.Predicate<HubStatus> condition) {
    return Await.present(
        name + ": " + what,
        limit,
        () -> status().filter(condition),
        () -> lastAnswer + "\n" + lastLog());
  }

  /** Previews and applies another model. */
  Shell.Result apply(ModelFile model, String... options) {
    List<String> arguments = new ArrayList<>(List.of("apply", model.path().toString()));
    arguments.addAll(List.of("--run-dir", runDirectory.toString()));
    arguments.addAll(List.of(options));
    return product.run(arguments.toArray(String[]::new)).ok();
  }

  boolean isRunning() {
    return process.filter(Process::isAlive).isPresent();
  }

  /** Stops it by SIGTERM, which lets it close its SAs. */
  void stop() {
    process.ifPresent(
        p -> {
          p.destroy();
          if (!Charon.waitFor(p)) {
            throw new AssertionError(name + " did not stop within 5 s\n" + lastLog());
          }
        });
    process = Optional.empty();
  }

  /** As by {@code kill -9}. */
  void kill() {
    process.ifPresent(
        p -> {
          p.destroyForcibly();
          Charon.waitFor(p);
        });
    process = Optional.empty();
  }

  String lastLog() {
    try {
      List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
      int from = Math.max(0, lines.size() - 40);
      return name + ": " + String.join("\n", lines.subList(from, lines.size()));
    } catch (IOException e) {
      return name + ": no log: " + e;
    }
  }

  @Override
  public void close() {
    process.ifPresent(
        p -> {
          p.destroy();
          if (!Charon.waitFor(p)) p.destroyForcibly();
        });
    process = Optional.empty();
  }
}
