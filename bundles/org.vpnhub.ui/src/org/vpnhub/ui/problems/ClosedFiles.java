package org.vpnhub.ui.problems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.ModelFormatException;

/**
 * Validates the model files of the workspace that nobody has open: all at the start, later those
 * that change; in a job, one after the other. All methods may be called from any thread.
 */
final class ClosedFiles {
  private final ProblemMarkers markers;
  private final Set<Path> open = ConcurrentHashMap.newKeySet();
  private final Set<IFile> queue = new LinkedHashSet<>();
  private final Job job = Job.create("Checking networks", (ICoreRunnable) this::validateAll);

  ClosedFiles(ProblemMarkers markers) {
    this.markers = markers;
    job.setSystem(true);
    job.setPriority(Job.DECORATE);
  }

  void start() {
    ResourcesPlugin.getWorkspace()
        .addResourceChangeListener(this::resourcesChanged, IResourceChangeEvent.POST_CHANGE);
    Job find = Job.create("Finding networks", (ICoreRunnable) monitor -> findAll());
    find.setSystem(true);
    find.schedule();
  }

  private void findAll() throws CoreException {
    List<IFile> found = new ArrayList<>();
    ResourcesPlugin.getWorkspace()
        .getRoot()
        .accept(
            proxy -> {
              if (proxy.getType() == IResource.FILE && isModel(proxy.getName())) {
                found.add((IFile) proxy.requestResource());
              }
              return true;
            },
            IResource.NONE);
    add(found);
  }

  private void resourcesChanged(IResourceChangeEvent event) {
    List<IFile> changed = new ArrayList<>();
    try {
      event.getDelta().accept(delta -> collect(delta, changed));
    } catch (CoreException e) {
      Platform.getLog(ClosedFiles.class).log(e.getStatus());
    }
    add(changed);
  }

  private static boolean collect(IResourceDelta delta, List<IFile> changed) {
    boolean content =
        delta.getKind() == IResourceDelta.ADDED
            || delta.getKind() == IResourceDelta.CHANGED
                && (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0;
    if (content && delta.getResource() instanceof IFile f && isModel(f.getName())) changed.add(f);
    return true;
  }

  private static boolean isModel(String name) {
    return name.endsWith("." + ModelFiles.EXTENSION);
  }

  /** A file is open now: its document is validated, not the file. */
  void opened(Path file) {
    open.add(file);
  }

  /** A file is not open any more. */
  void closed(Path file, List<IFile> files) {
    open.remove(file);
    add(files);
  }

  private void add(List<IFile> files) {
    if (files.isEmpty()) return;
    synchronized (queue) {
      queue.addAll(files);
    }
    job.schedule();
  }

  private void validateAll(IProgressMonitor monitor) {
    for (var file = poll(); file != null && !monitor.isCanceled(); file = poll()) validate(file);
  }

  private @Nullable IFile poll() {
    synchronized (queue) {
      var all = queue.iterator();
      if (!all.hasNext()) return null;
      IFile first = all.next();
      all.remove();
      return first;
    }
  }

  private void validate(IFile file) {
    if (!file.isAccessible() || file.getLocation() == null) return;
    Path path = file.getLocation().toPath().toAbsolutePath().normalize();
    if (open.contains(path)) return;
    Validation found;
    try {
      found = Validation.of(ModelFiles.load(path));
    } catch (ModelFormatException e) {
      found = Validation.unreadable(String.valueOf(e.getMessage()));
    }
    if (!open.contains(path)) markers.show(file, found.problems());
  }
}
