package org.vpnhub.ike.internal.v2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.Header;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.Payload;
import org.vpnhub.testkit.LossyNetwork.Weather;

/**
 * Two ends, and somebody between them who has the keys of the hub: messages are opened, changed and
 * sealed again on their way.
 */
abstract class Tampering {
  final World world = new World(12, Weather.FAIR);
  final Node hub = world.add(Configs.HUB, "hub");
  final Node site = world.add(Configs.SITE, "site");
  int tampered;
  private long sealings;

  static final IkeCommand REKEY_CHILD = new IkeCommand.RekeyChild(Configs.ID, OptionalInt.empty());
  static final IkeCommand REKEY_IKE = new IkeCommand.RekeyIke(Configs.ID);

  void up() {
    world.configure(hub, Configs.hub());
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(2));
    Agreement.holds(world.now(), hub, site, 1, "set-up");
  }

  /** Changes so many of the messages of one end and one kind. */
  UnaryOperator<IkeDatagram> tampering(
      Ipv4Address from,
      ExchangeType type,
      boolean response,
      int times,
      UnaryOperator<List<Payload>> change) {
    tampered = 0;
    return d -> {
      byte[] m = d.message();
      boolean meant =
          d.local().equals(from)
              && m[18] == type.number()
              && ((m[19] & Header.RESPONSE) != 0) == response
              && tampered < times;
      if (!meant) return d;
      tampered++;
      byte[] changed = type == ExchangeType.IKE_SA_INIT ? clear(m, change) : sealed(m, change);
      return new IkeDatagram(d.local(), d.localPort(), d.remote(), d.remotePort(), changed);
    };
  }

  private static byte[] clear(byte[] octets, UnaryOperator<List<Payload>> change) {
    try {
      Message m = Message.decode(octets);
      return new Message(m.header(), change.apply(m.payloads())).encode();
    } catch (IkeReject e) {
      throw new AssertionError(e);
    }
  }

  byte[] sealed(byte[] octets, UnaryOperator<List<Payload>> change) {
    try {
      Message m = Message.decode(octets);
      IkeSa sa =
          hub.engine.sas().stream()
              .filter(s -> s.responderSpi() == m.header().responderSpi())
              .findFirst()
              .orElseThrow();
      Payload.Encrypted sk = m.encrypted().orElseThrow();
      byte[] text = sa.keys().open(m.header().fromInitiator(), octets, sk.body().length);
      List<Payload> payloads = change.apply(Message.decodeChain(sk.firstInner(), text, 0));
      byte[] iv = Spi.octets(Long.MIN_VALUE + sealings++);
      return sa.keys().seal(m.header().fromInitiator(), iv, m.header(), payloads);
    } catch (IkeReject e) {
      throw new AssertionError(e);
    }
  }

  static UnaryOperator<List<Payload>> only(Payload... payloads) {
    return p -> List.of(payloads);
  }

  static UnaryOperator<List<Payload>> notify(int type, int... data) {
    byte[] octets = new byte[data.length];
    for (int i = 0; i < data.length; i++) octets[i] = (byte) data[i];
    return only(new Payload.Notify(type, octets));
  }

  /** Puts a payload in the place of the first of its kind. */
  static UnaryOperator<List<Payload>> swap(Payload with) {
    return payloads -> {
      List<Payload> changed = new ArrayList<>(payloads);
      changed.replaceAll(p -> p.typeNumber() == with.typeNumber() ? with : p);
      return changed;
    };
  }

  static UnaryOperator<List<Payload>> without(Class<? extends Payload> kind) {
    return payloads -> payloads.stream().filter(p -> !kind.isInstance(p)).toList();
  }

  void recovers(String context) {
    world.outward = d -> d;
    world.run(Duration.ofSeconds(45));
    Agreement.holds(world.now(), hub, site, 1, context);
  }
}
