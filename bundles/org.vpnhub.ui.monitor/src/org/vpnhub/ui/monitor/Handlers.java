package org.vpnhub.ui.monitor;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.ui.monitor.core.Snapshot;
import org.vpnhub.ui.monitor.core.Watched;

/** The handlers of the commands of running and watching. */
public final class Handlers {
  private Handlers() {}

  private static Optional<Target> target(ExecutionEvent event) throws ExecutionException {
    try {
      Optional<Target> target = Target.of(event);
      if (target.isEmpty()) {
        MessageDialog.openInformation(
            HandlerUtil.getActiveShellChecked(event),
            "No model",
            "Select a model or one of its elements, or open it in an editor.");
      }
      return target;
    } catch (ModelFormatException e) {
      MessageDialog.openError(
          HandlerUtil.getActiveShellChecked(event), "No model", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Run in lab. */
  public static final class RunInLab extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
      IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
      target(event).ifPresent(t -> new Operations(window).runInLab(t));
      return null;
    }
  }

  /** Connect to server. */
  public static final class Connect extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
      new Operations(HandlerUtil.getActiveWorkbenchWindowChecked(event)).connect();
      return null;
    }
  }

  /** Stop. */
  public static final class Stop extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
      new Operations(HandlerUtil.getActiveWorkbenchWindowChecked(event)).stop();
      return null;
    }
  }

  /** Deploy, to the hub that the views show or that runs the model. */
  public static final class Deploy extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
      IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
      MonitorUi ui = MonitorUi.get();
      Optional<Watched> selected = ui.selected();
      if (selected.isEmpty()) {
        MessageDialog.openInformation(
            window.getShell(),
            "Deploy",
            "There is nothing to deploy to: run the model in the lab, or connect to a server.");
        return null;
      }
      Optional<Target> target =
          HandlerUtil.getActivePart(event) instanceof MonitorView
              ? selected.flatMap(ui::document).map(Target::of)
              : Optional.empty();
      if (target.isEmpty()) target = target(event);
      target.ifPresent(t -> new Deploying(window).start(t, hub(ui, t, selected.get())));
      return null;
    }

    /** A server takes any model; a lab only its own. */
    private static Watched hub(MonitorUi ui, Target target, Watched selected) {
      if (selected.hub().kind() == Snapshot.Kind.SERVER) return selected;
      return ui.monitor().of(target.file()).orElse(selected);
    }
  }

  /** Diagnose the selected site, or the two selected sites. */
  public static final class Diagnose extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
      List<String> nodes =
          elements(event).stream().flatMap(e -> Elements.node(e).stream()).distinct().toList();
      IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
      DiagnoseView.open(
          page, nodes.isEmpty() ? "" : nodes.getFirst(), nodes.size() < 2 ? "" : nodes.get(1));
      return null;
    }
  }

  /** Opens the log with the selected connection's events. */
  public static final class OpenLog extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
      String name =
          elements(event).stream()
              .flatMap(e -> Elements.connection(e).stream())
              .map(VpnConnection::getName)
              .findFirst()
              .orElse("");
      LogView.open(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(), name);
      return null;
    }
  }

  private static List<EObject> elements(ExecutionEvent event) {
    if (!(HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection s)) {
      return List.of();
    }
    return ((List<?>) s.toList())
        .stream().filter(EObject.class::isInstance).map(EObject.class::cast).toList();
  }
}
