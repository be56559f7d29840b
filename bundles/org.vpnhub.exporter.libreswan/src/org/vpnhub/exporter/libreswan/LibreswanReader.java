package org.vpnhub.exporter.libreswan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.exporter.linux.IpsecConf;
import org.vpnhub.exporter.linux.IpsecConf.Section;
import org.vpnhub.exporter.linux.IpsecConf.Settings;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;

/**
 * Reads {@code ipsec.conf} of libreswan; {@code ipsec.secrets} may follow it in the same text.
 *
 * <p>Source: ipsec.conf(5) of libreswan 4.10, with its defaults and its grammar of proposals. What
 * is more than one simple proposal is given as it stands, so that it differs from every plan.
 */
final class LibreswanReader implements ConfigurationReader {
  private static final Set<Parameter> COVERS =
      EnumSet.complementOf(
          EnumSet.of(
              Parameter.ROUTE,
              Parameter.NAT_EXEMPTION,
              Parameter.PERMIT_OUT,
              Parameter.PERMIT_IN,
              Parameter.TCP_MSS));

  /** Settings that are read, or that change nothing of what is compared. */
  private static final Set<String> KNOWN =
      Set.of(
          "aggressive",
          "aggrmode",
          "authby",
          "auto",
          "compress",
          "dpdaction",
          "dpddelay",
          "dpdtimeout",
          "encapsulation",
          "esp",
          "failureshunt",
          "fragmentation",
          "hostaddrfamily",
          "ike",
          "ikelifetime",
          "ikev2",
          "initial-contact",
          "keyingtries",
          "left",
          "leftid",
          "leftsubnet",
          "leftsubnets",
          "mobike",
          "mtu",
          "nat-keepalive",
          "negotiationshunt",
          "pfs",
          "phase2",
          "phase2alg",
          "rekey",
          "rekeyfuzz",
          "rekeymargin",
          "right",
          "rightid",
          "rightsubnet",
          "rightsubnets",
          "salifetime",
          "sha2-truncbug",
          "type");

  private static final Map<String, String> GROUPS =
      Map.of(
          "modp1536", "group5",
          "modp2048", "group14",
          "modp3072", "group15",
          "modp4096", "group16",
          "modp6144", "group17",
          "modp8192", "group18",
          "ecp_256", "group19",
          "ecp_384", "group20",
          "ecp_521", "group21",
          "curve25519", "group31");

  /** One proposal of one cipher, one hash and one group at most. */
  private record Proposal(String cipher, String hash, String group) {}

  @Override
  public Set<Parameter> covers() {
    return COVERS;
  }

  @Override
  public DeviceConfiguration read(String text) {
    IpsecConf conf = IpsecConf.of(text);
    List<FoundTunnel> tunnels = new ArrayList<>();
    List<Line> skipped = new ArrayList<>();
    List<Line> unknown = new ArrayList<>(conf.unknown());
    for (Section s : conf.sections()) {
      boolean conn = s.type().equals("conn");
      if (conn) unknown.addAll(IpsecConf.unknown(s, KNOWN));
      boolean template = s.name().equals("%default") || conf.isInherited(s);
      Settings c = conf.settings(s);
      boolean used =
          c.text("type", "tunnel").equals("tunnel") && !c.text("auto", "ignore").equals("ignore");
      if (conn && used && !template) tunnels.add(tunnel(s, c, conf));
      else if (!conn || !template) skipped.add(new Line(s.line(), s.type() + " " + s.name()));
    }
    return new DeviceConfiguration(tunnels, skipped, unknown, conf.undefined());
  }

  private static FoundTunnel tunnel(Section s, Settings c, IpsecConf conf) {
    FoundTunnel t = new FoundTunnel(s.name(), s.line());
    String peer = c.text("right", "%any");
    String localId = IpsecConf.identity(c.text("leftid", c.text("left", "%any")));
    String remoteId = IpsecConf.identity(c.text("rightid", peer));
    t.add(Parameter.PEER, peer, c.line("right"));
    t.add(Parameter.LOCAL_ID, localId, c.line("leftid"));
    t.add(Parameter.REMOTE_ID, remoteId, c.line("rightid"));
    Optional<Proposal> ike = phase1(t, c);
    phase2(t, c, ike);
    selectors(t, c);
    if (c.text("authby", "rsasig").equals("secret")) conf.key(localId, remoteId).ifPresent(t::key);
    return t;
  }

  private static Optional<Proposal> phase1(FoundTunnel t, Settings c) {
    boolean v1 = Set.of("no", "never", "permit").contains(c.text("ikev2", "yes"));
    t.add(Parameter.IKE_VERSION, v1 ? "ikev1" : "ikev2", c.line("ikev2"));
    if (v1) {
      boolean aggressive = c.text("aggressive", c.text("aggrmode", "no")).equals("yes");
      t.add(Parameter.IKE_MODE, aggressive ? "aggressive" : "main", c.line("aggressive"));
    }
    String text = c.text("ike", "the defaults");
    Optional<Proposal> p = proposal(text).filter(x -> !x.hash().isEmpty() && !x.group().isEmpty());
    t.add(Parameter.IKE_ENCRYPTION, p.map(Proposal::cipher).orElse(text), c.line("ike"));
    t.add(Parameter.IKE_HASH, p.map(Proposal::hash).orElse(text), c.line("ike"));
    t.add(Parameter.IKE_GROUP, p.map(Proposal::group).orElse(text), c.line("ike"));
    t.add(Parameter.IKE_LIFETIME, c.seconds("ikelifetime", "8h"), c.line("ikelifetime"));
    boolean dpd = !c.seconds("dpddelay", "0").equals("0") && !c.text("dpdtimeout", "").isEmpty();
    t.add(Parameter.DPD, dpd ? c.seconds("dpddelay", "0") : "none", c.line("dpddelay"));
    return p;
  }

  private static void phase2(FoundTunnel t, Settings c, Optional<Proposal> ike) {
    String key = c.values().containsKey("phase2alg") ? "phase2alg" : "esp";
    String text = c.text(key, "the defaults");
    Optional<Proposal> p = proposal(text);
    t.add(Parameter.ESP_ENCRYPTION, p.map(Proposal::cipher).orElse(text), c.line(key));
    String hash = p.map(x -> x.hash().isEmpty() ? "none" : x.hash()).orElse(text);
    t.add(Parameter.ESP_HASH, hash, c.line(key));
    boolean pfs = c.text("pfs", "yes").equals("yes");
    // Without a group of its own, phase 2 takes that of phase 1.
    String own = p.map(Proposal::group).filter(g -> !g.isEmpty()).orElse("");
    String group = own.isEmpty() ? ike.map(Proposal::group).orElse(text) : own;
    t.add(Parameter.PFS, pfs ? group : "none", c.line(pfs ? key : "pfs"));
    t.add(Parameter.ESP_LIFETIME, c.seconds("salifetime", "8h"), c.line("salifetime"));
    t.add(Parameter.VOLUME_LIFETIME, "none", 0);
  }

  private static void selectors(FoundTunnel t, Settings c) {
    for (String l : networks(c, "left")) {
      for (String r : networks(c, "right")) {
        t.add(Parameter.SELECTOR, l + " - " + r, c.line("rightsubnets"));
      }
    }
  }

  private static List<String> networks(Settings c, String side) {
    String text = c.text(side + "subnets", c.text(side + "subnet", c.text(side, "%any") + "/32"));
    return List.of(text.replaceAll("[{}]", "").strip().split("[,\\s]+"));
  }

  private static Optional<Proposal> proposal(String text) {
    String cipher = "";
    String hash = "";
    String group = "";
    for (String word : text.split("[-;]")) {
      Optional<String> e = encryption(word);
      Optional<String> h = hash(word);
      Optional<String> g = group(word);
      if (e.isPresent() && cipher.isEmpty()) cipher = e.get();
      else if (h.isPresent() && hash.isEmpty()) hash = h.get();
      else if (g.isPresent() && group.isEmpty()) group = g.get();
      else if (!word.equals("null") && !word.equals("none")) return Optional.empty();
    }
    return cipher.isEmpty() ? Optional.empty() : Optional.of(new Proposal(cipher, hash, group));
  }

  private static Optional<String> encryption(String word) {
    String name =
        switch (word) {
          case "aes_gcm128", "aes_gcm_128", "aes_gcm_c_128", "aes_gcm_16_128" -> "aes128gcm16";
          case "aes_gcm256", "aes_gcm_256", "aes_gcm_c_256", "aes_gcm_16_256" -> "aes256gcm16";
          case "chacha20_poly1305" -> "chacha20poly1305";
          case "3des_cbc" -> "3des";
          default -> word.replaceFirst("^aes_(?:cbc_)?(\\d+)$", "aes$1");
        };
    return Encryption.ofLiteral(name).map(Encryption::literal);
  }

  private static Optional<String> hash(String word) {
    String name = word.replaceFirst("^sha2_", "sha").replaceFirst("^sha2$", "sha256");
    return Hash.ofLiteral(name.equals("sha") ? "sha1" : name).map(Hash::literal);
  }

  private static Optional<String> group(String word) {
    if (word.matches("dh\\d{1,2}")) return Optional.of("group" + word.substring(2));
    return Optional.ofNullable(GROUPS.get(word));
  }
}
