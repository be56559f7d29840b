package org.vpnhub.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.command.ChangeCommand;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.Ids;
import org.vpnhub.model.Network;
import org.vpnhub.model.RouteTable;

/** A change of a model that mends a problem. Nothing changes until its command is executed. */
public final class QuickFix {
  private final String label;
  private final Network network;
  private final Consumer<Batch> change;

  /** What the fixes that are applied in one go look up once. */
  static final class Batch {
    private final Network network;
    private final Map<RouteTable, Set<Ipv4Prefix>> destinations = new HashMap<>();
    private @Nullable Ids ids;

    Batch(Network network) {
      this.network = network;
    }

    Ids ids() {
      Ids known = ids == null ? new Ids(network) : ids;
      ids = known;
      return known;
    }

    /** The destinations of a route table; who adds a route adds its destination. */
    Set<Ipv4Prefix> destinations(RouteTable table) {
      return destinations.computeIfAbsent(table, Fixes::destinations);
    }
  }

  /**
   * @param label what it does, for a menu
   * @param network the root of everything that it changes
   * @param change the change; does nothing where the model has moved on
   */
  QuickFix(String label, Network network, Runnable change) {
    this(label, network, batch -> change.run());
  }

  QuickFix(String label, Network network, Consumer<Batch> change) {
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
    apply(new Batch(network));
  }

  void apply(Batch batch) {
    change.accept(batch);
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
            apply();
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
