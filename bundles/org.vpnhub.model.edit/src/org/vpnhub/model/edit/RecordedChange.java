package org.vpnhub.model.edit;

import org.eclipse.emf.common.command.AbortExecutionException;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.edit.command.ChangeCommand;
import org.vpnhub.model.Network;

/**
 * A change of a model that is recorded while it runs. One that fails, or does nothing, leaves no
 * trace.
 */
final class RecordedChange extends ChangeCommand {
  private final Runnable change;

  RecordedChange(String label, Network network, Runnable change) {
    super(network);
    this.change = change;
    setLabel(label);
  }

  @Override
  public void execute() {
    try {
      super.execute();
    } catch (RuntimeException e) {
      getChangeDescription().apply();
      throw e;
    }
    if (isEmpty(getChangeDescription())) throw new AbortExecutionException();
  }

  private static boolean isEmpty(ChangeDescription changes) {
    return changes.getObjectChanges().isEmpty() && changes.getObjectsToDetach().isEmpty();
  }

  @Override
  protected void doExecute() {
    change.run();
  }
}
