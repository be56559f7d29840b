package org.vpnhub.plan;

import java.util.Optional;

/**
 * Phase 2: exactly one proposal; ESP in tunnel mode.
 *
 * @param encryption cipher
 * @param hash integrity; empty with an AEAD cipher
 * @param pfs group of perfect forward secrecy; empty when disabled
 * @param lifetimeSeconds seconds until the CHILD SA is rekeyed at the latest
 */
public record IpsecPlan(
    Encryption encryption, Optional<Hash> hash, Optional<DhGroup> pfs, int lifetimeSeconds) {

  /** For example {@code aes256gcm16-group31} or {@code aes128-sha256}. */
  public String suite() {
    return encryption + hash.map(h -> "-" + h).orElse("") + pfs.map(g -> "-" + g).orElse("");
  }
}
