package org.vpnhub.ui.navigator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Platform;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.model.edit.ModelDocument.Event;
import org.vpnhub.model.edit.ModelDocument.Outside;
import org.vpnhub.ui.Documents;

/** The files whose content the tree has shown, with their documents held open. */
final class OpenFiles {
  private final Map<IFile, ModelDocument> documents = new HashMap<>();
  private final Map<ModelDocument, IFile> files = new HashMap<>();
  private final Map<IFile, Broken> broken = new HashMap<>();
  private final BiConsumer<IFile, Event> changed;
  private final ModelDocument.Listener listener = this::documentChanged;

  /**
   * @param changed is told each event of a document that is held
   */
  OpenFiles(BiConsumer<IFile, Event> changed) {
    this.changed = changed;
  }

  /** The network of a file, opened if need be, or a {@link Broken}. */
  Object content(IFile file) {
    ModelDocument held = documents.get(file);
    if (held != null) return held.network();
    Broken known = broken.get(file);
    return known == null ? open(file) : known;
  }

  private Object open(IFile file) {
    try {
      ModelDocument document = Documents.acquire(file);
      documents.put(file, document);
      files.put(document, file);
      document.addListener(listener);
      return document.network();
    } catch (ModelFormatException e) {
      Broken fault = new Broken(file, reason(e));
      broken.put(file, fault);
      return fault;
    }
  }

  /** The message without the path, which the tree shows above. */
  private static String reason(ModelFormatException e) {
    String message = e.getMessage();
    if (!message.startsWith(e.file())) return message;
    String place = e.line() > 0 ? "line " : "";
    return place + message.substring(e.file().length()).replaceFirst("^: ?", "");
  }

  /** The file that an element is in, if it is open here. */
  Optional<IFile> file(NamedElement element) {
    return ModelDocument.of(element).map(files::get);
  }

  private void documentChanged(ModelDocument document, Event event) {
    IFile file = files.get(document);
    if (file != null) changed.accept(file, event);
  }

  /** The file on the disk may be another: what is not being edited is read anew. */
  void fileChanged(IFile file) {
    if (!file.isAccessible()) {
      close(file);
      return;
    }
    broken.remove(file);
    ModelDocument document = documents.get(file);
    if (document == null || document.isDirty() || document.outside() != Outside.CHANGED) return;
    try {
      document.reload();
    } catch (ModelFormatException e) {
      Platform.getLog(OpenFiles.class).info(e.getMessage());
    }
  }

  private void close(IFile file) {
    broken.remove(file);
    ModelDocument document = documents.remove(file);
    if (document == null) return;
    files.remove(document);
    document.removeListener(listener);
    Documents.release(document);
  }

  void dispose() {
    List.copyOf(documents.keySet()).forEach(this::close);
  }
}
