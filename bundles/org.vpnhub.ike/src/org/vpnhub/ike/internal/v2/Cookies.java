package org.vpnhub.ike.internal.v2;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.crypto.PrfAlgorithm;

/**
 * Stateless cookies against floods from forged addresses (RFC 7296 §2.6): {@code version |
 * prf(secret, Ni | IPi | SPIi)}. The secret changes every minute; the last one still counts.
 */
final class Cookies {
  private static final long PERIOD = Duration.ofMinutes(1).toNanos();

  private final SecureRandom random;
  private byte[] current;
  private byte[] previous;
  private int version;
  private long since;

  Cookies(SecureRandom random, long now) {
    this.random = random;
    this.since = now;
    current = fresh();
    previous = current;
  }

  private byte[] fresh() {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    return secret;
  }

  byte[] make(long now, byte[] nonce, Ipv4Address peer, long spi) {
    rotate(now);
    return cookie(version, current, nonce, peer, spi);
  }

  boolean fits(long now, byte[] cookie, byte[] nonce, Ipv4Address peer, long spi) {
    rotate(now);
    return MessageDigest.isEqual(cookie, cookie(version, current, nonce, peer, spi))
        || MessageDigest.isEqual(cookie, cookie(version - 1, previous, nonce, peer, spi));
  }

  private void rotate(long now) {
    if (now - since < PERIOD) return;
    previous = now - since < 2 * PERIOD ? current : fresh();
    current = fresh();
    version++;
    since = now;
  }

  private static byte[] cookie(
      int version, byte[] secret, byte[] nonce, Ipv4Address peer, long spi) {
    byte[] mac =
        PrfAlgorithm.HMAC_SHA2_256
            .prf(secret)
            .compute(nonce, peer.octets(), Spi.octets(spi), new byte[] {(byte) version});
    return Bytes.concat(new byte[] {(byte) version}, mac);
  }
}
