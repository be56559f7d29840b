package org.vpnhub.ui.monitor.core;

import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.NegotiationStatus;
import org.vpnhub.ui.live.LiveConnection;

/**
 * One connection at one moment.
 *
 * @param hub how the hub sees it
 * @param site how the site's device sees it; empty outside a lab, or when the site does not run
 * @param siteStopped whether the lab's site was stopped
 * @param rate its traffic
 */
public record ConnectionSnapshot(
    GatewayStatus.Connection hub,
    Optional<GatewayStatus.Connection> site,
    boolean siteStopped,
    Rate rate) {

  public ConnectionId id() {
    return hub.id();
  }

  public boolean isUp() {
    return hub.status() == NegotiationStatus.IPSEC_SA_ESTABLISHED;
  }

  /** How it stands, both ends taken together. */
  public LiveConnection.State state() {
    if (hub.refused().isPresent()) return LiveConnection.State.REFUSED;
    if (isUp()) return LiveConnection.State.UP;
    if (siteStopped) return LiveConnection.State.DOWN;
    if (failure().isPresent()) return LiveConnection.State.FAILED;
    boolean begun = hub.ike().isPresent() || site.isPresent();
    return begun ? LiveConnection.State.NEGOTIATING : LiveConnection.State.DOWN;
  }

  /** The last failure; the hub's word first, since the responder knows both sides' values. */
  public Optional<GatewayStatus.Failure> failure() {
    return hub.lastFailure().or(() -> site.flatMap(GatewayStatus.Connection::lastFailure));
  }

  /** Whether {@link #failure} is told by the hub. */
  private boolean failureIsHubs() {
    return hub.lastFailure().isPresent();
  }

  /** Why it is not up, in a sentence with both sides' values; empty when it is. */
  public String reason() {
    if (hub.refused().isPresent()) return hub.refused().get();
    if (isUp()) return "";
    if (siteStopped) return "the site is stopped";
    return failure().map(this::text).orElse("");
  }

  private String text(GatewayStatus.Failure f) {
    String here = failureIsHubs() ? "hub" : "site";
    String there = failureIsHubs() ? "site" : "hub";
    String values = "";
    if (!f.local().isEmpty()) values += "; " + here + ": " + f.local();
    if (!f.remote().isEmpty()) values += "; " + there + ": " + f.remote();
    return f.code() + " in phase " + f.phase() + ": " + f.text() + values;
  }
}
