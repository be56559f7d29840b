package org.vpnhub.ike.internal.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.ike.TrafficSelector;

/** The codec: round trips, and everything that is no message. */
class MessageTest {
  private static final Header HEADER =
      Header.of(0x1122334455667788L, 0x99L, ExchangeType.CREATE_CHILD_SA, true, false, 7);

  /** One of each payload. */
  static List<Payload> everything() {
    TrafficSelector net = TrafficSelector.ofPrefix(Ipv4Prefix.parse("10.1.0.0/24"));
    Transform odd =
        new Transform(
            9,
            77,
            128,
            List.of(
                new Transform.Attribute(20, true, new byte[] {1, 2}),
                new Transform.Attribute(21, false, new byte[] {1, 2, 3, 4, 5})));
    List<Transform> transforms =
        List.of(new Transform(Transform.ENCR, 20, 256), new Transform(Transform.ESN, 0), odd);
    return List.of(
        new Payload.Sa(
            List.of(
                new Proposal(1, Proposal.ESP, new byte[] {1, 2, 3, 4}, transforms),
                new Proposal(2, Proposal.ESP, new byte[] {1, 2, 3, 4}, transforms))),
        new Payload.KeyExchange(31, new byte[32]),
        new Payload.Identification(true, Payload.Identification.FQDN, new byte[] {'a'}),
        new Payload.Identification(false, Payload.Identification.KEY_ID, new byte[0]),
        new Payload.Auth(2, new byte[32]),
        new Payload.Nonce(new byte[16]),
        new Payload.Notify(3, new byte[] {9, 9, 9, 9}, NotifyType.REKEY_SA, new byte[] {5}),
        new Payload.Delete(Proposal.ESP, List.of(new byte[4], new byte[] {1, 1, 1, 1})),
        new Payload.Delete(Proposal.IKE, List.of()),
        new Payload.Selectors(
            true,
            List.of(
                new Payload.Selector.Ipv4(net), new Payload.Selector.Other(8, 6, new byte[36]))),
        new Payload.Selectors(false, List.of(new Payload.Selector.Ipv4(TrafficSelector.ANY))),
        new Payload.Opaque(PayloadType.VENDOR.number(), false, new byte[] {1, 2, 3}),
        new Payload.Opaque(222, true, new byte[] {7}));
  }

  @Test
  void everythingSurvivesTheWire() throws IkeReject {
    byte[] once = new Message(HEADER, everything()).encode();
    Message back = Message.decode(once);
    assertArrayEquals(once, back.encode());
    assertEquals(HEADER, back.header());
    assertEquals(everything().size(), back.payloads().size());
    assertTrue(((Payload.Opaque) back.payloads().getLast()).critical());
    Payload.Sa sa = Message.first(back.payloads(), Payload.Sa.class).orElseThrow();
    assertEquals(256, sa.proposals().get(1).transforms().getFirst().keyBits());
    assertEquals(2, sa.proposals().get(1).transforms().getLast().others().size());
  }

  /** Octets of one payload of the type, behind a sound header. */
  private static byte[] around(int type, String bodyHex) {
    byte[] body = Bytes.fromHex(bodyHex);
    byte[] chain = new byte[4 + body.length];
    Bytes.putU16(chain, 2, chain.length);
    System.arraycopy(body, 0, chain, 4, body.length);
    byte[] message = new byte[28 + chain.length];
    HEADER.write(message, type);
    System.arraycopy(chain, 0, message, 28, chain.length);
    return message;
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("SA without proposal", 33, ""),
        Arguments.of("proposal with a wrong mark", 33, "0100000801030000"),
        Arguments.of("proposal longer than the payload", 33, "0000000901030000"),
        Arguments.of("proposal shorter than its head", 33, "0000000301030000"),
        Arguments.of("proposal with octets behind", 33, "000000090103000000"),
        Arguments.of("SPI over the end", 33, "0000000801030400"),
        Arguments.of("transform missing", 33, "0000000801030001"),
        Arguments.of("last transform marked as followed", 33, "00000010010300010300000801000014"),
        Arguments.of(
            "two transforms, first marked last",
            33,
            "000000180103000200000008010000140000000801000014"),
        Arguments.of("attribute cut off", 33, "000000120103000100000000a01000014800e"),
        Arguments.of("too many transforms", 33, "00000008010300ff"),
        Arguments.of("KE without group", 34, "001f"),
        Arguments.of("identity cut off", 35, "0200"),
        Arguments.of("AUTH cut off", 39, "02"),
        Arguments.of("nonce too short", 40, "000102030405060708090a0b0c0d0e"),
        Arguments.of("nonce too long", 40, "00".repeat(257)),
        Arguments.of("notify SPI over the end", 41, "03084009ffff"),
        Arguments.of("delete of IKE with SPI", 42, "01080001" + "00".repeat(8)),
        Arguments.of("delete of ESP with SPI of 3", 42, "03030001ffffff"),
        Arguments.of("delete with fewer SPIs", 42, "03040002ffffffff"),
        Arguments.of("delete with more SPIs", 42, "03040001ffffffffffffffff"),
        Arguments.of("delete of too many", 42, "0304ffff"),
        Arguments.of("selectors without any", 44, "00000000"),
        Arguments.of("selector cut off", 44, "01000000070000100000ffff0a0000000a0000"),
        Arguments.of(
            "IPv4 selector of a wrong length",
            44,
            "01000000070000140000ffff0a0000000a0000ff00000000"),
        Arguments.of("fewer selectors than said", 44, "02000000070000100000ffff0a0000000a0000ff"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void brokenPayloadsAreMalformed(String name, int type, String body) {
    String even = body.length() % 2 == 0 ? body : body + "0";
    assertThrows(IkeReject.Malformed.class, () -> Message.decode(around(type, even)), name);
  }

  @Test
  void headersThatAreNone() {
    assertThrows(IkeReject.Malformed.class, () -> Message.decode(new byte[27]));
    assertThrows(IkeReject.Malformed.class, () -> Message.decode(new byte[28]));
    assertThrows(IkeReject.Malformed.class, () -> Message.decode(new byte[70000]));
    byte[] v1 = new Message(HEADER, List.of()).encode();
    v1[17] = 0x10;
    assertThrows(IkeReject.Malformed.class, () -> Message.decode(v1));
    byte[] longer = java.util.Arrays.copyOf(new Message(HEADER, List.of()).encode(), 30);
    assertThrows(IkeReject.Malformed.class, () -> Message.decode(longer));
    byte[] behind = around(40, "00".repeat(16) + "ffff");
    behind[28 + 3] = 20;
    assertThrows(IkeReject.Malformed.class, () -> Message.decode(behind));
  }

  @Test
  void endlessChainsAreCut() {
    List<Payload> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) many.add(new Payload.Notify(i));
    byte[] octets = new Message(HEADER, many).encode();
    assertThrows(IkeReject.Malformed.class, () -> Message.decode(octets));
  }

  @Test
  void opaquePortsAreCarriedAsOther() throws IkeReject {
    // RFC 7296 §3.13.1: OPAQUE ports are 65535 to 0.
    byte[] octets = around(44, "0100000007000010ffff00000a0000000a0000ff");
    Message m = Message.decode(octets);
    Payload.Selectors s = Message.first(m.payloads(), Payload.Selectors.class).orElseThrow();
    assertTrue(s.selectors().getFirst() instanceof Payload.Selector.Other);
    assertArrayEquals(octets, m.encode());
  }

  @Test
  void flippedAndCutMessagesNeverFailOtherwise() {
    byte[] sound = new Message(HEADER, everything()).encode();
    SplittableRandom random = new SplittableRandom(1);
    int parsed = 0;
    for (int i = 0; i < 50_000; i++) {
      int length = random.nextInt(8) == 0 ? random.nextInt(28, sound.length) : sound.length;
      byte[] octets = java.util.Arrays.copyOf(sound, length);
      for (int k = random.nextInt(4); k >= 0; k--) {
        octets[random.nextInt(16, octets.length)] = (byte) random.nextInt();
      }
      Bytes.putI32(octets, 24, octets.length);
      try {
        Message m = Message.decode(octets);
        byte[] again = m.encode();
        assertArrayEquals(again, Message.decode(again).encode());
        parsed++;
      } catch (IkeReject rejected) {
        assertTrue(rejected.getMessage() != null);
      }
    }
    assertTrue(parsed > 100, "only " + parsed + " parsed");
  }

  @Test
  void corpusOfTheFuzzTargetIsReplayed() throws IOException {
    List<byte[]> corpus = Corpus.of("message");
    Assumptions.assumeFalse(corpus.isEmpty(), "skipped: releng/fuzz is absent");
    int parsed = 0;
    for (byte[] octets : corpus) {
      try {
        byte[] once = Message.decode(octets).encode();
        assertArrayEquals(once, Message.decode(once).encode());
        parsed++;
      } catch (IkeReject rejected) {
        assertTrue(rejected.getMessage() != null);
      }
    }
    assertTrue(parsed >= 20, "only " + parsed + " of " + corpus.size() + " parsed");
  }
}
