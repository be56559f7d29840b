package org.vpnhub.ike.internal.v2;

import java.util.List;
import org.vpnhub.ike.internal.message.Payload;

/**
 * The answer to a request.
 *
 * @param payloads what to send
 * @param after what to do behind the answer, such as to use an outbound SA
 */
record Reply(List<Payload> payloads, Runnable after) {
  static final Reply EMPTY = of(List.of());

  static Reply of(List<Payload> payloads) {
    return new Reply(payloads, () -> {});
  }

  static Reply notify(int type) {
    return of(List.of(new Payload.Notify(type)));
  }
}
