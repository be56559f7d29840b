package org.vpnhub.ui;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.edit.ModelDocument;

/**
 * The open documents: one for each file, however many editors and views show it. Who acquires one
 * releases it; the last release closes it, and what was not saved is then gone.
 */
public final class Documents {
  /** Hears of documents that are opened and closed. */
  public interface Listener {
    void opened(ModelDocument document);

    void closed(ModelDocument document);
  }

  private static final Map<Path, Entry> OPEN = new HashMap<>();
  private static final List<Listener> LISTENERS = new CopyOnWriteArrayList<>();

  private static final class Entry {
    final ModelDocument document;
    int holders;

    Entry(ModelDocument document) {
      this.document = document;
    }
  }

  private Documents() {}

  /**
   * The document of a file, opened if need be.
   *
   * @throws ModelFormatException when the file is missing or is no model; one line for the user
   */
  public static ModelDocument acquire(IFile file) throws ModelFormatException {
    Path path = path(file);
    Entry entry = OPEN.get(path);
    if (entry == null) {
      entry = new Entry(ModelDocument.open(path));
      OPEN.put(path, entry);
      for (Listener l : LISTENERS) l.opened(entry.document);
    }
    entry.holders++;
    return entry.document;
  }

  public static void release(ModelDocument document) {
    Entry entry = OPEN.get(document.file());
    if (entry != null && entry.document == document && --entry.holders == 0) {
      OPEN.remove(document.file());
      for (Listener l : LISTENERS) l.closed(document);
    }
  }

  /** The document of a file if it is open. */
  public static Optional<ModelDocument> find(IFile file) {
    return Optional.ofNullable(OPEN.get(path(file))).map(e -> e.document);
  }

  /** All open documents. */
  public static List<ModelDocument> all() {
    return OPEN.values().stream().map(e -> e.document).toList();
  }

  /** The workspace file of a document; empty when it lies outside the workspace. */
  public static Optional<IFile> file(ModelDocument document) {
    IFile[] files =
        ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(document.file().toUri());
    return files.length == 0 ? Optional.empty() : Optional.of(files[0]);
  }

  public static void addListener(Listener listener) {
    LISTENERS.add(listener);
  }

  private static Path path(IFile file) {
    if (file.getLocation() == null) return Path.of(file.getFullPath().toString());
    return file.getLocation().toPath().toAbsolutePath().normalize();
  }
}
