package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Secret;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.IkeFailure;
import org.vpnhub.ike.IkeIdentity;
import org.vpnhub.ike.TrafficSelector;
import org.vpnhub.testkit.LossyNetwork.Weather;

/**
 * Both ends initiate and refuse each other again and again: what the peer has shown as initiator is
 * not hidden by its next refusal, which shows nothing.
 */
class ExplanationTest {
  private final World world = new World(5, Weather.FAIR);
  private final Node hub = world.add(Configs.HUB, "hub");
  private final Node site = world.add(Configs.SITE, "site");

  private static ConnectionConfig initiating(ConnectionConfig c, Consumer<Configs.Draft> change) {
    return Configs.with(
        c,
        d -> {
          d.initiate = true;
          change.accept(d);
        });
  }

  /** The status of both ends after each second of a minute, from when each has seen an attempt. */
  private void alwaysTold(Consumer<Configs.Draft> siteChange, FailureReason reason) {
    world.configure(hub, initiating(Configs.hub(), d -> {}));
    world.configure(site, initiating(Configs.site(), siteChange));
    world.run(Duration.ofSeconds(45));
    for (Node end : List.of(hub, site)) {
      for (int second = 0; second < 60; second++) {
        world.run(Duration.ofSeconds(1));
        Optional<IkeFailure> told = end.status(world.now()).lastFailure();
        assertEquals(Optional.of(reason), told.map(IkeFailure::reason), end.name + ": " + told);
        assertFalse(told.orElseThrow().remote().matches("[A-Z_]+"), "only a notify: " + told);
      }
    }
  }

  @Test
  void wrongKey() {
    alwaysTold(d -> d.psk = Secret.ofText("quite another key"), FailureReason.PSK_MISMATCH);
  }

  @Test
  void wrongIkeProposal() {
    alwaysTold(
        d -> d.proposals = List.of(Configs.CBC), FailureReason.ENCRYPTION_ALGORITHM_MISMATCH);
  }

  @Test
  void wrongIdentity() {
    alwaysTold(d -> d.localId = new IkeIdentity.Fqdn("b.test"), FailureReason.PEER_ID_MISMATCH);
  }

  @Test
  void wrongSelector() {
    List<TrafficSelector> other = Configs.ts("10.9.0.0/24");
    alwaysTold(
        d ->
            d.children =
                Configs.children(
                        Configs.site(),
                        k ->
                            new org.vpnhub.ike.ChildConfig(
                                k.name(), other, k.remote(), k.proposals(), k.lifetime()))
                    .children(),
        FailureReason.TRAFFIC_SELECTOR_MISMATCH);
  }

  @Test
  void theReasonIsForgottenOnceItIsMended() {
    world.configure(hub, initiating(Configs.hub(), d -> {}));
    world.configure(site, initiating(Configs.site(), d -> d.proposals = List.of(Configs.CBC)));
    world.run(Duration.ofSeconds(30));
    world.configure(site, initiating(Configs.site(), d -> {}));
    world.run(Duration.ofSeconds(60));
    Agreement.holds(world.now(), hub, site, 1, "mended");
    world.configure(site, initiating(Configs.site(), d -> d.psk = Secret.ofText("another key")));
    world.run(Duration.ofSeconds(60));
    assertEquals(
        Optional.of(FailureReason.PSK_MISMATCH),
        hub.status(world.now()).lastFailure().map(IkeFailure::reason));
  }
}
