package org.vpnhub.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One strongSwan daemon in its namespace: with userspace ESP, a private {@code /run} and a vici
 * socket of its own. What it is told to do comes only from the exported file.
 */
final class Charon implements AutoCloseable {

  static final Path PROGRAM = Path.of("/usr/lib/ipsec/charon");
  static final Path STARTER = Path.of("/usr/lib/ipsec/starter");

  /** A CHILD SA as swanctl lists it, with its IKE SA. */
  record Child(Vici.Section ike, Vici.Section child) {

    boolean isInstalled() {
      return child.value("state").equals("INSTALLED");
    }

    /** For example {@code AES_CBC-128/HMAC_SHA2_256_128}. */
    String espSuite() {
      return suite(child, "integ-alg");
    }

    /** For example {@code AES_GCM_16-256/PRF_HMAC_SHA2_384/ECP_384}. */
    String ikeSuite() {
      return suite(ike, "integ-alg", "prf-alg", "dh-group");
    }

    private static String suite(Vici.Section section, String... keys) {
      StringBuilder text = new StringBuilder(section.value("encr-alg"));
      text.append('-').append(section.value("encr-keysize"));
      for (String key : keys) {
        if (!section.value(key).isEmpty()) text.append('/').append(section.value(key));
      }
      return text.toString();
    }
  }

  private final String name;
  private final Namespace namespace;
  private final Path settings;
  private final Path socket;
  private final Path log;
  private Optional<Process> process = Optional.empty();

  /**
   * @param work where logs and settings stay after the run
   * @param sockets a folder with a short path, for the vici socket
   */
  Charon(String name, Namespace namespace, Path work, Path sockets) {
    this.name = name;
    this.namespace = namespace;
    this.settings = work.resolve(name + ".strongswan.conf");
    this.socket = sockets.resolve(name + ".vici");
    this.log = work.resolve(name + ".log");
  }

  /**
   * What the rig needs; kernel-libipsec must come before kernel-netlink.
   *
   * @param stroke what reads ipsec.conf, and where the keys are; or nothing
   */
  private String settingsText(String stroke, String secrets) {
    return """
    charon {
      load_modular = no
      load = random nonce openssl aes sha1 sha2 hmac kdf gcm gmp curve25519 \
    kernel-libipsec kernel-netlink socket-default vici updown%s
      install_routes = yes
      plugins {
        vici {
          socket = unix://%s
        }
        # Keeps the daemon's own datagrams out of a tunnel for 0.0.0.0/0.
        socket-default {
          fwmark = 0x42
        }
        kernel-netlink {
          fwmark = !0x42
        }
        kernel-libipsec {
          allow_peer_ts = yes
          fwmark = 0x42
        }
        %s
      }
      filelog {
        rig {
          path = %s
          default = 1
          time_format = %%T
          time_add_ms = yes
          flush_line = yes
        }
      }
      syslog {
        daemon {
          default = -1
        }
        auth {
          default = -1
        }
      }
    }
    """
        .formatted(stroke, socket, secrets, log);
  }

  void start() {
    start(settingsText("", ""), PROGRAM.toString());
  }

  /**
   * Starts the daemon by strongSwan's starter, with what was exported for it as {@code ipsec.conf}
   * and {@code ipsec.secrets}, unchanged.
   */
  void start(Path exported) {
    String secrets = "stroke { secrets_file = " + exported.resolve("ipsec.secrets") + " }";
    Path conf = exported.resolve("ipsec.conf");
    start(settingsText(" stroke", secrets), STARTER + " --nofork --conf " + conf);
  }

  private void start(String settingsText, String command) {
    write(settings, settingsText);
    String prepare = "mount --make-rprivate / && mount -t tmpfs tmpfs /run && exec " + command;
    process =
        Optional.of(
            namespace.start(
                List.of("unshare", "-m", "sh", "-c", prepare),
                Map.of("STRONGSWAN_CONF", settings.toString()),
                log.resolveSibling(name + ".out")));
    Await.until(
        name + "'s daemon answers",
        Duration.ofSeconds(10),
        () -> Files.exists(socket) && swanctl("--stats").exit() == 0,
        this::lastLog);
  }

  /** Loads an exported file, unchanged, in place of all that was loaded before. */
  void load(Path file) {
    swanctl("--load-all", "--clear", "--noprompt", "--file", file.toString()).ok();
  }

  Shell.Result swanctl(String... arguments) {
    List<String> command = new ArrayList<>(List.of("swanctl"));
    command.addAll(Arrays.asList(arguments));
    command.addAll(List.of("--uri", "unix://" + socket));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("STRONGSWAN_CONF", settings.toString());
    return Shell.finish(Duration.ofSeconds(30), command, builder);
  }

  /** Names of the loaded connections' children, by connection. */
  Map<String, Vici.Section> connections() {
    Map<String, Vici.Section> found = new LinkedHashMap<>();
    for (Vici.Section event :
        Vici.events(swanctl("--list-conns", "--raw").ok().out(), "list-conn")) {
      found.putAll(event.sections());
    }
    return found;
  }

  List<Child> children() {
    List<Child> found = new ArrayList<>();
    for (Vici.Section event : sas()) {
      for (Vici.Section ike : event.sections().values()) {
        for (Vici.Section child : ike.section("child-sas").sections().values()) {
          found.add(new Child(ike, child));
        }
      }
    }
    return found;
  }

  /** The CHILD SAs that carry traffic. */
  List<Child> installed() {
    return children().stream().filter(Child::isInstalled).toList();
  }

  Set<String> childIds() {
    return installed().stream()
        .map(c -> c.child().value("uniqueid"))
        .collect(Collectors.toUnmodifiableSet());
  }

  Set<String> ikeIds() {
    return installed().stream()
        .map(c -> c.ike().value("uniqueid"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Rekeys every CHILD SA, and waits until the new ones have taken over. */
  void rekeyChildren() {
    List<Child> before = installed();
    for (Child child : before) {
      swanctl("--rekey", "--child-id", child.child().value("uniqueid")).ok();
    }
    awaitReplaced("CHILD SAs", before, this::childIds, c -> c.child().value("uniqueid"));
  }

  /** Rekeys every IKE SA, and waits until the new ones have taken over. */
  void rekeyIke() {
    List<Child> before = installed();
    for (String id : ikeIds()) swanctl("--rekey", "--ike-id", id).ok();
    awaitReplaced("IKE SAs", before, this::ikeIds, c -> c.ike().value("uniqueid"));
  }

  /** Of two that serve the same, as a start at both ends makes them, the hub deletes one. */
  private void awaitReplaced(
      String what, List<Child> before, Supplier<Set<String>> now, Function<Child, String> id) {
    Await.until(
        name + " has new " + what,
        Duration.ofSeconds(10),
        () -> served(installed()).equals(served(before)) && areGone(before, id, now.get()),
        this::lastLog);
  }

  private static boolean areGone(List<Child> old, Function<Child, String> id, Set<String> now) {
    return old.stream().map(id).noneMatch(now::contains);
  }

  private static Set<String> served(List<Child> children) {
    return children.stream()
        .map(c -> c.child().value("local-ts") + " = " + c.child().value("remote-ts"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<Vici.Section> sas() {
    return Vici.events(swanctl("--list-sas", "--raw").ok().out(), "list-sa");
  }

  /** Asks for every loaded child; whether that succeeds is not this method's affair. */
  void initiate() {
    for (Map.Entry<String, Vici.Section> connection : connections().entrySet()) {
      for (String child : connection.getValue().section("children").sections().keySet()) {
        swanctl("--initiate", "--ike", connection.getKey(), "--child", child, "--timeout", "5");
      }
    }
  }

  /** Closes all IKE SAs, and waits for it. */
  void terminateAll() {
    for (String connection : connections().keySet()) {
      swanctl("--terminate", "--ike", connection, "--timeout", "5");
    }
  }

  boolean isRunning() {
    return process.filter(Process::isAlive).isPresent();
  }

  /** As by {@code kill -9}. */
  void kill() {
    process.ifPresent(
        p -> {
          p.destroyForcibly();
          waitFor(p);
        });
    process = Optional.empty();
    deleteSocket();
  }

  /** What the daemon wrote last, for messages. */
  String lastLog() {
    try {
      List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
      int from = Math.max(0, lines.size() - 40);
      return name + ": " + String.join("\n", lines.subList(from, lines.size()));
    } catch (IOException e) {
      return name + ": no log: " + e;
    }
  }

  @Override
  public void close() {
    process.ifPresent(
        p -> {
          // The starter may be gone before the daemon that it ends.
          List<ProcessHandle> started = p.descendants().toList();
          p.destroy();
          if (!waitFor(p)) p.destroyForcibly();
          Await.until(
              name + " has ended",
              Duration.ofSeconds(10),
              () -> started.stream().noneMatch(ProcessHandle::isAlive));
        });
    process = Optional.empty();
    deleteSocket();
  }

  private void deleteSocket() {
    try {
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean waitFor(Process process) {
    try {
      return process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
