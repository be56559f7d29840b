package org.vpnhub.ike.internal.v2;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;

/**
 * What follows from a fault of the peer (RFC 7296 §2.21): the only place that decides it.
 *
 * <pre>
 *                in the clear  IKE_AUTH request  later request   set-up answer  later answer
 *  malformed     drop          notify, end       notify, end     fail exchange  end SA
 *  misbehaved    drop          drop              drop            fail exchange  fail exchange
 *  incompatible  notify        notify, end       notify          fail exchange  fail exchange
 *  unauthentic   drop          notify, end       drop            fail exchange  fail exchange
 * </pre>
 */
final class RejectTable {
  enum Kind {
    MALFORMED,
    MISBEHAVED,
    INCOMPATIBLE,
    UNAUTHENTIC
  }

  enum Place {
    IN_THE_CLEAR,
    AUTH_REQUEST,
    REQUEST,
    SETUP_ANSWER,
    ANSWER
  }

  enum Reaction {
    /** As if it had been lost. */
    DROP,
    NOTIFY,
    NOTIFY_AND_END,
    FAIL_EXCHANGE,
    END
  }

  private static final Map<Kind, Map<Place, Reaction>> TABLE = new EnumMap<>(Kind.class);

  static {
    row(
        Kind.MALFORMED,
        Reaction.DROP,
        Reaction.NOTIFY_AND_END,
        Reaction.NOTIFY_AND_END,
        Reaction.FAIL_EXCHANGE,
        Reaction.END);
    row(
        Kind.MISBEHAVED,
        Reaction.DROP,
        Reaction.DROP,
        Reaction.DROP,
        Reaction.FAIL_EXCHANGE,
        Reaction.FAIL_EXCHANGE);
    row(
        Kind.INCOMPATIBLE,
        Reaction.NOTIFY,
        Reaction.NOTIFY_AND_END,
        Reaction.NOTIFY,
        Reaction.FAIL_EXCHANGE,
        Reaction.FAIL_EXCHANGE);
    row(
        Kind.UNAUTHENTIC,
        Reaction.DROP,
        Reaction.NOTIFY_AND_END,
        Reaction.DROP,
        Reaction.FAIL_EXCHANGE,
        Reaction.FAIL_EXCHANGE);
  }

  private RejectTable() {}

  private static void row(Kind kind, Reaction... reactions) {
    Map<Place, Reaction> row = new EnumMap<>(Place.class);
    for (Place place : Place.values()) row.put(place, reactions[place.ordinal()]);
    TABLE.put(kind, row);
  }

  static Reaction reaction(Kind kind, Place place) {
    return TABLE.getOrDefault(kind, Map.of()).getOrDefault(place, Reaction.DROP);
  }

  static Kind kind(IkeReject reject) {
    return switch (reject) {
      case IkeReject.Malformed r -> Kind.MALFORMED;
      case IkeReject.Misbehaved r -> Kind.MISBEHAVED;
      case IkeReject.Incompatible r -> Kind.INCOMPATIBLE;
      case IkeReject.Unauthentic r -> Kind.UNAUTHENTIC;
    };
  }

  static Payload.Notify notification(IkeReject reject) {
    return switch (reject) {
      case IkeReject.Malformed r -> new Payload.Notify(NotifyType.INVALID_SYNTAX);
      case IkeReject.Misbehaved r -> new Payload.Notify(NotifyType.INVALID_SYNTAX);
      case IkeReject.Incompatible r -> new Payload.Notify(r.notifyType(), r.data());
      case IkeReject.Unauthentic r -> new Payload.Notify(NotifyType.AUTHENTICATION_FAILED);
    };
  }

  /** A message in the clear: the notification to answer, if any. */
  static Optional<Payload.Notify> inTheClear(IkeReject reject) {
    return reaction(kind(reject), Place.IN_THE_CLEAR) == Reaction.NOTIFY
        ? Optional.of(notification(reject))
        : Optional.empty();
  }

  /** A protected request: the reply, or nothing. */
  static Optional<Reply> request(IkeSa sa, ExchangeType type, IkeReject reject) {
    boolean auth = sa.phase() instanceof Phase.InitAnswered;
    Place place = auth ? Place.AUTH_REQUEST : Place.REQUEST;
    List<Payload> answer = List.of(notification(reject));
    return switch (reaction(kind(reject), place)) {
      case DROP, FAIL_EXCHANGE, END -> Optional.empty();
      case NOTIFY -> Optional.of(Reply.of(answer));
      case NOTIFY_AND_END -> Optional.of(new Reply(answer, () -> end(sa, type.toString(), reject)));
    };
  }

  private static void end(IkeSa sa, String what, IkeReject reject) {
    if (sa.phase() instanceof Phase.InitAnswered p) {
      // Stays half-open, and keeps its place among those, until its time is over.
      sa.phase(new Phase.Refused(p.handshake().keys()));
      return;
    }
    report(sa, what, reject);
    sa.close("the peer broke the protocol: " + reject.getMessage());
  }

  /** An authentic answer that cannot be used. */
  static void response(IkeSa sa, Exchange exchange, IkeReject reject) {
    Place place = sa.phase().isSetup() ? Place.SETUP_ANSWER : Place.ANSWER;
    switch (reaction(kind(reject), place)) {
      case DROP, NOTIFY -> {}
      case FAIL_EXCHANGE -> exchange.rejected(reject);
      case NOTIFY_AND_END, END -> {
        report(sa, exchange.text(), reject);
        exchange.abandon();
        sa.delete("the peer broke the protocol: " + reject.getMessage());
      }
    }
  }

  private static void report(IkeSa sa, String what, IkeReject reject) {
    sa.connection()
        .fail(
            FailureReason.NEGOTIATION_FAILED,
            1,
            "the peer broke the protocol in " + what,
            "RFC 7296",
            String.valueOf(reject.getMessage()));
  }
}
