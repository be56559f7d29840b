package org.vpnhub.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.GatewayEvent;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.NegotiationStatus;
import org.vpnhub.plan.NetworkPlan;

/** A lab that stays running, with engines and sockets. */
@Timeout(120)
class LabSessionTest {
  private static final ConnectionId ONE = new ConnectionId("vco-1");
  private static final ConnectionId TWO = new ConnectionId("vco-2");
  private Optional<LabSession> running = Optional.empty();

  private LabSession start(NetworkPlan plan) throws IOException, InterruptedException {
    LabSession lab = new LabSession(plan, reference -> Optional.empty());
    running = Optional.of(lab);
    lab.start(Progress.NONE);
    return lab;
  }

  @AfterEach
  void close() {
    running.ifPresent(LabSession::close);
  }

  /** Looks until the condition holds; a bound, not a pause, ends it. */
  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "in vain: " + what);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static GatewayStatus.Connection hub(LabSession lab, ConnectionId id) {
    return lab.status().hub().connection(id).orElseThrow();
  }

  /** Whether both ends have a CHILD SA. */
  private static boolean isUp(LabSession lab, ConnectionId id) {
    LabStatus status = lab.status();
    return Stream.concat(Stream.of(status.hub()), status.sites().values().stream())
            .flatMap(g -> g.connection(id).stream())
            .filter(c -> c.status() == NegotiationStatus.IPSEC_SA_ESTABLISHED)
            .count()
        == 2;
  }

  @Test
  void theTunnelsComeUpAndBothEndsTellOfThem() throws Exception {
    LabSession lab = start(Plans.hub(1, 2));
    LabStatus status = lab.status();
    assertTrue(status.hub().allEstablished());
    assertEquals(Set.of("Site 1", "Site 2"), status.sites().keySet());
    GatewayStatus.Connection site = status.sites().get("Site 1").connection(ONE).orElseThrow();
    GatewayStatus.IkeSa there = site.ike().orElseThrow();
    GatewayStatus.IkeSa here = hub(lab, ONE).ike().orElseThrow();
    assertEquals(here.initiatorSpi(), there.initiatorSpi());
    assertTrue(there.initiator());
    assertFalse(here.initiator());
    assertTrue(here.nextRekey().isPresent());
  }

  @Test
  void everyPairIsPingedOnDemand() throws Exception {
    LabSession lab = start(Plans.hub(1, 2));
    LabResult.Pair pair = lab.ping(new LabPair("Site 1", "Site 2")).orElseThrow();
    assertTrue(pair.reached());
    assertEquals(6, lab.pingAll(Progress.NONE).stream().filter(LabResult.Pair::reached).count());
    assertTrue(lab.ping(new LabPair("Site 1", "nowhere")).isEmpty());
  }

  @Test
  void aStoppedSiteIsDownAndReturns() throws Exception {
    LabSession lab = start(Plans.hub(1, 2));
    lab.stopSite("Site 1");
    assertEquals(Set.of("Site 1"), lab.status().stopped());
    await("down", () -> !isUp(lab, ONE));
    assertTrue(isUp(lab, TWO), "the other site was touched");
    assertFalse(lab.ping(new LabPair("Site 2", "Site 1")).orElseThrow().reached());
    lab.startSite("Site 1");
    await("up again", () -> isUp(lab, ONE));
    assertTrue(lab.ping(new LabPair("Site 2", "Site 1")).orElseThrow().reached());
  }

  @Test
  void trafficFlowsAtABoundedRateUntilItIsSwitchedOff() throws Exception {
    LabSession lab = start(Plans.hub(1, 2));
    long before = hub(lab, ONE).bytesIn();
    long started = System.nanoTime();
    lab.traffic(List.of(new LabPair("Site 1", "Site 2")), 4_000_000);
    assertEquals(1, lab.trafficPairs().size());
    await("a quarter of a megabyte", () -> hub(lab, ONE).bytesIn() - before > 250_000);
    double seconds = (System.nanoTime() - started) / 1e9;
    double bits = (hub(lab, ONE).bytesIn() - before) * 8.0;
    // What gathers in a window may come at once, on top of the rate.
    assertTrue(bits < 4_000_000 * (seconds + 1) + 256 * 1400 * 8, bits + " bits in " + seconds);
    assertTrue(hub(lab, TWO).bytesOut() > 0);
    lab.traffic(List.of(), 0);
    assertEquals(List.of(), lab.trafficPairs());
  }

  @Test
  void aChangedPlanTouchesOnlyWhatDiffers() throws Exception {
    LabSession lab = start(Plans.hub(1, 2));
    long kept = hub(lab, ONE).ike().orElseThrow().initiatorSpi();
    lab.apply(Plans.hub(1, 3), reference -> Optional.empty(), Progress.NONE);
    await("the new site", () -> isUp(lab, new ConnectionId("vco-3")));
    assertEquals(kept, hub(lab, ONE).ike().orElseThrow().initiatorSpi());
    assertTrue(lab.status().hub().connection(TWO).isEmpty());
    assertEquals(Set.of("Site 1", "Site 3"), lab.status().sites().keySet());
    assertTrue(lab.ping(new LabPair("VPC", "Site 3")).orElseThrow().reached());
  }

  @Test
  void aHubAtAnotherAddressIsStartedAnew() throws Exception {
    LabSession lab = start(Plans.hub(1));
    lab.apply(Plans.hub("198.51.100.2", 1), reference -> Optional.empty(), Progress.NONE);
    assertTrue(isUp(lab, ONE));
  }

  @Test
  void aNewKeyIsTakenOver() throws Exception {
    LabSession lab = start(Plans.hub(1));
    long old = hub(lab, ONE).ike().orElseThrow().initiatorSpi();
    lab.apply(Plans.hub(1), reference -> Optional.of(Secret.ofText("another key")), Progress.NONE);
    await(
        "negotiated anew",
        () -> hub(lab, ONE).ike().map(i -> i.initiatorSpi() != old).orElse(false));
  }

  @Test
  void theLogTellsBothEndsInOrder() throws Exception {
    LabSession lab = start(Plans.hub(1));
    List<GatewayEvent> all = lab.log(0);
    assertTrue(
        all.stream()
            .map(GatewayEvent::gateway)
            .collect(Collectors.toSet())
            .containsAll(Set.of("hub", "Site 1")));
    assertTrue(all.stream().anyMatch(e -> e.phase() == 2 && e.name().equals("to Site 1")));
    long last = all.getLast().sequence();
    assertEquals(List.of(), lab.log(last));
    lab.stopSite("Site 1");
    assertTrue(lab.log(last).stream().allMatch(e -> e.sequence() > last));
    assertFalse(lab.log(last).isEmpty());
  }

  @Test
  void progressCanEndTheStart() {
    LabSession lab = new LabSession(Plans.hub(1, 2), reference -> Optional.empty());
    running = Optional.of(lab);
    Progress cancelling =
        new Progress() {
          @Override
          public void say(String line) {}

          @Override
          public void step(String what, long done, long all) {
            throw new CancellationException();
          }
        };
    assertThrows(CancellationException.class, () -> lab.start(cancelling));
  }

  @Test
  void closingLeavesNoThreadAndNothingStartsAfterIt() throws Exception {
    LabSession lab = start(Plans.hub(1, 2));
    lab.traffic(List.of(new LabPair("Site 1", "Site 2")), 1_000_000);
    lab.close();
    await("no thread of an engine", () -> engineThreads().isEmpty());
    lab.startSite("Site 1");
    assertTrue(lab.status().sites().isEmpty());
    assertThrows(IOException.class, () -> lab.start(Progress.NONE));
    lab.close();
  }

  private static List<String> engineThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(n -> n.startsWith("packets "))
        .toList();
  }
}
