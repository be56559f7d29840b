package org.vpnhub.exporter.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs of other projects that say whether they take what was exported, where this machine has
 * them.
 */
public final class RealProgram {
  /**
   * Where the build puts packages that it has fetched and not installed; from a bundle's folder.
   */
  private static final Path PACKAGES = Path.of("../../.vpnhub/debs");

  private static final int LIMIT_SECONDS = 60;

  /**
   * What a program did.
   *
   * @param exit its exit code
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  public record Result(int exit, String out, String err) {}

  private RealProgram() {}

  /**
   * Unpacks a Debian package that the build has fetched, because it cannot be installed beside
   * others.
   *
   * @param name of the package
   * @param folder in which it is unpacked; made anew
   * @return the folder; empty when the package is not there
   */
  public static Optional<Path> unpacked(String name, Path folder) {
    Optional<Path> deb = newest(name);
    if (deb.isEmpty()) return Optional.empty();
    Result r = run(List.of("dpkg", "-x", deb.get().toString(), folder.toString()));
    if (r.exit() != 0) throw new IllegalStateException(r.err());
    return Optional.of(folder.toAbsolutePath().normalize());
  }

  private static Optional<Path> newest(String name) {
    if (!Files.isDirectory(PACKAGES)) return Optional.empty();
    try (Stream<Path> files = Files.list(PACKAGES)) {
      return files
          .filter(f -> f.getFileName().toString().matches(name + "_.*\\.deb"))
          .max(Path::compareTo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a program to its end.
   *
   * @throws IllegalStateException when it cannot be started or does not end within a minute
   */
  public static Result run(List<String> command) {
    try {
      Path out = Files.createTempFile("vpnhub", ".out");
      Path err = Files.createTempFile("vpnhub", ".err");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException(command + " did not end");
        }
        return new Result(process.exitValue(), text(out), text(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
