package org.vpnhub.app.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;

/** The model files that were opened last, newest first; kept with the workspace. */
final class RecentFiles {
  private static final int MOST = 10;
  private static final String KEY = "recentFiles";

  private RecentFiles() {}

  /** Those that still exist. */
  static List<Path> list() {
    return preferences().get(KEY, "").lines().map(Path::of).filter(Files::isRegularFile).toList();
  }

  static void remember(Path file) {
    List<Path> files = new ArrayList<>(list());
    files.remove(file);
    files.addFirst(file);
    var lines = files.stream().limit(MOST).map(Path::toString).toList();
    preferences().put(KEY, String.join("\n", lines));
  }

  private static IEclipsePreferences preferences() {
    return InstanceScope.INSTANCE.getNode("org.vpnhub.app");
  }
}
