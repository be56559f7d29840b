package org.vpnhub.ike.internal.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The table of which payloads a message may hold, against the letter of RFC 7296 appendix C. */
class LegalityTest {
  /** Columns: SA KE IDi IDr CERT CERTREQ AUTH NONCE N D V TSi TSr SK CP EAP. */
  private static final Map<Legality, String> EXPECTED =
      new TreeMap<>(
          Map.of(
              Legality.SA_INIT_REQUEST, "1 1 - - - - - 1 0-n - 0-n - - - - -",
              Legality.SA_INIT_RESPONSE, "0-1 0-1 - - - 0-n - 0-1 0-n - 0-n - - - - -",
              Legality.CLEAR_INFORMATIONAL, "- - - - - - - - 0-n - 0-n - - - - -",
              Legality.SEALED, "- - - - - - - - - - - - - 1 - -",
              Legality.AUTH_REQUEST, "0-1 - 1 0-1 0-n 0-n 0-1 - 0-n - 0-n 0-1 0-1 - 0-1 -",
              Legality.AUTH_RESPONSE, "0-1 - - 0-1 0-n - 0-1 - 0-n - 0-n 0-1 0-1 - 0-1 0-1",
              Legality.CREATE_CHILD_REQUEST, "1 0-1 - - - - - 1 0-n - 0-n 0-1 0-1 - 0-1 -",
              Legality.CREATE_CHILD_RESPONSE, "0-1 0-1 - - - - - 0-1 0-n - 0-n 0-1 0-1 - 0-1 -",
              Legality.INFORMATIONAL_REQUEST, "- - - - - - - - 0-n 0-n 0-n - - - 0-1 -",
              Legality.INFORMATIONAL_RESPONSE, "- - - - - - - - 0-n 0-n 0-n - - - 0-1 -"));

  @Test
  void tableIsAsWritten() {
    assertEquals(Legality.values().length, EXPECTED.size());
    EXPECTED.forEach(
        (row, times) -> {
          List<String> actual = new ArrayList<>();
          for (PayloadType type : PayloadType.values()) actual.add(row.times(type));
          assertEquals(times, String.join(" ", actual), row.toString());
        });
  }

  @Test
  void eachPayloadIsCounted() {
    for (Legality row : Legality.values()) {
      List<Payload> least = new ArrayList<>();
      for (PayloadType type : PayloadType.values()) {
        if (row.times(type).equals("1")) least.add(sample(type));
      }
      assertDoesNotThrow(() -> row.check(least), row.toString());
      for (PayloadType type : PayloadType.values()) {
        String times = row.times(type);
        List<Payload> more = new ArrayList<>(least);
        more.add(sample(type));
        if (times.equals("-") || times.equals("1")) {
          assertThrows(IkeReject.Malformed.class, () -> row.check(more), row + " " + type);
        } else {
          assertDoesNotThrow(() -> row.check(more), row + " " + type);
        }
        List<Payload> fewer = new ArrayList<>(least);
        if (fewer.removeIf(p -> p.typeNumber() == type.number())) {
          assertThrows(IkeReject.Malformed.class, () -> row.check(fewer), row + " " + type);
        }
        if (times.equals("0-1")) {
          more.add(sample(type));
          assertThrows(IkeReject.Malformed.class, () -> row.check(more), row + " " + type);
        }
      }
    }
  }

  @Test
  void unknownPayloadsMatterOnlyWhenCritical() {
    Payload unknown = new Payload.Opaque(200, false, new byte[0]);
    Payload critical = new Payload.Opaque(201, true, new byte[0]);
    assertDoesNotThrow(() -> Legality.INFORMATIONAL_REQUEST.check(List.of(unknown)));
    IkeReject.Incompatible reject =
        assertThrows(
            IkeReject.Incompatible.class,
            () -> Legality.INFORMATIONAL_REQUEST.check(List.of(unknown, critical)));
    assertEquals(NotifyType.UNSUPPORTED_CRITICAL_PAYLOAD, reject.notifyType());
    assertArrayEquals(new byte[] {(byte) 201}, reject.data());
  }

  @Test
  void protectedRowsAreThoseBehindSk() {
    for (ExchangeType type : ExchangeType.values()) {
      for (boolean response : new boolean[] {false, true}) {
        if (type == ExchangeType.IKE_SA_INIT) {
          assertThrows(IllegalArgumentException.class, () -> Legality.inside(type, response));
        } else {
          assertTrue(Legality.inside(type, response).isSealed());
        }
      }
    }
    assertTrue(!Legality.SEALED.isSealed());
  }

  private static Payload sample(PayloadType type) {
    return switch (type) {
      case SA -> new Payload.Sa(List.of());
      case KE -> new Payload.KeyExchange(31, new byte[32]);
      case IDI -> new Payload.Identification(true, 2, new byte[1]);
      case IDR -> new Payload.Identification(false, 2, new byte[1]);
      case AUTH -> new Payload.Auth(2, new byte[32]);
      case NONCE -> new Payload.Nonce(new byte[32]);
      case NOTIFY -> new Payload.Notify(NotifyType.COOKIE);
      case DELETE -> new Payload.Delete(Proposal.IKE, List.of());
      case TSI -> new Payload.Selectors(true, List.of());
      case TSR -> new Payload.Selectors(false, List.of());
      case SK -> new Payload.Encrypted(0, new byte[0]);
      case CERT, CERTREQ, VENDOR, CP, EAP -> new Payload.Opaque(type.number(), false, new byte[0]);
    };
  }
}
