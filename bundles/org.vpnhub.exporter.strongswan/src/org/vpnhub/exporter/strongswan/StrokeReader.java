package org.vpnhub.exporter.strongswan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vpnhub.exporter.linux.IpsecConf;
import org.vpnhub.exporter.linux.IpsecConf.Section;
import org.vpnhub.exporter.linux.IpsecConf.Settings;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;

/**
 * Reads {@code ipsec.conf} of strongSwan; {@code ipsec.secrets} may follow it in the same text.
 *
 * <p>Source: ipsec.conf(5) of strongSwan 5.9, section CONN PARAMETERS, with its defaults. Sections
 * with the same peer and identities make one tunnel, as charon joins them.
 */
final class StrokeReader implements ConfigurationReader {
  static final Set<Parameter> COVERS =
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
          "authby",
          "auto",
          "closeaction",
          "compress",
          "dpdaction",
          "dpddelay",
          "dpdtimeout",
          "esp",
          "forceencaps",
          "fragmentation",
          "ike",
          "ikelifetime",
          "keyexchange",
          "keyingtries",
          "keylife",
          "left",
          "leftauth",
          "leftfirewall",
          "leftid",
          "leftsubnet",
          "lifebytes",
          "lifetime",
          "margintime",
          "mobike",
          "reauth",
          "rekey",
          "rekeyfuzz",
          "rekeymargin",
          "right",
          "rightauth",
          "rightid",
          "rightsubnet",
          "type");

  private static final Set<String> KNOWN_SETUP =
      Set.of("cachecrls", "charondebug", "charonstart", "strictcrlpolicy", "uniqueids");

  @Override
  public Set<Parameter> covers() {
    return COVERS;
  }

  @Override
  public DeviceConfiguration read(String text) {
    return new Reading(IpsecConf.of(text)).result();
  }

  /** One text being read. */
  private static final class Reading {
    private final IpsecConf conf;
    private final Map<List<String>, FoundTunnel> tunnels = new LinkedHashMap<>();
    private final List<Line> skipped = new ArrayList<>();
    private final List<Line> unknown;

    Reading(IpsecConf conf) {
      this.conf = conf;
      this.unknown = new ArrayList<>(conf.unknown());
    }

    DeviceConfiguration result() {
      for (Section s : conf.sections()) section(s);
      for (FoundTunnel t : tunnels.values()) Conflicts.report(t, unknown);
      return new DeviceConfiguration(
          List.copyOf(tunnels.values()), skipped, unknown, conf.undefined());
    }

    private void section(Section s) {
      Line head = new Line(s.line(), s.type() + " " + s.name());
      if (s.type().equals("config")) unknown.addAll(IpsecConf.unknown(s, KNOWN_SETUP));
      if (!s.type().equals("conn")) {
        skipped.add(head);
        return;
      }
      unknown.addAll(IpsecConf.unknown(s, KNOWN));
      if (s.name().equals("%default") || conf.isInherited(s)) return;
      Settings settings = conf.settings(s);
      boolean tunnel = settings.text("type", "tunnel").equals("tunnel");
      boolean used = !settings.text("auto", "ignore").equals("ignore");
      if (tunnel && used) connection(s, settings);
      else skipped.add(head);
    }

    private void connection(Section s, Settings c) {
      String peer = c.text("right", "%any");
      String localId = IpsecConf.identity(c.text("leftid", c.text("left", "%any")));
      String remoteId = IpsecConf.identity(c.text("rightid", peer));
      FoundTunnel t =
          tunnels.computeIfAbsent(
              List.of(peer, localId, remoteId), k -> new FoundTunnel(s.name(), s.line()));
      t.add(Parameter.PEER, peer, c.line("right"));
      t.add(Parameter.LOCAL_ID, localId, c.line("leftid"));
      t.add(Parameter.REMOTE_ID, remoteId, c.line("rightid"));
      phase1(t, c);
      phase2(t, c);
      if (isPsk(c)) conf.key(localId, remoteId).ifPresent(t::key);
    }

    private static boolean isPsk(Settings c) {
      String both = c.text("authby", "pubkey");
      for (String side : List.of("leftauth", "rightauth")) {
        String how = c.text(side, both);
        if (!how.equals("psk") && !how.equals("secret")) return false;
      }
      return true;
    }

    private static void phase1(FoundTunnel t, Settings c) {
      String exchange = c.text("keyexchange", "ike");
      t.add(
          Parameter.IKE_VERSION,
          exchange.equals("ike") ? "ikev1 or ikev2" : exchange,
          c.line("keyexchange"));
      if (!exchange.equals("ikev2")) {
        boolean aggressive = c.text("aggressive", "no").equals("yes");
        t.add(Parameter.IKE_MODE, aggressive ? "aggressive" : "main", c.line("aggressive"));
      }
      ProposalReader.ike(t, strict(c.text("ike", "")), c.line("ike"));
      t.add(Parameter.IKE_LIFETIME, c.seconds("ikelifetime", "3h"), c.line("ikelifetime"));
      boolean dpd = !c.text("dpdaction", "none").equals("none");
      t.add(Parameter.DPD, dpd ? c.seconds("dpddelay", "30s") : "none", c.line("dpdaction"));
    }

    private static void phase2(FoundTunnel t, Settings c) {
      ProposalReader.esp(t, strict(c.text("esp", "")), c.line("esp"));
      String old = c.text("keylife", "1h");
      t.add(Parameter.ESP_LIFETIME, c.seconds("lifetime", old), c.line("lifetime"));
      String bytes = c.text("lifebytes", "0");
      t.add(
          Parameter.VOLUME_LIFETIME,
          bytes.equals("0") ? "none" : bytes + " bytes",
          c.line("lifebytes"));
      for (String l : c.text("leftsubnet", "%dynamic").split(",")) {
        for (String r : c.text("rightsubnet", "%dynamic").split(",")) {
          t.add(Parameter.SELECTOR, l.strip() + " - " + r.strip(), c.line("rightsubnet"));
        }
      }
    }

    /** Without an exclamation mark at its end, a proposal is one among the defaults. */
    private static String strict(String proposal) {
      return proposal.endsWith("!")
          ? proposal.substring(0, proposal.length() - 1)
          : proposal + " and the defaults";
    }
  }
}
