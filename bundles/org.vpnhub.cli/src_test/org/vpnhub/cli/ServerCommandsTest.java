package org.vpnhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.cli.internal.ModelPlanSource;
import org.vpnhub.hub.Hub;
import org.vpnhub.hub.HubSettings;

/** The commands {@code status} and {@code apply} against a hub in this process. */
class ServerCommandsTest {
  @TempDir Path temp;
  private final List<String> log = new ArrayList<>();
  private Path model = Path.of("");
  private Path run = Path.of("");
  private Optional<Hub> hub = Optional.empty();

  @BeforeEach
  void start() throws Exception {
    model = temp.resolve("hub.vpnhub");
    Files.copy(Cli.example(), model);
    Cli.run("secret", "rotate", model, "--all").expect(0);
    run = temp.resolve("run");
    HubSettings settings =
        new HubSettings(
            model,
            Ipv4Address.parse("127.0.0.1"),
            freePort(),
            freePort(),
            HubSettings.Tun.OFF,
            HubSettings.DEFAULT_TUN,
            Optional.empty(),
            true,
            run);
    Surroundings surroundings = Surroundings.system(List::of, HubLauncher.plain());
    hub = Optional.of(Hub.start(settings, new ModelPlanSource(surroundings), log::add));
  }

  @AfterEach
  void stop() {
    hub.ifPresent(Hub::close);
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Path withoutNingbo() throws IOException {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readString(model).split("\n")) {
      String end = line.strip();
      boolean opens =
          end.startsWith("<connections id=\"vco-ningbo\"")
              || end.startsWith("<sites id=\"site-ningbo\"");
      boolean single = end.contains("rte-ningbo") || end.contains("cgw-ningbo\" name");
      if (opens) inside = true;
      if (!inside && !single) lines.add(line);
      if (inside && (end.equals("</connections>") || end.equals("</sites>"))) inside = false;
    }
    Path next = temp.resolve("next.vpnhub");
    Files.writeString(next, String.join("\n", lines) + "\n");
    Files.copy(temp.resolve("hub.secrets"), temp.resolve("next.secrets"));
    Files.copy(temp.resolve("hub.key"), temp.resolve("next.key"));
    return next;
  }

  @Test
  void statusShowsTheConnectionsAndThatTheyAreNotUp() {
    Cli.Result text = Cli.run("status", "--run-dir", run).expect(ExitCode.ERRORS);
    assertTrue(text.out().contains("Shanghai"), text.out());
    assertTrue(text.out().contains("ike_sa_not_established"), text.out());
    JsonObject json =
        Cli.run("status", "--json", "--run-dir", run).expect(1).json().getAsJsonObject();
    assertEquals(3, json.getAsJsonArray("connections").size());
    String key = Cli.run("secret", "show", model, "psk-shanghai").out().strip();
    assertFalse(json.toString().contains(key));
  }

  @Test
  void applyPreviewsThenTouchesOnlyWhatDiffers() throws IOException {
    Path next = withoutNingbo();
    Cli.Result preview = Cli.run("apply", next, "--dry-run", "--run-dir", run).expect(0);
    assertTrue(preview.out().contains("- connection Ningbo"), preview.out());
    assertFalse(preview.out().contains("Shanghai"), preview.out());
    assertEquals(3, hub.orElseThrow().engineStatus().connections().size());
    Cli.Result applied = Cli.run("apply", next, "--run-dir", run).expect(0);
    assertTrue(applied.out().endsWith("applied\n"), applied.out());
    assertEquals(2, hub.orElseThrow().engineStatus().connections().size());
    Cli.Result again = Cli.run("apply", next, "--json", "--run-dir", run).expect(0);
    assertFalse(again.json().getAsJsonObject().get("applied").getAsBoolean());
  }

  @Test
  void applyAsksAtATerminal() throws IOException {
    Path next = withoutNingbo();
    Terminal doubtful =
        new Terminal() {
          @Override
          public boolean isInteractive() {
            return true;
          }

          @Override
          public Optional<char[]> readSecret(String prompt) {
            return Optional.empty();
          }

          @Override
          public boolean confirm(String question) {
            return false;
          }
        };
    Cli.Result no = new Cli().terminal(doubtful).execute("apply", next, "--run-dir", run).expect(0);
    assertTrue(no.out().endsWith("nothing applied\n"), no.out());
    assertEquals(3, hub.orElseThrow().engineStatus().connections().size());
    new Cli().terminal(doubtful).execute("apply", next, "--yes", "--run-dir", run).expect(0);
    assertEquals(2, hub.orElseThrow().engineStatus().connections().size());
  }

  @Test
  void aRotatedKeyIsAppliedUnderTheSameReference() {
    Cli.run("secret", "rotate", model, "psk-hangzhou").expect(0);
    Cli.Result result = Cli.run("apply", model, "--run-dir", run).expect(0);
    assertTrue(result.out().contains("~ connection Hangzhou"), result.out());
    assertTrue(result.out().contains("pre-shared key: another one"), result.out());
    assertTrue(Cli.run("apply", model, "--run-dir", run).out().contains("nothing changes"));
  }

  @Test
  void modelsWithErrorsAndUnreadableOnesAreRefused() throws IOException {
    Path bad = Cli.changed(temp, "id=\"site-ningbo\"", "10.10.30.0/24", "10.10.20.0/25");
    Cli.Result refused = Cli.run("apply", bad, "--run-dir", run).expect(ExitCode.ERRORS);
    assertTrue(refused.err().contains("A03"), refused.err());
    assertEquals(3, hub.orElseThrow().engineStatus().connections().size());
    Files.writeString(bad, "<broken");
    Cli.run("apply", bad, "--run-dir", run).expect(ExitCode.INPUT).oneLine();
    Cli.run("apply", temp.resolve("none"), "--run-dir", run).expect(ExitCode.INPUT).oneLine();
  }
}
