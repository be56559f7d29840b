package org.vpnhub.exporter.pfsense;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Proposal;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.xml.XmlNode;

/** Puts a tunnel together for each phase 1 of the element {@code ipsec}. */
final class PfsenseTunnels {
  private static final Set<String> PHASE1 =
      words(
          "ikeid disabled iketype mode interface remote-gateway protocol myid_type myid_data"
              + " peerid_type peerid_data encryption lifetime rekey_time reauth_time rand_time"
              + " pre-shared-key private-key certref pkcs11certref pkcs11pin caref"
              + " authentication_method descr nat_traversal mobike startaction closeaction"
              + " dpd_delay dpd_maxfail ikeport nattport gw_duplicates splitconn prfselect_enable"
              + " tfc_enable tfc_bytes");
  private static final Set<String> PHASE2 =
      words(
          "ikeid uniqid mode reqid disabled localid natlocalid remoteid protocol"
              + " encryption-algorithm-option hash-algorithm-option pfsgroup lifetime rekey_time"
              + " rand_time pinghost keepalive mobile descr");
  private static final Set<String> OTHERS =
      words(
          "client mobilekey logging uniqueids filtermode ipsecbypass bypassrules enable"
              + " maxexchange makebeforebreak dns-interval port port_nat_t");

  private final Reading reading;
  private final XmlNode ipsec;
  private final List<FoundTunnel> enabled = new ArrayList<>();

  PfsenseTunnels(Reading reading, XmlNode ipsec) {
    this.reading = reading;
    this.ipsec = ipsec;
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }

  /** Adds all tunnels to what was read: the disabled ones only when they stand by for another. */
  void find() {
    for (XmlNode node : ipsec.children()) {
      switch (node.name()) {
        case "phase1" -> known(node, PHASE1);
        case "phase2" -> known(node, PHASE2);
        default -> {
          if (OTHERS.contains(node.name())) reading.skipped(node.line());
          else reading.unknown(node.line());
        }
      }
    }
    orphans();
    for (XmlNode phase1 : ipsec.all("phase1")) {
      if (phase1.has("disabled")) continue;
      FoundTunnel tunnel = tunnel(phase1, false);
      enabled.add(tunnel);
      reading.add(tunnel);
    }
    for (XmlNode phase1 : ipsec.all("phase1")) {
      if (phase1.has("disabled")) standby(phase1);
    }
  }

  private void known(XmlNode node, Set<String> names) {
    for (XmlNode child : node.children()) {
      if (!names.contains(child.name())) reading.unknown(child.line());
    }
  }

  private void orphans() {
    for (XmlNode phase2 : ipsec.all("phase2")) {
      String number = phase2.text("ikeid");
      if (ipsec.all("phase1").stream().noneMatch(p -> p.text("ikeid").equals(number))) {
        reading.undefined(phase2.line(), "there is no phase 1 with the ikeid " + number);
      }
    }
  }

  private void standby(XmlNode phase1) {
    FoundTunnel claims = new FoundTunnel("", phase1.line());
    for (XmlNode p : phases2(phase1.text("ikeid"), true)) selectors(claims, List.of(p));
    List<String> own = values(claims);
    boolean standsBy = enabled.stream().anyMatch(t -> values(t).stream().anyMatch(own::contains));
    if (standsBy) reading.add(tunnel(phase1, true));
    else reading.skipped(phase1.line());
  }

  private static List<String> values(FoundTunnel tunnel) {
    return tunnel.all(Parameter.SELECTOR).stream().map(Found::value).toList();
  }

  private FoundTunnel tunnel(XmlNode phase1, boolean disabled) {
    String name = phase1.found("descr").map(Found::value).orElse(phase1.text("ikeid"));
    FoundTunnel tunnel = new FoundTunnel(name, phase1.line());
    phase1.found("remote-gateway").ifPresent(f -> tunnel.add(Parameter.PEER, f));
    String version = phase1.found("iketype").map(Found::value).orElse("ikev1");
    int line = phase1.found("iketype").map(Found::line).orElse(0);
    tunnel.add(Parameter.IKE_VERSION, version, line);
    tunnel.add(Parameter.IKE_MODE, phase1.found("mode").orElse(new Found("main", 0)));
    proposals(tunnel, phase1);
    tunnel.add(Parameter.IKE_LIFETIME, phase1.found("lifetime").orElse(new Found("28800", 0)));
    boolean watches = phase1.found("dpd_maxfail").isPresent();
    Optional<Found> dpd = phase1.found("dpd_delay").filter(f -> watches);
    tunnel.add(Parameter.DPD, dpd.orElse(new Found("none", 0)));
    identity(tunnel, phase1, "myid", Parameter.LOCAL_ID);
    identity(tunnel, phase1, "peerid", Parameter.REMOTE_ID);
    if (phase1.text("authentication_method").equals("pre_shared_key")) {
      phase1.found("pre-shared-key").ifPresent(f -> tunnel.key(Secret.ofText(f.value())));
    }
    boolean separate = version.equals("ikev1") || phase1.has("splitconn");
    children(tunnel, phase1.text("ikeid"), disabled, separate);
    return tunnel;
  }

  private void proposals(FoundTunnel tunnel, XmlNode phase1) {
    List<Proposal> all = new ArrayList<>();
    boolean ownPrf = phase1.text("prfselect_enable").equals("yes");
    for (XmlNode encryption : phase1.all("encryption")) {
      for (XmlNode item : encryption.all("item")) {
        Proposal p = new Proposal();
        item.one("encryption-algorithm").ifPresent(c -> cipher(p, Parameter.IKE_ENCRYPTION, c));
        Optional<Found> prf = item.found("prf-algorithm").filter(f -> ownPrf);
        prf.or(() -> item.found("hash-algorithm")).ifPresent(h -> p.add(Parameter.IKE_HASH, h));
        item.found("dhgroup").ifPresent(g -> p.add(Parameter.IKE_GROUP, group(g)));
        all.add(p);
      }
    }
    tunnel.oneOf(all);
  }

  private static void cipher(Proposal p, Parameter parameter, XmlNode c) {
    p.add(parameter, name(c), c.found("name").map(Found::line).orElse(c.line()));
  }

  /** {@code aes} with its length, {@code aes256gcm} with that of its check value. */
  private static String name(XmlNode c) {
    String name = c.text("name");
    String length = c.text("keylen");
    if (!name.endsWith("gcm")) return name + length;
    return length.equals("128") ? name + "16" : name + " with " + length + " bits of check value";
  }

  private static Found group(Found number) {
    return new Found("group" + number.value(), number.line());
  }

  private void identity(FoundTunnel tunnel, XmlNode phase1, String what, Parameter p) {
    String type = phase1.text(what + "_type");
    if (type.isEmpty()) reading.undefined(phase1.line(), what + "_data is of no type");
    else if (type.equals("myaddress")) tunnel.elsewhere(p);
    else if (type.equals("peeraddress"))
      phase1.found("remote-gateway").ifPresent(f -> tunnel.add(p, f));
    else if (type.equals("any")) tunnel.add(p, "any", phase1.line());
    else phase1.found(what + "_data").ifPresent(f -> tunnel.add(p, f));
  }

  // ---------------------------------------------------------------- phases 2

  private void children(FoundTunnel tunnel, String ikeid, boolean disabled, boolean separate) {
    List<XmlNode> phases = phases2(ikeid, disabled);
    phases.stream().findFirst().ifPresent(p -> phase2(tunnel, p));
    for (XmlNode p : phases) sound(p, phases.getFirst());
    if (separate) {
      for (XmlNode p : phases) selectors(tunnel, List.of(p));
    } else {
      selectors(tunnel, phases);
    }
  }

  private List<XmlNode> phases2(String ikeid, boolean disabled) {
    return ipsec.all("phase2").stream()
        .filter(p -> p.text("ikeid").equals(ikeid))
        .filter(p -> disabled || !p.has("disabled"))
        .toList();
  }

  /** The hub has one proposal for all pairs of a connection. */
  private void sound(XmlNode p, XmlNode first) {
    if (!p.text("mode").equals("tunnel")) {
      reading.undefined(p.line(), "phase 2 is not in tunnel mode");
    }
    if (!p.text("protocol").equals("esp")) reading.undefined(p.line(), "phase 2 is not of ESP");
    if (!offer(p).equals(offer(first))) {
      reading.undefined(p.line(), "phase 2 has another proposal than the first of its phase 1");
    }
  }

  private static List<String> offer(XmlNode p) {
    List<String> offer = new ArrayList<>();
    for (XmlNode c : p.all("encryption-algorithm-option")) offer.add(name(c));
    for (XmlNode h : p.all("hash-algorithm-option")) offer.add(h.text());
    offer.add(p.text("pfsgroup"));
    offer.add(p.text("lifetime"));
    return offer;
  }

  private static void phase2(FoundTunnel tunnel, XmlNode p) {
    List<Proposal> all = new ArrayList<>();
    for (XmlNode c : p.all("encryption-algorithm-option")) {
      List<XmlNode> hashes = p.all("hash-algorithm-option");
      if (c.text("name").contains("gcm")) {
        Proposal one = new Proposal().add(Parameter.ESP_HASH, "none", c.line());
        cipher(one, Parameter.ESP_ENCRYPTION, c);
        all.add(one);
        continue;
      }
      for (XmlNode h : hashes) {
        Proposal one = new Proposal();
        cipher(one, Parameter.ESP_ENCRYPTION, c);
        one.add(Parameter.ESP_HASH, h.text().replaceFirst("^hmac_", ""), h.line());
        all.add(one);
      }
    }
    tunnel.oneOf(all);
    Found pfs = p.found("pfsgroup").orElse(new Found("0", 0));
    boolean off = pfs.value().equals("0");
    tunnel.add(Parameter.PFS, off ? new Found("none", pfs.line()) : group(pfs));
    tunnel.add(Parameter.ESP_LIFETIME, p.found("lifetime").orElse(new Found("3600", 0)));
  }

  /** All local networks of some phases 2 with all remote ones, as charon pairs them. */
  private void selectors(FoundTunnel tunnel, List<XmlNode> phases) {
    Map<String, Integer> pairs = new LinkedHashMap<>();
    for (XmlNode l : phases) {
      for (XmlNode r : phases) {
        Optional<String> local = network(l, "localid");
        Optional<String> remote = network(r, "remoteid");
        if (local.isEmpty() || remote.isEmpty()) continue;
        pairs.putIfAbsent(local.get() + " - " + remote.get(), r.line());
      }
    }
    pairs.forEach((pair, line) -> tunnel.add(Parameter.SELECTOR, pair, line));
  }

  private Optional<String> network(XmlNode phase2, String side) {
    Optional<XmlNode> id = phase2.one(side);
    Optional<String> network =
        id.flatMap(
            n -> {
              String type = n.text("type");
              String bits = type.equals("address") ? "32" : n.text("netbits");
              if (!type.equals("address") && !type.equals("network")) return Optional.empty();
              return Networks.parse(n.text("address") + "/" + bits).map(Object::toString);
            });
    if (network.isEmpty()) reading.unknown(id.map(XmlNode::line).orElse(phase2.line()));
    return network;
  }
}
