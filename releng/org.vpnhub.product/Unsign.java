import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes the signature files out of the jars of a folder: {@code java Unsign.java <plugins>}.
 *
 * <p>Class-data sharing leaves out the classes of signed jars. The product's own copies are built
 * from pinned artifacts whose checksums Maven has verified; nothing checks their signatures at run
 * time.
 */
final class Unsign {
  public static void main(String[] args) throws IOException {
    List<Path> jars;
    try (var files = Files.list(Path.of(args[0]))) {
      jars = files.filter(f -> f.toString().endsWith(".jar")).toList();
    }
    for (Path jar : jars) unsign(jar);
  }

  private static void unsign(Path jar) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      List<Path> signatures;
      try (var files = Files.list(zip.getPath("META-INF"))) {
        signatures = files.filter(f -> f.toString().matches(".*\\.(SF|RSA|DSA|EC)")).toList();
      }
      for (Path file : signatures) Files.delete(file);
    }
  }
}
