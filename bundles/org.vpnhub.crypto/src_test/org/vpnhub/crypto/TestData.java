package org.vpnhub.crypto;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vpnhub.base.Bytes;
import org.vpnhub.testkit.Json;
import org.vpnhub.testkit.StrongswanTrace;
import org.vpnhub.testkit.VectorFiles;

/** Access to the shared vectors; absent ones skip the test, by name. */
final class TestData {
  static final List<String> IKEV2_TRACES =
      List.of("v2-aes128gcm16-x25519", "v2-aes256gcm16-ecp256", "v2-aes256-sha256-modp2048");

  private TestData() {}

  /** One test of a Wycheproof file with the group that it stands in. */
  record Wycheproof(Json group, Json test) {
    byte[] bytes(String name) {
      return Bytes.fromHex(test.get(name).text());
    }

    boolean is(String result) {
      return test.get("result").text().equals(result);
    }

    boolean flagged(String flag) {
      return test.get("flags").list().stream().anyMatch(f -> f.text().equals(flag));
    }

    String id() {
      return "tcId " + test.get("tcId").number() + " " + test.get("flags");
    }
  }

  static List<Wycheproof> wycheproof(String name) throws IOException {
    Optional<Path> file = VectorFiles.find("wycheproof/" + name);
    assumeTrue(file.isPresent(), "skipped: shared/vectors/wycheproof/" + name + " is absent");
    Json all = Json.read(file.get());
    List<Wycheproof> result = new ArrayList<>();
    for (Json group : all.get("testGroups").list()) {
      for (Json test : group.get("tests").list()) result.add(new Wycheproof(group, test));
    }
    if (result.size() != all.get("numberOfTests").number()) {
      throw new IOException(name + " does not hold the tests that it announces");
    }
    return result;
  }

  static StrongswanTrace trace(String name) throws IOException {
    Optional<StrongswanTrace> trace = StrongswanTrace.find(name);
    assumeTrue(trace.isPresent(), "skipped: shared/vectors/ike-traces/" + name + " is absent");
    return trace.get();
  }

  static byte[] hex(String text) {
    return Bytes.fromHex(text.replaceAll("\\s", "").toLowerCase(Locale.ROOT));
  }
}
