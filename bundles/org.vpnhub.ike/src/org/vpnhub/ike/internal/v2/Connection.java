package org.vpnhub.ike.internal.v2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.ike.ChildConfig;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.ConnectionStatus;
import org.vpnhub.ike.ConnectionStatus.ChildStatus;
import org.vpnhub.ike.ConnectionStatus.IkeStatus;
import org.vpnhub.ike.ConnectionStatus.TunnelState;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeEvent;
import org.vpnhub.ike.IkeFailure;
import org.vpnhub.ike.internal.message.Payload;

/**
 * One configured connection: keeps it up when it is to be up, decides who goes first when both ends
 * begin at once, and remembers what went wrong.
 */
class Connection {
  /** How long an own attempt has the right of way, and a peer's attempt is waited for. */
  private static final long RIGHT_OF_WAY = Duration.ofSeconds(3).toNanos();

  /** How long two IKE SAs of one connection may live side by side before the older is deleted. */
  private static final long SETTLE = Duration.ofSeconds(2).toNanos();

  /** How long a new pair is held back for a peer that does not use it yet. */
  private static final long READY = Duration.ofSeconds(1).toNanos();

  /** How long the responder of an IKE SA leaves it to the initiator to open the CHILD SAs. */
  private static final long INITIATOR_FIRST = Duration.ofSeconds(4).toNanos();

  /** How long after a trouble the next one is the first again. */
  private static final long FORGIVEN = Duration.ofMinutes(1).toNanos();

  /** An IKE SA that ended sooner is no success. */
  private static final long BRIEF = Duration.ofSeconds(10).toNanos();

  /** Least time between two reports of what nothing authenticates. */
  private static final long UNPROVEN = Duration.ofSeconds(1).toNanos();

  /**
   * IKE SAs that a peer may keep side by side: more than any order of restarts and rekeys needs.
   */
  private static final int MAX_SAS = 8;

  private final Engine engine;
  private final ConnectionConfig config;
  private final Set<IkeSa> sas = new LinkedHashSet<>();
  private boolean wanted;
  private boolean removed;
  private int failures;
  private int refusals;
  private long ignoringSince = Long.MIN_VALUE;
  private long yieldingSince = Long.MIN_VALUE;
  private long lastTrouble = Long.MIN_VALUE;
  private long lastUnproven = Long.MIN_VALUE;
  private boolean childTried;
  private Timers.@Nullable Timer retry;
  private Optional<String> lastOffer = Optional.empty();
  private Optional<IkeFailure> lastFailure = Optional.empty();

  /**
   * The last failure whose cause this end saw as responder; empty once that phase has succeeded.
   */
  private Optional<IkeFailure> explained = Optional.empty();

  Connection(Engine engine, ConnectionConfig config) {
    this.engine = engine;
    this.config = config;
    this.wanted = config.initiate();
  }

  ConnectionConfig config() {
    return config;
  }

  ConnectionId id() {
    return config.id();
  }

  boolean isFor(Ipv4Address local, Ipv4Address remote) {
    return config.localAddress().equals(local) && config.remoteAddress().equals(remote);
  }

  // Its IKE SAs

  void add(IkeSa sa) {
    sas.add(sa);
  }

  Stream<IkeSa> established() {
    return sas.stream().filter(IkeSa::isEstablished);
  }

  /** The IKE SA in use: the newest. */
  Optional<IkeSa> primary() {
    return established().reduce((older, newer) -> newer);
  }

  /** Our own attempt to set up an IKE SA. */
  private Optional<IkeSa> attempt() {
    return sas.stream().filter(sa -> sa.initiator && sa.phase().isSetup()).findFirst();
  }

  Stream<Child> children() {
    return sas.stream().flatMap(sa -> sa.children.stream());
  }

  // Keeping it up

  /** The operator wants the connection, now. */
  void initiate() {
    wanted = true;
    failures = 0;
    refusals = 0;
    ensure();
  }

  /** Begins what is missing: the IKE SA, or CHILD SAs of it. */
  void ensure() {
    engine.timers().cancel(retry);
    retry = null;
    if (!wanted || removed || engine.isClosing()) return;
    Optional<IkeSa> primary = primary();
    if (primary.isPresent()) {
      ensureChildren(primary.get());
    } else if (attempt().isEmpty() && !yieldToPeer()) {
      yieldingSince = Long.MIN_VALUE;
      IkeSa sa = engine.newInitiator(this);
      IkeSaInit init = new IkeSaInit(sa);
      sa.phase(new Phase.InitSent(init));
      sa.start(init);
    }
  }

  /** The peer is setting up an SA at this moment: waits for it, but not for ever. */
  boolean yieldToPeer() {
    if (!engine.isHalfOpenWith(config.localAddress(), config.remoteAddress())) return false;
    long now = engine.now();
    if (yieldingSince == Long.MIN_VALUE) yieldingSince = now;
    if (now - yieldingSince >= RIGHT_OF_WAY) return false;
    ensureAfter(RIGHT_OF_WAY - (now - yieldingSince));
    return true;
  }

  private void ensureChildren(IkeSa sa) {
    for (ChildConfig child : config.children()) {
      boolean there =
          children().anyMatch(c -> c.config.equals(child) && !c.isGone())
              || sa.hasTask(t -> t instanceof CreateChild c && c.creates(child));
      if (!there) sa.start(new CreateChild(sa, child, Optional.empty()));
    }
  }

  private void ensureAfter(long nanos) {
    engine.timers().cancel(retry);
    retry = engine.timers().arm(engine.now() + nanos, this::ensure);
  }

  /** After a failure: tries again, later and later, for ever. Old troubles do not count. */
  private void retryLater(boolean refused) {
    if (!wanted || removed) return;
    if (lastTrouble != Long.MIN_VALUE && engine.now() - lastTrouble > FORGIVEN) {
      failures = 0;
      refusals = 0;
    }
    lastTrouble = engine.now();
    failures++;
    if (refused) refusals++;
    long first = engine.config().retryFirst().toNanos();
    // A peer that refuses will do so until somebody changes a configuration.
    long cap = engine.config().retryCap().toNanos() * (refused && refusals > 2 ? 6 : 1);
    long wait = Math.min(cap, first << Math.min(failures - 1, 20));
    ensureAfter(wait / 2 + (long) (engine.random().nextDouble() * wait / 2));
  }

  // Both ends at once

  /**
   * The peer begins an IKE SA while ours is being set up. Of the two, the one with the higher
   * initiator's nonce goes on, so both ends decide the same; an end whose own attempt goes on does
   * not answer for a few seconds, in case the peer does not hear it.
   *
   * <p>An own IKE_AUTH under way may carry INITIAL_CONTACT, on which the peer forgets everything
   * else: another SA set up meanwhile would be lost without a word.
   *
   * @return whether to answer the peer
   */
  boolean admitsPeerAttempt(byte[] peerNonce) {
    Optional<IkeSa> own = attempt();
    if (own.isEmpty()) return true;
    boolean ignore =
        switch (own.get().phase()) {
          case Phase.InitSent(IkeSaInit init) ->
              Arrays.compareUnsigned(init.nonce(), peerNonce) > 0;
          case Phase.AuthSent p -> true;
          case Phase.InitAnswered p -> false;
          case Phase.Refused p -> false;
          case Phase.Candidate p -> false;
          case Phase.Established p -> false;
          case Phase.Replaced p -> false;
          case Phase.Deleting p -> false;
          case Phase.Closed p -> false;
        };
    if (ignore && withinRightOfWay()) return false;
    if (!ignore) own.get().close("the peer's attempt goes first");
    return true;
  }

  private boolean withinRightOfWay() {
    if (ignoringSince == Long.MIN_VALUE) ignoringSince = engine.now();
    return engine.now() - ignoringSince < RIGHT_OF_WAY;
  }

  /** The same at IKE_AUTH: whether the peer's authentic request is to be answered. */
  boolean admitsPeerAuth(byte[] peerNonce) {
    Optional<IkeSa> own = attempt();
    if (own.isEmpty()) return true;
    boolean ownGoesOn =
        own.get().phase() instanceof Phase.AuthSent(Handshake h, IkeAuth auth)
            && Arrays.compareUnsigned(h.initiatorNonce(), peerNonce) > 0;
    if (!ownGoesOn) own.get().close("the peer's attempt goes first");
    return !ownGoesOn;
  }

  /** Whether the peer may forget all other IKE SAs with this end (RFC 7296 §2.4). */
  boolean claimsInitialContact() {
    return primary().isEmpty();
  }

  /** Whether an own attempt has lost its sense, as an SA is up already. */
  boolean isSuperseded(IkeSa attempt) {
    return primary().isPresent();
  }

  // What happens to its SAs

  /** An IKE SA has been authenticated. */
  void authenticated(IkeSa sa, boolean initialContact) {
    explained = explained.filter(f -> f.phase() != 1);
    ignoringSince = Long.MIN_VALUE;
    List<IkeSa> others = established().filter(other -> other != sa).toList();
    // The newest stands last and is the primary.
    sas.remove(sa);
    sas.add(sa);
    if (initialContact) {
      // RFC 7296 §2.4: the peer has no other IKE SA with us; no delete is sent.
      others.forEach(other -> other.close("the peer began anew"));
    } else if (!others.isEmpty()) {
      int tooMany = others.size() + 1 - MAX_SAS;
      others.stream().limit(Math.max(0, tooMany)).forEach(o -> o.delete("too many IKE SAs"));
      settle(sa);
    }
    if (wanted && retry == null) ensureAfter(sa.initiator ? 0 : INITIATOR_FIRST);
  }

  /** An IKE SA has been made by a rekey. */
  void rekeyed(IkeSa sa) {
    sas.remove(sa);
    sas.add(sa);
  }

  /** The peer keeps several IKE SAs: those that a newer one covers are deleted, a little later. */
  void settle(IkeSa newest) {
    engine.timers().arm(engine.now() + SETTLE, () -> newest, () -> removeOlder(newest));
  }

  private void removeOlder(IkeSa newest) {
    if (!newest.isEstablished()) return;
    for (IkeSa older : established().toList()) {
      if (older == newest) return;
      boolean covered =
          older.children.stream()
              .allMatch(c -> newest.children.stream().anyMatch(n -> serveTheSame(n, c)));
      if (covered) retire(older, "a newer IKE SA serves the same");
    }
  }

  /** Deletes an IKE SA; what the peer still sends on its pairs until it hears of that is taken. */
  private static void retire(IkeSa older, String why) {
    for (Child child : List.copyOf(older.children)) child.removeLate(why);
    older.delete(why);
  }

  /**
   * This end has answered the peer's wish for a new pair. RFC 7296 §2.8: the peer can take packets
   * on it only when it has that answer, so a pair that serves the same goes on until the peer uses
   * the new one, or for a while.
   */
  void childAnswered(Child child) {
    if (isServedByAnother(child)) {
      engine.timers().arm(engine.now() + READY, () -> child.owner, child::send);
    } else {
      child.send();
    }
  }

  /** A pair sends no more: one that was held back in its favour begins. */
  void childStopped() {
    for (Child child : children().filter(Child::isHeldBack).toList()) {
      if (!isServedByAnother(child)) child.send();
    }
  }

  private boolean isServedByAnother(Child child) {
    return children().anyMatch(c -> c != child && c.isSending() && serveTheSame(c, child));
  }

  /**
   * A CHILD SA is in use. Of two new ones that serve the same, one made by each end, one has to go.
   *
   * @param rekeyed whether it only takes the place of another
   */
  void childLive(Child child, boolean rekeyed) {
    childTried = true;
    explained = Optional.empty();
    if (rekeyed) return;
    for (Child other : List.copyOf(child.owner.children)) {
      if (other == child || other.ours == child.ours) continue;
      if (!other.isLive() || !serveTheSame(other, child)) continue;
      // RFC 7296 §2.8.1: the one with the lowest nonce is closed by the end that made it.
      boolean otherLoses = Arrays.compareUnsigned(other.lowestNonce, child.lowestNonce) < 0;
      Child loser = otherLoses ? other : child;
      long patience = loser.ours ? 0 : SETTLE * 2;
      engine
          .timers()
          .arm(
              engine.now() + patience,
              () -> loser.owner,
              () -> {
                if (loser.isLive()) loser.delete();
              });
    }
  }

  private static boolean serveTheSame(Child a, Child b) {
    return a.config.equals(b.config)
        && Selectors.same(a.sa.local(), b.sa.local())
        && Selectors.same(a.sa.remote(), b.sa.remote());
  }

  /** A CHILD SA could not be made. */
  void childFailed(boolean refused) {
    childTried = true;
    retryLater(refused);
  }

  /** A CHILD SA went that is still wanted. */
  void childLost() {
    if (wanted) retryLater(false);
  }

  /** An SA of this connection is over. */
  void closed(IkeSa sa) {
    sas.remove(sa);
    if (sas.stream().noneMatch(s -> s.isEstablished() || s.phase().isSetup())) childTried = false;
    left(sa);
  }

  /** An IKE SA is over, or about to be: sees to another. */
  void left(IkeSa sa) {
    if (!wanted || retry != null || primary().isPresent()) return;
    if (sa.upSince().filter(t -> engine.now() - t < BRIEF).isPresent()) {
      retryLater(false);
    } else {
      ensureAfter(jitter());
    }
  }

  private long jitter() {
    return (long) (engine.random().nextDouble() * engine.config().retryFirst().toNanos() / 4);
  }

  /** An attempt of ours failed. */
  void attemptFailed(boolean refused) {
    retryLater(refused);
  }

  /** A request of ours was not answered; the SA is closed already. */
  void unanswered(IkeSa sa, Exchange exchange) {
    boolean setup = exchange instanceof IkeSaInit || exchange instanceof IkeAuth;
    if (setup) {
      fail(
          FailureReason.NO_RESPONSE,
          1,
          "the peer does not answer " + exchange.text(),
          exchange.text() + " to " + config.remoteAddress(),
          "no answer");
      retryLater(false);
    } else if (!(exchange instanceof DeleteIke)) {
      fail(
          FailureReason.DPD_TIMEOUT,
          1,
          "the peer has stopped answering (" + exchange.text() + ")",
          exchange.text(),
          "no answer");
    }
  }

  /** The peer has a new address or port. */
  void moved(IkeSa sa) {
    Path p = sa.path();
    engine.act(
        new IkeAction.UpdateEndpoints(
            id(),
            sa.nat().udpEncapsulation(),
            p.local(),
            p.localPort(),
            p.remote(),
            p.remotePort()));
    engine.event(new IkeEvent.PeerMoved(id(), p.remote(), p.remotePort()));
  }

  /** Deletes everything; an initiating connection stays down. */
  void terminate() {
    wanted = false;
    engine.timers().cancel(retry);
    retry = null;
    for (IkeSa sa : List.copyOf(sas)) sa.delete("terminated");
  }

  void remove() {
    removed = true;
    terminate();
  }

  // Telling

  void fail(FailureReason reason, int phase, String text, String local, String remote) {
    IkeFailure failure = new IkeFailure(reason, phase, text, local, remote, engine.now());
    lastFailure = Optional.of(failure);
    if (phase == 2) childTried = true;
    engine.event(new IkeEvent.Failed(id(), failure));
  }

  /** Like {@link #fail}, for a failure that this end saw as responder, with the values of both. */
  void explain(FailureReason reason, int phase, String text, String local, String remote) {
    fail(reason, phase, text, local, remote);
    explained = lastFailure;
  }

  /**
   * The peer refuses what this end initiates, without its reason. Where it has shown the reason as
   * initiator itself, that goes on to be what the status tells, until the phase succeeds.
   */
  void refused(FailureReason reason, int phase, String text, String local, String remote) {
    fail(reason, phase, text, local, remote);
    if (explained.filter(f -> f.phase() == phase).isPresent()) lastFailure = explained;
  }

  /** For what nothing authenticates: the same is told once in ten seconds. */
  void failOnce(FailureReason reason, String local, String remote) {
    boolean told =
        lastFailure
            .filter(f -> f.reason() == reason && f.remote().equals(remote))
            .filter(f -> engine.now() - f.atNanos() < Duration.ofSeconds(10).toNanos())
            .isPresent();
    if (!told) failUnproven(reason, "the peer speaks " + remote, local, remote);
  }

  /**
   * Like {@link #explain}, for what anyone could have sent under the peer's address: always
   * remembered, but told once a second, so that a flood does not fill the log.
   */
  void failUnproven(FailureReason reason, String text, String local, String remote) {
    long now = engine.now();
    if (lastUnproven == Long.MIN_VALUE || now - lastUnproven >= UNPROVEN) {
      lastUnproven = now;
      fail(reason, 1, text, local, remote);
    } else {
      lastFailure = Optional.of(new IkeFailure(reason, 1, text, local, remote, now));
    }
    explained = lastFailure;
  }

  void offered(Payload.Sa offer) {
    lastOffer = Optional.of(Mismatch.text(offer.proposals()));
  }

  ConnectionStatus status(long now) {
    Optional<IkeSa> primary = primary();
    List<ChildStatus> children = new ArrayList<>();
    children().forEach(c -> children.add(c.status(now)));
    return new ConnectionStatus(
        id(),
        state(primary.isPresent()),
        phaseText(primary),
        primary.flatMap(sa -> ikeStatus(sa, now)),
        children,
        lastOffer,
        lastFailure);
  }

  private TunnelState state(boolean ikeUp) {
    if (!ikeUp) return TunnelState.IKE_SA_NOT_ESTABLISHED;
    boolean sends = children().anyMatch(Child::isSending);
    if (sends) return TunnelState.IPSEC_SA_ESTABLISHED;
    return childTried ? TunnelState.IPSEC_SA_NOT_ESTABLISHED : TunnelState.IKE_SA_ESTABLISHED;
  }

  private String phaseText(Optional<IkeSa> primary) {
    if (primary.isPresent()) return "established";
    Optional<IkeSa> setup = sas.stream().filter(sa -> sa.phase().isSetup()).findFirst();
    if (setup.isPresent()) return "negotiating (" + setup.get().phase().text() + ")";
    return retry != null ? "waiting to retry" : "idle";
  }

  private Optional<IkeStatus> ikeStatus(IkeSa sa, long now) {
    if (!(sa.phase() instanceof Phase.Established e)) return Optional.empty();
    Path p = sa.path();
    return Optional.of(
        new IkeStatus(
            sa.initiatorSpi(),
            sa.responderSpi(),
            sa.initiator,
            e.suite(),
            p.local(),
            p.localPort(),
            p.remote(),
            p.remotePort(),
            sa.nat().text(),
            now - e.since(),
            e.rekeyAt() - now));
  }
}
