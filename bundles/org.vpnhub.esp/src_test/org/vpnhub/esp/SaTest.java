package org.vpnhub.esp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;

class SaTest {
  private static final EspSuite GCM =
      new EspSuite(EncryptionAlgorithm.AES_GCM_16_128, IntegrityAlgorithm.NONE);
  private static final EspSuite CBC =
      new EspSuite(EncryptionAlgorithm.AES_CBC_256, IntegrityAlgorithm.HMAC_SHA2_256_128);

  private final Random random = new Random(6);
  private final DropCounters drops = new DropCounters();

  static List<EspSuite> suites() {
    return Esp.suites();
  }

  private static InboundSa inbound(EspSuite suite, boolean esn) {
    return new InboundSa(Esp.SPI, suite, Esp.key(suite), esn, 1024);
  }

  private static OutboundSa outbound(EspSuite suite, boolean esn, long lastSequence) {
    return new OutboundSa(
        Esp.SPI, suite, new CipherTransform(suite, Esp.key(suite), esn), esn, lastSequence);
  }

  private byte[] seal(OutboundSa sa, byte[] inner) {
    PacketBatch batch = Esp.batch(inner);
    assertEquals(1, sa.seal(batch, new int[1], 1, drops));
    return Esp.packet(batch, 0);
  }

  /** Opens one packet: the inner packet, or an empty array when it was dropped. */
  private byte[] open(InboundSa sa, byte[] wire) {
    PacketBatch batch = Esp.batch(wire);
    int n = sa.open(batch, new int[1], 1, drops);
    assertEquals(n == 0, batch.isDropped(0));
    return n == 0 ? new byte[0] : Esp.packet(batch, 0);
  }

  private void assertDropped(DropReason reason, InboundSa sa, byte[] wire) {
    long before = drops.get(reason);
    long others = drops.nonZero().values().stream().mapToLong(n -> n).sum() - before;
    assertEquals(0, open(sa, wire).length);
    assertEquals(before + 1, drops.get(reason), () -> reason + " " + drops.nonZero());
    assertEquals(others, drops.nonZero().values().stream().mapToLong(n -> n).sum() - before - 1);
  }

  private static byte[] iv(EspSuite suite, int fill) {
    byte[] iv = new byte[suite.ivLength()];
    Arrays.fill(iv, (byte) fill);
    return iv;
  }

  private static byte[] reference(EspSuite suite, long sequence, boolean esn, byte[] text) {
    byte[] iv = iv(suite, (int) sequence);
    return Esp.reference(suite, Esp.key(suite), Esp.SPI, sequence, esn, iv, text);
  }

  @ParameterizedTest
  @MethodSource("suites")
  void sealsAsTheRfcsSay(EspSuite suite) {
    for (boolean esn : new boolean[] {false, true}) {
      long start = esn ? (1L << 32) - 60 : 0;
      OutboundSa sa = outbound(suite, esn, start);
      for (int i = 1; i <= 120; i++) {
        byte[] inner = Esp.ipv4(random, 20 + (i < 100 ? i : random.nextInt(1400)));
        byte[] wire = seal(sa, inner);
        byte[] iv = Arrays.copyOfRange(wire, 8, 8 + suite.ivLength());
        byte[] text = Esp.padded(suite, inner, 4);
        byte[] expected = Esp.reference(suite, Esp.key(suite), Esp.SPI, start + i, esn, iv, text);
        assertArrayEquals(expected, wire);
      }
      assertEquals(start + 120, sa.sequence());
      assertEquals(120, sa.packets());
    }
  }

  @ParameterizedTest
  @MethodSource("suites")
  void opensWhatTheRfcsSay(EspSuite suite) {
    for (boolean esn : new boolean[] {false, true}) {
      InboundSa sa = inbound(suite, esn);
      long bytes = 0;
      for (int i = 1; i <= 120; i++) {
        byte[] inner = Esp.ipv4(random, 20 + (i < 100 ? i : random.nextInt(1400)));
        byte[] wire = reference(suite, i, esn, Esp.padded(suite, inner, 4));
        assertArrayEquals(inner, open(sa, wire));
        bytes += inner.length;
      }
      assertEquals(120, sa.packets());
      assertEquals(bytes, sa.bytes());
      assertEquals(120, sa.highestSequence());
    }
    assertEquals(Map.of(), drops.nonZero());
  }

  @ParameterizedTest
  @MethodSource("suites")
  void ivsNeverRepeat(EspSuite suite) {
    OutboundSa sa = outbound(suite, false, 0);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      byte[] wire = seal(sa, Esp.ipv4(random, 40));
      assertTrue(seen.add(Bytes.hex(Arrays.copyOfRange(wire, 8, 8 + suite.ivLength()))));
    }
  }

  @ParameterizedTest
  @MethodSource("suites")
  void batchesKeepGoodPacketsAndDropBadOnes(EspSuite suite) {
    OutboundSa out = outbound(suite, true, 0);
    InboundSa in = inbound(suite, true);
    byte[][] inner = new byte[200][];
    for (int i = 0; i < inner.length; i++) inner[i] = Esp.ipv4(random, 20 + random.nextInt(1500));
    PacketBatch batch = Esp.batch(inner);
    long total = 0;
    for (int i = 0; i < inner.length; i++) {
      if (i % 10 == 3) batch.drop(i);
      else total += inner[i].length;
    }
    assertEquals(180, out.seal(batch, Esp.slots(batch), 200, drops));
    assertEquals(180, out.packets());
    assertEquals(total, out.bytes());
    int bad = 0;
    for (int i = 0; i < inner.length; i += 5) {
      if (batch.isDropped(i)) continue;
      batch.data(i)[batch.offset(i) + 8 + i % 20] ^= 1;
      bad++;
    }
    assertEquals(180 - bad, in.open(batch, Esp.slots(batch), 200, drops));
    for (int i = 0; i < inner.length; i++) {
      boolean lost = i % 10 == 3 || i % 5 == 0;
      assertEquals(lost, batch.isDropped(i));
      if (!lost) assertArrayEquals(inner[i], Esp.packet(batch, i));
    }
    assertEquals(Map.of(DropReason.INTEGRITY_FAILED, (long) bad), drops.nonZero());
    assertEquals(180 - bad, in.packets());
  }

  @Test
  void onlyTheNamedSlotsAreTouched() {
    byte[] inner = Esp.ipv4(random, 100);
    PacketBatch batch = Esp.batch(inner, inner, inner);
    OutboundSa sa = outbound(GCM, false, 0);
    assertEquals(2, sa.seal(batch, new int[] {2, 0, 1}, 2, drops));
    assertArrayEquals(inner, Esp.packet(batch, 1));
    assertEquals(1, Bytes.i32(batch.data(2), batch.offset(2) + 4));
    assertEquals(2, Bytes.i32(batch.data(0), batch.offset(0) + 4));
    InboundSa in = inbound(GCM, false);
    assertEquals(2, in.open(batch, new int[] {0, 2, 1}, 2, drops));
    assertArrayEquals(inner, Esp.packet(batch, 1));
  }

  @Test
  void emptyBatchesAreFine() {
    PacketBatch batch = Esp.batch();
    assertEquals(0, outbound(GCM, false, 0).seal(batch, new int[0], 0, drops));
    assertEquals(0, inbound(GCM, false).open(batch, new int[0], 0, drops));
  }

  /** RFC 4303 §3.3.3: no number is used twice, whatever happens. */
  @Test
  void sequenceEndsAndNeverWraps() {
    OutboundSa sa = outbound(CBC, false, 0xffff_fffdL);
    assertEquals(2, sa.remaining());
    byte[] inner = Esp.ipv4(random, 60);
    PacketBatch batch = Esp.batch(inner, inner, inner, inner);
    assertEquals(2, sa.seal(batch, Esp.slots(batch), 4, drops));
    assertEquals(0xffff_fffe, Bytes.i32(batch.data(0), batch.offset(0) + 4));
    assertEquals(0xffff_ffff, Bytes.i32(batch.data(1), batch.offset(1) + 4));
    assertTrue(batch.isDropped(2) && batch.isDropped(3));
    assertEquals(Map.of(DropReason.SEQUENCE_EXHAUSTED, 2L), drops.nonZero());
    PacketBatch again = Esp.batch(inner);
    assertEquals(0, sa.seal(again, Esp.slots(again), 1, drops));
    assertEquals(0xffff_ffffL, sa.sequence());
    assertEquals(0, sa.remaining());
  }

  @Test
  void extendedSequenceEndsToo() {
    OutboundSa sa = outbound(GCM, true, Long.MAX_VALUE - 1);
    PacketBatch batch = Esp.batch(Esp.ipv4(random, 60), Esp.ipv4(random, 60));
    assertEquals(1, sa.seal(batch, Esp.slots(batch), 2, drops));
    assertEquals(Map.of(DropReason.SEQUENCE_EXHAUSTED, 1L), drops.nonZero());
  }

  /** RFC 4303 §2.2.1 and appendix A: over 2^32 with loss, reordering and replays. */
  @ParameterizedTest
  @MethodSource("suites")
  void extendedSequenceCrossesTheBoundary(EspSuite suite) {
    OutboundSa out = outbound(suite, true, (1L << 32) - 500);
    InboundSa in = inbound(suite, true);
    // The receiver is led near the boundary first: steps below 2^31 in each packet.
    byte[] inner = Esp.ipv4(random, 40);
    for (long s : new long[] {1, 1L << 31, (1L << 32) - 501}) {
      assertArrayEquals(inner, open(in, reference(suite, s, true, Esp.padded(suite, inner, 4))));
    }
    byte[][] wires = new byte[1000][];
    for (int i = 0; i < wires.length; i++) wires[i] = seal(out, Esp.ipv4(random, 40));
    assertEquals(0, Bytes.i32(wires[499], 4), "the lower half starts again");
    for (int i = 0; i + 100 <= wires.length; i += 100) {
      int[] order = random.ints(0, 100).distinct().limit(95).toArray();
      for (int k : order) assertEquals(40, open(in, wires[i + k]).length, "packet " + (i + k));
      for (int k : order) assertDropped(DropReason.REPLAYED, in, wires[i + k]);
    }
    assertTrue(in.highestSequence() > 1L << 32);
    assertEquals(3 + 950, in.packets());
  }

  /** A batch that crosses 2^32 is estimated as a whole before any of it is opened. */
  @Test
  void oneBatchMayCrossTheBoundary() {
    OutboundSa out = outbound(GCM, true, (1L << 32) - 21);
    InboundSa in = inbound(GCM, true);
    byte[] inner = Esp.ipv4(random, 40);
    for (long s : new long[] {1L << 31, (1L << 32) - 21}) {
      open(in, reference(GCM, s, true, Esp.padded(GCM, inner, 4)));
    }
    byte[][] all = new byte[40][];
    Arrays.fill(all, inner);
    PacketBatch batch = Esp.batch(all);
    out.seal(batch, Esp.slots(batch), 40, drops);
    assertEquals(40, in.open(batch, Esp.slots(batch), 40, drops));
    assertEquals((1L << 32) + 19, in.highestSequence());
  }

  /** Without ESN, the upper half is not authenticated, and 2^32 - 1 is the last. */
  @Test
  void shortSequenceReachesItsEnd() {
    InboundSa in = inbound(GCM, false);
    byte[] inner = Esp.ipv4(random, 40);
    byte[] wire = reference(GCM, 0xffff_ffffL, false, Esp.padded(GCM, inner, 4));
    assertArrayEquals(inner, open(in, wire));
    assertEquals(0xffff_ffffL, in.highestSequence());
    assertDropped(DropReason.REPLAYED, in, reference(GCM, 0, false, Esp.padded(GCM, inner, 4)));
    assertDropped(DropReason.REPLAYED, in, reference(GCM, 1, false, Esp.padded(GCM, inner, 4)));
  }

  @Test
  void esnAndShortNumbersDoNotMix() {
    byte[] text = Esp.padded(GCM, Esp.ipv4(random, 40), 4);
    assertDropped(DropReason.INTEGRITY_FAILED, inbound(GCM, true), reference(GCM, 1, false, text));
    assertDropped(DropReason.INTEGRITY_FAILED, inbound(GCM, false), reference(GCM, 1, true, text));
  }

  @Test
  void replaysWithinOneBatchAreFound() {
    byte[] wire = seal(outbound(CBC, false, 0), Esp.ipv4(random, 40));
    PacketBatch batch = Esp.batch(wire, wire, wire);
    InboundSa in = inbound(CBC, false);
    assertEquals(1, in.open(batch, Esp.slots(batch), 3, drops));
    assertEquals(Map.of(DropReason.REPLAYED, 2L), drops.nonZero());
    assertEquals(1, in.packets());
  }

  /** RFC 4303 §3.4.3: a forged packet with a high number must not move the window. */
  @Test
  void forgeriesDoNotMoveTheWindow() {
    InboundSa in = inbound(GCM, false);
    OutboundSa out = outbound(GCM, false, 0);
    byte[] first = seal(out, Esp.ipv4(random, 40));
    byte[] forged = first.clone();
    Bytes.putI32(forged, 4, 0x7fff_ffff);
    assertDropped(DropReason.INTEGRITY_FAILED, in, forged);
    assertEquals(0, in.highestSequence());
    assertEquals(40, open(in, first).length);
  }

  @Test
  void oldPacketsAreLeftOfTheWindow() {
    InboundSa in = new InboundSa(Esp.SPI, GCM, Esp.key(GCM), false, 64);
    byte[] text = Esp.padded(GCM, Esp.ipv4(random, 40), 4);
    assertEquals(40, open(in, reference(GCM, 1000, false, text)).length);
    assertEquals(40, open(in, reference(GCM, 937, false, text)).length);
    assertDropped(DropReason.REPLAYED, in, reference(GCM, 936, false, text));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void dummyPacketsAreThrownAway(EspSuite suite) {
    byte[] text = Esp.padded(suite, new byte[37], 59);
    InboundSa in = inbound(suite, false);
    assertDropped(DropReason.DUMMY, in, reference(suite, 1, false, text));
    assertEquals(1, in.highestSequence());
    assertEquals(0, in.packets());
    assertDropped(
        DropReason.DUMMY, in, reference(suite, 2, false, Esp.padded(suite, iv(GCM, 0), 59)));
  }

  @Test
  void onlyIpv4IsTaken() {
    InboundSa in = inbound(GCM, false);
    long sequence = 1;
    byte[] inner = Esp.ipv4(random, 40);
    for (int next : new int[] {0, 1, 6, 17, 41, 50, 58, 255}) {
      byte[] wire = reference(GCM, sequence++, false, Esp.padded(GCM, inner, next));
      assertDropped(DropReason.UNSUPPORTED_NEXT_HEADER, in, wire);
    }
  }

  /** RFC 4303 §2.4. */
  @ParameterizedTest
  @MethodSource("suites")
  void paddingIsInspected(EspSuite suite) {
    InboundSa in = inbound(suite, false);
    long sequence = 1;
    byte[] inner = Esp.ipv4(random, 44);
    byte[] good = Esp.padded(suite, inner, 4);
    int pad = good[good.length - 2];
    assertTrue(pad > 0);
    for (int i = 0; i < pad; i++) {
      byte[] bad = good.clone();
      bad[inner.length + i] ^= (byte) 0x80;
      assertDropped(DropReason.BAD_PADDING, in, reference(suite, sequence++, false, bad));
    }
    byte[] tooLong = good.clone();
    tooLong[tooLong.length - 2] = (byte) 255;
    assertDropped(DropReason.BAD_PADDING, in, reference(suite, sequence++, false, tooLong));
    assertArrayEquals(inner, open(in, reference(suite, sequence++, false, good)));
  }

  /** A pad length that reaches into the IV, whose last byte continues the padding to the left. */
  @ParameterizedTest
  @MethodSource("suites")
  void paddingEndsAtTheText(EspSuite suite) {
    byte[] text = new byte[suite.alignment()];
    for (int i = 0; i < text.length; i++) text[i] = (byte) (i + 2);
    text[text.length - 2] = (byte) (text.length - 1);
    text[text.length - 1] = 4;
    assertDropped(DropReason.BAD_PADDING, inbound(suite, false), reference(suite, 1, false, text));
  }

  /** RFC 4303 §2.4: authentic, but without room for a trailer or not in whole words. */
  @ParameterizedTest
  @MethodSource("suites")
  void unalignedTextsAreMalformed(EspSuite suite) {
    InboundSa in = inbound(suite, false);
    assertDropped(DropReason.MALFORMED_ESP, in, reference(suite, 1, false, new byte[0]));
    for (int length : new int[] {1, 2, 3, 5, 17, 30, 41}) {
      if (length % suite.alignment() == 0) continue;
      byte[] wire = authenticOfAnyLength(suite, length);
      assertDropped(DropReason.MALFORMED_ESP, in, wire);
    }
    assertEquals(0, in.highestSequence());
  }

  private byte[] authenticOfAnyLength(EspSuite suite, int length) {
    byte[] text = new byte[length];
    if (suite.encryption().aead()) return reference(suite, 1, false, text);
    byte[] sealed = Bytes.concat(Esp.word(Esp.SPI), Esp.word(1), iv(suite, 1), text);
    return Bytes.concat(sealed, Esp.icv(suite, Esp.key(suite), sealed));
  }

  /** RFC 4303 §3.4.3: the window is asked before the costly check of the ICV. */
  @Test
  void replaysAreToldBeforeTheIcvIsChecked() {
    InboundSa in = inbound(GCM, false);
    byte[] wire = seal(outbound(GCM, false, 0), Esp.ipv4(random, 40));
    assertEquals(40, open(in, wire).length);
    wire[wire.length - 1] ^= 1;
    assertDropped(DropReason.REPLAYED, in, wire);
  }

  /** More padding than needed is allowed, up to 255 (RFC 4303 §2.4). */
  @Test
  void longPaddingIsTaken() {
    byte[] inner = Esp.ipv4(random, 59);
    byte[] text = Arrays.copyOf(inner, 59 + 255 + 2);
    for (int i = 0; i < 255; i++) text[59 + i] = (byte) (i + 1);
    text[text.length - 2] = (byte) 255;
    text[text.length - 1] = 4;
    assertArrayEquals(inner, open(inbound(GCM, false), reference(GCM, 1, false, text)));
  }

  /** RFC 4303 §2.7: the inner header says where the packet ends. */
  @Test
  void trafficFlowPaddingIsCutOff() {
    byte[] inner = Esp.ipv4(random, 50);
    byte[] text = Esp.padded(CBC, Arrays.copyOf(inner, 700), 4);
    InboundSa in = inbound(CBC, false);
    assertArrayEquals(inner, open(in, reference(CBC, 1, false, text)));
    assertEquals(50, in.bytes());
  }

  @Test
  void unsoundInnerHeadersAreDropped() {
    InboundSa in = inbound(GCM, false);
    long sequence = 1;
    byte[] version6 = Esp.ipv4(random, 40);
    version6[0] = 0x65;
    byte[] shortHeader = Esp.ipv4(random, 40);
    shortHeader[0] = 0x44;
    byte[] shorterThanHeader = Esp.ipv4(random, 40);
    Bytes.putU16(shorterThanHeader, 2, 19);
    byte[] longerThanPacket = Esp.ipv4(random, 40);
    Bytes.putU16(longerThanPacket, 2, 41);
    byte[] cut = Arrays.copyOf(Esp.ipv4(random, 40), 18);
    for (byte[] bad :
        List.of(version6, shortHeader, shorterThanHeader, longerThanPacket, cut, new byte[0])) {
      byte[] wire = reference(GCM, sequence++, false, Esp.padded(GCM, bad, 4));
      assertDropped(DropReason.MALFORMED_IP, in, wire);
    }
  }

  @ParameterizedTest
  @MethodSource("suites")
  void everyTruncationIsDropped(EspSuite suite) {
    InboundSa in = inbound(suite, false);
    byte[] wire = seal(outbound(suite, false, 0), Esp.ipv4(random, 100));
    for (int n = 1; n < wire.length; n++) {
      assertEquals(0, open(in, Arrays.copyOf(wire, n)).length);
    }
    assertEquals(0, open(in, Arrays.copyOf(wire, wire.length + 4)).length);
    assertEquals(100, open(in, wire).length);
    Set<DropReason> expected = Set.of(DropReason.MALFORMED_ESP, DropReason.INTEGRITY_FAILED);
    assertEquals(expected, drops.nonZero().keySet());
  }

  @ParameterizedTest
  @MethodSource("suites")
  void garbageNeverThrows(EspSuite suite) {
    long seed = 7;
    Random garbage = new Random(seed);
    InboundSa in = inbound(suite, garbage.nextBoolean());
    for (int i = 0; i < 3000; i++) {
      byte[] wire = new byte[1 + garbage.nextInt(i % 10 == 0 ? 2000 : 120)];
      garbage.nextBytes(wire);
      assertEquals(0, open(in, wire).length, "seed " + seed + " packet " + i);
    }
    long counted = drops.nonZero().values().stream().mapToLong(n -> n).sum();
    assertEquals(3000, counted);
    assertEquals(0, in.packets());
    assertEquals(0, in.highestSequence());
  }

  /** Authentic garbage, as a faulty peer might seal it. */
  @ParameterizedTest
  @MethodSource("suites")
  void authenticGarbageNeverThrows(EspSuite suite) {
    long seed = 8;
    Random garbage = new Random(seed);
    InboundSa in = inbound(suite, false);
    for (int i = 1; i <= 2000; i++) {
      byte[] text = new byte[(1 + garbage.nextInt(20)) * suite.alignment()];
      garbage.nextBytes(text);
      if (i % 2 == 0) text[text.length - 2] = (byte) garbage.nextInt(4);
      if (i % 3 == 0) text[text.length - 1] = 4;
      open(in, reference(suite, i, false, text));
    }
    assertEquals(2000, in.highestSequence());
    assertTrue(drops.get(DropReason.BAD_PADDING) > 100);
    assertTrue(drops.get(DropReason.UNSUPPORTED_NEXT_HEADER) > 10);
  }

  @Test
  void packetsWithoutRoomAreTooBig() {
    PacketBatch batch = Esp.batch(Esp.ipv4(random, 2048), Esp.ipv4(random, 40));
    byte[] data = batch.data(1);
    System.arraycopy(data, batch.offset(1), data, 10, 40);
    batch.place(1, 10, 40);
    batch.place(0, PacketBatch.HEADROOM, 2048 + PacketBatch.TAILROOM - 10);
    OutboundSa sa = outbound(CBC, false, 0);
    assertEquals(0, sa.seal(batch, Esp.slots(batch), 2, drops));
    assertEquals(Map.of(DropReason.TOO_BIG, 2L), drops.nonZero());
    assertEquals(0, sa.sequence(), "no number is spent on them");
  }

  @ParameterizedTest
  @MethodSource("suites")
  void theLargestPacketOfABatchFits(EspSuite suite) {
    PacketBatch batch = Esp.batch(Esp.ipv4(random, 2048));
    byte[] inner = Esp.packet(batch, 0);
    assertEquals(1, outbound(suite, true, 0).seal(batch, new int[1], 1, drops));
    assertEquals(1, inbound(suite, true).open(batch, new int[1], 1, drops));
    assertArrayEquals(inner, Esp.packet(batch, 0));
  }

  @Test
  void facts() {
    OutboundSa out = new OutboundSa(5, GCM, Esp.key(GCM), true);
    InboundSa in = new InboundSa(6, CBC, Esp.key(CBC), false, InboundSa.DEFAULT_REPLAY_WINDOW);
    assertEquals(5, out.spi());
    assertEquals(GCM, out.suite());
    assertEquals(6, in.spi());
    assertEquals(CBC, in.suite());
    assertEquals(4096, InboundSa.DEFAULT_REPLAY_WINDOW);
    assertThrows(IllegalArgumentException.class, () -> new OutboundSa(5, GCM, new byte[16], true));
    assertThrows(
        IllegalArgumentException.class, () -> new InboundSa(5, GCM, new byte[36], true, 64));
  }

  @Test
  void closedAssociationsDoNothing() {
    OutboundSa out = outbound(GCM, false, 0);
    InboundSa in = inbound(GCM, false);
    byte[] wire = seal(out, Esp.ipv4(random, 40));
    out.close();
    in.close();
    out.close();
    in.close();
    PacketBatch plain = Esp.batch(Esp.ipv4(random, 40));
    PacketBatch sealed = Esp.batch(wire);
    assertThrows(IllegalStateException.class, () -> out.seal(plain, new int[1], 1, drops));
    assertThrows(IllegalStateException.class, () -> in.open(sealed, new int[1], 1, drops));
  }
}
