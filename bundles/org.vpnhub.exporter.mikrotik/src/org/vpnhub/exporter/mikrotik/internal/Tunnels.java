package org.vpnhub.exporter.mikrotik.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Proposal;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Puts a tunnel together for each peer that some policy names. */
public final class Tunnels {
  private final Reading reading;
  private final Firewall firewall;

  public Tunnels(Reading reading) {
    this.reading = reading;
    firewall = new Firewall(reading);
  }

  /** Adds all tunnels to what was read. */
  public void find() {
    for (Section policy : reading.all(Menus.POLICY)) {
      for (Found peer : peers(policy)) reading.use(Menus.PEER, peer);
    }
    for (Section identity : reading.all(Menus.IDENTITY)) {
      identity.one("peer").ifPresent(peer -> reading.use(Menus.PEER, peer));
    }
    for (Section peer : reading.all(Menus.PEER)) {
      String address = peer.or("address", "").value().replaceFirst("/32$", "");
      List<Section> policies = policies(peer.name());
      if (!policies.isEmpty() && Networks.isAddress(address)) tunnel(peer, address, policies);
    }
  }

  private List<Section> policies(String peer) {
    return reading.all(Menus.POLICY).stream()
        .filter(p -> p.or("action", "encrypt").value().equals("encrypt"))
        .filter(p -> peers(p).stream().anyMatch(f -> f.value().equals(peer)))
        .toList();
  }

  private static List<Found> peers(Section policy) {
    List<Found> peers = new ArrayList<>();
    policy
        .one("peer")
        .ifPresent(
            f -> {
              for (String name : f.value().split(",")) peers.add(new Found(name, f.line()));
            });
    return peers;
  }

  private void tunnel(Section peer, String address, List<Section> policies) {
    FoundTunnel tunnel = new FoundTunnel(peer.name(), peer.line());
    tunnel.add(Parameter.PEER, address, peer.one("address").orElseThrow().line());
    version(tunnel, peer);
    reading
        .use(Menus.PROFILE, peer.or("profile", "default"))
        .ifPresent(profile -> phase1(tunnel, profile));
    identity(tunnel, peer, address);
    for (Section policy : policies) selector(tunnel, policy, policies.size() > 1);
    reading
        .use(Menus.PROPOSAL, policies.getFirst().or("proposal", "default"))
        .ifPresent(proposal -> phase2(tunnel, proposal));
    firewall.rules(tunnel);
    reading.add(tunnel);
  }

  private static void version(FoundTunnel tunnel, Section peer) {
    Found mode = peer.or("exchange-mode", "main");
    boolean v2 = mode.value().equals("ike2");
    tunnel.add(Parameter.IKE_VERSION, v2 ? "ikev2" : "ikev1", mode.line());
    if (!v2) tunnel.add(Parameter.IKE_MODE, mode);
  }

  /** Defaults: chapter "IPsec", Profiles. */
  private static void phase1(FoundTunnel tunnel, Section p) {
    List<Proposal> all = new ArrayList<>();
    Found hash = p.or("hash-algorithm", "sha1");
    for (Found cipher : split(p.or("enc-algorithm", "aes-128,3des"))) {
      for (Found group : split(p.or("dh-group", "modp2048,modp1024"))) {
        all.add(
            new Proposal()
                .add(Parameter.IKE_ENCRYPTION, Menus.cipher(cipher.value()), cipher.line())
                .add(Parameter.IKE_HASH, hash)
                .add(Parameter.IKE_GROUP, Menus.group(group.value()), group.line()));
      }
    }
    tunnel.oneOf(all);
    seconds(tunnel, Parameter.IKE_LIFETIME, p.or("lifetime", "1d"));
    Found dpd = p.or("dpd-interval", "8s");
    if (dpd.value().equals("disable-dpd")) tunnel.add(Parameter.DPD, "none", dpd.line());
    else seconds(tunnel, Parameter.DPD, dpd);
  }

  /** Defaults: chapter "IPsec", Proposals. */
  private static void phase2(FoundTunnel tunnel, Section p) {
    List<Proposal> all = new ArrayList<>();
    for (Found cipher : split(p.or("enc-algorithms", "aes-256-cbc,aes-192-cbc,aes-128-cbc"))) {
      for (Found hash : split(p.or("auth-algorithms", "sha1"))) {
        boolean none = cipher.value().endsWith("-gcm") || hash.value().isEmpty();
        all.add(
            new Proposal()
                .add(Parameter.ESP_ENCRYPTION, Menus.cipher(cipher.value()), cipher.line())
                .add(Parameter.ESP_HASH, none ? "none" : hash.value(), hash.line()));
      }
    }
    tunnel.oneOf(all);
    Found pfs = p.or("pfs-group", "modp1024");
    tunnel.add(Parameter.PFS, Menus.group(pfs.value()), pfs.line());
    seconds(tunnel, Parameter.ESP_LIFETIME, p.or("lifetime", "30m"));
  }

  private static List<Found> split(Found list) {
    List<Found> all = new ArrayList<>();
    for (String word : list.value().split(",", -1)) all.add(new Found(word, list.line()));
    return all;
  }

  private static void seconds(FoundTunnel tunnel, Parameter parameter, Found time) {
    tunnel.add(parameter, Menus.seconds(time.value()).orElse(time.value()), time.line());
  }

  private void identity(FoundTunnel tunnel, Section peer, String address) {
    Optional<Section> identity =
        reading.all(Menus.IDENTITY).stream()
            .filter(i -> i.or("peer", "").value().equals(peer.name()))
            .findFirst();
    if (identity.isEmpty()) {
      reading.undefined(peer.line(), "peer " + peer.name() + " has no identity");
      return;
    }
    Section i = identity.get().use();
    Found method = i.or("auth-method", "pre-shared-key");
    if (method.value().equals("pre-shared-key")) i.key().ifPresent(tunnel::key);
    Found mine = i.or("my-id", "auto");
    if (!mine.value().equals("auto")) tunnel.add(Parameter.LOCAL_ID, id(mine));
    else if (peer.has("local-address"))
      tunnel.add(Parameter.LOCAL_ID, peer.one("local-address").orElseThrow());
    else tunnel.elsewhere(Parameter.LOCAL_ID);
    Found theirs = i.or("remote-id", "auto");
    boolean auto = theirs.value().equals("auto");
    tunnel.add(Parameter.REMOTE_ID, auto ? new Found(address, theirs.line()) : id(theirs));
  }

  /** {@code fqdn:office.example.com} without its kind. */
  private static Found id(Found id) {
    return new Found(id.value().replaceFirst("^(address|fqdn|user-fqdn|key-id):", ""), id.line());
  }

  /** A policy in tunnel mode. The same SA for several pairs is what the hub does not do. */
  private void selector(FoundTunnel tunnel, Section policy, boolean oneOfSeveral) {
    policy.use();
    if (!policy.or("tunnel", "no").value().equals("yes")) {
      reading.undefined(policy.line(), "the policy is not in tunnel mode");
      return;
    }
    if (oneOfSeveral && !policy.or("level", "require").value().equals("unique")) {
      reading.undefined(policy.line(), "the policy shares its SA with others; set level=unique");
    }
    var own = Networks.parse(policy.or("src-address", "0.0.0.0/0").value());
    var remote = Networks.parse(policy.or("dst-address", "0.0.0.0/0").value());
    if (own.isEmpty() || remote.isEmpty()) policy.unknown(policy.line());
    else tunnel.add(Parameter.SELECTOR, PlanValues.pair(own.get(), remote.get()), policy.line());
  }
}
