package org.vpnhub.exporter.strongswan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs real strongSwan daemons in network namespaces of their own, by a script beside this. */
final class Rig {
  /** Every character of the cloud's keys, the parsers' own words, and what is beyond ASCII. */
  static final List<String> KEYS =
      List.of(
          "plainKey0123456789",
          "~!`@#$%^&*()_-+={}[]|;:\\\",.<>/?",
          "\\",
          "ends-with-backslash\\",
          "\\\"quoted\\\" and \\n not a line",
          "# not a comment",
          "} secrets { ike-x { secret = x",
          "0x414243",
          "0sQUJD",
          "with space and 'single'",
          "${HOME} $(id)",
          "include /etc/passwd",
          "密钥-ключ",
          "=");

  private Rig() {}

  static void needs() {
    need("/usr/lib/ipsec/charon", "strongswan-charon");
    need("/usr/sbin/swanctl", "strongswan-swanctl");
    need("/usr/lib/ipsec/plugins/libstrongswan-kernel-libipsec.so", "libcharon-extra-plugins");
    need("/dev/net/tun", "(device /dev/net/tun)");
    assumeTrue(
        Stream.of("/sbin/ip", "/usr/sbin/ip").map(Path::of).anyMatch(Files::exists),
        "skipped: package iproute2 is missing");
    assumeTrue("root".equals(System.getProperty("user.name")), "skipped: needs root");
  }

  static void need(String file, String what) {
    assumeTrue(Files.exists(Path.of(file)), "skipped: package " + what + " is missing");
  }

  /** The far end of connection {@code key-I} of a site; its identity is {@code keyI.test}. */
  static String hubConnection(int i) {
    return """
      key-%d {
        version = 2
        local_addrs = 198.51.100.1
        remote_addrs = 203.0.113.20
        proposals = aes256gcm16-prfsha256-x25519
        local { auth = psk
          id = 198.51.100.1 }
        remote { auth = psk
          id = key%d.test }
        children { c { local_ts = 0.0.0.0/0
          remote_ts = 10.10.20.0/24
          esp_proposals = aes128gcm16 } }
      }
    """
        .formatted(i, i);
  }

  /** Runs a script over a folder; its whole output. */
  static String run(String name, Path dir) throws IOException, InterruptedException {
    Path script = dir.resolve(name);
    try (InputStream in = Rig.class.getResourceAsStream(name)) {
      Files.copy(in, script);
    }
    Path out = dir.resolve("rig.out");
    List<String> command =
        List.of("unshare", "-n", "-m", "--kill-child", "bash", script.toString(), dir.toString());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertTrue(process.waitFor(150, TimeUnit.SECONDS), "the rig did not end");
    } finally {
      process.destroy();
    }
    String output = Files.readString(out);
    assertEquals(0, process.exitValue(), output);
    return output;
  }

  /** What the output says between one mark, {@code == ...}, and the next. */
  static String section(String output, String start) {
    int from = output.indexOf(start);
    assertTrue(from >= 0, () -> "no '" + start + "' in: " + output);
    int to = output.indexOf("\n== ", from);
    return to < 0 ? output.substring(from) : output.substring(from, to + 1);
  }
}
