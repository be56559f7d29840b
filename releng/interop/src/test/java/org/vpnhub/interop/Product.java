package org.vpnhub.interop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Our own command {@code ./vpnhub}, as the build has just made it. */
final class Product {

  /** The product is built; a build from within the build must not start. */
  static final Map<String, String> ENVIRONMENT =
      Map.of("VPNHUB_NO_BUILD", "1", "JAVA_HOME", System.getProperty("java.home"));

  private final Path checkout = Path.of(System.getProperty("checkout", "../..")).normalize();

  Product() {
    if (!Files.isExecutable(script())) {
      throw new IllegalStateException(script() + " is missing; set the property 'checkout'");
    }
  }

  private Path script() {
    return checkout.toAbsolutePath().normalize().resolve("vpnhub");
  }

  List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(script().toString()));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** Runs a command to its end. */
  Shell.Result run(String... arguments) {
    List<String> command = command(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(ENVIRONMENT);
    return Shell.finish(Duration.ofSeconds(60), command, builder);
  }
}
