package org.vpnhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.dataplane.GatewayEvent;
import org.vpnhub.hub.internal.ChannelServer;
import org.vpnhub.plan.ConnectionPlan;

/** A hub with real sockets and its local channel. */
class HubTest {
  private static final ConnectionPlan A = Plans.connection("A", 1);
  private static final ConnectionPlan B = Plans.connection("B", 2);

  @TempDir Path temp;
  private final List<String> log = new ArrayList<>();
  private final Map<Path, HubModel> models = new HashMap<>();
  private final Path file = Path.of("/models/a.vpnhub");
  private Optional<Hub> running = Optional.empty();

  @AfterEach
  void stop() {
    running.ifPresent(Hub::close);
  }

  private Hub start() throws Exception {
    models.putIfAbsent(file, Plans.model(Plans.hub(A, B), Map.of()));
    Hub hub = Hub.start(settings(temp.resolve("run")), this::load, log::add);
    running = Optional.of(hub);
    return hub;
  }

  private HubModel load(Path wanted) throws PlanUnavailableException {
    HubModel model = models.get(wanted);
    if (model == null) throw new PlanUnavailableException(wanted + ": there is no such file", null);
    return model;
  }

  private HubSettings settings(Path directory) throws IOException {
    return new HubSettings(
        file,
        Ipv4Address.parse("127.0.0.1"),
        freePort(),
        freePort(),
        HubSettings.Tun.OFF,
        HubSettings.DEFAULT_TUN,
        Optional.empty(),
        true,
        directory);
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private ChannelClient client() {
    return new ChannelClient(temp.resolve("run"));
  }

  @Test
  void theStatusNamesEveryConnectionAndTheServersFacts() throws Exception {
    start();
    JsonObject status = client().status();
    assertEquals(2, status.getAsJsonArray("connections").size());
    JsonObject a = status.getAsJsonArray("connections").get(0).getAsJsonObject();
    assertEquals("vco-A", a.get("id").getAsString());
    assertEquals("ike_sa_not_established", a.get("status").getAsString());
    JsonObject server = status.getAsJsonObject("server");
    assertEquals(ProcessHandle.current().pid(), server.get("pid").getAsLong());
    assertTrue(server.get("udpEncapsulationForced").getAsBoolean());
    assertFalse(status.toString().contains("key of"), "a key got out");
    assertFalse(String.join("\n", log).contains("key of"), "a key got into the log");
    assertTrue(StatusText.of(status).contains("ike_sa_not_established"));
  }

  @Test
  void theSocketIsForItsOwnerAlone() throws Exception {
    start();
    Path socket = RunDirectory.socket(temp.resolve("run"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)));
  }

  @Test
  void applyDoesWhatThePreviewSaidAndNothingElse() throws Exception {
    Hub hub = start();
    Path next = Path.of("/models/b.vpnhub");
    models.put(next, Plans.model(Plans.hub(A), Map.of()));
    JsonObject preview = client().preview(next);
    assertEquals(1, preview.getAsJsonArray("connections").size());
    assertEquals(2, hub.engineStatus().connections().size());
    String token = preview.get("preview").getAsString();
    models.put(next, Plans.model(Plans.hub(B), Map.of()));
    ChannelException e = assertThrows(ChannelException.class, () -> client().apply(next, token));
    assertEquals("changed", e.kind());
    assertEquals(2, hub.engineStatus().connections().size());
    models.put(next, Plans.model(Plans.hub(A), Map.of()));
    client().apply(next, token);
    assertEquals(
        List.of("A"), hub.engineStatus().connections().stream().map(c -> c.name()).toList());
    assertTrue(client().preview(next).getAsJsonArray("connections").isEmpty());
  }

  @Test
  void aModelThatCannotBeReadIsRefusedAndTheHubRunsOn() throws Exception {
    start();
    ChannelException e =
        assertThrows(ChannelException.class, () -> client().preview(Path.of("/models/none")));
    assertEquals("input", e.kind());
    assertEquals(2, client().status().getAsJsonArray("connections").size());
  }

  @Test
  void theLogIsBoundedByItsSequenceNumbersAndHoldsNoKey() throws Exception {
    start();
    List<GatewayEvent> all = client().log(0);
    assertTrue(all.stream().anyMatch(e -> e.text().contains("runs with 2 connections")));
    assertFalse(all.toString().contains("key of"), "a key got into the log");
    assertEquals(all.subList(1, all.size()), client().log(all.getFirst().sequence()));
  }

  @Test
  void aConnectionThatIsNotThereCannotBeInitiated() throws Exception {
    start();
    ChannelException e =
        assertThrows(ChannelException.class, () -> client().initiate(new ConnectionId("vco-none")));
    assertEquals("usage", e.kind());
    client().initiate(new ConnectionId("vco-A"));
  }

  @Test
  void requestsThatAreNoneAreAnsweredInOneLine() throws Exception {
    start();
    for (String line :
        List.of(
            "",
            "x",
            "[]",
            "{}",
            "{\"request\":7}",
            "{\"request\":\"stop\"}",
            "{\"request\":\"preview\",\"model\":\"relative\"}",
            "[".repeat(60_000))) {
      JsonObject answer = raw(line + "\n");
      assertEquals("usage", answer.getAsJsonObject("error").get("kind").getAsString(), line);
    }
    assertTrue(raw("x".repeat(ChannelServer.MAX_REQUEST)).has("error"));
    assertEquals(2, client().status().getAsJsonArray("connections").size());
  }

  private JsonObject raw(String text) throws IOException {
    UnixDomainSocketAddress address =
        UnixDomainSocketAddress.of(RunDirectory.socket(temp.resolve("run")));
    try (SocketChannel channel = SocketChannel.open(address)) {
      ByteBuffer out = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (out.hasRemaining()) channel.write(out);
      ByteBuffer in = ByteBuffer.allocate(1 << 16);
      while (channel.read(in) > 0) {}
      String answer = new String(in.array(), 0, in.position(), StandardCharsets.UTF_8);
      assertEquals(answer.length() - 1, answer.indexOf('\n'), "one line");
      return JsonParser.parseString(answer).getAsJsonObject();
    }
  }

  @Test
  void clientsThatSayNothingDoNotKeepOthersOut() throws Exception {
    start();
    UnixDomainSocketAddress address =
        UnixDomainSocketAddress.of(RunDirectory.socket(temp.resolve("run")));
    List<SocketChannel> silent = new ArrayList<>();
    try {
      for (int i = 0; i < ChannelServer.MAX_CLIENTS - 1; i++) {
        silent.add(SocketChannel.open(address));
      }
      JsonObject status =
          assertTimeoutPreemptively(Duration.ofSeconds(20), () -> client().status());
      assertTrue(status.has("server"));
    } finally {
      for (SocketChannel c : silent) c.close();
    }
  }

  @Test
  void aSecondServerIsRefusedAndTheFirstKeepsItsSocket() throws Exception {
    start();
    HubStartException e =
        assertThrows(
            HubStartException.class,
            () -> Hub.start(settings(temp.resolve("run")), this::load, log::add));
    assertEquals(HubStartException.Reason.ENVIRONMENT, e.reason());
    assertTrue(e.getMessage().contains("another server"), e.getMessage());
    assertTrue(client().status().has("server"));
  }

  @Test
  void theSocketOfADeadServerIsReplaced() throws Exception {
    Path directory = temp.resolve("run");
    RunDirectory.prepare(directory);
    try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(RunDirectory.socket(directory)));
    }
    assertTrue(Files.exists(RunDirectory.socket(directory)), "nothing was left behind");
    IOException none = assertThrows(IOException.class, () -> client().status());
    assertTrue(none.getMessage().contains("no server runs"), none.getMessage());
    start();
    assertTrue(client().status().has("server"));
  }

  @Test
  void aPortThatIsTakenIsTheEnvironmentsFault() throws Exception {
    try (DatagramSocket taken = new DatagramSocket(0)) {
      HubSettings s = settings(temp.resolve("run"));
      HubSettings clash =
          new HubSettings(
              s.model(),
              new Ipv4Address(0),
              taken.getLocalPort(),
              s.natPort(),
              s.tun(),
              s.tunName(),
              s.tunAddress(),
              true,
              s.runDirectory());
      models.put(file, Plans.model(Plans.hub(A), Map.of()));
      HubStartException e =
          assertThrows(HubStartException.class, () -> Hub.start(clash, this::load, log::add));
      assertEquals(HubStartException.Reason.ENVIRONMENT, e.reason());
      assertTrue(e.getMessage().contains("" + taken.getLocalPort()), e.getMessage());
    }
  }

  @Test
  void closingTwiceIsClosingOnceAndTheSocketIsGone() throws Exception {
    Hub hub = start();
    hub.close();
    hub.close();
    assertFalse(Files.exists(RunDirectory.socket(temp.resolve("run"))));
    assertEquals(1, log.stream().filter(l -> l.equals("stopped")).count());
  }
}
