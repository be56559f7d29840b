package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.IkeConfig;
import org.vpnhub.model.IkeMode;
import org.vpnhub.model.IpsecConfig;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.TunnelRole;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.DpdPlan;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;

/** One connection of the model as the hub runs it; empty, with problems, when it cannot run. */
final class ConnectionPlanner {
  private static final String KIND = "IPsec connection";
  private static final int LONGEST_LIFETIME = 86400;
  private static final int DPD_INTERVAL = 30;

  private final Findings findings;
  private final Ipv4Address gatewayAddress;

  ConnectionPlanner(Findings findings, Ipv4Address gatewayAddress) {
    this.findings = findings;
    this.gatewayAddress = gatewayAddress;
  }

  /** The tunnel that the plan carries: the master, or the first. */
  static Optional<Tunnel> tunnel(VpnConnection c) {
    return c.getTunnels().stream()
        .filter(t -> t.getRole() == TunnelRole.MASTER)
        .findFirst()
        .or(() -> c.getTunnels().stream().findFirst());
  }

  /** The site that a connection serves, said by itself or by its customer gateway. */
  static @Nullable Site site(VpnConnection c) {
    if (c.getSite() != null) return c.getSite();
    return tunnel(c).map(Tunnel::getCustomerGateway).map(CustomerGateway::getSite).orElse(null);
  }

  /** Name of the key in the secret store, or of a key that the model itself holds. */
  static String keyReference(VpnConnection c) {
    IkeConfig ike = tunnel(c).map(Tunnel::getIkeConfig).orElse(null);
    if (ike != null && !Findings.text(ike.getPskReference()).isBlank()) {
      return ike.getPskReference();
    }
    boolean literal = ike != null && !Findings.text(ike.getPsk()).isEmpty();
    return literal ? "literal:" + Findings.id(c) : Findings.id(c);
  }

  /**
   * @param sitePrefixes prefixes of the connection's site; empty when it has no site
   */
  Optional<ConnectionPlan> plan(VpnConnection c, List<Ipv4Prefix> sitePrefixes) {
    Optional<Tunnel> tunnel = tunnel(c);
    if (tunnel.isEmpty()) {
      findings.error("S04", c, KIND, "has no tunnel, so it is left out", "add a tunnel");
      return Optional.empty();
    }
    if (c.getTunnels().size() > 1) {
      findings.warning(
          "S06",
          c,
          KIND,
          "has two tunnels; the hub runs only " + Findings.name(tunnel.get()) + " so far",
          "rely on one tunnel, or keep the second for the cloud");
    }
    return plan(c, tunnel.get(), sitePrefixes);
  }

  private Optional<ConnectionPlan> plan(VpnConnection c, Tunnel t, List<Ipv4Prefix> sitePrefixes) {
    Optional<Ipv4Address> peer = peer(c, t);
    Optional<IkePlan> ike = ike(c, t.getIkeConfig());
    Optional<IpsecPlan> ipsec = ipsec(c, t.getIpsecConfig());
    Optional<List<Ipv4Prefix>> local = selectors(c, c.getLocalSubnets(), "local network");
    Optional<List<Ipv4Prefix>> remote = selectors(c, c.getRemoteSubnets(), "remote network");
    if (peer.isEmpty() || ike.isEmpty() || ipsec.isEmpty() || local.isEmpty() || remote.isEmpty()) {
      return Optional.empty();
    }
    Site site = site(c);
    boolean nat = site != null && site.isBehindNat();
    IkeConfig config = t.getIkeConfig();
    return Optional.of(
        new ConnectionPlan(
            new ConnectionId(Findings.id(c)),
            Findings.name(c),
            Findings.name(site == null ? c : site),
            gatewayAddress,
            peer.get(),
            identity(config == null ? null : config.getLocalId(), gatewayAddress),
            identity(config == null ? null : config.getRemoteId(), peer.get()),
            keyReference(c),
            ike.get(),
            ipsec.get(),
            children(ike.get().version(), local.get(), remote.get()),
            // The hub cannot begin with a peer behind a NAT: nothing there waits for it.
            c.isEffectImmediately() && !nat,
            dpd(t),
            t.isEnableNatTraversal(),
            false,
            nat,
            sitePrefixes.isEmpty() ? ownPrefixes(c, remote.get()) : sitePrefixes,
            c.isAutoConfigRoute()));
  }

  private Optional<Ipv4Address> peer(VpnConnection c, Tunnel t) {
    CustomerGateway gateway = t.getCustomerGateway();
    if (gateway == null) {
      findings.error(
          "S04",
          c,
          KIND,
          "has no customer gateway, so it is left out",
          "choose a customer gateway");
      return Optional.empty();
    }
    return findings.address(
        "K01", gateway.getIpAddress(), gateway, "customer gateway", "public address");
  }

  private static Identity identity(@Nullable String text, Ipv4Address otherwise) {
    if (text == null || text.isBlank()) return new Identity.Address(otherwise);
    return Identity.parse(text.strip());
  }

  private static DpdPlan dpd(Tunnel t) {
    int interval = t.getDpdInterval() > 0 ? t.getDpdInterval() : DPD_INTERVAL;
    return new DpdPlan(t.isEnableDpd(), interval);
  }

  private Optional<IkePlan> ike(VpnConnection c, @Nullable IkeConfig ike) {
    if (ike == null) {
      findings.error("S04", c, KIND, "has no IKE configuration, so it is left out", "add one");
      return Optional.empty();
    }
    Optional<Encryption> encryption =
        algorithm(c, "IKE encryption", ike.getIkeEncAlg(), Encryption::ofLiteral);
    Optional<Hash> hash = algorithm(c, "IKE authentication", ike.getIkeAuthAlg(), Hash::ofLiteral);
    Optional<DhGroup> group = algorithm(c, "IKE DH group", ike.getIkePfs(), DhGroup::ofLiteral);
    Optional<Integer> lifetime =
        lifetime(c, "IKE lifetime", ike.getIkeLifetime(), LONGEST_LIFETIME);
    if (encryption.isEmpty() || hash.isEmpty() || group.isEmpty() || lifetime.isEmpty()) {
      return Optional.empty();
    }
    boolean v1 = ike.getIkeVersion() == org.vpnhub.model.IkeVersion.IKEV1;
    boolean aggressive = ike.getIkeMode() == IkeMode.AGGRESSIVE;
    return Optional.of(
        new IkePlan(
            v1 ? IkeVersion.IKEV1 : IkeVersion.IKEV2,
            aggressive ? ExchangeMode.AGGRESSIVE : ExchangeMode.MAIN,
            encryption.get(),
            hash.get(),
            group.get(),
            lifetime.get()));
  }

  private Optional<IpsecPlan> ipsec(VpnConnection c, @Nullable IpsecConfig ipsec) {
    if (ipsec == null) {
      findings.error("S04", c, KIND, "has no IPsec configuration, so it is left out", "add one");
      return Optional.empty();
    }
    Optional<Encryption> encryption =
        algorithm(c, "IPsec encryption", ipsec.getIpsecEncAlg(), Encryption::ofLiteral);
    boolean aead = encryption.map(Encryption::isAead).orElse(true);
    Optional<Hash> hash =
        aead
            ? Optional.empty()
            : algorithm(c, "IPsec authentication", ipsec.getIpsecAuthAlg(), Hash::ofLiteral);
    String pfs = Findings.text(ipsec.getIpsecPfs());
    boolean pfsOff = pfs.equals("disabled");
    Optional<DhGroup> group =
        pfsOff ? Optional.empty() : algorithm(c, "IPsec PFS", pfs, DhGroup::ofLiteral);
    Optional<Integer> lifetime =
        lifetime(c, "IPsec lifetime", ipsec.getIpsecLifetime(), LONGEST_LIFETIME);
    boolean complete =
        encryption.isPresent()
            && (aead || hash.isPresent())
            && (pfsOff || group.isPresent())
            && lifetime.isPresent();
    if (!complete) return Optional.empty();
    return Optional.of(new IpsecPlan(encryption.get(), hash, group, lifetime.get()));
  }

  /** What a literal names. */
  @FunctionalInterface
  private interface Literals<T> {
    Optional<T> find(String literal);
  }

  private <T> Optional<T> algorithm(
      VpnConnection c, String what, @Nullable String literal, Literals<T> literals) {
    String word = Findings.text(literal).strip();
    Optional<T> found = literals.find(word);
    if (found.isEmpty()) {
      findings.error(
          "C31",
          c,
          KIND,
          word.isEmpty() ? "has no " + what : what + " '" + word + "' is not known",
          "choose an algorithm that the profile offers");
    }
    return found;
  }

  private Optional<Integer> lifetime(VpnConnection c, String what, int seconds, int otherwise) {
    if (seconds == 0) return Optional.of(otherwise);
    if (seconds > 0 && seconds <= LONGEST_LIFETIME) return Optional.of(seconds);
    findings.error(
        "C12",
        c,
        KIND,
        what + " of " + seconds + " s is not within 0 to " + LONGEST_LIFETIME,
        "set it to " + otherwise);
    return Optional.empty();
  }

  /** All or nothing: a selector less would be another network than the one that was meant. */
  private Optional<List<Ipv4Prefix>> selectors(VpnConnection c, List<String> texts, String what) {
    List<Ipv4Prefix> parsed = findings.prefixes(texts, c, KIND, what);
    if (texts.isEmpty()) {
      findings.error("S04", c, KIND, "has no " + what + ", so it is left out", "give one");
    }
    boolean whole = parsed.size() == texts.stream().map(String::strip).distinct().count();
    return whole && !parsed.isEmpty() ? Optional.of(parsed) : Optional.empty();
  }

  /** IKEv1 takes one pair of prefixes a child. */
  static List<ChildPlan> children(
      IkeVersion version, List<Ipv4Prefix> local, List<Ipv4Prefix> remote) {
    if (version == IkeVersion.IKEV2 || (local.size() == 1 && remote.size() == 1)) {
      return List.of(new ChildPlan("net", local, remote));
    }
    List<ChildPlan> pairs = new ArrayList<>();
    for (Ipv4Prefix l : local) {
      for (Ipv4Prefix r : remote) {
        pairs.add(new ChildPlan("net-" + (pairs.size() + 1), List.of(l), List.of(r)));
      }
    }
    return pairs;
  }

  /** Prefixes of a site that the model does not have: what the connection itself says. */
  private List<Ipv4Prefix> ownPrefixes(VpnConnection c, List<Ipv4Prefix> remote) {
    List<Ipv4Prefix> own =
        new ArrayList<>(remote.stream().filter(p -> !p.equals(Ipv4Prefix.ANY)).toList());
    if (!own.isEmpty() || c.getVpnGateway() == null) return own;
    c.getVpnGateway().getDestinationRoutes().stream()
        .filter(r -> r.getNextHop() == c)
        .flatMap(r -> HubPlanner.quiet(r.getRouteDest()).stream())
        .distinct()
        .forEach(own::add);
    return own;
  }
}
