package org.vpnhub.ui.problems;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;

/**
 * What the last validation of the open documents found. Belongs to the user interface thread.
 *
 * <p>A document is validated when it is opened and a moment after each change, in the background.
 */
public final class Problems {
  private static final LiveValidation LIVE =
      new LiveValidation(new WorkbenchScheduler(), Validation::of);

  private static final ProblemMarkers MARKERS = new ProblemMarkers();
  private static final ClosedFiles CLOSED = new ClosedFiles(MARKERS);
  private static final ExporterProblems EXPORTERS = new ExporterProblems(MARKERS);

  static {
    Documents.addListener(new Watch());
    Documents.all().forEach(Problems::watch);
    LIVE.addListener(d -> EXPORTERS.refresh());
    LIVE.addListener(d -> Documents.file(d).ifPresent(f -> MARKERS.show(f, of(d))));
  }

  private Problems() {}

  /** Begins to watch the files of the workspace, and the exporters. */
  static void start() {
    CLOSED.start();
    EXPORTERS.refresh();
  }

  /** Looks soon which exporters do not work, such as after an export. */
  public static void refreshExporters() {
    EXPORTERS.refresh();
  }

  private static void watch(ModelDocument document) {
    CLOSED.opened(document.file());
    LIVE.opened(document);
  }

  /** All problems of a document, as the last validation found them; by severity. */
  public static List<Problem> of(ModelDocument document) {
    return LIVE.last(document).problems();
  }

  /** The problems at one element. */
  public static List<Problem> of(NamedElement element) {
    return validation(element).at(id(element));
  }

  /** The worst severity at an element, or also below it. */
  public static Optional<Severity> worst(NamedElement element, boolean withChildren) {
    return validation(element).worst(id(element), withChildren);
  }

  /** What the last validation of a document found; nothing before the first. */
  static Validation validation(ModelDocument document) {
    return LIVE.last(document);
  }

  private static Validation validation(NamedElement element) {
    return ModelDocument.of(element).map(LIVE::last).orElse(Validation.NOTHING);
  }

  private static String id(NamedElement element) {
    return element.getId() == null ? "" : element.getId();
  }

  /** The listener is told the document that has been validated anew. */
  public static void addListener(Consumer<ModelDocument> listener) {
    LIVE.addListener(listener);
  }

  public static void removeListener(Consumer<ModelDocument> listener) {
    LIVE.removeListener(listener);
  }

  private static final class Watch implements Documents.Listener {
    @Override
    public void opened(ModelDocument document) {
      watch(document);
    }

    @Override
    public void closed(ModelDocument document) {
      LIVE.closed(document);
      CLOSED.closed(document.file(), Documents.file(document).stream().toList());
    }
  }
}
