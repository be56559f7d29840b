package org.vpnhub.ike.internal.v2;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.ike.ChildConfig;
import org.vpnhub.ike.ChildSa;
import org.vpnhub.ike.ConnectionStatus.ChildStatus;
import org.vpnhub.ike.EspProposal;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeEvent;

/** One CHILD SA pair: says what the packet path has to do, and keeps its lifetimes. */
final class Child {
  final ChildSa sa;
  final ChildConfig config;
  final EspProposal suite;

  /** The lower of the two nonces that made it: decides collisions (RFC 7296 §2.8.1). */
  final byte[] lowestNonce;

  /** Whether this end initiated the exchange that made it. */
  final boolean ours;

  private final Engine engine;
  private final long since;
  private final long rekeyAt;
  private final Timers.Timer expireTimer;
  private Timers.@Nullable Timer rekeyTimer;
  private boolean receiving;
  private boolean sending;
  private boolean outboundHandedOver;
  private boolean rekeys;

  IkeSa owner;
  ChildPhase phase = new ChildPhase.Live();

  Child(
      IkeSa owner,
      ChildSa sa,
      ChildConfig config,
      EspProposal suite,
      byte[] lowestNonce,
      boolean ours) {
    this.owner = owner;
    this.engine = owner.engine;
    this.sa = sa;
    this.config = config;
    this.suite = suite;
    this.lowestNonce = lowestNonce;
    this.ours = ours;
    since = engine.now();
    Lifetimes.Plan plan = Lifetimes.plan(config.lifetime(), ours, engine.random());
    rekeyAt = since + plan.rekeyAfter();
    rekeyTimer = engine.timers().arm(rekeyAt, () -> this.owner, this::rekey);
    expireTimer = engine.timers().arm(since + plan.expireAfter(), () -> this.owner, this::expire);
    owner.children.add(this);
    engine.registerInbound(this);
  }

  boolean isLive() {
    return phase instanceof ChildPhase.Live && sending;
  }

  boolean isSending() {
    return sending;
  }

  /** Another pair goes on in its stead until the peer is ready. */
  boolean isHeldBack() {
    return phase instanceof ChildPhase.Live && !outboundHandedOver;
  }

  boolean isGone() {
    return phase instanceof ChildPhase.Gone;
  }

  // Installing

  /** Packets are taken from now on. */
  void receive() {
    receiving = true;
    engine.act(new IkeAction.InstallInbound(sa));
  }

  /** Takes packets, and waits with sending until the peer has shown that it is ready. */
  void receiveAndWait(Child predecessor) {
    phase = new ChildPhase.Waiting(predecessor);
    rekeys = true;
    receive();
  }

  /** Packets are sent from now on; a predecessor stops. */
  void send() {
    switch (phase) {
      case ChildPhase.Waiting(Child predecessor) -> {
        startSending();
        predecessor.stopSending();
      }
      case ChildPhase.Live p -> startSending();
      case ChildPhase.Replaced p -> startSending();
      case ChildPhase.Redundant p -> {}
      case ChildPhase.Deleting p -> {}
      case ChildPhase.Gone p -> {}
    }
  }

  /** RFC 7296 §2.8: the peer uses the new pair, so it takes packets on it as well. */
  void confirm() {
    if (isHeldBack()) send();
    if (!(phase instanceof ChildPhase.Waiting(Child old))) return;
    boolean decided =
        old.isGone() || old.phase instanceof ChildPhase.Replaced(Child by) && by == this;
    if (decided) send();
  }

  /** Takes over from the pair that it rekeys, at once. */
  void replace(Child predecessor) {
    rekeys = true;
    receive();
    startSending();
    predecessor.stopSending();
  }

  private void startSending() {
    if (outboundHandedOver) return;
    if (phase instanceof ChildPhase.Waiting) phase = new ChildPhase.Live();
    sending = true;
    outboundHandedOver = true;
    engine.act(new IkeAction.InstallOutbound(sa));
    engine.event(
        new IkeEvent.ChildUp(
            sa.connection(), sa.child(), sa.inboundSpi(), sa.outboundSpi(), suiteText(), rekeys));
    owner.connection().childLive(this, rekeys);
  }

  void stopSending() {
    if (!sending) return;
    sending = false;
    engine.act(new IkeAction.RemoveOutbound(sa.connection(), sa.outboundSpi()));
    owner.connection().childStopped();
  }

  // Ending

  /** The pair is over: nothing is sent or taken any more. */
  void remove(String why) {
    end(why, 0);
  }

  /** The pair was replaced: packets in flight are still taken for a while. */
  void removeLate(String why) {
    end(why, engine.config().inboundLinger().toNanos());
  }

  private void end(String why, long linger) {
    if (isGone()) return;
    stopSending();
    if (phase instanceof ChildPhase.Waiting(Child predecessor)) predecessor.revive(this);
    phase = new ChildPhase.Gone();
    engine.timers().cancel(rekeyTimer);
    engine.timers().cancel(expireTimer);
    owner.children.remove(this);
    if (!outboundHandedOver) sa.outboundKeys().close();
    if (!receiving) {
      engine.releaseInbound(sa.inboundSpi());
      sa.inboundKeys().close();
    } else if (linger == 0) {
      removeInbound();
    } else {
      engine.timers().arm(engine.now() + linger, this::removeInbound);
    }
    engine.event(
        new IkeEvent.ChildDown(
            sa.connection(), sa.child(), sa.inboundSpi(), sa.outboundSpi(), why));
  }

  private void removeInbound() {
    engine.act(new IkeAction.RemoveInbound(sa.connection(), sa.inboundSpi()));
    engine.releaseInbound(sa.inboundSpi());
  }

  // Lifetime

  /** Starts to replace the pair, unless that is under way. */
  void rekey() {
    if (!isLive() || owner.hasTask(t -> t instanceof CreateChild c && c.rekeys(this))) return;
    owner.start(new CreateChild(owner, config, Optional.of(this)));
  }

  /** Tries to rekey again later, as the peer could not or would not. */
  void rekeyAfter(long nanos) {
    if (!isLive()) return;
    engine.timers().cancel(rekeyTimer);
    rekeyTimer = engine.timers().arm(engine.now() + nanos, () -> owner, this::rekey);
  }

  /** RFC 7296 §2.8: an SA is not used beyond its lifetime, whatever became of its rekeying. */
  private void expire() {
    switch (phase) {
      case ChildPhase.Replaced(Child by) -> {
        by.send();
        delete();
      }
      case ChildPhase.Waiting(Child predecessor) -> {
        send();
        delete();
      }
      case ChildPhase.Live p -> delete();
      case ChildPhase.Redundant p -> delete();
      case ChildPhase.Deleting p -> {}
      case ChildPhase.Gone p -> {}
    }
  }

  /** Stops sending and tells the peer. */
  void delete() {
    if (phase instanceof ChildPhase.Deleting || isGone()) return;
    stopSending();
    phase = new ChildPhase.Deleting();
    owner.start(new DeleteChild(owner, this));
  }

  /** The peer has answered our delete, or sent its own. */
  void deleted() {
    removeLate("deleted");
  }

  /** The peer's rekeying of this pair has made {@code by}: its delete is awaited. */
  void replacedByPeer(Child by) {
    if (isGone()) return;
    phase = new ChildPhase.Replaced(by);
  }

  /** The pair that was to take the place of this one is gone: this one goes on. */
  private void revive(Child successor) {
    if (!(phase instanceof ChildPhase.Replaced(Child by)) || by != successor) return;
    phase = new ChildPhase.Live();
    if (engine.now() >= rekeyAt) rekeyAfter(Retransmission.PATIENCE);
  }

  /** Of two rekeyings ours has won: the peer will delete this one, or else we do. */
  void redundant() {
    if (!(phase instanceof ChildPhase.Waiting)) return;
    phase = new ChildPhase.Redundant();
    engine.timers().cancel(rekeyTimer);
    rekeyTimer =
        engine
            .timers()
            .arm(engine.now() + Retransmission.PATIENCE, () -> owner, this::deleteRedundant);
  }

  private void deleteRedundant() {
    if (phase instanceof ChildPhase.Redundant) delete();
  }

  // Status

  String suiteText() {
    String group = suite.pfs() == KeyExchangeMethod.NONE ? "" : "/" + suite.pfs();
    return suiteWithoutGroup() + group + (sa.esn() ? "/EXT_SEQ" : "");
  }

  private String suiteWithoutGroup() {
    return new EspProposal(suite.encryption(), suite.integrity(), KeyExchangeMethod.NONE, false)
        .toString();
  }

  ChildStatus status(long now) {
    return new ChildStatus(
        sa.child(),
        phase.text(),
        sa.inboundSpi(),
        sa.outboundSpi(),
        suiteText(),
        sa.udpEncapsulated(),
        sa.local(),
        sa.remote(),
        now - since,
        rekeyAt - now);
  }
}
