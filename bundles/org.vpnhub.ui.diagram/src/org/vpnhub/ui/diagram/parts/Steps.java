package org.vpnhub.ui.diagram.parts;

import java.util.Map;
import org.eclipse.gef.commands.Command;
import org.vpnhub.ui.diagram.core.Bounds;

/**
 * What a policy answers to a gesture. {@link DocumentStack} executes these; none is executed by
 * itself, and undo is the document's.
 */
final class Steps {
  private Steps() {}

  /** Edits of the model, to be recorded with those of the other parts of the same gesture. */
  static final class Change extends Command {
    final Runnable edits;

    Change(String label, Runnable edits) {
      super(label);
      this.edits = edits;
    }
  }

  /** Nodes moved or resized, together with those of the other parts of the same gesture. */
  static final class Move extends Command {
    final Map<String, Bounds> places;

    Move(String label, Map<String, Bounds> places) {
      super(label);
      this.places = places;
    }
  }

  /** Something that goes through the document's stack by itself, such as making a node. */
  static final class Whole extends Command {
    final Runnable work;

    Whole(String label, Runnable work) {
      super(label);
      this.work = work;
    }
  }
}
