package org.vpnhub.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.crypto.PrfAlgorithm;
import org.vpnhub.ike.ChildConfig;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.EspProposal;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeEndpoint;
import org.vpnhub.ike.IkeEndpointConfig;
import org.vpnhub.ike.IkeEvent;
import org.vpnhub.ike.IkeIdentity;
import org.vpnhub.ike.IkeProposal;
import org.vpnhub.ike.TrafficSelector;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.Legality;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.Payload;

/** Any octets into the message parser, the inner payload chain, and a whole endpoint. */
class IkeMessageFuzzTest {
  private static final Ipv4Address HUB = Ipv4Address.parse("203.0.113.1");
  private static final Ipv4Address SITE = Ipv4Address.parse("203.0.113.11");

  /** What was parsed is written, parsed and written again: the same octets. */
  @FuzzTest(maxDuration = "10m")
  void message(byte[] octets) {
    Message message;
    try {
      message = Message.decode(octets);
    } catch (IkeReject notAMessage) {
      return;
    }
    byte[] once = message.encode();
    try {
      assertArrayEquals(once, Message.decode(once).encode());
    } catch (IkeReject own) {
      throw new AssertionError("our own message is refused", own);
    }
    check(message.payloads());
  }

  /** The inside of a protected message: the first octet names the first payload. */
  @FuzzTest(maxDuration = "10m")
  void inner(byte[] octets) {
    if (octets.length == 0) return;
    try {
      check(Message.decodeChain(octets[0] & 0xff, octets, 1));
    } catch (IkeReject notAChain) {
      // As it should be.
    }
  }

  private static void check(List<Payload> payloads) {
    for (Legality row : Legality.values()) {
      try {
        row.check(payloads);
      } catch (IkeReject illegal) {
        // As it should be.
      }
    }
  }

  /** An endpoint neither fails nor answers with more than it got, by much. */
  @FuzzTest(maxDuration = "10m")
  void endpoint(byte[] octets) {
    IkeEndpoint endpoint = new IkeEndpoint(IkeEndpointConfig.DEFAULTS, new SecureRandom());
    endpoint.configure(0, hub());
    IkeDatagram datagram = new IkeDatagram(HUB, 500, SITE, 500, octets);
    for (IkeAction action : endpoint.receive(1, datagram)) {
      if (action instanceof IkeAction.Event(IkeEvent.Fault fault)) {
        throw new AssertionError(fault.what());
      }
      if (action instanceof IkeAction.Send(IkeDatagram answer)
          && answer.message().length > octets.length + 200) {
        throw new AssertionError("amplification: " + answer.message().length);
      }
    }
    endpoint.advance(Duration.ofMinutes(2).toNanos());
  }

  private static ConnectionConfig hub() {
    IkeProposal ike =
        new IkeProposal(
            EncryptionAlgorithm.AES_GCM_16_128,
            IntegrityAlgorithm.NONE,
            PrfAlgorithm.HMAC_SHA2_256,
            KeyExchangeMethod.CURVE_25519);
    EspProposal esp =
        new EspProposal(
            EncryptionAlgorithm.AES_GCM_16_128,
            IntegrityAlgorithm.NONE,
            KeyExchangeMethod.NONE,
            true);
    List<TrafficSelector> any = List.of(TrafficSelector.ofPrefix(Ipv4Prefix.ANY));
    return new ConnectionConfig(
        new ConnectionId("fuzz"),
        HUB,
        SITE,
        new IkeIdentity.Address(HUB),
        new IkeIdentity.Address(SITE),
        Secret.ofText("fuzz"),
        List.of(ike),
        Duration.ofHours(1),
        List.of(new ChildConfig("any", any, any, List.of(esp), Duration.ofHours(1))),
        false,
        Optional.empty(),
        true,
        false);
  }
}
