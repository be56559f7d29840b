package org.vpnhub.plan;

/**
 * Phase 1: exactly one proposal, as the cloud sends it.
 *
 * @param version IKE version
 * @param mode mode of IKEv1; without meaning in IKEv2
 * @param encryption cipher
 * @param hash integrity and PRF; with an AEAD cipher the PRF alone
 * @param group key exchange
 * @param lifetimeSeconds seconds until the IKE SA is rekeyed at the latest
 */
public record IkePlan(
    IkeVersion version,
    ExchangeMode mode,
    Encryption encryption,
    Hash hash,
    DhGroup group,
    int lifetimeSeconds) {

  /** For example {@code aes256gcm16-sha256-group31}. */
  public String suite() {
    return encryption + "-" + hash + "-" + group;
  }
}
