package org.vpnhub.exporter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vpnhub.base.AtomicFile;

/** Writes exports to a folder or a zip file, one folder below it for each site. */
public final class ExportWriter {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final String CHECKLIST = "checklist.txt";

  private ExportWriter() {}

  /**
   * A file of an export and where it goes.
   *
   * @param folder name of the folder of its site
   */
  public record Placed(String folder, ExportedFile file) {
    /** Folder and name, with a slash between them. */
    public String path() {
      return folder + "/" + file.name();
    }
  }

  /**
   * The files of all exports that were not refused, and the checklist beside them as {@code
   * checklist.txt}.
   *
   * @return for each export, in the same order, its files; none for one that was refused
   */
  public static List<List<Placed>> layout(List<Export> exports) {
    List<List<Placed>> layout = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (Export export : exports) {
      List<Placed> files = new ArrayList<>();
      if (!export.refused()) {
        String own = unique(folderName(export), used);
        for (ExportedFile file : export.files()) files.add(new Placed(own, file));
        if (!export.checklist().isEmpty()) files.add(new Placed(own, checklist(export)));
      }
      layout.add(List.copyOf(files));
    }
    return List.copyOf(layout);
  }

  /**
   * Writes the files of {@link #layout}. Files that hold secrets are readable by the owner alone
   * from the moment they exist. Existing files are replaced.
   *
   * @param folder made if need be
   * @return for each export, in the same order, the files written
   */
  public static List<List<Path>> write(Path folder, List<Export> exports) throws IOException {
    List<List<Path>> written = new ArrayList<>();
    for (List<Placed> files : layout(exports)) {
      List<Path> paths = new ArrayList<>();
      for (Placed file : files) paths.add(write(folder, file));
      written.add(List.copyOf(paths));
    }
    return List.copyOf(written);
  }

  /**
   * Writes one file of {@link #layout} below a folder, and returns its path.
   *
   * @throws IOException also when the site's folder is a link, which could lead anywhere
   */
  public static Path write(Path folder, Placed placed) throws IOException {
    Path own = folder.resolve(placed.folder());
    if (Files.isSymbolicLink(own)) {
      throw new IOException(own + " is a link; remove it, so that a folder can be made there");
    }
    Files.createDirectories(own);
    return write(own, placed.file());
  }

  /**
   * Writes the files of {@link #layout} into one zip file, which replaces an existing one; it is
   * readable by the owner alone when a file in it is.
   */
  public static void zip(Path zip, List<Placed> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Placed placed : files) {
        out.putNextEntry(new ZipEntry(placed.path()));
        out.write(placed.file().text().getBytes(StandardCharsets.UTF_8));
      }
    }
    boolean secret =
        files.stream().anyMatch(f -> f.file().permissions().equals(ExportedFile.PRIVATE));
    if (secret) AtomicFile.writeOwnerOnly(zip, bytes.toByteArray());
    else AtomicFile.write(zip, bytes.toByteArray());
  }

  private static ExportedFile checklist(Export export) {
    return new ExportedFile(CHECKLIST, export.checklistText(), ExportedFile.READABLE);
  }

  /** Unique on file systems that ignore case, too. */
  private static String unique(String base, Set<String> used) {
    String name = base;
    for (int i = 2; !used.add(name.toLowerCase(Locale.ROOT)); i++) name = base + "-" + i;
    return name;
  }

  /**
   * The folder name of one export alone: the letters and digits, of any script, of the site's name,
   * with hyphens between them; made from its id where it has none, or where the system's locale
   * cannot write them.
   */
  public static String folderName(Export export) {
    if (ExportedFile.isSafeName(export.siteName())) return export.siteName();
    String name =
        Normalizer.normalize(export.siteName(), Normalizer.Form.NFC)
            .replaceAll("[^\\p{L}\\p{M}\\p{N}_]+", "-")
            .replaceAll("^[-\\p{M}]+|-+$", "");
    if (name.isEmpty()) return SafeNames.of(export.siteId().value(), "site");
    // A file name has at most 255 bytes, a code point at most 4 in UTF-8.
    int end = name.offsetByCodePoints(0, Math.min(60, name.codePointCount(0, name.length())));
    try {
      return Path.of(name.substring(0, end)).toString();
    } catch (InvalidPathException e) {
      return SafeNames.of(export.siteId().value(), "site");
    }
  }

  private static Path write(Path folder, ExportedFile file) throws IOException {
    Path path = folder.resolve(file.name());
    Path fresh = folder.resolve(file.name() + ".new");
    Files.deleteIfExists(fresh);
    try {
      Files.createFile(fresh, attributes(file));
    } catch (FileAlreadyExistsException e) {
      throw new IOException(fresh + " was made by another process at the same time", e);
    }
    Files.writeString(fresh, file.text());
    if (POSIX) Files.setPosixFilePermissions(fresh, file.posixPermissions());
    return Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] attributes(ExportedFile file) {
    if (!POSIX) return new FileAttribute<?>[0];
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(file.posixPermissions())};
  }
}
