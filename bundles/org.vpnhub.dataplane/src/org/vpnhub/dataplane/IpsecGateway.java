package org.vpnhub.dataplane;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.internal.engine.Engine;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.plan.GatewayPlan;

/**
 * One IPsec engine: it negotiates the connections of a plan and carries their packets. The hub is
 * one, and in the lab every site.
 *
 * <p>Thread-safe. Two threads of its own: a packet thread, which alone touches security
 * associations, routes and sockets, and a control thread, which alone runs IKE. Connections that
 * the engine cannot run are refused with a reason in {@link #status}; the others run. Keys and
 * sequence numbers live in memory alone, so that a restart can never use a sequence number again.
 */
public final class IpsecGateway implements AutoCloseable {
  private final Engine engine;

  /**
   * @param plan what to do
   * @param psk the pre-shared key of a reference; the engine makes a copy, which it wipes
   * @param underlay the outer side; the engine opens and closes it
   * @param inside the inner side; the engine opens and closes it
   */
  public IpsecGateway(
      GatewayPlan plan,
      Function<String, Optional<Secret>> psk,
      Underlay underlay,
      Inside inside,
      EngineOptions options) {
    engine = new Engine(plan, psk, underlay, inside, options);
  }

  /**
   * Opens both sides and begins to negotiate. Once only.
   *
   * @throws IOException when a port, a device or a permission is not to be had, with the remedy
   */
  public void start() throws IOException {
    engine.start();
  }

  /** The plan that runs. */
  public GatewayPlan plan() {
    return engine.plan();
  }

  /**
   * Brings another plan about. Routes change at once and as a whole; only connections that are
   * added, removed or changed negotiate, and the packets of the others flow on. Returns when the
   * packet thread forwards by the new plan.
   *
   * @return what differed; {@link PlanChange#between} says it beforehand, but for keys that changed
   *     under their reference
   */
  public PlanChange apply(GatewayPlan next) {
    return engine.apply(next);
  }

  /** What the engine is doing. */
  public GatewayStatus status() {
    return engine.status();
  }

  /** Negotiates what is missing of the connection, now. */
  public void initiate(ConnectionId id) {
    engine.command(new IkeCommand.Initiate(id));
  }

  /** Rekeys all CHILD SAs of the connection. */
  public void rekeyChild(ConnectionId id) {
    engine.command(new IkeCommand.RekeyChild(id, OptionalInt.empty()));
  }

  /** Rekeys the IKE SA of the connection. */
  public void rekeyIke(ConnectionId id) {
    engine.command(new IkeCommand.RekeyIke(id));
  }

  /** Id of the packet thread, for measuring its CPU time and allocations. */
  public long packetThreadId() {
    return engine.packetThreadId();
  }

  /**
   * Deletes all SAs at the peers, waits for their answers as long as {@link
   * EngineOptions#closeTimeout} says, wipes the keys and closes both sides. Idempotent.
   */
  @Override
  public void close() {
    engine.close();
  }
}
