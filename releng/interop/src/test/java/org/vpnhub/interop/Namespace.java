package org.vpnhub.interop;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network namespace of ours. Its name holds the process id of the run, so that runs do not meet,
 * and what an aborted run left can be told and removed.
 */
final class Namespace implements AutoCloseable {

  private static final String PREFIX = "vhi-";
  private static final Pattern OURS = Pattern.compile(PREFIX + "(\\d{1,9})-.*");
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final String name;

  private Namespace(String name) {
    this.name = name;
  }

  static Namespace create(String shortName) {
    Namespace made = new Namespace(prefix() + shortName);
    Shell.run("ip", "netns", "add", made.name).ok();
    made.ip("link", "set", "lo", "up");
    for (String setting :
        List.of(
            "ip_forward=1",
            "conf.all.rp_filter=0",
            "conf.default.rp_filter=0",
            "conf.all.send_redirects=0",
            "conf.default.send_redirects=0")) {
      String[] pair = setting.split("=");
      String file = "/proc/sys/net/ipv4/" + pair[0].replace('.', '/');
      made.exec("sh", "-c", "echo " + pair[1] + " > " + file).ok();
    }
    return made;
  }

  /** Removes the namespaces, and the processes in them, of runs that are gone. */
  static void removeLeftovers() {
    for (String line : Shell.run("ip", "netns", "list").out().split("\n")) {
      String found = line.split(" ")[0];
      if (isLeftover(found)) new Namespace(found).close();
    }
  }

  /** Whether a name is one of ours, {@code vhi-PID-...}, of a run that is gone. */
  static boolean isLeftover(String name) {
    Matcher ours = OURS.matcher(name);
    if (!ours.matches()) return false;
    return ProcessHandle.of(Long.parseLong(ours.group(1)))
        .flatMap(p -> p.info().command())
        .filter(command -> command.endsWith("java"))
        .isEmpty();
  }

  /** The beginning of the names of this run. */
  static String prefix() {
    return PREFIX + ProcessHandle.current().pid() + "-";
  }

  String name() {
    return name;
  }

  /** {@code ip -n NAME ...}, which must succeed. */
  Shell.Result ip(String... arguments) {
    List<String> command = new ArrayList<>(List.of("ip", "-n", name));
    command.addAll(Arrays.asList(arguments));
    return Shell.run(LIMIT, command).ok();
  }

  Shell.Result exec(String... command) {
    return Shell.run(LIMIT, inside(Arrays.asList(command)));
  }

  /** The command as it is run inside. {@code ip netns exec} keeps the process id. */
  List<String> inside(List<String> command) {
    List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", name));
    whole.addAll(command);
    return whole;
  }

  /** Starts a long-running process inside; its output goes to the end of the file. */
  Process start(List<String> command, Map<String, String> environment, Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      ProcessBuilder builder =
          new ProcessBuilder(inside(command))
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Joins this namespace to another by a pair of links. */
  void connect(String ownLink, Namespace other, String otherLink) {
    ip("link", "add", ownLink, "type", "veth", "peer", "name", otherLink, "netns", other.name);
    ip("link", "set", ownLink, "up");
    other.ip("link", "set", otherLink, "up");
  }

  @Override
  public void close() {
    for (String pid : Shell.run("ip", "netns", "pids", name).out().split("\\s+")) {
      if (!pid.isEmpty()) {
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
      }
    }
    Shell.run("ip", "netns", "del", name);
  }
}
