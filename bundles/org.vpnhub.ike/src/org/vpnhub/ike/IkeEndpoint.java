package org.vpnhub.ike;

import java.security.SecureRandom;
import java.util.List;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.ike.internal.v2.Engine;

/**
 * One IKE speaker: all connections of one gateway. Pure: time comes in as nanoseconds of a
 * monotonic clock, which must not go back from call to call, and everything to be done comes out as
 * actions, to be applied in order. Not thread-safe.
 */
public final class IkeEndpoint {
  private final Engine engine;

  /**
   * @param config limits and timers
   * @param random the only source of randomness: keys, nonces, SPIs, jitter
   */
  public IkeEndpoint(IkeEndpointConfig config, SecureRandom random) {
    engine = new Engine(config, random);
  }

  /**
   * Adds a connection, or replaces one: a different configuration of the same id deletes the old
   * SAs and negotiates anew, an equal one touches nothing.
   */
  public List<IkeAction> configure(long now, ConnectionConfig connection) {
    return engine.configure(now, connection);
  }

  /** Forgets a connection and deletes its SAs. An unknown id does nothing. */
  public List<IkeAction> remove(long now, ConnectionId id) {
    return engine.remove(now, id);
  }

  public List<IkeAction> command(long now, IkeCommand command) {
    return engine.command(now, command);
  }

  /** Takes one IKE message from the network, however malformed. */
  public List<IkeAction> receive(long now, IkeDatagram datagram) {
    return engine.receive(now, datagram);
  }

  /** Does what is due at this time. */
  public List<IkeAction> advance(long now) {
    return engine.advance(now);
  }

  /** When {@link #advance} is to be called next; {@link Long#MAX_VALUE}: nothing is waiting. */
  public long nextDeadline() {
    return engine.nextDeadline();
  }

  /**
   * Whether no IKE SA is alive, being set up, or waiting for the answer to its delete; after {@link
   * IkeCommand.Close} the endpoint may then be thrown away.
   */
  public boolean isQuiet() {
    return engine.isQuiet();
  }

  /** All connections in the order of their ids. */
  public List<ConnectionStatus> status(long now) {
    return engine.status(now);
  }
}
