package org.vpnhub.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** The model files that were opened last, newest first; kept with the workspace. */
final class RecentFiles {
  private static final int MOST = 10;
  private static final String KEY = "recentFiles";

  private RecentFiles() {}

  /** Those that still exist. */
  static List<Path> list() {
    return preferences().getString(KEY).lines().map(Path::of).filter(Files::isRegularFile).toList();
  }

  static void remember(Path file) {
    List<Path> files = new ArrayList<>(list());
    files.remove(file);
    files.addFirst(file);
    var lines = files.stream().limit(MOST).map(Path::toString).toList();
    ScopedPreferenceStore preferences = preferences();
    preferences.setValue(KEY, String.join("\n", lines));
    try {
      preferences.save();
    } catch (IOException e) {
      Platform.getLog(RecentFiles.class).warn("The recent files are not kept", e);
    }
  }

  private static ScopedPreferenceStore preferences() {
    return new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.vpnhub.app");
  }
}
