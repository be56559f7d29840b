package org.vpnhub.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Set;

/** The owner-only directory with the socket of the local channel. */
public final class RunDirectory {
  private static final String SOCKET = "hub.sock";

  /** The least that systems take as the path of a Unix domain socket, less the closing zero. */
  private static final int MAX_SOCKET_PATH = 103;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private RunDirectory() {}

  /**
   * The directory unless another is given: {@code $XDG_RUNTIME_DIR/vpnhub}, else {@code vpnhub/run}
   * in {@code $XDG_STATE_HOME} or {@code ~/.local/state}.
   */
  public static Path standard(Map<String, String> environment) {
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    if (!runtime.isBlank()) return Path.of(runtime, "vpnhub");
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    Path base =
        state.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return base.resolve("vpnhub").resolve("run");
  }

  /** The socket's path in a run directory. */
  public static Path socket(Path directory) {
    return directory.toAbsolutePath().normalize().resolve(SOCKET);
  }

  /**
   * Makes the directory if need be, and sees to it that nobody else can enter.
   *
   * @throws IOException when it cannot be made, belongs to somebody else, is open to others, or its
   *     path is too long for a socket; one line with the remedy
   */
  public static void prepare(Path directory) throws IOException {
    checkLength(directory);
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      Path parent = directory.toAbsolutePath().getParent();
      if (parent != null) Files.createDirectories(parent);
      Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }
    check(directory);
  }

  /**
   * @throws IOException when others than this user could have put a socket there
   */
  public static void check(Path directory) throws IOException {
    checkLength(directory);
    PosixFileAttributes attributes =
        Files.readAttributes(directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isDirectory()) {
      throw new IOException(directory + " is not a directory: choose another with --run-dir");
    }
    if (!attributes.owner().equals(self(directory))) {
      throw new IOException(
          directory
              + " belongs to "
              + attributes.owner().getName()
              + ", not to you: choose another with --run-dir");
    }
    if (!OWNER_ONLY.containsAll(attributes.permissions())) {
      throw new IOException(
          directory
              + " is open to other users: run 'chmod 700 "
              + directory
              + "', or choose"
              + " another with --run-dir");
    }
  }

  private static void checkLength(Path directory) throws IOException {
    int length = socket(directory).toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > MAX_SOCKET_PATH) {
      throw new IOException(
          "the path "
              + socket(directory)
              + " is too long for a socket ("
              + length
              + " bytes, "
              + MAX_SOCKET_PATH
              + " at most): choose a shorter one with --run-dir");
    }
  }

  private static UserPrincipal self(Path directory) throws IOException {
    return directory
        .getFileSystem()
        .getUserPrincipalLookupService()
        .lookupPrincipalByName(System.getProperty("user.name"));
  }
}
