package org.vpnhub.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the content of a file as a whole: afterwards the file has either the old content or the
 * new one, also after a full disk or a loss of power.
 *
 * <p>The content goes to a temporary file in the same folder, is forced to the disk, and takes the
 * name of the old file. A symbolic link is followed and stays.
 */
public final class AtomicFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final SecureRandom RANDOM = new SecureRandom();

  private AtomicFile() {}

  /**
   * Writes a file that keeps the permissions that it had; a new one gets the user's usual ones.
   *
   * @throws IOException with a sentence that names the file; the old content is untouched then
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path target = target(file);
    replace(target, content, permissions(target));
  }

  /**
   * Like {@link #write}, and only the owner may read and write the file, from its first byte on.
   */
  public static void writeOwnerOnly(Path file, byte[] content) throws IOException {
    Path target = target(file);
    replace(target, content, new Permissions(OWNER_ONLY, null));
  }

  private record Permissions(Set<PosixFilePermission> set, @Nullable PosixFileAttributes old) {}

  private static Path target(Path file) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new IOException(file + " is not a regular file, so it cannot be written");
    }
    return target;
  }

  private static @Nullable Permissions permissions(Path target) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    if (view == null || !Files.exists(target)) return null;
    PosixFileAttributes old = view.readAttributes();
    return new Permissions(old.permissions(), old);
  }

  private static void replace(Path target, byte[] content, @Nullable Permissions permissions)
      throws IOException {
    Path temporary = null;
    try {
      temporary = create(target, permissions != null);
      if (permissions != null) apply(permissions, temporary);
      fill(temporary, content);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      temporary = null;
      forceFolder(target.resolveSibling("."));
    } catch (IOException e) {
      throw new IOException("cannot write " + target + ": " + reason(e), e);
    } finally {
      if (temporary != null) Files.deleteIfExists(temporary);
    }
  }

  private static Path create(Path target, boolean ownerOnly) throws IOException {
    boolean posix =
        ownerOnly && target.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    for (int attempt = 0; ; attempt++) {
      byte[] unique = new byte[6];
      RANDOM.nextBytes(unique);
      String name = "." + target.getFileName() + "." + HexFormat.of().formatHex(unique) + ".tmp";
      try {
        return Files.createFile(target.resolveSibling(name), attributes);
      } catch (FileAlreadyExistsException e) {
        if (attempt == 8) throw e;
      }
    }
  }

  private static void apply(Permissions permissions, Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) return;
    PosixFileAttributes old = permissions.old();
    if (old != null && !old.group().equals(view.readAttributes().group())) {
      try {
        view.setGroup(old.group());
      } catch (FileSystemException e) {
        // Not a member of that group: what it was allowed must not go to another group.
        Set<PosixFilePermission> less = EnumSet.copyOf(permissions.set());
        less.removeIf(p -> p.name().startsWith("GROUP_"));
        view.setPermissions(less);
        return;
      }
    }
    view.setPermissions(permissions.set());
  }

  private static void fill(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) channel.write(rest);
      channel.force(true);
    }
  }

  /**
   * Makes the new name itself last; where a folder cannot be opened, the system does not need it.
   */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The content is complete under its new name; only its survival of a power loss is unsure.
    }
  }

  private static String reason(IOException e) {
    if (e instanceof java.nio.file.NoSuchFileException) return "the folder does not exist";
    if (e instanceof java.nio.file.AccessDeniedException) return "access denied";
    String why = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return why == null ? e.getClass().getSimpleName() : why;
  }
}
