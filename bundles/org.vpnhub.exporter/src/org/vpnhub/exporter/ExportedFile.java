package org.vpnhub.exporter;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * One file of an export.
 *
 * @param name file name without a folder: letters, digits, {@code . _ -}, not starting with a dot
 * @param text its content; lines end with LF, the last one too
 * @param permissions POSIX permissions, {@link #PRIVATE} when it holds secrets
 */
public record ExportedFile(String name, String text, String permissions) {
  /** Only the owner reads and writes: 0600. */
  public static final String PRIVATE = "rw-------";

  /** Everybody reads: 0644. */
  public static final String READABLE = "rw-r--r--";

  /**
   * @throws IllegalArgumentException when the name is not safe to write into any folder, or the
   *     permissions are malformed
   */
  public ExportedFile {
    if (!isSafeName(name)) {
      throw new IllegalArgumentException("'" + name + "' is not a safe file name");
    }
    PosixFilePermissions.fromString(permissions);
  }

  public Set<PosixFilePermission> posixPermissions() {
    return PosixFilePermissions.fromString(permissions);
  }

  /** Whether a name cannot lead out of its folder or hide in it. */
  public static boolean isSafeName(String name) {
    return name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");
  }
}
