package org.vpnhub.ui.wizards;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.host.InstalledExporters;
import org.vpnhub.model.Network;
import org.vpnhub.ui.secrets.Secrets;
import org.vpnhub.ui.wizards.logic.NewHub;
import org.vpnhub.ui.wizards.logic.Place;

/** New VPN Hub: from nothing to a hub with its sites, keys and routes. */
public final class NewHubWizard extends Wizard implements INewWizard {
  private final ExporterRegistry exporters = InstalledExporters.registry();
  private NetworkPage network = new NetworkPage("");
  private SitesPage sites = new SitesPage(exporters);
  private SecurityPage security = new SecurityPage();
  private SummaryPage summary = new SummaryPage();
  private IWorkbenchWindow window;

  @Override
  public void init(IWorkbench workbench, IStructuredSelection selection) {
    window = workbench.getActiveWorkbenchWindow();
    setWindowTitle("New VPN Hub");
    setNeedsProgressMonitor(true);
    IResource resource =
        selection.getFirstElement() instanceof IResource r && r.getProject() != null ? r : null;
    network = new NetworkPage(resource == null ? "" : resource.getProject().getName());
  }

  @Override
  public void addPages() {
    addPage(network);
    addPage(sites);
    addPage(security);
    addPage(summary);
  }

  ExporterRegistry exporters() {
    return exporters;
  }

  /** What has been typed so far. */
  NewHub input() {
    return network.input(sites.sites(), security.security(), security.summary());
  }

  SecurityPage security() {
    return security;
  }

  /** How the store of the keys will be protected, for people. */
  String keysInWords() {
    return security.keysInWords(input().fullFileName());
  }

  /** Leads to the field that a problem comes from. */
  void goTo(Place place) {
    FaultPage page =
        switch (place.field()) {
          case Place.SECURITY, NewHub.SUMMARY -> security;
          case NewHub.NAME, NewHub.VPC_CIDR, NewHub.GATEWAY_IP, NewHub.REGION, Place.PROFILE ->
              place.row() >= 0 ? sites : network;
          default -> sites;
        };
    getContainer().showPage(page);
    page.focus(place.field(), place.row());
  }

  /** Not before the plan has been seen. */
  @Override
  public boolean canFinish() {
    return getContainer().getCurrentPage() == summary && super.canFinish();
  }

  @Override
  public boolean performFinish() {
    NewHub input = input();
    Network made = input.build(exporters);
    Optional<char[]> passphrase = security.passphrase();
    IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(input.project().strip());
    IFile file = project.getFile(input.fullFileName());
    try {
      getContainer().run(true, false, new Write(project, file, made, passphrase));
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      MessageDialog.openError(getShell(), "The hub cannot be written", cause.getMessage());
      return false;
    } catch (InterruptedException e) {
      return false;
    } finally {
      passphrase.ifPresent(p -> Arrays.fill(p, '\0'));
    }
    BasicNewResourceWizard.selectAndReveal(file, window);
    if (window.getActivePage() != null) ActiveDocument.open(window.getActivePage(), file);
    return true;
  }

  /** Makes the project if need be, the keys and the file. */
  private static final class Write extends WorkspaceModifyOperation {
    private final IProject project;
    private final IFile file;
    private final Network network;
    private final Optional<char[]> passphrase;

    Write(IProject project, IFile file, Network network, Optional<char[]> passphrase) {
      super(project.getWorkspace().getRoot());
      this.project = project;
      this.file = file;
      this.network = network;
      this.passphrase = passphrase;
    }

    @Override
    protected void execute(IProgressMonitor monitor)
        throws CoreException, InvocationTargetException {
      if (!project.exists()) project.create(monitor);
      if (!project.isOpen()) project.open(monitor);
      try {
        Path path = file.getLocation().toPath();
        NewHub.write(network, path, passphrase);
        if (passphrase.isPresent()) Secrets.unlock(path, passphrase.get());
      } catch (IOException e) {
        throw new InvocationTargetException(e);
      }
      project.refreshLocal(IResource.DEPTH_INFINITE, monitor);
    }
  }
}
