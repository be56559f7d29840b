package org.vpnhub.exporter.host.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.vpnhub.base.Problem;

/**
 * Bundles of exporters in a folder: {@code vpnhub/exporters} in the user's data folder, or where
 * the environment variable {@code VPNHUB_EXPORTERS} points to. They are installed for this run of
 * the framework, and have all rights of the program, as any bundle.
 */
final class DroppedBundles {
  private static final String VARIABLE = "VPNHUB_EXPORTERS";
  private static final String LOCATION = "vpnhub-exporter:";

  /** By what a changed file is known. */
  private record Stamp(FileTime modified, long size, boolean safe) {}

  /** A jar in the folder, as it was when it was last looked at. */
  private static final class Jar {
    final Stamp stamp;
    @Nullable Bundle bundle;
    @Nullable Problem problem;

    Jar(Stamp stamp) {
      this.stamp = stamp;
    }
  }

  private final Path folder;
  private final Map<Path, Jar> jars = new TreeMap<>();
  private @Nullable Problem unreadable;

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

  /**
   * Installs what is new in the folder, which need not exist, and takes away what has gone; whether
   * there was anything to do.
   */
  boolean refresh(BundleContext context) {
    Map<Path, Stamp> present = list();
    boolean changed = jars.isEmpty() && uninstallStrangers(context, present.keySet());
    for (Map.Entry<Path, Jar> old : List.copyOf(jars.entrySet())) {
      if (present.containsKey(old.getKey())) continue;
      uninstall(old.getValue());
      jars.remove(old.getKey());
      changed = true;
    }
    for (Map.Entry<Path, Stamp> file : present.entrySet()) {
      Jar known = jars.get(file.getKey());
      if (known != null && known.stamp.equals(file.getValue())) continue;
      jars.put(file.getKey(), install(context, file.getKey(), file.getValue(), known));
      changed = true;
    }
    // Only when all are there: they may need one another.
    if (changed) jars.forEach(this::start);
    return changed;
  }

  private Map<Path, Stamp> list() {
    unreadable = null;
    Map<Path, Stamp> present = new TreeMap<>();
    if (!Files.isDirectory(folder)) return present;
    try {
      if (othersMayWrite(folder)) {
        unreadable =
            fault(folder, "is not read: other users may write into it", "chmod go-w " + folder);
        return present;
      }
      List<Path> files;
      try (Stream<Path> list = Files.list(folder)) {
        files = list.filter(p -> p.toString().endsWith(".jar")).toList();
      }
      for (Path p : files) stamp(p).ifPresent(s -> present.put(p, s));
    } catch (IOException e) {
      unreadable = fault(folder, "cannot be read: " + e, "check its permissions");
    }
    return present;
  }

  private static Optional<Stamp> stamp(Path file) throws IOException {
    try {
      BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new Stamp(a.lastModifiedTime(), a.size(), !othersMayWrite(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // gone meanwhile
    }
  }

  /** The framework may remember bundles of an earlier run. */
  private static boolean uninstallStrangers(BundleContext context, Set<Path> present) {
    boolean some = false;
    for (Bundle b : context.getBundles()) {
      if (!b.getLocation().startsWith(LOCATION) || present.contains(path(b))) continue;
      uninstall(b);
      some = true;
    }
    return some;
  }

  private Jar install(BundleContext context, Path file, Stamp stamp, @Nullable Jar before) {
    Jar jar = new Jar(stamp);
    if (!stamp.safe()) {
      if (before != null) uninstall(before);
      jar.problem = fault(file, "is not loaded: other users may change it", "chmod go-w " + file);
      return jar;
    }
    String location = LOCATION + file.toAbsolutePath();
    try (InputStream in = Files.newInputStream(file)) {
      Bundle there = context.getBundle(location);
      if (there != null) there.update(in);
      jar.bundle = there != null ? there : context.installBundle(location, in);
    } catch (BundleException e) {
      if (before != null) uninstall(before);
      jar.problem = fault(file, "is no bundle: " + line(e), "build it anew");
    } catch (IOException e) {
      jar.problem = fault(file, "cannot be read: " + e, "check its permissions");
    }
    return jar;
  }

  private void start(Path file, Jar jar) {
    Bundle bundle = jar.bundle;
    if (bundle == null || bundle.getState() == Bundle.ACTIVE) return;
    jar.problem =
        Patience.attempt(
                () -> {
                  bundle.start(Bundle.START_TRANSIENT);
                  return bundle;
                })
            .fault()
            .map(
                f ->
                    fault(
                        file,
                        "cannot be started: it " + f,
                        "build it against this release of vpnhub, and put the bundles that it"
                            + " needs beside it"))
            .orElse(null);
  }

  private static void uninstall(Jar jar) {
    if (jar.bundle != null) uninstall(jar.bundle);
    jar.bundle = null;
  }

  private static void uninstall(Bundle bundle) {
    // One that does not stop is left where it is: nobody asks it any more.
    Patience.attempt(
        () -> {
          bundle.uninstall();
          return bundle;
        });
  }

  /** The bundles that have been started, by their files. */
  Map<Path, Bundle> started() {
    Map<Path, Bundle> started = new TreeMap<>();
    jars.forEach(
        (file, jar) -> {
          Bundle b = jar.bundle;
          if (b != null && b.getState() == Bundle.ACTIVE) started.put(file, b);
        });
    return started;
  }

  /** The file that a bundle was dropped as; empty when it is another bundle. */
  static Optional<Path> file(Bundle bundle) {
    return bundle.getLocation().startsWith(LOCATION) ? Optional.of(path(bundle)) : Optional.empty();
  }

  /** For messages. */
  static String name(Path path) {
    return "exporter " + (Files.isDirectory(path) ? "folder " : "file ") + path;
  }

  private static Path path(Bundle dropped) {
    return Path.of(dropped.getLocation().substring(LOCATION.length()));
  }

  /** What could not be read, installed or started (rule D03). */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (unreadable != null) problems.add(unreadable);
    for (Jar j : jars.values()) if (j.problem != null) problems.add(j.problem);
    return problems;
  }

  private static boolean othersMayWrite(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) return false;
    Set<PosixFilePermission> may = Files.getPosixFilePermissions(path);
    return may.contains(PosixFilePermission.OTHERS_WRITE)
        || may.contains(PosixFilePermission.GROUP_WRITE);
  }

  /** The cause says more than what the framework says of it. */
  private static String line(Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) cause = cause.getCause();
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  private static Problem fault(Path path, String what, String remedy) {
    return ExporterServices.fault(name(path), what, remedy);
  }
}
