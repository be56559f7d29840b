package org.vpnhub.ui.problems;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.ModelDocument;

/** What the last validation of the open documents found. */
public final class Problems {
  private Problems() {}

  /** All problems of a document, as the last validation found them. */
  public static List<Problem> of(ModelDocument document) {
    return List.of();
  }

  /** The problems at one element. */
  public static List<Problem> of(NamedElement element) {
    return List.of();
  }

  /** The worst severity at an element, or also below it. */
  public static Optional<Severity> worst(NamedElement element, boolean withChildren) {
    return Optional.empty();
  }

  /** The listener is told the document that has been validated anew. */
  public static void addListener(Consumer<ModelDocument> listener) {}

  public static void removeListener(Consumer<ModelDocument> listener) {}
}
