package org.vpnhub.ui;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.edit.ModelDocument;

/**
 * Undo and redo of the document that a part shows, as the actions behind Edit > Undo and Redo; they
 * say what they would take back.
 */
public final class UndoRedo {
  private final Supplier<Optional<ModelDocument>> document;
  private final Action undo = new Undo();
  private final Action redo = new Redo();
  private @Nullable IActionBars home;

  /**
   * @param document the document of the part at the moment, if it has one
   */
  public UndoRedo(Supplier<Optional<ModelDocument>> document) {
    this.document = document;
    undo.setActionDefinitionId(ActionFactory.UNDO.getCommandId());
    redo.setActionDefinitionId(ActionFactory.REDO.getCommandId());
    update();
  }

  /** Puts both actions into the action bars of their part. */
  public void install(IActionBars bars) {
    home = bars;
    put(bars);
  }

  /** Puts both actions into the action bars of a view, unless it has such of its own. */
  void lend(IActionBars view) {
    boolean hasOwn =
        view.getGlobalActionHandler(ActionFactory.UNDO.getId()) instanceof Undo there
            && there.isAtHome(view);
    if (!hasOwn) put(view);
  }

  private void put(IActionBars bars) {
    bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
    bars.setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
    update();
    bars.updateActionBars();
  }

  /** To be called when the document has changed. */
  public void update() {
    String undoing = document.get().map(ModelDocument::undoLabel).orElse("");
    String redoing = document.get().map(ModelDocument::redoLabel).orElse("");
    undo.setText("&Undo " + undoing);
    redo.setText("&Redo " + redoing);
    undo.setEnabled(document.get().filter(ModelDocument::canUndo).isPresent());
    redo.setEnabled(document.get().filter(ModelDocument::canRedo).isPresent());
  }

  private final class Undo extends Action {
    boolean isAtHome(IActionBars bars) {
      return home == bars;
    }

    @Override
    public void run() {
      document.get().filter(ModelDocument::canUndo).ifPresent(ModelDocument::undo);
    }
  }

  private final class Redo extends Action {
    @Override
    public void run() {
      document.get().filter(ModelDocument::canRedo).ifPresent(ModelDocument::redo);
    }
  }
}
