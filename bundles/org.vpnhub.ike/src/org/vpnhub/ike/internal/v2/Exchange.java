package org.vpnhub.ike.internal.v2;

import java.util.List;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.Payload;

/**
 * One exchange, seen from its initiator; the responder's half is a static method {@code answer} of
 * the same class. At most one is under way in each direction of an SA (RFC 7296 §2.3: window of
 * one); others wait in the SA's queue and move with it when it is rekeyed.
 */
abstract sealed class Exchange
    permits IkeSaInit, IkeAuth, CreateChild, RekeyIke, DeleteChild, DeleteIke, Liveness {
  IkeSa sa;

  Exchange(IkeSa sa) {
    this.sa = sa;
  }

  abstract ExchangeType type();

  /** Whether it still makes sense when its turn comes. */
  abstract boolean wanted();

  /** The payloads to send, made when the exchange begins. */
  abstract List<Payload> request();

  /** Takes the authentic answer. */
  abstract void response(List<Payload> payloads) throws IkeReject;

  /** The SA ends while the exchange waits or is under way: gives back what it reserved. */
  void abandon() {}

  /** The authentic answer is of no use. */
  abstract void rejected(IkeReject why);

  /** For status and log. */
  abstract String text();
}
