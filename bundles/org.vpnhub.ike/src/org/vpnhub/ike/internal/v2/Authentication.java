package org.vpnhub.ike.internal.v2;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.Secret;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.Payload;

/** Authentication with a pre-shared key (RFC 7296 §2.15). */
final class Authentication {
  private static final byte[] KEY_PAD = "Key Pad for IKEv2".getBytes(StandardCharsets.US_ASCII);

  private Authentication() {}

  /** AUTH of the initiator over its first message, the responder's nonce and its own identity. */
  static byte[] ofInitiator(Handshake h, Payload.Identification id, Secret psk) {
    byte[] octets =
        Bytes.concat(h.initiatorMessage(), h.responderNonce(), identity(h.keys(), true, id));
    return auth(h, psk, octets);
  }

  /** AUTH of the responder over its first message, the initiator's nonce and its own identity. */
  static byte[] ofResponder(Handshake h, Payload.Identification id, Secret psk) {
    byte[] octets =
        Bytes.concat(h.responderMessage(), h.initiatorNonce(), identity(h.keys(), false, id));
    return auth(h, psk, octets);
  }

  /** prf(SK_px, IDx'), where IDx' is the payload without its generic header. */
  private static byte[] identity(IkeKeys keys, boolean ofInitiator, Payload.Identification id) {
    byte[] chain = Message.encodeChain(List.of(id));
    return keys.authPrf(ofInitiator).compute(Arrays.copyOfRange(chain, 4, chain.length));
  }

  /** AUTH = prf(prf(shared secret, "Key Pad for IKEv2"), octets). */
  private static byte[] auth(Handshake h, Secret psk, byte[] octets) {
    byte[] key = psk.bytes();
    byte[] padded = h.suite().prf().prf(key).compute(KEY_PAD);
    byte[] auth = h.suite().prf().prf(padded).compute(octets);
    Arrays.fill(key, (byte) 0);
    Arrays.fill(padded, (byte) 0);
    return auth;
  }

  /** Compares in constant time. */
  static boolean same(byte[] expected, byte[] received) {
    return MessageDigest.isEqual(expected, received);
  }
}
