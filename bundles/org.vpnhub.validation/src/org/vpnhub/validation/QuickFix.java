package org.vpnhub.validation;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.command.ChangeCommand;
import org.vpnhub.model.Network;

/** A change of a model that mends a problem. Nothing changes until its command is executed. */
public final class QuickFix {
  private final String label;
  private final Network network;
  private final Runnable change;

  /**
   * @param label what it does, for a menu
   * @param network the root of everything that it changes
   * @param change the change; does nothing where the model has moved on
   */
  QuickFix(String label, Network network, Runnable change) {
    this.label = label;
    this.network = network;
    this.change = change;
  }

  /** What it does, in words for a menu. */
  public String label() {
    return label;
  }

  /** Does it; for the caller who records the change together with others. */
  public void apply() {
    change.run();
  }

  /**
   * A new command that does it, to be executed once on the command stack of an editing domain, or
   * as it is; undo restores the model exactly.
   */
  public Command command() {
    ChangeCommand command =
        new ChangeCommand(network) {
          @Override
          protected void doExecute() {
            change.run();
          }
        };
    command.setLabel(label);
    return command;
  }

  @Override
  public String toString() {
    return label;
  }
}
