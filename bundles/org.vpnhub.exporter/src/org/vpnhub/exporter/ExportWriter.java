package org.vpnhub.exporter;

import java.io.IOException;
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

/** Writes exports to a folder, one folder below it for each site. */
public final class ExportWriter {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final String CHECKLIST = "checklist.txt";

  private ExportWriter() {}

  /**
   * Writes the files of all exports that were not refused, and the checklist beside them as {@code
   * checklist.txt}. Files that hold secrets are readable by the owner alone from the moment they
   * exist. Existing files are replaced.
   *
   * @param folder made if need be
   * @return for each export, in the same order, the files written; none for one that was refused
   */
  public static List<List<Path>> write(Path folder, List<Export> exports) throws IOException {
    List<List<Path>> written = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (Export export : exports) {
      List<Path> paths = new ArrayList<>();
      if (!export.refused()) {
        Path own = folder.resolve(unique(folderName(export), used));
        Files.createDirectories(own);
        for (ExportedFile file : export.files()) paths.add(write(own, file));
        if (!export.checklist().isEmpty()) paths.add(write(own, checklist(export)));
      }
      written.add(List.copyOf(paths));
    }
    return List.copyOf(written);
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
