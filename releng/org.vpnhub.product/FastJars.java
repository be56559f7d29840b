import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the jars of a folder fast to start from: {@code java FastJars.java <plugins>}.
 *
 * <p>Their entries are stored as they are, as inflating the classes takes a fifteenth of the
 * console's start, and without signature files, as class-data sharing leaves out the classes of
 * signed jars. The product's own copies are built from pinned artifacts whose checksums Maven has
 * verified; nothing checks their signatures at run time.
 */
final class FastJars {
  public static void main(String[] args) throws IOException {
    List<Path> jars;
    try (var files = Files.list(Path.of(args[0]))) {
      jars = files.filter(f -> f.toString().endsWith(".jar")).toList();
    }
    for (Path jar : jars) {
      Path fast = jar.resolveSibling(jar.getFileName() + ".new");
      copy(jar, fast);
      Files.move(fast, jar, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (ZipFile jar = new ZipFile(from.toFile());
        var copy = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)")) continue;
        ZipEntry stored = new ZipEntry(entry.getName());
        stored.setLastModifiedTime(entry.getLastModifiedTime());
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(entry.getSize());
        stored.setCrc(entry.getCrc());
        copy.putNextEntry(stored);
        try (var content = jar.getInputStream(entry)) {
          content.transferTo(copy);
        }
      }
    }
  }
}
