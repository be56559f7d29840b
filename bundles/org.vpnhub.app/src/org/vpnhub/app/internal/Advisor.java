package org.vpnhub.app.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;

/** What the workbench asks the product. */
final class Advisor extends WorkbenchAdvisor {
  private final Splash splash;
  private final Optional<Path> file;

  Advisor(Splash splash, Optional<Path> file) {
    this.splash = splash;
    this.file = file;
  }

  @Override
  public void initialize(IWorkbenchConfigurer configurer) {
    IDE.registerAdapters(); // labels and icons of resources in navigator and Problems view
    configurer.setSaveAndRestore(true);
    IdeImages.declare(configurer);
  }

  @Override
  public IAdaptable getDefaultPageInput() {
    return ResourcesPlugin.getWorkspace().getRoot();
  }

  @Override
  public String getInitialWindowPerspectiveId() {
    return HubPerspective.ID;
  }

  @Override
  public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer window) {
    return new WindowAdvisor(window);
  }

  @Override
  public void postStartup() {
    splash.close();
    var window = getWorkbenchConfigurer().getWorkbench().getActiveWorkbenchWindow();
    if (window == null) return;
    var page = window.getActivePage();
    file.ifPresent(f -> OpenFile.fromDisk(page, f));
    if (page.getEditorReferences().length == 0) Welcome.open(page);
    Trial.endIfAsked(getWorkbenchConfigurer().getWorkbench());
  }

  @Override
  public boolean preShutdown() {
    try {
      ResourcesPlugin.getWorkspace().save(true, new NullProgressMonitor());
    } catch (CoreException e) {
      Platform.getLog(Advisor.class).log(e.getStatus());
    }
    return true;
  }
}
