package org.vpnhub.ui.secrets;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.problems.Targets;

/** The commands for keys: on the selected sites, connections and tunnels, or the open network. */
public final class KeyHandlers {
  private KeyHandlers() {}

  private abstract static class OnNetwork extends AbstractHandler {
    @Override
    public @Nullable Object execute(ExecutionEvent event) {
      Shell shell = HandlerUtil.getActiveShell(event);
      if (shell == null) return null;
      ISelection selection = HandlerUtil.getCurrentSelection(event);
      var document = Targets.document(selection, HandlerUtil.getActiveEditor(event));
      if (document.isEmpty()) {
        MessageDialog.openInformation(
            shell, "Keys", "Open a network first, or select one of its elements.");
      } else {
        run(document.get(), selection, shell);
      }
      return null;
    }

    abstract void run(ModelDocument document, @Nullable ISelection selection, Shell shell);
  }

  private abstract static class OnTunnels extends OnNetwork {
    @Override
    void run(ModelDocument document, @Nullable ISelection selection, Shell shell) {
      List<Tunnel> tunnels =
          KeyUse.tunnels(Targets.elements(selection)).stream()
              .filter(t -> t.getIkeConfig() != null)
              .toList();
      if (tunnels.isEmpty()) {
        MessageDialog.openInformation(
            shell, "Keys", "Select a site, a connection or a tunnel: its key is meant.");
      } else {
        run(document, tunnels, shell);
      }
    }

    abstract void run(ModelDocument document, List<Tunnel> tunnels, Shell shell);
  }

  /** Sets one key: typed or random. */
  public static final class SetKey extends OnTunnels {
    @Override
    void run(ModelDocument document, List<Tunnel> tunnels, Shell shell) {
      if (isOne(tunnels, shell)) new KeyDialogs(document, shell).set(tunnels);
    }
  }

  /** Makes new random keys. */
  public static final class Rotate extends OnTunnels {
    @Override
    void run(ModelDocument document, List<Tunnel> tunnels, Shell shell) {
      new KeyDialogs(document, shell).rotate(tunnels);
    }
  }

  /** Shows one key. */
  public static final class Reveal extends OnTunnels {
    @Override
    void run(ModelDocument document, List<Tunnel> tunnels, Shell shell) {
      if (isOne(tunnels, shell)) new KeyDialogs(document, shell).reveal(tunnels.getFirst());
    }
  }

  private static boolean isOne(List<Tunnel> tunnels, Shell shell) {
    long keys =
        tunnels.stream()
            .map(t -> KeyUse.reference(t).isEmpty() ? t : KeyUse.reference(t))
            .distinct()
            .count();
    if (keys == 1) return true;
    MessageDialog.openInformation(
        shell, "Keys", "What is selected has " + keys + " keys: select one connection or tunnel.");
    return false;
  }

  /** Opens the store of the network. */
  public static final class Unlock extends OnNetwork {
    @Override
    void run(ModelDocument document, @Nullable ISelection selection, Shell shell) {
      new KeyDialogs(document, shell).unlock();
    }
  }

  /** Wipes the keys of the network from memory. */
  public static final class Lock extends OnNetwork {
    @Override
    void run(ModelDocument document, @Nullable ISelection selection, Shell shell) {
      new KeyDialogs(document, shell).lock();
    }
  }

  /** Changes what the store is locked with. */
  public static final class Protect extends OnNetwork {
    @Override
    void run(ModelDocument document, @Nullable ISelection selection, Shell shell) {
      new KeyDialogs(document, shell).protect();
    }
  }
}
