package org.vpnhub.exporter.strongswan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.linux.LinuxRouter;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.RealProgram;

/** The packet filter that goes with every Linux router, in the real nft. */
class NftTest {
  @TempDir Path dir;

  @BeforeAll
  static void needsNft() {
    assumeTrue(Files.exists(Path.of("/usr/sbin/nft")), "skipped: package nftables is missing");
    assumeTrue("root".equals(System.getProperty("user.name")), "skipped: needs root");
  }

  @Test
  void nftTakesEveryFile() throws IOException {
    for (PlanCase c : PlanCases.on(Plans.device("strongswan"))) {
      assertEquals("", check(text(c)).err(), c.name());
    }
  }

  @Test
  void nftSeesAFault() throws IOException {
    String text = text(PlanCases.named("ikev2-explicit", Plans.device("strongswan")));
    assertNotEquals("", check(text.replace("rt ipsec missing", "rt ipsec gone")).err());
  }

  private static String text(PlanCase c) {
    return new StrongswanExporter()
        .export(c.masked()).files().stream()
            .filter(f -> f.name().equals(LinuxRouter.NFTABLES))
            .map(ExportedFile::text)
            .findFirst()
            .orElseThrow();
  }

  private RealProgram.Result check(String text) throws IOException {
    Path file = Files.writeString(dir.resolve("vpnhub.nft"), text);
    return RealProgram.run(List.of("unshare", "-n", "/usr/sbin/nft", "-c", "-f", file.toString()));
  }
}
