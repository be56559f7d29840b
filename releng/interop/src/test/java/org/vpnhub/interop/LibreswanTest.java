package org.vpnhub.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An office with libreswan: from the exported files it authenticates to the hub and agrees on both
 * phases. No packet goes through: libreswan leaves ESP to the kernel, and kernels without it are
 * common where tests run.
 */
@ExtendWith(RigExtension.class)
class LibreswanTest {

  private static final String DEVICE = "libreswan";
  private static final String SITE = "shanghai";
  private static final Duration AGREED = Duration.ofSeconds(20);

  @Test
  void libreswanAgreesWithTheHub(Rig rig) throws IOException {
    agree(
        rig,
        rig.model("libreswan"),
        "AES_GCM_16_256/PRF_HMAC_SHA2_256/CURVE_25519",
        "AES_GCM_16_256/CURVE_25519");
    Shown.of(DEVICE, "pluto authenticates to the hub and agrees on both phases");
  }

  @Test
  void libreswanAgreesOnAnotherSuiteAndIdentity(Rig rig) throws IOException {
    ModelFile model = rig.model("libreswan-cbc");
    model.ike(SITE, "ikeEncAlg", "aes256").ike(SITE, "ikeAuthAlg", "sha512");
    model.ike(SITE, "ikePfs", "group19").ike(SITE, "remoteId", "shanghai.example.com");
    model.ipsec(SITE, "ipsecEncAlg", "aes128").ipsec(SITE, "ipsecAuthAlg", "sha256");
    model.ipsec(SITE, "ipsecPfs", "group14");
    agree(
        rig,
        model,
        "AES_CBC_256/HMAC_SHA2_512_256/PRF_HMAC_SHA2_512/ECP_256",
        "AES_CBC_128/HMAC_SHA2_256_128/MODP_2048");
  }

  private static void agree(Rig rig, ModelFile model, String ikeSuite, String espSuite)
      throws IOException {
    Path unpacked = unpacked(rig);
    model.site(SITE, "device", DEVICE);
    rig.daemon(SITE).close();
    rig.serve(model);
    rig.load(model, List.of());
    try (Pluto pluto = new Pluto(SITE, rig.site(SITE).namespace(), unpacked, rig.work())) {
      pluto.start(rig.exportedFolder(model, SITE));
      Await.until(
          "pluto authenticates",
          AGREED,
          () -> pluto.log().contains("authenticated peer using authby=secret"),
          () -> pluto.log() + rig.hub().lastLog());
      Await.until(
          "the hub has both SAs",
          AGREED,
          () -> has(rig, " up as responder, " + ikeSuite) && has(rig, " up, " + espSuite),
          rig.hub()::lastLog);
      List<String> errors = pluto.log().lines().filter(l -> l.contains("ERROR")).toList();
      // Only what a kernel without ESP says.
      assertEquals(
          List.of(), errors.stream().filter(l -> !l.contains("netlink response for")).toList());
    }
  }

  private static boolean has(Rig rig, String what) {
    return rig.hub().lastLog().lines().anyMatch(l -> l.contains("vco-" + SITE) && l.contains(what));
  }

  /** The package cannot be installed beside strongSwan's; the build has fetched it. */
  private static Path unpacked(Rig rig) throws IOException {
    Optional<Path> deb = rig.product().fetched(DEVICE);
    assumeTrue(deb.isPresent(), "skipped: package libreswan was not fetched");
    boolean certutil =
        Stream.of("/usr/bin", "/bin").anyMatch(f -> Files.isExecutable(Path.of(f, "certutil")));
    assumeTrue(certutil, "skipped: package libnss3-tools is missing");
    Path folder = Files.createDirectories(rig.work().resolve(DEVICE));
    Shell.run("dpkg", "-x", deb.orElseThrow().toString(), folder.toString()).ok();
    assertTrue(Files.isExecutable(folder.resolve("usr/libexec/ipsec/pluto")));
    return folder;
  }
}
