package org.vpnhub.ui.monitor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vpnhub.lab.LabPair;
import org.vpnhub.lab.Progress;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.live.LiveConnection;

/** A lab as the monitor watches it, with engines and sockets. */
@Timeout(120)
class LabHubTest {
  private final Network network = Fixtures.threeOffices();
  private final NetworkPlan plan = Planner.plan(network);
  private final Monitor monitor = new Monitor();

  @AfterEach
  void close() {
    monitor.close();
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "in vain: " + what);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static LiveConnection.State state(Watched w, String site) {
    return w.snapshot().connectionOf(site).orElseThrow().state();
  }

  @Test
  void aLabIsWatchedFromItsStartToItsEnd() throws Exception {
    LabHub lab = new LabHub(Fixtures.deployment(plan));
    Watched watched = monitor.watch(lab);
    assertEquals(Snapshot.Phase.STARTING, watched.snapshot().phase());
    lab.start(Progress.NONE);
    await("all up", () -> watched.snapshot().up() == 3);
    assertEquals(Optional.of(watched), monitor.of(Fixtures.FILE));
    await("phase 2 in the log", () -> watched.log(0).stream().anyMatch(e -> e.phase() == 2));
    TunnelRow row = TunnelRow.of(watched.snapshot()).getFirst();
    assertEquals(2, row.children().size(), "the hub's end and the site's");
    assertEquals(1, row.children().getFirst().children().size());

    lab.session().traffic(List.of(new LabPair("Hangzhou", "Ningbo")), 4_000_000);
    await("a rate", () -> watched.snapshot().total().bits() > 100_000);
    await("history", () -> watched.history().points().stream().anyMatch(p -> p.total().bits() > 0));

    lab.session().stopSite("Ningbo");
    await("down", () -> state(watched, "Ningbo") == LiveConnection.State.DOWN);
    assertEquals(
        "the site is stopped", watched.snapshot().connectionOf("Ningbo").orElseThrow().reason());
    lab.session().startSite("Ningbo");
    await("up again", () -> state(watched, "Ningbo") == LiveConnection.State.UP);

    monitor.stop(watched);
    assertEquals(List.of(), monitor.all());
    await("no thread", () -> threads().isEmpty());
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(n -> n.startsWith("packets "))
        .toList();
  }

  @Test
  void aChangedModelIsPreviewedAndThenApplied() throws Exception {
    LabHub lab = new LabHub(Fixtures.deployment(plan));
    Watched watched = monitor.watch(lab);
    lab.start(Progress.NONE);
    assertTrue(lab.preview(Fixtures.deployment(plan)).isEmpty());

    Fixtures.connection(network, "Ningbo")
        .getTunnels()
        .getFirst()
        .getIpsecConfig()
        .setIpsecLifetime(600);
    Deployment next = Fixtures.deployment(Planner.plan(network));
    ChangePreview preview = lab.preview(next);
    assertEquals(1, preview.connections().size());
    assertEquals("changed", preview.connections().getFirst().kind());
    assertFalse(preview.connections().getFirst().details().isEmpty());
    lab.deploy(next, preview);
    assertTrue(lab.preview(next).isEmpty());
    assertThrows(ChangedSincePreviewException.class, () -> lab.deploy(next, preview));
    await("all up", () -> watched.snapshot().up() == 3);
  }

  @Test
  void aPrefixOfOneSiteIsTheOthersConcernToo() throws Exception {
    LabHub lab = new LabHub(Fixtures.deployment(plan));
    monitor.watch(lab);
    Site site = Fixtures.connection(network, "Ningbo").getSite();
    site.getCidrs().set(0, "10.10.31.0/24");
    SiteSync.regenerate(site);
    ChangePreview preview = lab.preview(Fixtures.deployment(Planner.plan(network)));
    assertEquals(3, preview.connections().size(), preview::toString);
    ChangePreview.Change ningbo = preview.connections().getFirst();
    assertEquals("Ningbo", ningbo.name());
    assertTrue(
        ningbo.details().contains("remote network: 10.10.30.0/24 \u2192 10.10.31.0/24"),
        ningbo.details()::toString);
    ChangePreview.Change other = preview.connections().getLast();
    assertEquals(
        List.of("the site reaches now: 10.10.31.0/24", "the site reaches no longer: 10.10.30.0/24"),
        other.details());
    assertEquals(List.of("Route 10.10.31.0/24 via Ningbo"), preview.routesAdded());
  }
}
