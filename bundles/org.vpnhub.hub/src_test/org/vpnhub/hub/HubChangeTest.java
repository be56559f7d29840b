package org.vpnhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.plan.ConnectionPlan;

/** What the preview of a change says. */
class HubChangeTest {
  private static final ConnectionPlan A = Plans.connection("A", 1);
  private static final ConnectionPlan B = Plans.connection("B", 2);

  @Test
  void equalModelsChangeNothing() {
    HubModel before = Plans.model(Plans.hub(A, B), Map.of());
    HubModel after = Plans.model(Plans.hub(A, B), Map.of());
    assertTrue(HubChange.between(before, after).isEmpty());
  }

  @Test
  void aConnectionThatGoesIsTheOnlyOneNamed() {
    HubChange change =
        HubChange.between(
            Plans.model(Plans.hub(A, B), Map.of()), Plans.model(Plans.hub(A), Map.of()));
    assertEquals(
        List.of("B REMOVED"),
        change.connections().stream().map(c -> c.name() + " " + c.kind()).toList());
    assertEquals(List.of("selector 10.10.2.0/24 via B"), change.routesRemoved());
  }

  @Test
  void detailsNameWhatDiffersInside() {
    ConnectionPlan moved = renumbered(B);
    HubChange change =
        HubChange.between(
            Plans.model(Plans.hub(A, B), Map.of()), Plans.model(Plans.hub(A, moved), Map.of()));
    assertEquals(1, change.connections().size());
    assertEquals(
        List.of("children.remote: 10.10.2.0/24 -> 10.10.3.0/24"),
        change.connections().getFirst().details());
    assertEquals(HubChange.Kind.CHANGED, change.connections().getFirst().kind());
  }

  private static ConnectionPlan renumbered(ConnectionPlan c) {
    return new ConnectionPlan(
        c.id(),
        c.name(),
        c.peerName(),
        c.localAddress(),
        c.remoteAddress(),
        c.localId(),
        c.remoteId(),
        c.pskReference(),
        c.ike(),
        c.ipsec(),
        Plans.connection("other", 3).children(),
        c.initiate(),
        c.dpd(),
        c.natTraversal(),
        c.localBehindNat(),
        c.remoteBehindNat(),
        c.peerPrefixes(),
        c.autoConfigRoute());
  }

  @Test
  void aKeyThatIsMissingIsToldAsThat() {
    HubModel before = Plans.model(Plans.hub(A), Map.of());
    HubModel after = new HubModel(before.plan(), r -> Optional.empty(), List.of());
    String text = HubChange.between(before, after).toJson().toString();
    assertTrue(text.contains("has no") && text.contains("will be refused"), text);
  }

  @Test
  void aNewConnectionWithoutAKeyIsToldBeforeItIsRefused() {
    HubModel before = Plans.model(Plans.hub(A), Map.of());
    HubModel both = Plans.model(Plans.hub(A, B), Map.of());
    String missing = B.pskReference();
    HubModel after =
        new HubModel(
            both.plan(),
            r -> r.equals(missing) ? Optional.empty() : both.keys().apply(r),
            List.of());
    HubChange.Connection added = HubChange.between(before, after).connections().getFirst();
    assertEquals(HubChange.Kind.ADDED, added.kind());
    assertTrue(added.keyMissing());
    assertFalse(HubChange.between(before, both).connections().getFirst().keyMissing());
  }

  @Test
  void anotherKeyUnderTheSameReferenceIsAChangeThatDoesNotShowTheKey() {
    HubModel before = Plans.model(Plans.hub(A, B), Map.of());
    HubModel after = Plans.model(Plans.hub(A, B), Map.of("A", "swordfish-2"));
    HubChange change = HubChange.between(before, after);
    assertEquals("A", change.connections().getFirst().name());
    assertEquals(1, change.connections().size());
    assertFalse(change.toJson().toString().contains("swordfish"));
    assertFalse(change.toJson().toString().contains("key of A"));
  }

  @Test
  void theTokenTiesAnApplyToItsPreview() {
    HubModel both = Plans.model(Plans.hub(A, B), Map.of());
    HubModel one = Plans.model(Plans.hub(A), Map.of());
    HubChange change = HubChange.between(both, one);
    assertEquals(change.token(), HubChange.between(both, one).token());
    assertNotEquals(change.token(), HubChange.between(one, both).token());
  }
}
