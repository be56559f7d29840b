package org.vpnhub.interop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs commands to their end, bounded in time. */
final class Shell {

  /** What a command answered. */
  record Result(List<String> command, int exit, String out, String err) {

    /** This result, if the command succeeded. */
    Result ok() {
      if (exit == 0) return this;
      throw new AssertionError(
          String.join(" ", command) + " ended with " + exit + "\n" + out + "\n" + err);
    }

    String text() {
      return out + err;
    }
  }

  private Shell() {}

  static Result run(String... command) {
    return run(Duration.ofSeconds(30), Arrays.asList(command));
  }

  static Result run(Duration limit, List<String> command) {
    return finish(limit, command, new ProcessBuilder(command));
  }

  static Result finish(Duration limit, List<String> command, ProcessBuilder builder) {
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      CompletableFuture<String> out = read(process.getInputStream());
      CompletableFuture<String> err = read(process.getErrorStream());
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        throw new AssertionError(
            String.join(" ", command) + " did not end within " + limit.toSeconds() + " s");
      }
      return new Result(command, process.exitValue(), out.join(), err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command, e);
    }
  }

  private static CompletableFuture<String> read(InputStream stream) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try (stream) {
                text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
              } catch (IOException e) {
                text.complete("");
              }
            });
    return text;
  }
}
