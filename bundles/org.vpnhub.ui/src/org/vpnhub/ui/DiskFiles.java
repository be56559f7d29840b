package org.vpnhub.ui;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;

/**
 * Files by their place on disk. One outside the workspace is reached through a link in the project
 * {@value #PROJECT}; its folder is left as it is.
 */
public final class DiskFiles {
  private static final String PROJECT = "Opened files";

  private DiskFiles() {}

  /** A file of the disk as the workspace knows it. */
  public static IFile inWorkspace(Path file) throws CoreException {
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

  /** A project of the workspace, made when it is not there yet. */
  public static IProject project(String name) throws CoreException {
    IProject project = root().getProject(name);
    if (!project.exists()) project.create(new NullProgressMonitor());
    project.open(new NullProgressMonitor());
    return project;
  }

  private static IWorkspaceRoot root() {
    return ResourcesPlugin.getWorkspace().getRoot();
  }
}
