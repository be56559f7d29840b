package org.vpnhub.ike.internal.v2;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
import org.vpnhub.ike.IkeIdentity;
import org.vpnhub.ike.IkeProposal;
import org.vpnhub.ike.TrafficSelector;

/** Connections for tests: a hub at 203.0.113.1 and sites behind it. */
final class Configs {
  static final Ipv4Address HUB = Ipv4Address.parse("203.0.113.1");
  static final Ipv4Address SITE = Ipv4Address.parse("203.0.113.11");
  static final ConnectionId ID = new ConnectionId("vco-a");

  static final IkeProposal GCM =
      new IkeProposal(
          EncryptionAlgorithm.AES_GCM_16_128,
          IntegrityAlgorithm.NONE,
          PrfAlgorithm.HMAC_SHA2_256,
          KeyExchangeMethod.CURVE_25519);
  static final IkeProposal CBC =
      new IkeProposal(
          EncryptionAlgorithm.AES_CBC_256,
          IntegrityAlgorithm.HMAC_SHA2_256_128,
          PrfAlgorithm.HMAC_SHA2_256,
          KeyExchangeMethod.ECP_256);
  static final EspProposal ESP =
      new EspProposal(
          EncryptionAlgorithm.AES_GCM_16_128,
          IntegrityAlgorithm.NONE,
          KeyExchangeMethod.NONE,
          false);
  static final EspProposal ESP_PFS =
      new EspProposal(
          EncryptionAlgorithm.AES_GCM_16_128,
          IntegrityAlgorithm.NONE,
          KeyExchangeMethod.CURVE_25519,
          true);

  private Configs() {}

  static List<TrafficSelector> ts(String... prefixes) {
    return Arrays.stream(prefixes).map(Ipv4Prefix::parse).map(TrafficSelector::ofPrefix).toList();
  }

  static ChildConfig child(String name, String local, String remote, EspProposal... proposals) {
    return new ChildConfig(
        name, ts(local.split(" ")), ts(remote.split(" ")), List.of(proposals), Duration.ofHours(1));
  }

  /** The hub's end of connection a; it waits. */
  static ConnectionConfig hub() {
    return new ConnectionConfig(
        ID,
        HUB,
        SITE,
        new IkeIdentity.Fqdn("hub.test"),
        new IkeIdentity.Fqdn("a.test"),
        Secret.ofText("psk-of-a-0123456789"),
        List.of(GCM),
        Duration.ofHours(24),
        List.of(child("net", "0.0.0.0/0", "10.1.0.0/24", ESP)),
        false,
        Optional.of(Duration.ofSeconds(10)),
        true,
        false);
  }

  /** The site's end of connection a; it initiates. */
  static ConnectionConfig site() {
    return with(mirror(hub()), c -> c.initiate = true);
  }

  static ConnectionConfig mirror(ConnectionConfig c) {
    return with(
        c,
        m -> {
          m.localAddress = c.remoteAddress();
          m.remoteAddress = c.localAddress();
          m.localId = c.remoteId();
          m.remoteId = c.localId();
          m.children =
              c.children().stream()
                  .map(
                      k ->
                          new ChildConfig(
                              k.name(), k.remote(), k.local(), k.proposals(), k.lifetime()))
                  .toList();
        });
  }

  /** A copy with changes. */
  static ConnectionConfig with(ConnectionConfig c, java.util.function.Consumer<Draft> change) {
    Draft draft = new Draft(c);
    change.accept(draft);
    return draft.build();
  }

  static ConnectionConfig children(ConnectionConfig c, UnaryOperator<ChildConfig> change) {
    return with(c, d -> d.children = d.children.stream().map(change).toList());
  }

  static final class Draft {
    ConnectionId id;
    Ipv4Address localAddress;
    Ipv4Address remoteAddress;
    IkeIdentity localId;
    IkeIdentity remoteId;
    Secret psk;
    List<IkeProposal> proposals;
    Duration lifetime;
    List<ChildConfig> children;
    boolean initiate;
    Optional<Duration> dpdInterval;
    boolean natTraversal;
    boolean forceUdpEncapsulation;

    Draft(ConnectionConfig c) {
      id = c.id();
      localAddress = c.localAddress();
      remoteAddress = c.remoteAddress();
      localId = c.localId();
      remoteId = c.remoteId();
      psk = c.psk();
      proposals = c.proposals();
      lifetime = c.lifetime();
      children = c.children();
      initiate = c.initiate();
      dpdInterval = c.dpdInterval();
      natTraversal = c.natTraversal();
      forceUdpEncapsulation = c.forceUdpEncapsulation();
    }

    ConnectionConfig build() {
      return new ConnectionConfig(
          id,
          localAddress,
          remoteAddress,
          localId,
          remoteId,
          psk,
          proposals,
          lifetime,
          children,
          initiate,
          dpdInterval,
          natTraversal,
          forceUdpEncapsulation);
    }
  }
}
