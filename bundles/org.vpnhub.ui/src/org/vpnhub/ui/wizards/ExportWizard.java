package org.vpnhub.ui.wizards;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.wizard.Wizard;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.host.InstalledExporters;
import org.vpnhub.model.Network;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.problems.Problems;
import org.vpnhub.ui.secrets.Secrets;
import org.vpnhub.ui.wizards.logic.DeviceExport;

/** Export Device Configurations: which sites, for which devices, where to; then what to do. */
final class ExportWizard extends Wizard {
  private final ExporterRegistry exporters = InstalledExporters.registry();
  private final Path model;
  private final ExportSitesPage sites;
  private final ExportPreviewPage preview;
  private final ExportTargetPage target;
  private final ExportResultPage result = new ExportResultPage();

  ExportWizard(ModelDocument document, ISelection selection) {
    setWindowTitle("Export Device Configurations");
    setNeedsProgressMonitor(true);
    model = document.file();
    Network copy = EcoreUtil.copy(document.network());
    sites = new ExportSitesPage(copy, exporters, selection);
    preview = new ExportPreviewPage();
    target = new ExportTargetPage(model);
  }

  @Override
  public void addPages() {
    addPage(sites);
    addPage(preview);
    addPage(target);
    addPage(result);
  }

  /** The selected sites with their devices. */
  List<DeviceExport.Choice> choices() {
    return sites.choices();
  }

  /** The exports as they are now; empty when the user gave up, or when they cannot be made. */
  Optional<List<Export>> exports() {
    boolean include = preview.includeSecrets();
    Map<String, Secret> used = new HashMap<>();
    Optional<Function<String, Optional<Secret>>> keys = keys(include);
    if (keys.isEmpty()) return Optional.empty();
    Function<String, Optional<Secret>> remembering =
        reference -> {
          Secret known = used.get(reference);
          if (known != null) return Optional.of(known);
          Optional<Secret> key = keys.get().apply(reference);
          key.ifPresent(k -> used.put(reference, k));
          return key;
        };
    AtomicReference<List<Export>> exports = new AtomicReference<>();
    try {
      boolean done =
          run(
              monitor ->
                  exports.set(
                      DeviceExport.run(choices(), exporters, remembering, include, monitor)));
      return done ? Optional.of(exports.get()) : Optional.empty();
    } finally {
      used.values().forEach(Secret::close);
    }
  }

  /** Masked files need no key; those at hand show whether a device can take them. */
  private Optional<Function<String, Optional<Secret>>> keys(boolean include) {
    if (include || Secrets.isUnlocked(model)) return Secrets.keys(model, getShell());
    return Optional.of(reference -> Optional.empty());
  }

  /** Runs with progress and a way to cancel; whether it came to its end. */
  private boolean run(IRunnableWithProgress work) {
    try {
      getContainer().run(true, true, work);
      return true;
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (!(cause instanceof OperationCanceledException)) {
        MessageDialog.openError(getShell(), "The export failed", cause.getMessage());
      }
    } catch (InterruptedException | OperationCanceledException e) {
      // The user has cancelled, and is back on the page.
    }
    return false;
  }

  @Override
  public boolean canFinish() {
    if (result.isShown()) return true;
    return getContainer().getCurrentPage() == target
        && sites.isPageComplete()
        && target.isPageComplete();
  }

  /** Writes and shows the result page, whose Finish closes the wizard. */
  @Override
  public boolean performFinish() {
    if (result.isShown()) return true;
    Optional<List<Export>> exports = exports();
    if (exports.isEmpty()) return false;
    Path to = target.target();
    boolean zip = target.isZip();
    List<DeviceExport.Choice> chosen = choices();
    try {
      List<Path> existing = DeviceExport.existing(to, zip, chosen, exports.get());
      if (!existing.isEmpty() && !mayReplace(existing)) return false;
    } catch (IOException e) {
      MessageDialog.openError(getShell(), "The folder cannot be used", e.getMessage());
      return false;
    }
    AtomicReference<DeviceExport.Written> written =
        new AtomicReference<>(new DeviceExport.Written(List.of(), List.of()));
    boolean done =
        run(
            monitor -> {
              try {
                written.set(DeviceExport.write(to, zip, chosen, exports.get(), monitor));
              } catch (IOException e) {
                throw new InvocationTargetException(
                    new IOException(e.getMessage() + "\n\nChoose another place, or make room.", e));
              }
            });
    refresh(zip ? to.getParent() : to);
    Problems.refreshExporters();
    if (!done) return false;
    target.remember();
    result.show(exports.get(), written.get());
    getContainer().showPage(result);
    return false;
  }

  /** The navigator shows what was written into the workspace. */
  private static void refresh(Path folder) {
    var root = ResourcesPlugin.getWorkspace().getRoot();
    for (IContainer c : root.findContainersForLocationURI(folder.toUri())) {
      Job.create(
              "Refresh",
              (ICoreRunnable) m -> c.getParent().refreshLocal(IResource.DEPTH_INFINITE, m))
          .schedule();
    }
  }

  private boolean mayReplace(List<Path> existing) {
    int n = existing.size();
    return MessageDialog.openQuestion(
        getShell(),
        n == 1 ? "Replace the file?" : "Replace the files?",
        (n == 1 ? existing.getFirst() + " is" : n + " of the files are")
            + " there already, and different."
            + (n == 1 ? " Replace it?" : " Replace them?"));
  }
}
