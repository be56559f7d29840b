package org.vpnhub.app.internal;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.vpnhub.ui.DiskFiles;

/** Opens files by their place on disk, and the example. */
final class OpenFile {
  private static final String EXAMPLES = "Examples";

  private OpenFile() {}

  static void fromDisk(IWorkbenchPage page, Path path) {
    Path file = path.toAbsolutePath().normalize();
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      String why = Files.exists(file) ? "cannot be read as a file" : "is not there (any more)";
      tell(page, file + " " + why + ".");
      return;
    }
    open(page, file.toString(), () -> DiskFiles.inWorkspace(file));
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

  private static IFile copiedExample() throws CoreException {
    IFile file = DiskFiles.project(EXAMPLES).getFile("three-offices.vpnhub");
    if (file.exists()) return file;
    try (InputStream in = Packaged.open("examples/three-offices.vpnhub")) {
      file.create(in, true, new NullProgressMonitor());
      return file;
    } catch (java.io.IOException e) {
      throw new CoreException(Status.error(e.getMessage(), e));
    }
  }
}
