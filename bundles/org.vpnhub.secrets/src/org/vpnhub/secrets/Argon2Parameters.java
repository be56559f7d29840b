package org.vpnhub.secrets;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/**
 * Cost of turning a passphrase into a key: Argon2id, version 1.3 (RFC 9106).
 *
 * @param memoryKib memory in KiB
 * @param iterations passes over the memory
 * @param lanes degree of parallelism
 */
record Argon2Parameters(int memoryKib, int iterations, int lanes) {
  /** RFC 9106 §4, the second recommendation, with one lane: 64 MiB, 3 passes; about a second. */
  static final Argon2Parameters DEFAULT = new Argon2Parameters(64 << 10, 3, 1);

  private static final int MAX_MEMORY_KIB = 256 << 10;
  private static final int MAX_ITERATIONS = 16;
  private static final int MAX_LANES = 8;

  /**
   * Whether a store may ask for this. The header is read before it is known to be genuine, so its
   * cost must be bounded; RFC 9106 §3.1 asks for 8 KiB a lane.
   */
  boolean isBearable() {
    return lanes >= 1
        && lanes <= MAX_LANES
        && memoryKib >= 8 * lanes
        && memoryKib <= MAX_MEMORY_KIB
        && iterations >= 1
        && iterations <= MAX_ITERATIONS;
  }

  /** A key of 32 bytes. */
  byte[] key(byte[] passphrase, byte[] salt) {
    return tag(passphrase, salt, new byte[0], new byte[0]);
  }

  /** RFC 9106 §3.1 with all its inputs: K is a secret value, X associated data. */
  byte[] tag(byte[] password, byte[] salt, byte[] k, byte[] x) {
    byte[] p = password.clone(); // the parameters keep a reference and wipe what they hold
    org.bouncycastle.crypto.params.Argon2Parameters parameters =
        new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
            .withVersion(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(iterations)
            .withParallelism(lanes)
            .withSalt(salt)
            .withSecret(k)
            .withAdditional(x)
            .build();
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] tag = new byte[32];
    generator.generateBytes(p, tag);
    Arrays.fill(p, (byte) 0);
    parameters.clear();
    return tag;
  }
}
