package org.vpnhub.plan;

/**
 * The largest inner packet that an ESP tunnel carries without fragments.
 *
 * <p>Link MTU less the outer IP header (20), the UDP header of NAT traversal (8, RFC 3948), the ESP
 * header (8), IV and integrity check value; what is left is rounded down to whole cipher blocks,
 * less the two octets of pad length and next header (RFC 4303 §2).
 */
public final class TunnelMtu {
  private static final int OUTER_IP = 20;
  private static final int UDP = 8;
  private static final int ESP_HEADER = 8;
  private static final int ESP_TRAILER = 2;
  private static final int INNER_IP_AND_TCP = 40;

  private TunnelMtu() {}

  /**
   * Largest inner packet in bytes; at least 0.
   *
   * @param linkMtu MTU of the link to the Internet in bytes
   * @param udpEncapsulated whether ESP travels in UDP; true also where it merely may
   */
  public static int of(int linkMtu, IpsecPlan ipsec, boolean udpEncapsulated) {
    int block = blockSize(ipsec.encryption());
    int overhead =
        OUTER_IP
            + (udpEncapsulated ? UDP : 0)
            + ESP_HEADER
            + ivLength(ipsec.encryption())
            + icvLength(ipsec);
    return Math.max(0, (linkMtu - overhead) / block * block - ESP_TRAILER);
  }

  /** The arithmetic of {@link #of} in words, for example for a comment in a configuration. */
  public static String explain(int linkMtu, IpsecPlan ipsec, boolean udpEncapsulated) {
    return linkMtu
        + " - "
        + OUTER_IP
        + " (outer IP)"
        + (udpEncapsulated ? " - " + UDP + " (UDP)" : "")
        + " - "
        + ESP_HEADER
        + " (ESP) - "
        + ivLength(ipsec.encryption())
        + " (IV) - "
        + icvLength(ipsec)
        + " (ICV), in whole blocks of "
        + blockSize(ipsec.encryption())
        + ", - "
        + ESP_TRAILER
        + " (trailer) = "
        + of(linkMtu, ipsec, udpEncapsulated);
  }

  /** TCP maximum segment size that fits a tunnel MTU without IP or TCP options. */
  public static int tcpMss(int tunnelMtu) {
    return Math.max(0, tunnelMtu - INNER_IP_AND_TCP);
  }

  /** ESP pads to whole blocks, and to four octets at least (RFC 4303 §2.4). */
  private static int blockSize(Encryption encryption) {
    return switch (encryption) {
      case AES128GCM16, AES256GCM16, CHACHA20POLY1305 -> 4;
      case AES128, AES192, AES256, SM4 -> 16;
      case TRIPLE_DES, DES -> 8;
    };
  }

  private static int ivLength(Encryption encryption) {
    return encryption.isAead() ? 8 : blockSize(encryption);
  }

  /** RFC 4106 §6, RFC 7634 §2; RFC 4868 §2.6; RFC 2403 and 2404; SM3 with its whole value. */
  private static int icvLength(IpsecPlan ipsec) {
    if (ipsec.encryption().isAead()) return 16;
    return ipsec
        .hash()
        .map(
            hash ->
                switch (hash) {
                  case SHA256 -> 16;
                  case SHA384 -> 24;
                  case SHA512, SM3 -> 32;
                  case SHA1, MD5 -> 12;
                })
        .orElse(0);
  }
}
