package org.vpnhub.ui.monitor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Severity;
import org.vpnhub.dataplane.EventLog;
import org.vpnhub.dataplane.GatewayEvent;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.hub.ServerStatus;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.planner.Planner;

/** A server that comes and goes, by a channel of the test. */
@Timeout(60)
class ServerHubTest {
  private static final NetworkPlan PLAN = Planner.plan(Fixtures.threeOffices());
  private final Channel channel = new Channel();
  private final ServerHub hub =
      new ServerHub(Path.of("/run/vpnhub"), channel, Duration.ofSeconds(30));

  private static final class Channel implements ServerChannel {
    Optional<String> gone = Optional.empty();
    long pid = 1;
    long bytes = 0;
    EventLog log = new EventLog(10);
    Optional<CountDownLatch> hang = Optional.empty();

    @Override
    public ServerStatus status() throws IOException {
      if (hang.isPresent()) {
        try {
          hang.get().await();
        } catch (InterruptedException e) {
          throw new IOException("interrupted", e);
        }
      }
      if (gone.isPresent()) throw new IOException(gone.get());
      List<GatewayStatus.Connection> all =
          PLAN.hub().connections().stream().map(c -> Fixtures.up(c, bytes, bytes)).toList();
      GatewayStatus gateway = new GatewayStatus("hub", PLAN.hub().address(), false, all, Map.of());
      return new ServerStatus(
          Fixtures.FILE, "three-offices", pid, Duration.ofMinutes(5), "simulated", gateway);
    }

    @Override
    public List<GatewayEvent> log(long since) {
      return log.since(since);
    }

    @Override
    public void initiate(ConnectionId id) {}

    @Override
    public void rekey(ConnectionId id) {}

    @Override
    public JsonObject preview(Path model) {
      throw new UnsupportedOperationException();
    }

    @Override
    public JsonObject apply(Path model, String preview) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void aServerIsSeenWithItsModelAndConnections() {
    Snapshot now = hub.poll();
    assertEquals(Snapshot.Phase.RUNNING, now.phase());
    assertEquals(Optional.of(Fixtures.FILE), now.model());
    assertEquals(3, now.up());
    assertEquals(3, now.live().connections().size());
  }

  @Test
  void aServerThatGoesIsToldAndWhatWasSeenStays() {
    hub.poll();
    channel.gone = Optional.of("no server runs: start one");
    Snapshot gone = hub.poll();
    assertTrue(gone.isGone());
    assertTrue(gone.note().startsWith("No answer since "), gone.note());
    assertTrue(gone.note().contains("start one"), gone.note());
    assertEquals(3, gone.connections().size());
    assertTrue(gone.live().connections().isEmpty(), "the diagram would still show it");
    List<String> cells = TunnelRow.of(gone).getFirst().cells();
    assertTrue(cells.get(1).startsWith("was "));
    assertEquals("", cells.get(TunnelRow.COLUMNS.indexOf("Rate in")), "no rate of what is gone");
    String since = gone.note();
    assertEquals(since, hub.poll().note());
  }

  @Test
  void aServerThatReturnsIsFollowedAgain() {
    hub.poll();
    channel.gone = Optional.of("no server runs");
    hub.poll();
    channel.gone = Optional.empty();
    channel.bytes = 1_000_000;
    Snapshot back = hub.poll();
    assertFalse(back.isGone());
    assertEquals(Rate.NONE, back.total(), "a rate over the silence says nothing");
  }

  @Test
  void aServerNeverSeenIsGoneToo() {
    channel.gone = Optional.of("no server runs");
    Snapshot gone = hub.poll();
    assertTrue(gone.isGone());
    assertEquals(List.of(), gone.connections());
    assertEquals(List.of(), hub.events());
  }

  @Test
  void aServerThatHangsIsGone() {
    CountDownLatch hang = new CountDownLatch(1);
    channel.hang = Optional.of(hang);
    ServerHub impatient = new ServerHub(Path.of("/run/x"), channel, Duration.ofMillis(20));
    assertTrue(impatient.poll().isGone());
    hang.countDown();
  }

  @Test
  void eventsAreToldOnceAndAgainAfterARestart() {
    channel.log.accept(GatewayEvent.of("hub", Severity.INFO, "one"));
    hub.poll();
    assertEquals(List.of("one"), hub.events().stream().map(GatewayEvent::text).toList());
    assertEquals(List.of(), hub.events());
    channel.log = new EventLog(10);
    channel.log.accept(GatewayEvent.of("hub", Severity.INFO, "two"));
    channel.pid = 2;
    hub.poll();
    assertEquals(List.of("two"), hub.events().stream().map(GatewayEvent::text).toList());
  }

  @Test
  void aPreviewThatFailsIsOneLine() {
    assertThrows(IOException.class, () -> hub.preview(Fixtures.deployment(PLAN)));
  }
}
