package org.vpnhub.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * libreswan's daemon in a namespace. Its Debian package cannot be installed beside strongSwan's, so
 * it is unpacked, and its programs are put in their place in a mount namespace of their own.
 */
final class Pluto implements AutoCloseable {

  private final String name;
  private final Namespace namespace;
  private final Path programs;
  private final Path database;
  private final Path log;
  private Optional<Process> process = Optional.empty();

  /**
   * @param unpacked the package
   */
  Pluto(String name, Namespace namespace, Path unpacked, Path work) {
    this.name = name;
    this.namespace = namespace;
    this.programs = unpacked.resolve("usr/libexec");
    this.database = work.resolve(name + ".nss");
    this.log = work.resolve(name + ".pluto.log");
  }

  /** Starts with what was exported for it, unchanged. The daemon loads and begins by itself. */
  void start(Path exported) {
    String options =
        String.join(
            " ",
            "--nofork --stderrlog --rundir /run/pluto",
            "--config " + exported.resolve("ipsec.conf"),
            "--secretsfile " + exported.resolve("ipsec.secrets"),
            "--nssdir " + emptyDatabase());
    String prepare =
        String.join(
            " && ",
            "mount --make-rprivate /",
            "mount -t tmpfs tmpfs /run",
            "mkdir /run/pluto",
            "mount --bind " + programs + " /usr/libexec",
            "exec /usr/libexec/ipsec/pluto " + options);
    List<String> command = List.of("unshare", "-m", "sh", "-c", prepare);
    process = Optional.of(namespace.start(command, Map.of(), log));
  }

  private Path emptyDatabase() {
    try {
      Files.createDirectories(database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Of the database of an earlier scenario it would ask for the password.
    if (Files.exists(database.resolve("cert9.db"))) return database;
    Shell.run("certutil", "-N", "-d", "sql:" + database, "--empty-password").ok();
    return database;
  }

  /** All that it has said. */
  String log() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      return name + ": no log: " + e;
    }
  }

  @Override
  public void close() {
    process.ifPresent(
        p -> {
          p.destroy();
          if (!Charon.waitFor(p)) p.destroyForcibly();
        });
    process = Optional.empty();
  }
}
