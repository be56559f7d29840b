package org.vpnhub.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** The newest file of a Debian package that the build has fetched and not installed. */
  Optional<Path> fetched(String packageName) throws IOException {
    Path folder = checkout.resolve(".vpnhub/debs");
    if (!Files.isDirectory(folder)) return Optional.empty();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches(packageName + "_.*\\.deb"))
          .max(Path::compareTo);
    }
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
