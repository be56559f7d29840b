package org.vpnhub.ui.diagram.scene;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.command.AbstractCommand;
import org.vpnhub.ui.diagram.core.Bounds;

/**
 * Moves or resizes nodes. It stands on the document's command stack, so that there is one history
 * to undo, but leaves the model as it is, and the document clean.
 */
public final class MoveCommand extends AbstractCommand implements AbstractCommand.NonDirtying {
  private final SharedPositions positions;
  private final Map<String, Optional<Bounds>> before = new HashMap<>();
  private final Map<String, Optional<Bounds>> after = new HashMap<>();

  /**
   * @param label what it does, for the Undo menu
   * @param places where the nodes stand after it, by their keys
   */
  public MoveCommand(String label, SharedPositions positions, Map<String, Bounds> places) {
    super(label);
    this.positions = positions;
    places.forEach((key, place) -> after.put(key, Optional.of(place)));
    places.keySet().forEach(key -> before.put(key, positions.get(key)));
  }

  @Override
  public boolean canExecute() {
    return !after.equals(before);
  }

  @Override
  public void execute() {
    positions.put(after);
  }

  @Override
  public void undo() {
    positions.put(before);
  }

  @Override
  public void redo() {
    positions.put(after);
  }
}
