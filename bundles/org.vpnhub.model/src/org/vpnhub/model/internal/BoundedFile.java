package org.vpnhub.model.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.vpnhub.model.ModelFormatException;

/** Reads a whole file of bounded size, whatever the name leads to. */
public final class BoundedFile {
  private BoundedFile() {}

  /**
   * @param limit size of the largest file that is accepted, in bytes
   * @throws ModelFormatException when there is no such file, it is no regular file (reading a pipe
   *     might never end), it is too large, or it cannot be read
   */
  public static byte[] read(Path file, int limit) throws ModelFormatException {
    if (Files.exists(file) && !Files.isDirectory(file) && !Files.isRegularFile(file)) {
      throw fault(file, "this is not a regular file", "name a file on a disk");
    }
    return readAny(file, limit);
  }

  /**
   * Like {@link #read(Path, int)}, and takes what a shell puts in a file's place too, such as the
   * pipe of {@code <(command)}.
   */
  public static byte[] readAny(Path file, int limit) throws ModelFormatException {
    if (!Files.exists(file)) throw fault(file, "there is no such file", "check the name");
    if (Files.isDirectory(file)) {
      throw fault(file, "this is a folder, not a file", "name the file in it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file, limit);
    } catch (ModelFormatException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw fault(file, "there is no such file", "check the name");
    } catch (IOException e) {
      throw fault(file, "the file cannot be read", "check its permissions and its disk");
    }
  }

  /**
   * @param name what errors name as the file
   */
  public static byte[] read(InputStream in, Path name, int limit) throws ModelFormatException {
    try {
      byte[] content = in.readNBytes(limit + 1);
      if (content.length <= limit) return content;
    } catch (IOException e) {
      throw fault(name, "the file cannot be read", "check its permissions and its disk");
    }
    throw fault(
        name,
        "the file is larger than " + (limit >> 20) + " MiB, the most that is read",
        "check whether this is the right file");
  }

  private static ModelFormatException fault(Path file, String what, String remedy) {
    return new ModelFormatException(file.toString(), 0, what, remedy);
  }
}
