package org.vpnhub.exporter.host.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;

/**
 * Bundles of exporters in a folder: {@code vpnhub/exporters} in the user's data folder, or where
 * the environment variable {@code VPNHUB_EXPORTERS} points to. They are installed for this run of
 * the framework, and have all rights of the program, as any bundle.
 */
final class DroppedBundles {
  private static final String VARIABLE = "VPNHUB_EXPORTERS";

  private final Path folder;
  private final List<Problem> problems = new ArrayList<>();

  DroppedBundles(Path folder) {
    this.folder = folder;
  }

  static DroppedBundles ofUser(Map<String, String> environment) {
    String chosen = environment.get(VARIABLE);
    if (chosen != null && !chosen.isBlank()) return new DroppedBundles(Path.of(chosen));
    String data = environment.get("XDG_DATA_HOME");
    Path home = Path.of(System.getProperty("user.home", ""));
    Path base = data == null || data.isBlank() ? home.resolve(".local/share") : Path.of(data);
    return new DroppedBundles(base.resolve("vpnhub/exporters"));
  }

  /** Installs and starts what lies in the folder, which need not exist. */
  void start(BundleContext context) {
    if (!Files.isDirectory(folder)) return;
    try {
      if (othersMayWrite(folder)) {
        fault(folder, "is not read: other users may write into it", "chmod go-w " + folder);
        return;
      }
      List<Path> jars;
      try (Stream<Path> list = Files.list(folder)) {
        jars = list.filter(p -> p.toString().endsWith(".jar")).sorted().toList();
      }
      List<Bundle> installed = new ArrayList<>();
      for (Path jar : jars) install(context, jar, installed);
      // Only when all are there: they may need one another.
      for (Bundle b : installed) start(b);
    } catch (IOException e) {
      fault(folder, "cannot be read: " + e, "check its permissions");
    }
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void install(BundleContext context, Path jar, List<Bundle> installed) throws IOException {
    if (othersMayWrite(jar)) {
      fault(jar, "is not loaded: other users may change it", "chmod go-w " + jar);
      return;
    }
    try (InputStream in = Files.newInputStream(jar)) {
      installed.add(context.installBundle("vpnhub-exporter:" + jar.toAbsolutePath(), in));
    } catch (BundleException e) {
      fault(jar, "is no bundle that can be installed: " + e.getMessage(), "build it anew");
    }
  }

  private void start(Bundle bundle) {
    try {
      bundle.start(Bundle.START_TRANSIENT);
    } catch (BundleException e) {
      fault(
          Path.of(bundle.getLocation().substring(bundle.getLocation().indexOf(':') + 1)),
          "cannot be started: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          "build it against this release of vpnhub, and put the bundles that it needs beside it");
    }
  }

  private static boolean othersMayWrite(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) return false;
    Set<PosixFilePermission> may = Files.getPosixFilePermissions(path);
    return may.contains(PosixFilePermission.OTHERS_WRITE)
        || may.contains(PosixFilePermission.GROUP_WRITE);
  }

  private void fault(Path path, String what, String remedy) {
    String element = "exporters in " + path;
    problems.add(new Problem("D03", Severity.WARNING, "", element, what, remedy));
  }
}
