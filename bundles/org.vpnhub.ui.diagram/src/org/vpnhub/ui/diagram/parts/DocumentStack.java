package org.vpnhub.ui.diagram.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.gef.commands.CompoundCommand;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.scene.MoveCommand;

/**
 * GEF's command stack, which holds nothing: one gesture becomes one command on the document's, so
 * that diagram, forms, tree and properties have one history.
 */
public final class DocumentStack extends CommandStack {
  private final Session session;

  public DocumentStack(Session session) {
    this.session = session;
  }

  @Override
  public void execute(Command command) {
    if (command == null || !command.canExecute()) return;
    notifyListeners(command, PRE_EXECUTE);
    try {
      run(command);
    } catch (RuntimeException e) {
      session.complain(e.getMessage() == null ? e.toString() : e.getMessage());
    } finally {
      notifyListeners(command, POST_EXECUTE);
    }
  }

  private void run(Command command) {
    List<Runnable> edits = new ArrayList<>();
    Map<String, Bounds> places = new LinkedHashMap<>();
    List<Command> steps = new ArrayList<>();
    flatten(command, steps);
    for (Command step : steps) {
      switch (step) {
        case Steps.Change c -> edits.add(c.edits);
        case Steps.Move m -> places.putAll(m.places);
        case Steps.Whole w -> w.work.run();
        default -> throw new IllegalArgumentException(step.getClass().getName());
      }
    }
    String label =
        steps.size() == 1 || command.getLabel() == null
            ? steps.getFirst().getLabel()
            : command.getLabel();
    if (!edits.isEmpty()) {
      session.document().execute(label, () -> edits.forEach(Runnable::run));
    }
    if (!places.isEmpty()) {
      session.document().execute(new MoveCommand(label, session.positions(), places));
    }
  }

  private static void flatten(Command command, List<Command> into) {
    if (command instanceof CompoundCommand all) {
      for (Object part : all.getCommands()) flatten((Command) part, into);
    } else {
      into.add(command);
    }
  }

  @Override
  public boolean canUndo() {
    return session.document().canUndo();
  }

  @Override
  public boolean canRedo() {
    return session.document().canRedo();
  }

  @Override
  public void undo() {
    session.document().undo();
  }

  @Override
  public void redo() {
    session.document().redo();
  }

  @Override
  public boolean isDirty() {
    return session.document().isDirty() || session.hasMoved();
  }
}
