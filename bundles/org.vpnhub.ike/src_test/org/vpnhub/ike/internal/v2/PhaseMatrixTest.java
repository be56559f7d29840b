package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeEndpointConfig;
import org.vpnhub.ike.IkeEvent;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.Header;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;
import org.vpnhub.ike.internal.message.Proposal;
import org.vpnhub.testkit.SeededRandom;

/**
 * Every phase of an IKE SA against every kind of input. The answers stand in {@code
 * phase-matrix.txt}; run with {@code -Dvpnhub.golden=FILE} to write them anew, and read the
 * difference.
 */
class PhaseMatrixTest {

  /** One end brought to a phase, with the SA in question. */
  private static final class Subject {
    final List<IkeDatagram> sent = new ArrayList<>();
    final Node node;
    final Node peer;
    final List<IkeDatagram> atPeer = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    List<IkeKeys> keys = List.of();
    long now;
    IkeSa sa;

    Subject(boolean asSite) {
      Engine one = new Engine(IkeEndpointConfig.DEFAULTS, new SeededRandom(41));
      Engine two = new Engine(IkeEndpointConfig.DEFAULTS, new SeededRandom(42));
      node =
          new Node(
              "subject",
              one,
              d -> {
                sent.add(d);
                texts.add(message(d.message(), keys));
              });
      peer = new Node("peer", two, atPeer::add);
      node.configure(now, asSite ? Configs.site() : Configs.hub());
      peer.configure(now, asSite ? Configs.hub() : Configs.site());
    }

    /** Lets so many messages arrive; those of the subject count as well. */
    void arrive(int count) {
      for (int i = 0; i < count; i++) {
        boolean fromSubject = !sent.isEmpty();
        IkeDatagram d = fromSubject ? sent.removeFirst() : atPeer.removeFirst();
        Node to = fromSubject ? peer : node;
        to.receive(now, turn(d));
      }
    }

    IkeSa only() {
      sa = node.engine.sas().getFirst();
      return sa;
    }

    private static IkeDatagram turn(IkeDatagram d) {
      return new IkeDatagram(d.remote(), d.remotePort(), d.local(), d.localPort(), d.message());
    }
  }

  private interface Builder {
    Subject build();
  }

  private interface Input {
    void apply(Subject s);
  }

  private static Map<String, Builder> phases() {
    Map<String, Builder> phases = new LinkedHashMap<>();
    phases.put("InitSent", () -> at(true, 0));
    phases.put("InitAnswered", () -> at(false, 1));
    phases.put("AuthSent", () -> at(true, 2));
    phases.put("Refused", PhaseMatrixTest::refused);
    phases.put("Established (initiator)", () -> at(true, 4));
    phases.put("Established (responder)", () -> at(false, 4));
    phases.put("Established, rekeying child", () -> busy(rekeyChild()));
    phases.put("Established, rekeying IKE", () -> busy(new IkeCommand.RekeyIke(Configs.ID)));
    phases.put("Candidate", PhaseMatrixTest::candidate);
    phases.put("Replaced", PhaseMatrixTest::replaced);
    phases.put("Deleting", () -> busy(new IkeCommand.Terminate(Configs.ID)));
    phases.put("Closed", PhaseMatrixTest::closed);
    return phases;
  }

  private static IkeCommand rekeyChild() {
    return new IkeCommand.RekeyChild(Configs.ID, OptionalInt.empty());
  }

  private static Subject at(boolean asSite, int messages) {
    Subject s = new Subject(asSite);
    s.arrive(messages);
    s.only();
    s.sent.clear();
    return s;
  }

  private static Subject refused() {
    Subject s = at(false, 1);
    s.atPeer.clear();
    request(s, ExchangeType.IKE_AUTH, 1, List.of(identity(), new Payload.Auth(2, new byte[32])));
    s.sent.clear();
    return s;
  }

  private static Subject busy(IkeCommand command) {
    Subject s = at(true, 4);
    s.node.command(s.now, command);
    s.sent.clear();
    return s;
  }

  private static Subject candidate() {
    Subject s = at(true, 4);
    s.node.command(s.now, new IkeCommand.RekeyIke(Configs.ID));
    s.peer.command(s.now, new IkeCommand.RekeyIke(Configs.ID));
    s.sent.clear();
    s.arrive(1);
    s.sent.clear();
    s.sa =
        s.node.engine.sas().stream()
            .filter(x -> x.phase() instanceof Phase.Candidate)
            .findFirst()
            .orElseThrow();
    return s;
  }

  private static Subject replaced() {
    Subject s = at(true, 4);
    s.peer.command(s.now, new IkeCommand.RekeyIke(Configs.ID));
    s.arrive(1);
    s.sent.clear();
    return s;
  }

  private static Subject closed() {
    Subject s = at(true, 4);
    s.peer.command(s.now, new IkeCommand.Terminate(Configs.ID));
    s.arrive(1);
    s.sent.clear();
    return s;
  }

  // Inputs

  private static Map<String, Input> inputs() {
    Map<String, Input> inputs = new LinkedHashMap<>();
    inputs.put("IKE_SA_INIT request, low nonce", s -> init(s, (byte) 0));
    inputs.put("IKE_SA_INIT request, high nonce", s -> init(s, (byte) 0xff));
    inputs.put("IKE_SA_INIT error response", PhaseMatrixTest::initError);
    inputs.put(
        "IKE_AUTH request",
        s -> next(s, ExchangeType.IKE_AUTH, identity(), new Payload.Auth(2, new byte[32])));
    inputs.put("new child", s -> next(s, ExchangeType.CREATE_CHILD_SA, newChild(s, false)));
    inputs.put("rekey child", s -> next(s, ExchangeType.CREATE_CHILD_SA, newChild(s, true)));
    inputs.put("rekey unknown child", PhaseMatrixTest::rekeyUnknown);
    inputs.put("rekey IKE", s -> next(s, ExchangeType.CREATE_CHILD_SA, newIke(s)));
    inputs.put("delete child", s -> next(s, ExchangeType.INFORMATIONAL, deleteChild(s)));
    inputs.put(
        "delete IKE",
        s -> next(s, ExchangeType.INFORMATIONAL, new Payload.Delete(Proposal.IKE, List.of())));
    inputs.put("liveness", s -> next(s, ExchangeType.INFORMATIONAL));
    inputs.put(
        "unknown critical payload",
        s -> next(s, ExchangeType.INFORMATIONAL, new Payload.Opaque(200, true, new byte[3])));
    inputs.put(
        "unknown payload",
        s -> next(s, ExchangeType.INFORMATIONAL, new Payload.Opaque(200, false, new byte[3])));
    inputs.put(
        "illegal payload",
        s -> next(s, ExchangeType.INFORMATIONAL, new Payload.Nonce(new byte[32])));
    inputs.put("id too high", s -> request(s, ExchangeType.INFORMATIONAL, 77, List.of()));
    inputs.put("response to no request", PhaseMatrixTest::strayResponse);
    inputs.put("TEMPORARY_FAILURE response", PhaseMatrixTest::temporaryFailure);
    inputs.put("forged request", PhaseMatrixTest::forged);
    inputs.put("INVALID_IKE_SPI in the clear", PhaseMatrixTest::hint);
    inputs.put("command Initiate", s -> s.node.command(s.now, new IkeCommand.Initiate(Configs.ID)));
    inputs.put("command RekeyChild", s -> s.node.command(s.now, rekeyChild()));
    inputs.put("command RekeyIke", s -> s.node.command(s.now, new IkeCommand.RekeyIke(Configs.ID)));
    inputs.put(
        "command Terminate", s -> s.node.command(s.now, new IkeCommand.Terminate(Configs.ID)));
    inputs.put("command Close", s -> s.node.command(s.now, new IkeCommand.Close()));
    inputs.put("two minutes of silence", PhaseMatrixTest::silence);
    return inputs;
  }

  private static Payload identity() {
    return Identities.payload(true, Configs.site().localId());
  }

  private static void init(Subject s, byte nonce) {
    byte[] ni = new byte[32];
    java.util.Arrays.fill(ni, nonce);
    byte[] ke = Configs.GCM.keyExchange().start(new SeededRandom(9)).publicValue();
    List<Payload> payloads =
        List.of(
            new Payload.Sa(Negotiation.offerIke(List.of(Configs.GCM), new byte[0])),
            new Payload.KeyExchange(Configs.GCM.keyExchange().transformId(), ke),
            new Payload.Nonce(ni));
    Header h = Header.of(0x1234, 0, ExchangeType.IKE_SA_INIT, true, false, 0);
    deliver(s, new Message(h, payloads).encode());
  }

  private static void initError(Subject s) {
    Header h = Header.of(s.sa.initiatorSpi(), 0, ExchangeType.IKE_SA_INIT, false, true, 0);
    Payload n = new Payload.Notify(NotifyType.NO_PROPOSAL_CHOSEN);
    deliver(s, new Message(h, List.of(n)).encode());
  }

  private static Payload[] newChild(Subject s, boolean rekey) {
    List<Payload> payloads = new ArrayList<>();
    boolean site = s.node.status(s.now).id() != null && isSite(s);
    if (rekey)
      payloads.add(
          rekeyOf(s.sa.children.stream().findFirst().map(c -> c.sa.outboundSpi()).orElse(5)));
    payloads.add(new Payload.Sa(Negotiation.offerEsp(List.of(Configs.ESP), 0x5555, true)));
    payloads.add(new Payload.Nonce(new byte[32]));
    payloads.add(Selectors.payload(true, Configs.ts(site ? "0.0.0.0/0" : "10.1.0.0/24")));
    payloads.add(Selectors.payload(false, Configs.ts(site ? "10.1.0.0/24" : "0.0.0.0/0")));
    return payloads.toArray(new Payload[0]);
  }

  private static boolean isSite(Subject s) {
    return s.sa.path().local().equals(Configs.SITE);
  }

  private static Payload rekeyOf(int spi) {
    return new Payload.Notify(Proposal.ESP, Spi.octets(spi), NotifyType.REKEY_SA, new byte[0]);
  }

  private static void rekeyUnknown(Subject s) {
    Payload[] payloads = newChild(s, true);
    payloads[0] = rekeyOf(0x0badbeef);
    next(s, ExchangeType.CREATE_CHILD_SA, payloads);
  }

  private static Payload[] newIke(Subject s) {
    byte[] ke = Configs.GCM.keyExchange().start(new SeededRandom(9)).publicValue();
    return new Payload[] {
      new Payload.Sa(Negotiation.offerIke(List.of(Configs.GCM), Spi.octets(0x7777L))),
      new Payload.Nonce(new byte[32]),
      new Payload.KeyExchange(Configs.GCM.keyExchange().transformId(), ke)
    };
  }

  private static Payload deleteChild(Subject s) {
    int spi = s.sa.children.stream().findFirst().map(c -> c.sa.outboundSpi()).orElse(5);
    return new Payload.Delete(Proposal.ESP, List.of(Spi.octets(spi)));
  }

  /** A request with the id that the subject expects next. */
  private static void next(Subject s, ExchangeType type, Payload... payloads) {
    request(s, type, s.sa.expectedRequestId(), List.of(payloads));
  }

  private static void request(Subject s, ExchangeType type, int id, List<Payload> payloads) {
    message(s, type, id, false, payloads);
  }

  private static void message(
      Subject s, ExchangeType type, int id, boolean response, List<Payload> payloads) {
    boolean byInitiator = !s.sa.initiator;
    Header h = Header.of(s.sa.initiatorSpi(), s.sa.responderSpi(), type, byInitiator, response, id);
    if (s.sa.phase().keysIfAny().isEmpty()) {
      // No keys yet: what looks like a protected message.
      Payload sk = new Payload.Encrypted(0, new byte[40]);
      deliver(s, new Message(h, List.of(sk)).encode());
    } else {
      deliver(s, s.sa.keys().seal(byInitiator, h, payloads));
    }
  }

  private static void strayResponse(Subject s) {
    message(s, ExchangeType.INFORMATIONAL, 55, true, List.of());
  }

  private static void temporaryFailure(Subject s) {
    ExchangeType type = s.sa.underWay().map(Exchange::type).orElse(ExchangeType.CREATE_CHILD_SA);
    if (type == ExchangeType.IKE_SA_INIT) type = ExchangeType.CREATE_CHILD_SA;
    message(
        s,
        type,
        s.sa.nextRequestId() - 1,
        true,
        List.of(new Payload.Notify(NotifyType.TEMPORARY_FAILURE)));
  }

  private static void forged(Subject s) {
    boolean byInitiator = !s.sa.initiator;
    Header h =
        Header.of(
            s.sa.initiatorSpi(),
            s.sa.responderSpi(),
            ExchangeType.INFORMATIONAL,
            byInitiator,
            false,
            s.sa.expectedRequestId());
    Payload sk = new Payload.Encrypted(42, new byte[60]);
    deliver(s, new Message(h, List.of(sk)).encode());
  }

  private static void hint(Subject s) {
    boolean byInitiator = !s.sa.initiator;
    Header h =
        Header.of(
            s.sa.initiatorSpi(),
            s.sa.responderSpi(),
            ExchangeType.INFORMATIONAL,
            byInitiator,
            true,
            1);
    Payload n = new Payload.Notify(NotifyType.INVALID_IKE_SPI);
    deliver(s, new Message(h, List.of(n)).encode());
  }

  private static void silence(Subject s) {
    long end = s.now + Duration.ofMinutes(2).toNanos();
    while (s.node.engine.nextDeadline() <= end) {
      s.now = Math.max(s.now, s.node.engine.nextDeadline());
      s.node.advance(s.now);
    }
  }

  private static void deliver(Subject s, byte[] message) {
    var path = s.sa.path();
    s.node.receive(
        s.now,
        new IkeDatagram(path.local(), path.localPort(), path.remote(), path.remotePort(), message));
  }

  // What came of it

  private static String outcome(Subject s, int logged) {
    Map<String, Integer> did = new LinkedHashMap<>();
    for (IkeAction action : s.node.log.subList(logged, s.node.log.size())) {
      String text = text(s, action);
      if (!text.isEmpty()) did.merge(text, 1, Integer::sum);
    }
    String all =
        did.entrySet().stream()
            .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " x" + e.getValue())
            .collect(Collectors.joining(", "));
    return (all.isEmpty() ? "-" : all) + " -> " + s.sa.phase().getClass().getSimpleName();
  }

  private static String text(Subject s, IkeAction action) {
    return switch (action) {
      case IkeAction.Send(IkeDatagram d) -> "send " + s.texts.removeFirst();
      case IkeAction.SendKeepalive k -> "keepalive";
      case IkeAction.InstallInbound i -> "+in";
      case IkeAction.InstallOutbound i -> "+out";
      case IkeAction.RemoveInbound i -> "-in";
      case IkeAction.RemoveOutbound i -> "-out";
      case IkeAction.UpdateEndpoints u -> "move";
      case IkeAction.Event(IkeEvent.Failed f) -> f.failure().reason().code();
      case IkeAction.Event e -> "";
    };
  }

  /** The payloads of a message that the subject sent. */
  private static String message(byte[] octets, List<IkeKeys> keys) {
    try {
      Message m = Message.decode(octets);
      String kind =
          ExchangeType.of(m.header().exchange()).orElseThrow()
              + (m.header().isResponse() ? " response " : " request ");
      if (m.encrypted().isEmpty()) return kind + payloads(m.payloads());
      Payload.Encrypted sk = m.encrypted().get();
      for (IkeKeys k : keys) {
        try {
          byte[] text = k.open(m.header().fromInitiator(), octets, sk.body().length);
          return kind + payloads(Message.decodeChain(sk.firstInner(), text, 0));
        } catch (org.vpnhub.ike.internal.message.IkeReject | IllegalStateException otherSa) {
          continue;
        }
      }
      return kind + "[sealed]";
    } catch (org.vpnhub.ike.internal.message.IkeReject e) {
      return "nonsense";
    }
  }

  private static String payloads(List<Payload> payloads) {
    return payloads.stream()
        .map(
            p ->
                switch (p) {
                  case Payload.Notify n -> NotifyType.name(n.type());
                  case Payload.Selectors t -> t.ofInitiator() ? "TSi" : "TSr";
                  case Payload.Identification i -> i.ofInitiator() ? "IDi" : "IDr";
                  case Payload.KeyExchange k -> "KE";
                  default -> p.getClass().getSimpleName();
                })
        .collect(Collectors.joining(" ", "[", "]"));
  }

  private static String matrix() {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, Builder> phase : phases().entrySet()) {
      out.append("## ").append(phase.getKey()).append('\n');
      for (Map.Entry<String, Input> input : inputs().entrySet()) {
        Subject s = phase.getValue().build();
        s.keys = s.node.engine.sas().stream().flatMap(x -> x.phase().keysIfAny().stream()).toList();
        s.texts.clear();
        int logged = s.node.log.size();
        input.getValue().apply(s);
        out.append(String.format("%-32s %s%n", input.getKey(), outcome(s, logged)));
      }
      out.append('\n');
    }
    return out.toString();
  }

  @Test
  void everyPhaseAgainstEveryInput() throws IOException {
    String actual = matrix();
    String update = System.getProperty("vpnhub.golden");
    if (update != null) Files.writeString(Path.of(update), actual);
    try (InputStream in = PhaseMatrixTest.class.getResourceAsStream("phase-matrix.txt")) {
      assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), actual);
    }
  }
}
