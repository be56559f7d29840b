package org.vpnhub.dataplane;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Secret;
import org.vpnhub.plan.GatewayPlan;

/** One engine. */
public final class IpsecGateway implements AutoCloseable {
  private GatewayPlan plan;

  public IpsecGateway(
      GatewayPlan plan,
      Function<String, Optional<Secret>> psk,
      Underlay underlay,
      Inside inside,
      EngineOptions options) {
    this.plan = plan;
  }

  /**
   * Opens both sides and begins to negotiate.
   *
   * @throws IOException when a port, a device or a permission is not to be had, with the remedy
   */
  public void start() throws IOException {
    throw new UnsupportedOperationException("in the making");
  }

  /** The plan that runs. */
  public GatewayPlan plan() {
    return plan;
  }

  /** Brings another plan about; touches only the connections that differ. */
  public PlanChange apply(GatewayPlan next) {
    throw new UnsupportedOperationException("in the making");
  }

  public GatewayStatus status() {
    throw new UnsupportedOperationException("in the making");
  }

  public void initiate(ConnectionId id) {}

  /** Rekeys all CHILD SAs of the connection. */
  public void rekeyChild(ConnectionId id) {}

  public void rekeyIke(ConnectionId id) {}

  /** Sends deletes, waits for the answers (bounded), and closes both sides. */
  @Override
  public void close() {}
}
