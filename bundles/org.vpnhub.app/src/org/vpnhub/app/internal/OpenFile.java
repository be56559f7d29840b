package org.vpnhub.app.internal;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;

/**
 * Opens files by their place on disk. One outside the workspace is reached through a link in the
 * project {@value #PROJECT}; its folder is left as it is.
 */
final class OpenFile {
  static final String PROJECT = "Opened files";
  private static final String EXAMPLES = "Examples";

  private OpenFile() {}

  static void fromDisk(IWorkbenchPage page, Path path) {
    Path file = path.toAbsolutePath().normalize();
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      String why = Files.exists(file) ? "cannot be read as a file" : "is not there (any more)";
      tell(page, file + " " + why + ".");
      return;
    }
    open(page, file.toString(), () -> inWorkspace(file));
  }

  /** Opens the example, copied into the workspace the first time. */
  static void example(IWorkbenchPage page) {
    open(page, "The example", OpenFile::copiedExample);
  }

  private interface Finder {
    IFile find() throws CoreException;
  }

  private static void open(IWorkbenchPage page, String what, Finder finder) {
    try {
      IDE.openEditor(page, finder.find());
    } catch (CoreException e) {
      tell(page, what + " cannot be opened: " + e.getMessage());
    }
  }

  private static void tell(IWorkbenchPage page, String message) {
    MessageDialog.openError(page.getWorkbenchWindow().getShell(), "Open File", message);
  }

  private static IFile inWorkspace(Path file) throws CoreException {
    for (IFile known : root().findFilesForLocationURI(file.toUri())) {
      known.refreshLocal(IResource.DEPTH_ZERO, new NullProgressMonitor());
      if (known.exists()) return known;
    }
    return link(file);
  }

  /** The link to the file, in a folder that is called like the file's own. */
  private static IFile link(Path file) throws CoreException {
    IProject project = project(PROJECT);
    Path parent = file.getParent().getFileName();
    String name = parent == null ? "root" : parent.toString();
    for (int n = 1; ; n++) {
      IFolder folder = project.getFolder(n == 1 ? name : name + " " + n);
      if (!folder.exists()) folder.create(true, true, new NullProgressMonitor());
      IFile link = folder.getFile(file.getFileName().toString());
      if (!link.exists()) link.createLink(file.toUri(), 0, new NullProgressMonitor());
      if (file.toUri().equals(link.getLocationURI())) return link;
    }
  }

  private static IFile copiedExample() throws CoreException {
    IFile file = project(EXAMPLES).getFile("three-offices.vpnhub");
    if (file.exists()) return file;
    try (InputStream in = Packaged.open("examples/three-offices.vpnhub")) {
      file.create(in, true, new NullProgressMonitor());
      return file;
    } catch (java.io.IOException e) {
      throw new CoreException(Status.error(e.getMessage(), e));
    }
  }

  private static IProject project(String name) throws CoreException {
    IProject project = root().getProject(name);
    if (!project.exists()) project.create(new NullProgressMonitor());
    project.open(new NullProgressMonitor());
    return project;
  }

  private static IWorkspaceRoot root() {
    return ResourcesPlugin.getWorkspace().getRoot();
  }
}
