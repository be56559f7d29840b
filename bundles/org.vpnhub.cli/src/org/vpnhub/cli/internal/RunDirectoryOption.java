package org.vpnhub.cli.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.hub.RunDirectory;
import picocli.CommandLine.Option;

/** {@code --run-dir}. */
final class RunDirectoryOption {
  @Option(
      names = "--run-dir",
      paramLabel = "DIR",
      description = {
        "Directory of the server's local channel, yours alone; otherwise $XDG_RUNTIME_DIR/vpnhub,",
        "or where that is unset",
        "~/.local/state/vpnhub/run."
      })
  private @Nullable Path directory;

  Path resolve(Surroundings surroundings) {
    return directory != null ? directory : RunDirectory.standard(surroundings.environment());
  }
}
