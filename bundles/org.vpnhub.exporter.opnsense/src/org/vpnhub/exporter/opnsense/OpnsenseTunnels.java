package org.vpnhub.exporter.opnsense;

import java.util.ArrayList;
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

/** Puts a tunnel together for each connection of the model {@code Swanctl}. */
final class OpnsenseTunnels {
  private static final Map<String, Set<String>> ELEMENTS =
      Map.of(
          "Connection",
              words(
                  "enabled proposals unique aggressive version mobike local_addrs local_port"
                      + " remote_addrs remote_port encap reauth_time rekey_time over_time dpd_delay"
                      + " dpd_timeout pools send_certreq send_cert keyingtries description"),
          "local", words("enabled connection round auth id eap_id certs pubkeys description"),
          "remote",
              words("enabled connection round auth id eap_id groups certs pubkeys description"),
          "child",
              words(
                  "enabled connection reqid esp_proposals sha256_96 start_action close_action"
                      + " dpd_action mode policies local_ts remote_ts rekey_time description"));

  private final Reading reading;
  private final XmlNode swanctl;
  private final Optional<XmlNode> keys;
  private final List<FoundTunnel> enabled = new ArrayList<>();

  OpnsenseTunnels(Reading reading, XmlNode swanctl, Optional<XmlNode> keys) {
    this.reading = reading;
    this.swanctl = swanctl;
    this.keys = keys;
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }

  /** Adds all tunnels to what was read: the disabled ones only when they stand by for another. */
  void find(boolean running) {
    if (!running) reading.undefined(swanctl.line(), "IPsec is not enabled");
    for (XmlNode group : swanctl.children()) group.children().forEach(this::known);
    for (XmlNode c : items("Connections", "Connection")) {
      if (!isOn(c)) continue;
      FoundTunnel tunnel = tunnel(c);
      enabled.add(tunnel);
      reading.add(tunnel);
    }
    for (XmlNode c : items("Connections", "Connection")) {
      if (!isOn(c)) standby(c);
    }
  }

  private List<XmlNode> items(String group, String name) {
    return swanctl.all(group).stream().flatMap(g -> g.all(name).stream()).toList();
  }

  /** Elements of items, and references to connections. */
  private void known(XmlNode item) {
    Set<String> names = ELEMENTS.getOrDefault(item.name(), Set.of());
    if (names.isEmpty()) {
      reading.skipped(item.line());
      return;
    }
    for (XmlNode child : item.children()) {
      if (!names.contains(child.name())) reading.unknown(child.line());
    }
    if (item.name().equals("Connection")) return;
    String uuid = item.text("connection");
    boolean there =
        items("Connections", "Connection").stream().anyMatch(c -> c.attribute("uuid").equals(uuid));
    if (!there) reading.undefined(item.line(), "there is no connection " + uuid);
  }

  private static boolean isOn(XmlNode item) {
    return item.text("enabled").equals("1");
  }

  private List<XmlNode> of(XmlNode connection, String group, String name) {
    String uuid = connection.attribute("uuid");
    return items(group, name).stream()
        .filter(i -> isOn(i) && i.text("connection").equals(uuid))
        .toList();
  }

  private void standby(XmlNode c) {
    FoundTunnel claims = new FoundTunnel("", c.line());
    selectors(claims, c);
    List<String> own = values(claims);
    boolean standsBy = enabled.stream().anyMatch(t -> values(t).stream().anyMatch(own::contains));
    if (standsBy) reading.add(tunnel(c));
    else reading.skipped(c.line());
  }

  private static List<String> values(FoundTunnel tunnel) {
    return tunnel.all(Parameter.SELECTOR).stream().map(Found::value).toList();
  }

  private FoundTunnel tunnel(XmlNode c) {
    FoundTunnel tunnel = new FoundTunnel(c.text("description"), c.line());
    c.found("remote_addrs").ifPresent(f -> tunnel.add(Parameter.PEER, f));
    c.found("version").ifPresent(f -> version(tunnel, f));
    Found aggressive = c.found("aggressive").orElse(new Found("0", 0));
    String mode = aggressive.value().equals("1") ? "aggressive" : "main";
    tunnel.add(Parameter.IKE_MODE, mode, aggressive.line());
    c.found("proposals").ifPresent(f -> tunnel.oneOf(ikeProposals(f)));
    tunnel.add(Parameter.IKE_LIFETIME, c.found("rekey_time").orElse(new Found("14400", 0)));
    tunnel.add(Parameter.DPD, c.found("dpd_delay").orElse(new Found("none", 0)));
    Optional<Found> mine = identity(c, "locals", "local");
    Optional<Found> theirs = identity(c, "remotes", "remote");
    mine.ifPresent(f -> tunnel.add(Parameter.LOCAL_ID, f));
    theirs.ifPresent(f -> tunnel.add(Parameter.REMOTE_ID, f));
    if (mine.isPresent() && theirs.isPresent()) key(tunnel, mine.get(), theirs.get());
    List<XmlNode> children =
        of(c, "children", "child").stream().filter(k -> k.text("mode").equals("tunnel")).toList();
    if (!children.isEmpty()) phase2(tunnel, children.getFirst());
    for (XmlNode k : children) {
      if (offer(k).equals(offer(children.getFirst()))) continue;
      reading.undefined(k.line(), "the child has another proposal than the first");
    }
    selectors(tunnel, c);
    return tunnel;
  }

  /** The hub has one proposal for all pairs of a connection. */
  private static List<String> offer(XmlNode child) {
    return List.of(child.text("esp_proposals"), child.text("rekey_time"));
  }

  private static void version(FoundTunnel tunnel, Found f) {
    String version = f.value().equals("0") ? "ikev1 or ikev2" : "ikev" + f.value();
    tunnel.add(Parameter.IKE_VERSION, version, f.line());
  }

  /** The identity of the end that authenticates by a key. */
  private Optional<Found> identity(XmlNode c, String group, String name) {
    return of(c, group, name).stream()
        .filter(e -> e.text("auth").equals("psk"))
        .findFirst()
        .flatMap(e -> e.found("id"));
  }

  private void key(FoundTunnel tunnel, Found mine, Found theirs) {
    List<XmlNode> all =
        keys.stream()
            .flatMap(k -> k.all("preSharedKeys").stream())
            .flatMap(k -> k.all("preSharedKey").stream())
            .toList();
    for (XmlNode k : all) {
      boolean ours = k.text("ident").equals(mine.value()) && k.text("keyType").equals("PSK");
      String other = k.text("remote_ident");
      if (ours && (other.isEmpty() || other.equals(theirs.value()))) {
        k.found("Key").ifPresent(f -> tunnel.key(Secret.ofText(f.value())));
      }
    }
  }

  private List<Proposal> ikeProposals(Found list) {
    List<Proposal> all = new ArrayList<>();
    for (Proposals.Parts p : parts(list)) {
      all.add(
          new Proposal()
              .add(Parameter.IKE_ENCRYPTION, p.cipher(), list.line())
              .add(Parameter.IKE_HASH, p.hash(), list.line())
              .add(Parameter.IKE_GROUP, p.group(), list.line()));
    }
    return all;
  }

  private void phase2(FoundTunnel tunnel, XmlNode child) {
    tunnel.add(Parameter.ESP_LIFETIME, child.found("rekey_time").orElse(new Found("3600", 0)));
    Optional<Found> list = child.found("esp_proposals");
    if (list.isEmpty()) return;
    List<Proposal> all = new ArrayList<>();
    for (Proposals.Parts p : parts(list.get())) {
      all.add(
          new Proposal()
              .add(Parameter.ESP_ENCRYPTION, p.cipher(), list.get().line())
              .add(Parameter.ESP_HASH, p.hash(), list.get().line())
              .add(Parameter.PFS, p.group(), list.get().line()));
    }
    tunnel.oneOf(all);
  }

  /** Of each proposal of a list; {@code default} is what charon offers, and that is a lot. */
  private List<Proposals.Parts> parts(Found list) {
    List<Proposals.Parts> parts = new ArrayList<>();
    for (String proposal : list.value().split(",")) {
      Optional<Proposals.Parts> known = Proposals.read(proposal);
      known.ifPresentOrElse(parts::add, () -> reading.unknown(list.line()));
    }
    return parts;
  }

  private void selectors(FoundTunnel tunnel, XmlNode c) {
    for (XmlNode child : of(c, "children", "child")) {
      String mode = child.text("mode");
      if (mode.equals("pass")) continue;
      if (!mode.equals("tunnel") || !child.text("policies").equals("1")) {
        reading.undefined(child.line(), "the child is not in tunnel mode with policies");
        continue;
      }
      for (String local : networks(child, "local_ts")) {
        for (String remote : networks(child, "remote_ts")) {
          tunnel.add(Parameter.SELECTOR, local + " - " + remote, child.line());
        }
      }
    }
  }

  private List<String> networks(XmlNode child, String side) {
    List<String> networks = new ArrayList<>();
    for (String text : child.text(side).split(",")) {
      Networks.parse(text)
          .ifPresentOrElse(p -> networks.add(p.toString()), () -> reading.unknown(child.line()));
    }
    return networks;
  }
}
