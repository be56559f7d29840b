package org.vpnhub.dataplane.internal.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkeVersion;

/** Turns a planned connection into what IKE takes, or says why the engine cannot run it. */
final class ConfigMapping {
  /** Domain model §6.2: 0 arrives where nothing was set, and means the default. */
  private static final int DEFAULT_LIFETIME_SECONDS = 86_400;

  private static final int MAX_SELECTORS = 255;

  private final Function<String, Optional<Secret>> psk;
  private final boolean nativeEsp;
  private final boolean forceEncapsulation;
  private final boolean esn;

  /**
   * @param psk pre-shared keys by reference
   * @param nativeEsp whether ESP can travel as IP protocol 50
   * @param force whether to have it in UDP all the same
   */
  ConfigMapping(
      Function<String, Optional<Secret>> psk, boolean nativeEsp, boolean force, boolean esn) {
    this.psk = psk;
    this.nativeEsp = nativeEsp;
    this.forceEncapsulation = force || !nativeEsp;
    this.esn = esn;
  }

  /** What a connection becomes: one of the two. */
  sealed interface Mapped {
    /** The engine runs it. */
    record Config(ConnectionConfig config) implements Mapped {}

    /** The engine cannot run it. */
    record Refused(String reason) implements Mapped {}
  }

  /** Carries a reason out of the depth of a plan. */
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
      super(reason, null, false, false);
    }
  }

  Mapped map(ConnectionPlan plan) {
    try {
      return new Mapped.Config(config(plan));
    } catch (RefusedException e) {
      return new Mapped.Refused(String.valueOf(e.getMessage()));
    }
  }

  private ConnectionConfig config(ConnectionPlan plan) throws RefusedException {
    if (plan.ike().version() != IkeVersion.IKEV2) {
      throw new RefusedException("the engine does not speak ikev1; choose ikev2 at both ends");
    }
    requireEncapsulation(plan);
    List<IkeProposal> ike = List.of(ikeProposal(plan));
    EspProposal esp = espProposal(plan);
    Duration lifetime = lifetime(plan.ipsec().lifetimeSeconds());
    if (plan.children().isEmpty()) throw new RefusedException("it has no selectors");
    for (ChildPlan c : plan.children()) requireFewSelectors(c);
    List<ChildConfig> children =
        plan.children().stream().map(c -> child(c, esp, lifetime)).toList();
    Secret key =
        psk.apply(plan.pskReference())
            .orElseThrow(
                () ->
                    new RefusedException(
                        "the secret store has no key '%s'; set one, and apply the model again"
                            .formatted(plan.pskReference())));
    return new ConnectionConfig(
        plan.id(),
        plan.localAddress(),
        plan.remoteAddress(),
        identity(plan.localId()),
        identity(plan.remoteId()),
        key,
        ike,
        lifetime(plan.ike().lifetimeSeconds()),
        children,
        plan.initiate(),
        dpd(plan),
        plan.natTraversal(),
        forceEncapsulation);
  }

  /** Without a raw socket and without UDP the tunnel would come up and carry nothing. */
  private void requireEncapsulation(ConnectionPlan plan) throws RefusedException {
    if (plan.natTraversal() || !forceEncapsulation) return;
    throw new RefusedException(
        nativeEsp
            ? "NAT traversal is off, but the engine was told to force UDP encapsulation"
            : "NAT traversal is off, and ESP as IP protocol 50 needs a raw socket, which the engine"
                + " does not have (CAP_NET_RAW on Linux); switch NAT traversal on, or give the"
                + " engine that right");
  }

  /** RFC 7296 §3.13: a payload counts its selectors in one octet; and the message has to fit. */
  private static void requireFewSelectors(ChildPlan c) throws RefusedException {
    int count = c.local().size() + c.remote().size();
    if (count <= MAX_SELECTORS) return;
    throw new RefusedException(
        "its selectors name %d prefixes, and a key exchange carries %d at most; join prefixes, or choose the selector mode SUMMARY or ANY"
            .formatted(count, MAX_SELECTORS));
  }

  private static ChildConfig child(ChildPlan c, EspProposal esp, Duration lifetime) {
    return new ChildConfig(
        c.name(), selectors(c.local()), selectors(c.remote()), List.of(esp), lifetime);
  }

  private static List<TrafficSelector> selectors(List<Ipv4Prefix> prefixes) {
    return prefixes.stream().map(TrafficSelector::ofPrefix).toList();
  }

  private static IkeProposal ikeProposal(ConnectionPlan plan) throws RefusedException {
    EncryptionAlgorithm encryption = encryption("IKE", plan.ike().encryption());
    Hash hash = plan.ike().hash();
    IntegrityAlgorithm integrity =
        encryption.aead() ? IntegrityAlgorithm.NONE : integrity("IKE", hash);
    return new IkeProposal(encryption, integrity, prf(hash), group("IKE", plan.ike().group()));
  }

  private EspProposal espProposal(ConnectionPlan plan) throws RefusedException {
    EncryptionAlgorithm encryption = encryption("ESP", plan.ipsec().encryption());
    IntegrityAlgorithm integrity = IntegrityAlgorithm.NONE;
    if (!encryption.aead()) {
      Hash hash =
          plan.ipsec()
              .hash()
              .orElseThrow(() -> new RefusedException("ESP with " + encryption + " needs a hash"));
      integrity = integrity("ESP", hash);
    }
    Optional<DhGroup> pfs = plan.ipsec().pfs();
    KeyExchangeMethod group = pfs.isPresent() ? group("ESP", pfs.get()) : KeyExchangeMethod.NONE;
    return new EspProposal(encryption, integrity, group, esn);
  }

  private static EncryptionAlgorithm encryption(String where, Encryption e)
      throws RefusedException {
    return switch (e) {
      case AES128GCM16 -> EncryptionAlgorithm.AES_GCM_16_128;
      case AES256GCM16 -> EncryptionAlgorithm.AES_GCM_16_256;
      case AES128 -> EncryptionAlgorithm.AES_CBC_128;
      case AES192 -> EncryptionAlgorithm.AES_CBC_192;
      case AES256 -> EncryptionAlgorithm.AES_CBC_256;
      case CHACHA20POLY1305, TRIPLE_DES, DES, SM4 ->
          throw unsupported(where, "cipher", e.literal());
    };
  }

  private static IntegrityAlgorithm integrity(String where, Hash h) throws RefusedException {
    return switch (h) {
      case SHA256 -> IntegrityAlgorithm.HMAC_SHA2_256_128;
      case SHA384 -> IntegrityAlgorithm.HMAC_SHA2_384_192;
      case SHA512 -> IntegrityAlgorithm.HMAC_SHA2_512_256;
      case SHA1, MD5, SM3 -> throw unsupported(where, "hash", h.literal());
    };
  }

  private static PrfAlgorithm prf(Hash h) throws RefusedException {
    return switch (h) {
      case SHA256 -> PrfAlgorithm.HMAC_SHA2_256;
      case SHA384 -> PrfAlgorithm.HMAC_SHA2_384;
      case SHA512 -> PrfAlgorithm.HMAC_SHA2_512;
      case SHA1, MD5, SM3 -> throw unsupported("IKE", "hash", h.literal());
    };
  }

  private static KeyExchangeMethod group(String where, DhGroup g) throws RefusedException {
    return switch (g) {
      case GROUP14 -> KeyExchangeMethod.MODP_2048;
      case GROUP19 -> KeyExchangeMethod.ECP_256;
      case GROUP20 -> KeyExchangeMethod.ECP_384;
      case GROUP31 -> KeyExchangeMethod.CURVE_25519;
      case GROUP1,
          GROUP2,
          GROUP5,
          GROUP15,
          GROUP16,
          GROUP17,
          GROUP18,
          GROUP21,
          GROUP24,
          GROUP32,
          GROUP31_MLKEM768 ->
          throw unsupported(where, "group", g.literal());
    };
  }

  private static RefusedException unsupported(String where, String what, String literal) {
    return new RefusedException(
        "the engine does not have the %s %s %s; it has aes128gcm16, aes256gcm16, aes128, aes192,"
                .formatted(where, what, literal)
            + " aes256, sha256, sha384, sha512, group14, group19, group20 and group31");
  }

  private static IkeIdentity identity(Identity id) {
    return switch (id) {
      case Identity.Address(var address) -> new IkeIdentity.Address(address);
      case Identity.Fqdn(var name) -> new IkeIdentity.Fqdn(name);
      case Identity.Email(var address) -> new IkeIdentity.Email(address);
    };
  }

  private static Duration lifetime(int seconds) {
    return Duration.ofSeconds(seconds == 0 ? DEFAULT_LIFETIME_SECONDS : seconds);
  }

  private static Optional<Duration> dpd(ConnectionPlan plan) {
    boolean on = plan.dpd().enabled() && plan.dpd().intervalSeconds() > 0;
    return on ? Optional.of(Duration.ofSeconds(plan.dpd().intervalSeconds())) : Optional.empty();
  }
}
