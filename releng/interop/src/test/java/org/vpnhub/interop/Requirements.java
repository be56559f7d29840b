package org.vpnhub.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the machine must have for these scenarios, and the names of what is missing. */
final class Requirements {

  private static final Path PLUGINS = Path.of("/usr/lib/ipsec/plugins");

  private Requirements() {}

  /** Names of missing packages and permissions; none when the scenarios can run. */
  static List<String> missing() {
    List<String> missing = new ArrayList<>();
    need(missing, "iproute2", "ip");
    need(missing, "iproute2", "tc");
    need(missing, "iputils-ping", "ping");
    need(missing, "util-linux", "setpriv");
    need(missing, "strongswan-swanctl", "swanctl");
    if (!Files.isExecutable(Charon.PROGRAM)) missing.add("package strongswan-charon");
    if (!Files.isExecutable(Charon.STARTER)) missing.add("package strongswan-starter");
    plugin(missing, "libcharon-extra-plugins", "kernel-libipsec");
    plugin(missing, "libstrongswan-extra-plugins", "curve25519");
    plugin(missing, "libstrongswan-standard-plugins", "openssl");
    if (!isRoot()) {
      missing.add("root");
    } else if (!Files.exists(Path.of("/dev/net/tun"))) {
      missing.add("/dev/net/tun");
    } else if (missing.isEmpty()) {
      namespaces().ifPresent(missing::add);
    }
    return missing.stream().distinct().toList();
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static void need(List<String> missing, String packageName, String command) {
    boolean found =
        Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    if (!found) missing.add("package " + packageName);
  }

  private static void plugin(List<String> missing, String packageName, String plugin) {
    if (!Files.exists(PLUGINS.resolve("libstrongswan-" + plugin + ".so"))) {
      missing.add("package " + packageName);
    }
  }

  private static Optional<String> namespaces() {
    try (Namespace probe = Namespace.create("probe")) {
      probe.ip("link", "add", "br0", "type", "bridge");
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      return Optional.of("permission to create network namespaces and links");
    }
  }
}
