package org.vpnhub.ike.internal.message;

import static org.vpnhub.ike.internal.message.PayloadType.AUTH;
import static org.vpnhub.ike.internal.message.PayloadType.CERT;
import static org.vpnhub.ike.internal.message.PayloadType.CERTREQ;
import static org.vpnhub.ike.internal.message.PayloadType.CP;
import static org.vpnhub.ike.internal.message.PayloadType.DELETE;
import static org.vpnhub.ike.internal.message.PayloadType.EAP;
import static org.vpnhub.ike.internal.message.PayloadType.IDI;
import static org.vpnhub.ike.internal.message.PayloadType.IDR;
import static org.vpnhub.ike.internal.message.PayloadType.KE;
import static org.vpnhub.ike.internal.message.PayloadType.NONCE;
import static org.vpnhub.ike.internal.message.PayloadType.NOTIFY;
import static org.vpnhub.ike.internal.message.PayloadType.SA;
import static org.vpnhub.ike.internal.message.PayloadType.SK;
import static org.vpnhub.ike.internal.message.PayloadType.TSI;
import static org.vpnhub.ike.internal.message.PayloadType.TSR;
import static org.vpnhub.ike.internal.message.PayloadType.VENDOR;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which payloads a message may and must hold, how often, and whether protected: RFC 7296 §1.2–§1.5
 * with appendix C as a table. What is not in the table is not legal.
 *
 * <p>Payloads of unknown types are ignored unless critical (RFC 7296 §2.5).
 */
public enum Legality {
  SA_INIT_REQUEST(false, one(SA), one(KE), one(NONCE), any(NOTIFY), any(VENDOR)),
  // Either SA, KE and Nr, or notifications alone (COOKIE, INVALID_KE_PAYLOAD, errors).
  SA_INIT_RESPONSE(false, opt(SA), opt(KE), opt(NONCE), any(CERTREQ), any(NOTIFY), any(VENDOR)),
  // INVALID_IKE_SPI and the like, from a peer that has no keys.
  CLEAR_INFORMATIONAL(false, any(NOTIFY), any(VENDOR)),
  // The outside of everything after IKE_SA_INIT.
  SEALED(false, one(SK)),

  AUTH_REQUEST(
      true,
      one(IDI),
      opt(IDR),
      opt(AUTH),
      opt(SA),
      opt(TSI),
      opt(TSR),
      any(CERT),
      any(CERTREQ),
      opt(CP),
      any(NOTIFY),
      any(VENDOR)),
  AUTH_RESPONSE(
      true,
      opt(IDR),
      opt(AUTH),
      opt(SA),
      opt(TSI),
      opt(TSR),
      any(CERT),
      opt(CP),
      opt(EAP),
      any(NOTIFY),
      any(VENDOR)),
  CREATE_CHILD_REQUEST(
      true, one(SA), one(NONCE), opt(KE), opt(TSI), opt(TSR), opt(CP), any(NOTIFY), any(VENDOR)),
  CREATE_CHILD_RESPONSE(
      true, opt(SA), opt(NONCE), opt(KE), opt(TSI), opt(TSR), opt(CP), any(NOTIFY), any(VENDOR)),
  INFORMATIONAL_REQUEST(true, any(NOTIFY), any(DELETE), opt(CP), any(VENDOR)),
  INFORMATIONAL_RESPONSE(true, any(NOTIFY), any(DELETE), opt(CP), any(VENDOR));

  private static final int ANY = Integer.MAX_VALUE;

  private final boolean sealed;
  private final Map<PayloadType, Rule> rules = new EnumMap<>(PayloadType.class);

  private record Rule(PayloadType type, int min, int max) {}

  Legality(boolean sealed, Rule... rules) {
    this.sealed = sealed;
    for (Rule rule : rules) this.rules.put(rule.type(), rule);
  }

  private static Rule one(PayloadType type) {
    return new Rule(type, 1, 1);
  }

  private static Rule opt(PayloadType type) {
    return new Rule(type, 0, 1);
  }

  private static Rule any(PayloadType type) {
    return new Rule(type, 0, ANY);
  }

  /** Whether these payloads stand inside SK. */
  public boolean isSealed() {
    return sealed;
  }

  /** How often the payload may stand: {@code 1}, {@code 0-1}, {@code 0-n}, or {@code -}. */
  public String times(PayloadType type) {
    Rule rule = rules.get(type);
    if (rule == null) return "-";
    if (rule.max() == ANY) return rule.min() + "-n";
    return rule.min() == rule.max() ? "1" : rule.min() + "-" + rule.max();
  }

  /** The row for the inside of a protected message. */
  public static Legality inside(ExchangeType exchange, boolean response) {
    return switch (exchange) {
      case IKE_AUTH -> response ? AUTH_RESPONSE : AUTH_REQUEST;
      case CREATE_CHILD_SA -> response ? CREATE_CHILD_RESPONSE : CREATE_CHILD_REQUEST;
      case INFORMATIONAL -> response ? INFORMATIONAL_RESPONSE : INFORMATIONAL_REQUEST;
      case IKE_SA_INIT -> throw new IllegalArgumentException("IKE_SA_INIT is never protected");
    };
  }

  /**
   * Checks payloads against this row.
   *
   * @throws IkeReject.Incompatible for an unknown critical payload
   * @throws IkeReject.Malformed for everything else
   */
  public void check(List<Payload> payloads) throws IkeReject {
    int[] counts = new int[PayloadType.values().length];
    for (Payload payload : payloads) {
      PayloadType type = PayloadType.of(payload.typeNumber()).orElse(null);
      if (type != null) {
        counts[type.ordinal()]++;
      } else if (payload instanceof Payload.Opaque o && o.critical()) {
        // RFC 7296 §2.5: the answer carries the one octet of the payload type.
        throw new IkeReject.Incompatible(
            NotifyType.UNSUPPORTED_CRITICAL_PAYLOAD,
            new byte[] {(byte) o.typeNumber()},
            "critical payload of unknown type " + o.typeNumber());
      }
    }
    for (PayloadType type : PayloadType.values()) {
      Rule rule = rules.getOrDefault(type, new Rule(type, 0, 0));
      int count = counts[type.ordinal()];
      if (count < rule.min() || count > rule.max()) {
        throw new IkeReject.Malformed(
            this + " holds " + type + " " + count + " times, legal is " + times(type));
      }
    }
  }
}
