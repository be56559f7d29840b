package org.vpnhub.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.esp.EspSuite;
import org.vpnhub.esp.InboundSa;
import org.vpnhub.esp.OutboundSa;

/** Seals and opens one packet: nanoseconds for the pair of both. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EspBench {
  @Param({"AES_GCM_16_128", "AES_GCM_16_256", "AES_CBC_256"})
  public String encryption = "";

  @Param({"64", "1408"})
  public int bytes;

  private final PacketBatch batch = new PacketBatch(1, 2048);
  private final int[] slots = {0};
  private final DropCounters drops = new DropCounters();
  private byte[] packet = new byte[0];
  private OutboundSa out;
  private InboundSa in;

  @Setup
  public void setUp() {
    EncryptionAlgorithm cipher = EncryptionAlgorithm.valueOf(encryption);
    EspSuite suite =
        new EspSuite(
            cipher, cipher.aead() ? IntegrityAlgorithm.NONE : IntegrityAlgorithm.HMAC_SHA2_256_128);
    byte[] keys = new byte[suite.keyMaterialLength()];
    out = new OutboundSa(1, suite, keys, true);
    in = new InboundSa(1, suite, keys, true, 4096);
    packet = new byte[bytes];
    packet[0] = 0x45;
    packet[2] = (byte) (bytes >>> 8);
    packet[3] = (byte) bytes;
  }

  @Benchmark
  public int sealAndOpen() {
    batch.clear();
    batch.add(packet, 0, packet.length);
    out.seal(batch, slots, 1, drops);
    return in.open(batch, slots, 1, drops);
  }
}
