package org.vpnhub.ike.internal.v2;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;

/**
 * What NAT detection found (RFC 7296 §2.23).
 *
 * @param supported whether the peer takes part in NAT traversal
 * @param local whether this end is behind a NAT
 * @param remote whether the peer is, or claims to be
 * @param forced whether this end claims to be, to have ESP in UDP
 */
record NatDetection(boolean supported, boolean local, boolean remote, boolean forced) {
  static final NatDetection NONE = new NatDetection(false, false, false, false);

  /** RFC 3948: ESP goes in UDP when either end is behind a NAT, or says so. */
  boolean udpEncapsulation() {
    return supported && (local || remote || forced);
  }

  String text() {
    if (local && remote) return "both";
    return local ? "local" : remote ? "remote" : "none";
  }

  /**
   * The two notifications of a message.
   *
   * @param forced makes the source hash deliberately unfit, so that the peer sees a NAT here and
   *     encapsulates ESP in UDP
   */
  static List<Payload.Notify> payloads(long spiI, long spiR, Path path, boolean forced) {
    byte[] source =
        forced
            ? hash(spiI, spiR, new Ipv4Address(0), 0)
            : hash(spiI, spiR, path.local(), path.localPort());
    byte[] destination = hash(spiI, spiR, path.remote(), path.remotePort());
    return List.of(
        new Payload.Notify(NotifyType.NAT_DETECTION_SOURCE_IP, source),
        new Payload.Notify(NotifyType.NAT_DETECTION_DESTINATION_IP, destination));
  }

  /** Compares what the peer sent with the addresses that its message really had. */
  static NatDetection examine(
      List<Payload> payloads, long spiI, long spiR, Path path, boolean forced) {
    List<Payload.Notify> sources = ofType(payloads, NotifyType.NAT_DETECTION_SOURCE_IP);
    List<Payload.Notify> destinations = ofType(payloads, NotifyType.NAT_DETECTION_DESTINATION_IP);
    if (sources.isEmpty() || destinations.isEmpty()) return NONE;
    // RFC 7296 §2.23: a peer that does not know its address sends several source hashes.
    boolean remote = !anyEquals(sources, hash(spiI, spiR, path.remote(), path.remotePort()));
    boolean local = !anyEquals(destinations, hash(spiI, spiR, path.local(), path.localPort()));
    return new NatDetection(true, local, remote, forced);
  }

  private static List<Payload.Notify> ofType(List<Payload> payloads, int type) {
    return Message.all(payloads, Payload.Notify.class).filter(n -> n.type() == type).toList();
  }

  private static boolean anyEquals(List<Payload.Notify> notifies, byte[] hash) {
    return notifies.stream().anyMatch(n -> Arrays.equals(n.data(), hash));
  }

  /** SHA-1 over SPIs, address and port (RFC 7296 §2.23); no security rests on it. */
  static byte[] hash(long spiI, long spiR, Ipv4Address address, int port) {
    byte[] data = new byte[22];
    Bytes.putI64(data, 0, spiI);
    Bytes.putI64(data, 8, spiR);
    Bytes.putI32(data, 16, address.bits());
    Bytes.putU16(data, 20, port);
    try {
      return MessageDigest.getInstance("SHA-1").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
