package org.vpnhub.exporter.read;

/**
 * What a device's configuration says about a tunnel, one thing each. The values are texts in the
 * words of the plan, so that they compare: {@code aes256}, {@code group14}, {@code 10.0.0.0/8}.
 */
public enum Parameter {
  PEER("address of the hub"),
  /** {@code ikev1} or {@code ikev2}. */
  IKE_VERSION("IKE version"),
  /** {@code main} or {@code aggressive}; IKEv1 alone. */
  IKE_MODE("mode of phase 1"),
  IKE_ENCRYPTION("cipher of phase 1"),
  /** Integrity and PRF; with an AEAD cipher the PRF alone. */
  IKE_HASH("hash of phase 1"),
  IKE_GROUP("key exchange group of phase 1"),
  /** In seconds. */
  IKE_LIFETIME("lifetime of phase 1"),
  LOCAL_ID("identity that the device sends"),
  REMOTE_ID("identity that the device expects"),
  ESP_ENCRYPTION("cipher of phase 2"),
  /** {@code none} with an AEAD cipher. */
  ESP_HASH("hash of phase 2"),
  /** A group, or {@code none}. */
  PFS("group of perfect forward secrecy"),
  /** In seconds. */
  ESP_LIFETIME("lifetime of phase 2"),
  /** In kilobytes, or {@code none}. */
  VOLUME_LIFETIME("lifetime by volume"),
  /** Seconds, or {@code none}. */
  DPD("interval of dead peer detection"),
  /** {@code own - remote}, two prefixes; may occur several times. */
  SELECTOR("pair of networks"),
  /** A prefix; may occur several times. */
  ROUTE("route into the tunnel"),
  /** {@code own - remote}, two prefixes; may occur several times. */
  NAT_EXEMPTION("exemption from source NAT"),
  /** {@code own - remote}, two prefixes; may occur several times. */
  PERMIT_OUT("firewall rule into the tunnel"),
  /** {@code remote - own}, two prefixes; may occur several times. */
  PERMIT_IN("firewall rule out of the tunnel"),
  /** In bytes. */
  TCP_MSS("TCP maximum segment size");

  private final String words;

  Parameter(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** Whether a tunnel has several, in any order. */
  public boolean isList() {
    return switch (this) {
      case SELECTOR, ROUTE, NAT_EXEMPTION, PERMIT_OUT, PERMIT_IN -> true;
      default -> false;
    };
  }
}
