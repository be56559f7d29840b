package org.vpnhub.ike.internal.v2;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeEvent;
import org.vpnhub.ike.IkeProposal;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.Header;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.Legality;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.Payload;

/**
 * One IKE SA: its phase, its two message-id windows, its queue of exchanges, its CHILD SAs. What
 * the messages mean is the exchanges' business.
 */
final class IkeSa {
  final Engine engine;

  /** Whether this end is the original initiator (RFC 7296 §2.2: decides flag and key direction). */
  final boolean initiator;

  final long localSpi;
  final List<Child> children = new ArrayList<>();
  private final Deque<Exchange> queue = new ArrayDeque<>();

  private long remoteSpi;
  private Path path;
  private NatDetection nat = NatDetection.NONE;
  private @Nullable Connection connection;
  private Phase phase = new Phase.Closed(Optional.empty());

  // Our requests
  private int nextRequestId;
  private @Nullable Pending pending;

  // The peer's requests
  private int expectedRequestId;
  private byte @Nullable [] lastResponse;

  private long lastHeard;
  private @Nullable Long upSince;
  private boolean suspected;
  private int temporaryFailures;
  private Timers.@Nullable Timer rekeyTimer;
  private Timers.@Nullable Timer expireTimer;
  private Timers.@Nullable Timer dpdTimer;
  private Timers.@Nullable Timer keepaliveTimer;
  private Timers.@Nullable Timer guardTimer;

  /** A request that awaits its answer. */
  private static final class Pending {
    final Exchange exchange;
    final int messageId;
    final byte[] message;
    int sent;
    Timers.@Nullable Timer timer;

    Pending(Exchange exchange, int messageId, byte[] message) {
      this.exchange = exchange;
      this.messageId = messageId;
      this.message = message;
    }
  }

  IkeSa(Engine engine, boolean initiator, long localSpi, long remoteSpi, Path path) {
    this.engine = engine;
    this.initiator = initiator;
    this.localSpi = localSpi;
    this.remoteSpi = remoteSpi;
    this.path = path;
    lastHeard = engine.now();
  }

  // Facts

  long remoteSpi() {
    return remoteSpi;
  }

  void remoteSpi(long spi) {
    remoteSpi = spi;
  }

  long initiatorSpi() {
    return initiator ? localSpi : remoteSpi;
  }

  long responderSpi() {
    return initiator ? remoteSpi : localSpi;
  }

  Path path() {
    return path;
  }

  void path(Path newPath) {
    path = newPath;
  }

  NatDetection nat() {
    return nat;
  }

  void nat(NatDetection found) {
    nat = found;
  }

  Connection connection() {
    if (connection == null) throw new IllegalStateException("no connection before IKE_AUTH");
    return connection;
  }

  Optional<Connection> connectionIfAny() {
    return Optional.ofNullable(connection);
  }

  void connection(Connection owner) {
    connection = owner;
    owner.add(this);
  }

  Phase phase() {
    return phase;
  }

  void phase(Phase next) {
    phase = next;
  }

  boolean isEstablished() {
    return phase instanceof Phase.Established;
  }

  /** When it was established; empty when it never was. */
  Optional<Long> upSince() {
    return Optional.ofNullable(upSince);
  }

  boolean isClosed() {
    return phase instanceof Phase.Closed;
  }

  IkeKeys keys() {
    return phase
        .keysIfAny()
        .orElseThrow(() -> new IllegalStateException("no keys in " + phase.text()));
  }

  int expectedRequestId() {
    return expectedRequestId;
  }

  int nextRequestId() {
    return nextRequestId;
  }

  // Our requests

  /** Begins the exchange now, or when those before it are done. */
  void start(Exchange exchange) {
    queue.add(exchange);
    pump();
  }

  /** Begins the exchange before all that wait. */
  void startFirst(Exchange exchange) {
    queue.addFirst(exchange);
    pump();
  }

  /** Whether an exchange waits or is under way. */
  boolean hasTask(Predicate<Exchange> which) {
    return queue.stream().anyMatch(which) || pending != null && which.test(pending.exchange);
  }

  /** The exchange under way. */
  Optional<Exchange> underWay() {
    return Optional.ofNullable(pending).map(p -> p.exchange);
  }

  private void pump() {
    while (pending == null && !queue.isEmpty() && !isClosed()) {
      Exchange next = queue.poll();
      if (next.wanted()) {
        send(next);
      } else {
        next.abandon();
      }
    }
  }

  private void send(Exchange exchange) {
    List<Payload> payloads = exchange.request();
    Header header =
        Header.of(initiatorSpi(), responderSpi(), exchange.type(), initiator, false, nextRequestId);
    byte[] message =
        exchange.type() == ExchangeType.IKE_SA_INIT
            ? new Message(header, payloads).encode()
            : keys().seal(initiator, header, payloads);
    pending = new Pending(exchange, nextRequestId++, message);
    transmit(pending);
  }

  /** The request under way as it was sent: IKE_AUTH authenticates the one of IKE_SA_INIT. */
  byte[] sentMessage() {
    if (pending == null) throw new IllegalStateException("no request under way");
    return pending.message;
  }

  /** RFC 7296 §2.6, §1.2: after a cookie or another group, IKE_SA_INIT is sent anew with id 0. */
  void restartInit(IkeSaInit exchange) {
    stopPending();
    nextRequestId = 0;
    send(exchange);
  }

  /** RFC 7296 §2.1: the initiator of a request repeats it, octet by octet, with growing pauses. */
  private void transmit(Pending p) {
    if (p.sent >= Retransmission.tries(engine.config(), phase.isSetup(), p.exchange, suspected)) {
      noAnswer(p.exchange);
      return;
    }
    long wait = Retransmission.wait(engine.config(), phase.isSetup(), p.sent++);
    engine.send(path.datagram(p.message));
    p.timer = engine.timers().arm(engine.now() + wait, () -> this, () -> transmit(p));
  }

  private void noAnswer(Exchange exchange) {
    Connection owner = connection();
    String why = "no answer to " + exchange.text();
    close(why);
    owner.unanswered(this, exchange);
  }

  private void stopPending() {
    if (pending != null) engine.timers().cancel(pending.timer);
    pending = null;
  }

  /** Hands everything that waits to the successor of a rekeyed SA. */
  void moveQueueTo(IkeSa successor) {
    List<Exchange> waiting = List.copyOf(queue);
    queue.clear();
    for (Exchange e : waiting) {
      e.sa = successor;
      successor.start(e);
    }
  }

  // Messages from the peer

  /** Takes the answer to IKE_SA_INIT, which alone is in the clear. */
  void receiveInitResponse(Message message, IkeDatagram datagram) throws IkeReject {
    if (!(phase instanceof Phase.InitSent(IkeSaInit exchange)) || pending == null) {
      throw new IkeReject.Misbehaved("IKE_SA_INIT response in phase " + phase.text());
    }
    Legality.SA_INIT_RESPONSE.check(message.payloads());
    exchange.clearResponse(message, datagram);
  }

  /** IKE_SA_INIT is answered: the request is done, and IKE_AUTH follows. */
  void initAnswered() {
    stopPending();
  }

  /** Takes a protected message. */
  void receive(Message message, IkeDatagram datagram) throws IkeReject {
    Header header = message.header();
    ExchangeType exchange =
        header
            .exchangeType()
            .orElseThrow(() -> new IkeReject.Malformed("exchange type " + header.exchange()));
    Legality.SEALED.check(message.payloads());
    IkeKeys keys =
        phase
            .keysIfAny()
            .orElseThrow(() -> new IkeReject.Misbehaved("protected message without keys"));
    Payload.Encrypted sk = message.encrypted().orElseThrow();
    byte[] inner = keys.open(!initiator, datagram.message(), sk.body().length);
    // From here on the message is authentic.
    if (header.isResponse()) {
      receiveResponse(header, exchange, sk.firstInner(), inner, datagram);
    } else {
      receiveRequest(header, exchange, sk.firstInner(), inner, datagram);
    }
  }

  private void receiveResponse(
      Header header, ExchangeType type, int firstInner, byte[] inner, IkeDatagram datagram)
      throws IkeReject {
    Pending p = pending;
    if (p == null || p.messageId != header.messageId() || p.exchange.type() != type) {
      throw new IkeReject.Misbehaved("response to no request");
    }
    heard(datagram);
    suspected = false;
    stopPending();
    try {
      List<Payload> payloads = Message.decodeChain(firstInner, inner, 0);
      Legality.inside(type, true).check(payloads);
      p.exchange.response(payloads);
    } catch (IkeReject reject) {
      RejectTable.response(this, p.exchange, reject);
    }
    pump();
  }

  private void receiveRequest(
      Header header, ExchangeType type, int firstInner, byte[] inner, IkeDatagram datagram)
      throws IkeReject {
    if (header.messageId() == expectedRequestId - 1 && lastResponse != null) {
      // RFC 7296 §2.1: a repeated request gets the same answer, octet by octet.
      engine.send(Path.of(datagram).datagram(lastResponse));
      return;
    }
    if (header.messageId() != expectedRequestId || !phase.takesRequests()) {
      throw new IkeReject.Misbehaved("message id out of the window");
    }
    Optional<Reply> reply;
    try {
      List<Payload> payloads = Message.decodeChain(firstInner, inner, 0);
      Legality.inside(type, false).check(payloads);
      reply = Dispatch.request(this, type, payloads, datagram);
    } catch (IkeReject reject) {
      reply = RejectTable.request(this, type, reject);
    }
    if (reply.isEmpty()) return;
    heard(datagram);
    expectedRequestId++;
    Header answer =
        Header.of(initiatorSpi(), responderSpi(), type, initiator, true, header.messageId());
    lastResponse = keys().seal(initiator, answer, reply.get().payloads());
    engine.send(Path.of(datagram).datagram(lastResponse));
    reply.get().after().run();
  }

  /** The responder's answer to IKE_SA_INIT: message 0 is done. */
  void answeredInit() {
    expectedRequestId = 1;
  }

  /** Behind an authentic message that is newer than all before. */
  private void heard(IkeDatagram datagram) {
    lastHeard = engine.now();
    Path from = Path.of(datagram);
    if (from.equals(path)) return;
    // RFC 7296 §2.23: an end that is not behind a NAT follows one that is; MOBIKE is not spoken.
    boolean follow = nat.remote() && !nat.local() && from.local().equals(path.local());
    if (!follow) return;
    path = from;
    if (isEstablished()) connection().moved(this);
  }

  /** Authentic ESP has come from the peer. */
  void peerActive() {
    lastHeard = engine.now();
  }

  /** RFC 7296 §2.25: counts how often the peer asked for patience; too often is broken. */
  boolean tooManyTemporaryFailures() {
    return ++temporaryFailures > 20;
  }

  void noTemporaryFailure() {
    temporaryFailures = 0;
  }

  // Life

  /** The SA is authenticated, or made by a rekey: starts its clocks. */
  void establish(IkeProposal suite, IkeKeys keys) {
    Connection owner = connection();
    Lifetimes.Plan plan = Lifetimes.plan(owner.config().lifetime(), initiator, engine.random());
    long now = engine.now();
    engine.timers().cancel(guardTimer);
    upSince = now;
    phase = new Phase.Established(keys, suite, now, now + plan.rekeyAfter());
    rekeyTimer = engine.timers().arm(now + plan.rekeyAfter(), () -> this, this::rekey);
    expireTimer = engine.timers().arm(now + plan.expireAfter(), () -> this, this::expire);
    if (owner.config().dpdInterval().isPresent()) armDpd();
    if (nat.local()) armKeepalive();
  }

  /** Starts to replace this SA, unless that is under way. */
  void rekey() {
    if (isEstablished() && !hasTask(t -> t instanceof RekeyIke)) start(new RekeyIke(this));
  }

  void rekeyAfter(long nanos) {
    engine.timers().cancel(rekeyTimer);
    rekeyTimer = engine.timers().arm(engine.now() + nanos, () -> this, this::rekey);
  }

  private void expire() {
    if (isEstablished()) delete("lifetime over");
  }

  /** RFC 7296 §2.4: asks for a sign of life when there was none for the interval. */
  private void armDpd() {
    long interval = connection().config().dpdInterval().orElseThrow().toNanos();
    long due = Math.max(lastHeard + interval, engine.now() + interval / 4);
    dpdTimer = engine.timers().arm(due, () -> this, this::checkPeer);
  }

  private void checkPeer() {
    if (!isEstablished()) return;
    long interval = connection().config().dpdInterval().orElseThrow().toNanos();
    // An exchange under way asks for a sign of life as well.
    if (engine.now() - lastHeard >= interval && pending == null) start(new Liveness(this));
    armDpd();
  }

  /** RFC 7296 §2.21.4: somebody says that the peer does not know this SA; ask the peer. */
  void suspect() {
    if (!isEstablished()) return;
    suspected = true;
    if (pending == null) start(new Liveness(this));
  }

  /** RFC 3948 §4: keeps the NAT in front of this end open. */
  private void armKeepalive() {
    long interval = engine.config().natKeepalive().toNanos();
    keepaliveTimer =
        engine
            .timers()
            .arm(
                engine.now() + interval,
                () -> this,
                () -> {
                  engine.act(
                      new IkeAction.SendKeepalive(
                          path.local(), path.localPort(), path.remote(), path.remotePort()));
                  armKeepalive();
                });
  }

  /** Ends the SA with a word to the peer: nothing else is begun any more. */
  void delete(String why) {
    switch (phase) {
      case Phase.InitSent p -> close(why);
      case Phase.InitAnswered p -> close(why);
      case Phase.AuthSent p -> close(why);
      case Phase.Refused p -> close(why);
      case Phase.Candidate p -> sayDelete(p.keys());
      case Phase.Established p -> {
        dropChildren(why);
        down(why);
        sayDelete(p.keys());
        connection().left(this);
      }
      case Phase.Replaced p -> sayDelete(p.keys());
      case Phase.Deleting p -> {}
      case Phase.Closed p -> {}
    }
  }

  private void sayDelete(IkeKeys keys) {
    stopClocks();
    clearQueue();
    phase = new Phase.Deleting(keys);
    start(new DeleteIke(this));
  }

  /** RFC 7296 §2.8: this SA was rekeyed; its CHILD SAs and tasks belong to the successor. */
  void replacedBy(IkeSa successor, boolean weDelete) {
    IkeKeys keys = keys();
    stopClocks();
    for (Child child : List.copyOf(children)) {
      children.remove(child);
      child.owner = successor;
      successor.children.add(child);
    }
    phase = new Phase.Replaced(keys, successor);
    moveQueueTo(successor);
    if (weDelete) {
      startFirst(new DeleteIke(this));
    } else {
      // The peer is to delete it; if it forgets, we do.
      guard(Retransmission.PATIENCE, () -> delete("the peer did not delete the rekeyed IKE SA"));
    }
  }

  /** One more timer for the phase: what to do when the peer does not do its part. */
  void guard(long nanos, Runnable task) {
    engine.timers().cancel(guardTimer);
    guardTimer = engine.timers().arm(engine.now() + nanos, () -> this, task);
  }

  /** Ends the SA without a word, and its CHILD SAs with it; repeats its last answer for a while. */
  void close(String why) {
    if (isClosed()) return;
    boolean wasUp = isEstablished();
    dropChildren(why);
    if (pending != null) pending.exchange.abandon();
    stopPending();
    stopClocks();
    clearQueue();
    // Who never proved its key is forgotten at once, or it could fill the memory.
    boolean repeats = lastResponse != null && !(phase instanceof Phase.Refused);
    Optional<IkeKeys> keys = repeats ? phase.keysIfAny() : Optional.empty();
    if (keys.isEmpty()) phase.keysIfAny().ifPresent(IkeKeys::close);
    if (phase instanceof Phase.InitAnswered p) engine.timers().cancel(p.expiry());
    engine.leftHalfOpen(this);
    phase = new Phase.Closed(keys);
    if (wasUp) down(why);
    if (keys.isEmpty()) {
      forget();
    } else {
      engine.timers().arm(engine.now() + Retransmission.PATIENCE, () -> this, this::forget);
    }
    connectionIfAny().ifPresent(c -> c.closed(this));
  }

  private void forget() {
    phase.keysIfAny().ifPresent(IkeKeys::close);
    // Not wiped: it is sealed, and may still wait to be sent.
    lastResponse = null;
    engine.forget(this);
  }

  private void down(String why) {
    engine.event(new IkeEvent.IkeDown(connection().id(), initiatorSpi(), responderSpi(), why));
  }

  private void dropChildren(String why) {
    for (Child child : List.copyOf(children)) child.remove(why);
  }

  private void stopClocks() {
    engine.timers().cancel(rekeyTimer);
    engine.timers().cancel(expireTimer);
    engine.timers().cancel(dpdTimer);
    engine.timers().cancel(keepaliveTimer);
    engine.timers().cancel(guardTimer);
  }

  private void clearQueue() {
    queue.forEach(Exchange::abandon);
    queue.clear();
  }
}
