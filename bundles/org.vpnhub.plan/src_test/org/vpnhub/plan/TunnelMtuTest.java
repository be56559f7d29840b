package org.vpnhub.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TunnelMtuTest {
  /** AWS publishes 1422 and MSS 1382 for this suite behind a NAT. */
  @Test
  void aesCbcWithSha1BehindNat() {
    assertEquals(1422, TunnelMtu.of(1500, cbc(Encryption.AES128, Hash.SHA1), true));
    assertEquals(1382, TunnelMtu.tcpMss(1422));
  }

  /** AWS publishes 1406 and MSS 1366. */
  @Test
  void aesCbcWithSha512BehindNat() {
    assertEquals(1406, TunnelMtu.of(1500, cbc(Encryption.AES256, Hash.SHA512), true));
    assertEquals(1366, TunnelMtu.tcpMss(1406));
  }

  @Test
  void aesGcm() {
    IpsecPlan gcm = new IpsecPlan(Encryption.AES256GCM16, Optional.empty(), Optional.empty(), 3600);
    assertEquals(1446, TunnelMtu.of(1500, gcm, false));
    assertEquals(1438, TunnelMtu.of(1500, gcm, true));
  }

  @Test
  void isNeverNegative() {
    assertEquals(0, TunnelMtu.of(20, cbc(Encryption.DES, Hash.MD5), true));
    assertEquals(0, TunnelMtu.tcpMss(0));
  }

  private static IpsecPlan cbc(Encryption encryption, Hash hash) {
    return new IpsecPlan(encryption, Optional.of(hash), Optional.empty(), 3600);
  }
}
