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
  private static final LiveValidation LIVE = new LiveValidation(new WorkbenchScheduler());

  static {
    Documents.addListener(
        new Documents.Listener() {
          @Override
          public void opened(ModelDocument document) {
            LIVE.opened(document);
          }

          @Override
          public void closed(ModelDocument document) {
            LIVE.closed(document);
          }
        });
    Documents.all().forEach(LIVE::opened);
  }

  private Problems() {}

  /** Begins to watch the documents; so does the first call of any method here. */
  static void start() {}

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
}
