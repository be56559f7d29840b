package org.vpnhub.ui.diagram.figures;

import java.util.Optional;
import org.vpnhub.base.Severity;
import org.vpnhub.ui.live.LiveConnection;

/**
 * What is laid over the definition's own picture.
 *
 * @param problem the worst problem to mark
 * @param state how it stands in a running hub; empty when none runs
 * @param tooltip what the pointer resting on it tells; empty when there is nothing to tell
 */
public record Marks(
    Optional<Severity> problem, Optional<LiveConnection.State> state, String tooltip) {
  /** Nothing to add. */
  public static final Marks NONE = new Marks(Optional.empty(), Optional.empty(), "");
}
