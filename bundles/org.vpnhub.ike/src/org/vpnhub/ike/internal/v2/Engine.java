package org.vpnhub.ike.internal.v2;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.ConnectionStatus;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeEndpointConfig;
import org.vpnhub.ike.IkeEvent;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.Header;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.IkeReject.Malformed;
import org.vpnhub.ike.internal.message.IkeReject.Misbehaved;
import org.vpnhub.ike.internal.message.Legality;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;

/**
 * The IKEv2 machine of one endpoint: finds the SA of each message, keeps the tables of SPIs and
 * half-open SAs, and collects what is to be done. A fault of ours kills one SA.
 */
public class Engine {
  /** Least time between two reports or notifications that nothing authenticates. */
  private static final long QUIET = Duration.ofSeconds(1).toNanos();

  private final IkeEndpointConfig config;
  private final SecureRandom random;
  private final Timers timers = new Timers();
  private final Map<ConnectionId, Connection> connections = new TreeMap<>();
  private final Map<Long, IkeSa> bySpi = new HashMap<>();
  private final Map<PeerSpi, IkeSa> byInitiator = new HashMap<>();
  private final Set<IkeSa> halfOpen = new LinkedHashSet<>();
  private final Map<Integer, Optional<Child>> inbound = new HashMap<>();
  private List<IkeAction> actions = new ArrayList<>();
  private @Nullable Cookies cookies;
  private long now = Long.MIN_VALUE;
  private long lastUnknownPeer = Long.MIN_VALUE;
  private long lastInvalidSpi = Long.MIN_VALUE;
  private boolean closing;

  /** Under what a responder remembers an initiator's first message. */
  private record PeerSpi(Ipv4Address remote, long spi) {}

  public Engine(IkeEndpointConfig config, SecureRandom random) {
    this.config = config;
    this.random = random;
  }

  // Inputs

  public List<IkeAction> configure(long time, ConnectionConfig wanted) {
    return step(
        time,
        () -> {
          Connection old = connections.get(wanted.id());
          if (old != null && old.config().equals(wanted)) return;
          if (old != null) old.remove();
          Connection connection = newConnection(wanted);
          connections.put(wanted.id(), connection);
          connection.ensure();
        });
  }

  /** Tests put peers with other manners here. */
  Connection newConnection(ConnectionConfig wanted) {
    return new Connection(this, wanted);
  }

  public List<IkeAction> remove(long time, ConnectionId id) {
    return step(
        time, () -> Optional.ofNullable(connections.remove(id)).ifPresent(Connection::remove));
  }

  public List<IkeAction> command(long time, IkeCommand command) {
    return step(time, () -> apply(command));
  }

  private void apply(IkeCommand command) {
    switch (command) {
      case IkeCommand.Initiate(ConnectionId id) -> find(id).ifPresent(Connection::initiate);
      case IkeCommand.RekeyChild c ->
          find(c.connection()).ifPresent(connection -> rekeyChildren(connection, c));
      case IkeCommand.RekeyIke(ConnectionId id) ->
          find(id).flatMap(Connection::primary).ifPresent(IkeSa::rekey);
      case IkeCommand.Terminate(ConnectionId id) -> find(id).ifPresent(Connection::terminate);
      case IkeCommand.Close() -> {
        closing = true;
        for (IkeSa sa : List.copyOf(halfOpen)) sa.close("closing");
        connections.values().forEach(Connection::terminate);
      }
      case IkeCommand.PeerActive(ConnectionId id) ->
          find(id).flatMap(Connection::primary).ifPresent(IkeSa::peerActive);
      case IkeCommand.Confirmed(ConnectionId id, int spi) -> confirmed(spi);
    }
  }

  private static void rekeyChildren(Connection connection, IkeCommand.RekeyChild c) {
    for (Child child : connection.children().toList()) {
      boolean meant =
          c.inboundSpi().isEmpty() || c.inboundSpi().getAsInt() == child.sa.inboundSpi();
      if (meant) child.rekey();
    }
  }

  private void confirmed(int spi) {
    inbound.getOrDefault(spi, Optional.empty()).ifPresent(Child::confirm);
  }

  public List<IkeAction> advance(long time) {
    return step(
        time,
        () -> {
          Optional<Timers.Timer> due;
          while ((due = timers.poll(now)).isPresent()) {
            Timers.Timer timer = due.get();
            guarded(timer.owner().get(), timer.task());
          }
        });
  }

  public long nextDeadline() {
    return timers.next();
  }

  /** How many IKE SAs take room, in whatever phase. */
  int knownSas() {
    return bySpi.size();
  }

  public boolean isQuiet() {
    return bySpi.values().stream().allMatch(IkeSa::isClosed) && halfOpen.isEmpty();
  }

  public List<ConnectionStatus> status(long time) {
    return connections.values().stream().map(c -> c.status(time)).toList();
  }

  public List<IkeAction> receive(long time, IkeDatagram datagram) {
    return step(
        time,
        () -> {
          try {
            receive(datagram);
          } catch (IkeReject reject) {
            // A message that no SA stands for: there is nobody to tell (RFC 7296 §2.21.4).
          }
        });
  }

  private List<IkeAction> step(long time, Runnable task) {
    now = Math.max(now, time);
    actions = new ArrayList<>();
    guarded(Optional.empty(), task);
    return actions;
  }

  /** Runs a task; a fault of ours ends the SA it was about, and nothing else. */
  private void guarded(Optional<IkeSa> sa, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException fault) {
      fault(sa, fault);
    }
  }

  private void fault(Optional<IkeSa> sa, RuntimeException fault) {
    ConnectionId id =
        sa.flatMap(IkeSa::connectionIfAny).map(Connection::id).orElse(new ConnectionId(""));
    event(new IkeEvent.Fault(id, fault.getClass().getName() + " at " + place(fault)));
    sa.ifPresent(
        s -> {
          try {
            s.close("internal fault");
          } catch (RuntimeException second) {
            s.phase(new Phase.Closed(Optional.empty()));
            forget(s);
          }
        });
  }

  /** Where a fault arose; its message is left out, as it might quote a key. */
  private static String place(RuntimeException fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }

  // Messages

  private void receive(IkeDatagram datagram) throws IkeReject {
    if (datagram.message().length > Message.MAX_LENGTH) throw new Malformed("too long");
    Header header = Header.read(datagram.message());
    if (header.majorVersion() != 2) {
      otherVersion(header, datagram);
      return;
    }
    Message message = Message.decode(datagram.message());
    if (header.exchange() == ExchangeType.IKE_SA_INIT.number()) {
      receiveInit(message, datagram);
      return;
    }
    IkeSa sa = find(header);
    if (sa == null) {
      unknownSa(header, datagram);
    } else if (message.encrypted().isPresent()) {
      receive(sa, () -> sa.receive(message, datagram));
    } else {
      hint(sa, message);
    }
  }

  private interface Reception {
    void run() throws IkeReject;
  }

  private void receive(IkeSa sa, Reception reception) throws IkeReject {
    try {
      reception.run();
    } catch (RuntimeException fault) {
      fault(Optional.of(sa), fault);
    }
  }

  /** The SA by our SPI, if the peer's SPI and the initiator flag fit (RFC 7296 §2.6, §3.1). */
  private @Nullable IkeSa find(Header header) {
    boolean weInitiated = !header.fromInitiator();
    IkeSa sa = bySpi.get(weInitiated ? header.initiatorSpi() : header.responderSpi());
    if (sa == null || sa.initiator != weInitiated) return null;
    long peer = weInitiated ? header.responderSpi() : header.initiatorSpi();
    return sa.remoteSpi() == peer ? sa : null;
  }

  /** RFC 7296 §2.5: another major version. IKEv1 from a configured peer is worth telling. */
  private void otherVersion(Header header, IkeDatagram datagram) {
    List<Connection> peers = connectionsBetween(datagram.local(), datagram.remote());
    if (peers.isEmpty()) {
      unknownPeer(datagram, "IKE version " + header.majorVersion());
    } else if (header.majorVersion() == 1) {
      peers.forEach(c -> c.failOnce(FailureReason.IKE_VERSION_MISMATCH, "IKEv2", "IKEv1"));
    } else if (!header.isResponse()) {
      peers.forEach(
          c ->
              c.failOnce(
                  FailureReason.IKE_VERSION_MISMATCH, "IKEv2", "IKEv" + header.majorVersion()));
      clearAnswer(header, datagram, new Payload.Notify(NotifyType.INVALID_MAJOR_VERSION));
    }
  }

  private void receiveInit(Message message, IkeDatagram datagram) throws IkeReject {
    Header header = message.header();
    if (header.isResponse()) {
      IkeSa sa = bySpi.get(header.initiatorSpi());
      if (sa == null || !sa.initiator) throw new Misbehaved("response to no request");
      boolean fromPeer = datagram.remote().equals(sa.path().remote());
      if (header.messageId() != 0 || header.fromInitiator() || !fromPeer) {
        throw new Malformed("IKE_SA_INIT response");
      }
      receive(sa, () -> sa.receiveInitResponse(message, datagram));
      return;
    }
    boolean first =
        header.messageId() == 0
            && header.initiatorSpi() != 0
            && header.responderSpi() == 0
            && header.fromInitiator();
    if (!first) throw new Malformed("IKE_SA_INIT request");
    try {
      receiveInitRequest(message, datagram);
    } catch (IkeReject reject) {
      RejectTable.inTheClear(reject).ifPresent(n -> clearAnswer(header, datagram, n));
    }
  }

  private void receiveInitRequest(Message message, IkeDatagram datagram) throws IkeReject {
    List<Connection> candidates = connectionsBetween(datagram.local(), datagram.remote());
    if (candidates.isEmpty()) {
      unknownPeer(datagram, "IKE_SA_INIT request");
      return;
    }
    if (closing) return;
    long spi = message.header().initiatorSpi();
    IkeSa known = byInitiator.get(new PeerSpi(datagram.remote(), spi));
    if (known != null) {
      repeatInit(known, datagram);
      return;
    }
    Legality.SA_INIT_REQUEST.check(message.payloads());
    byte[] nonce = IkeSaInit.required(message.payloads(), Payload.Nonce.class).data();
    long ofPeer = halfOpen.stream().filter(s -> isFrom(s, datagram.remote())).count();
    boolean busy =
        halfOpen.size() >= config.cookieThreshold() || ofPeer >= config.maxHalfOpenPerPeer() / 4;
    if (busy && !hasCookie(message, nonce, datagram.remote(), spi)) {
      byte[] cookie = cookies().make(now, nonce, datagram.remote(), spi);
      clearAnswer(message.header(), datagram, new Payload.Notify(NotifyType.COOKIE, cookie));
      return;
    }
    if (halfOpen.size() >= config.maxHalfOpen()) return;
    if (ofPeer >= config.maxHalfOpenPerPeer()) {
      halfOpen.stream()
          .filter(s -> isFrom(s, datagram.remote()))
          .findFirst()
          .ifPresent(s -> s.close("too many half-open IKE SAs of one peer"));
    }
    IkeSaInit.answer(this, candidates, message, datagram);
  }

  private static boolean isFrom(IkeSa sa, Ipv4Address remote) {
    return sa.path().remote().equals(remote);
  }

  /** RFC 7296 §2.1: a repeated request gets the same answer. */
  private void repeatInit(IkeSa sa, IkeDatagram datagram) {
    if (sa.phase() instanceof Phase.InitAnswered p
        && Arrays.equals(p.request(), datagram.message())) {
      send(Path.of(datagram).datagram(p.response()));
    }
  }

  private boolean hasCookie(Message message, byte[] nonce, Ipv4Address peer, long spi) {
    return Message.notify(message.payloads(), NotifyType.COOKIE)
        .filter(n -> cookies().fits(now, n.data(), nonce, peer, spi))
        .isPresent();
  }

  private Cookies cookies() {
    Cookies made = cookies;
    if (made == null) {
      made = new Cookies(random, now);
      cookies = made;
    }
    return made;
  }

  /** RFC 7296 §1.5, §2.21.4: a request for an SA that is not there. Answered once a second. */
  private void unknownSa(Header header, IkeDatagram datagram) {
    if (connectionsBetween(datagram.local(), datagram.remote()).isEmpty()) {
      unknownPeer(datagram, "message of an unknown IKE SA");
      return;
    }
    if (header.isResponse() || !elapsed(lastInvalidSpi)) return;
    lastInvalidSpi = now;
    clearAnswer(header, datagram, new Payload.Notify(NotifyType.INVALID_IKE_SPI));
  }

  /** RFC 7296 §2.21.4: an unprotected message about an SA of ours is no more than a hint. */
  private static void hint(IkeSa sa, Message message) throws IkeReject {
    Legality.CLEAR_INFORMATIONAL.check(message.payloads());
    boolean forgotten = Message.notify(message.payloads(), NotifyType.INVALID_IKE_SPI).isPresent();
    if (forgotten && message.header().isResponse()) sa.suspect();
  }

  private void clearAnswer(Header request, IkeDatagram datagram, Payload.Notify notify) {
    int flags = Header.RESPONSE | (request.fromInitiator() ? 0 : Header.FROM_INITIATOR);
    Header header =
        new Header(
            request.initiatorSpi(),
            request.responderSpi(),
            Header.VERSION_2,
            request.exchange(),
            flags,
            request.messageId());
    send(Path.of(datagram).datagram(new Message(header, List.of(notify)).encode()));
  }

  private void unknownPeer(IkeDatagram datagram, String what) {
    if (!elapsed(lastUnknownPeer)) return;
    lastUnknownPeer = now;
    event(
        new IkeEvent.UnknownPeer(datagram.local(), datagram.remote(), datagram.remotePort(), what));
  }

  private boolean elapsed(long last) {
    return last == Long.MIN_VALUE || now - last >= QUIET;
  }

  // For the exchanges

  long now() {
    return now;
  }

  IkeEndpointConfig config() {
    return config;
  }

  SecureRandom random() {
    return random;
  }

  Timers timers() {
    return timers;
  }

  boolean isClosing() {
    return closing;
  }

  byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  void act(IkeAction action) {
    actions.add(action);
  }

  void send(IkeDatagram datagram) {
    actions.add(new IkeAction.Send(datagram));
  }

  void event(IkeEvent event) {
    actions.add(new IkeAction.Event(event));
  }

  private Optional<Connection> find(ConnectionId id) {
    return Optional.ofNullable(connections.get(id));
  }

  List<Connection> connectionsBetween(Ipv4Address local, Ipv4Address remote) {
    return connections.values().stream().filter(c -> c.isFor(local, remote)).toList();
  }

  // Tables

  long newSpi() {
    long spi;
    do {
      spi = random.nextLong();
    } while (spi == 0 || bySpi.containsKey(spi));
    return spi;
  }

  IkeSa newInitiator(Connection connection) {
    ConnectionConfig c = connection.config();
    Path path = new Path(c.localAddress(), Path.IKE_PORT, c.remoteAddress(), Path.IKE_PORT);
    IkeSa sa = new IkeSa(this, true, newSpi(), 0, path);
    bySpi.put(sa.localSpi, sa);
    sa.connection(connection);
    return sa;
  }

  IkeSa newResponder(long peerSpi, Path path) {
    IkeSa sa = new IkeSa(this, false, newSpi(), peerSpi, path);
    bySpi.put(sa.localSpi, sa);
    byInitiator.put(new PeerSpi(path.remote(), peerSpi), sa);
    return sa;
  }

  IkeSa newRekeyed(boolean initiator, long localSpi, long remoteSpi, Path path) {
    IkeSa sa = new IkeSa(this, initiator, localSpi, remoteSpi, path);
    bySpi.put(localSpi, sa);
    return sa;
  }

  /** The SA waits for IKE_AUTH, for a limited time. */
  void halfOpen(IkeSa sa, Handshake handshake, byte[] request, byte[] response) {
    halfOpen.add(sa);
    Timers.Timer expiry =
        timers.arm(
            now + config.halfOpenTimeout().toNanos(),
            () -> sa,
            () -> sa.close("IKE_AUTH did not come"));
    sa.phase(new Phase.InitAnswered(handshake, request, response, expiry));
  }

  /** The SA has been authenticated. */
  void authenticated(IkeSa sa) {
    halfOpen.remove(sa);
    if (sa.phase() instanceof Phase.InitAnswered p) timers.cancel(p.expiry());
  }

  void leftHalfOpen(IkeSa sa) {
    halfOpen.remove(sa);
  }

  /** All connections in the order of their ids. */
  Collection<Connection> connections() {
    return connections.values();
  }

  /** Runs a task as if it were an input; for tests. */
  List<IkeAction> run(long time, Runnable task) {
    return step(time, task);
  }

  /** All IKE SAs that still answer, in no order. */
  List<IkeSa> sas() {
    return List.copyOf(bySpi.values());
  }

  /** Whether this peer is setting up an SA with us at the moment. */
  boolean isHalfOpenWith(Ipv4Address local, Ipv4Address remote) {
    return halfOpen.stream()
        .filter(s -> s.phase() instanceof Phase.InitAnswered)
        .anyMatch(s -> s.path().local().equals(local) && isFrom(s, remote));
  }

  void forget(IkeSa sa) {
    halfOpen.remove(sa);
    bySpi.remove(sa.localSpi);
    byInitiator.values().removeIf(s -> s == sa);
  }

  /** A fresh SPI for packets to this end (RFC 4303 §2.1: 0 to 255 are reserved). */
  int reserveInbound() {
    int spi;
    do {
      spi = random.nextInt();
    } while (spi >= 0 && spi < 256 || inbound.containsKey(spi));
    inbound.put(spi, Optional.empty());
    return spi;
  }

  void registerInbound(Child child) {
    inbound.put(child.sa.inboundSpi(), Optional.of(child));
  }

  void releaseInbound(int spi) {
    inbound.remove(spi);
  }
}
