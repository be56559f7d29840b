package org.vpnhub.exporter.strongswan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.SafeNames;
import org.vpnhub.exporter.linux.IpsecFiles;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;

/** What {@code swanctl.conf} calls the settings of one tunnel. */
final class SwanctlWords {
  /** Behind every policy that strongSwan makes by itself, so that bypasses come first. */
  private static final int FIRST_PRIORITY = 500_000;

  /**
   * A child, as it is laid out.
   *
   * @param name of its section
   * @param local its prefixes
   * @param remote prefixes behind the hub
   */
  public record Child(String name, String local, String remote) {}

  private SwanctlWords() {}

  static List<Child> children(TunnelView t) {
    SafeNames names = new SafeNames(StrongswanCapabilities.LONGEST_NAME);
    List<Child> children = new ArrayList<>();
    for (ChildPlan c : t.plan().children()) {
      String name = names.unique(c.name(), "net");
      children.add(new Child(name, prefixes(c.local()), prefixes(c.remote())));
    }
    return children;
  }

  /**
   * @param twofold whether the site has a standby tunnel. Of policies for the same packets the
   *     kernel takes the one with the lowest priority that is there: a trap for a tunnel that is
   *     down would catch what the standby should carry
   * @param release of strongSwan
   */
  static Map<String, String> of(TunnelView t, boolean twofold, String release) {
    ConnectionPlan c = t.plan();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("version", t.ikev2() ? "2" : "1");
    // Behind a NAT the device does not have the public address.
    words.put("local", c.localBehindNat() ? "%any" : c.localAddress().toString());
    words.put("ike", Proposals.ike(c.ike()));
    words.put("esp", Proposals.esp(c.ipsec()));
    words.put("tries", c.initiate() ? "0" : "1");
    int interval = c.dpd().enabled() ? Math.max(1, c.dpd().intervalSeconds()) : 0;
    words.put("dpd", seconds(interval));
    words.put("dpdTimeout", interval > 0 && !t.ikev2() ? seconds(interval * 5L) : "");
    lifetimes(words, "ike", c.ike().lifetimeSeconds());
    lifetimes(words, "esp", c.ipsec().lifetimeSeconds());
    words.put("localId", SwanctlText.identity(c.localId()));
    words.put("remoteId", SwanctlText.identity(c.remoteId()));
    int behind = IpsecFiles.isStandby(t) ? 1 + t.index() : 0;
    words.put("priority", twofold ? String.valueOf(FIRST_PRIORITY + behind) : "");
    actions(words, c, twofold, release);
    return words;
  }

  private static void actions(
      Map<String, String> words, ConnectionPlan c, boolean twofold, String release) {
    boolean both = !twofold && StrongswanCapabilities.trapsAndStarts(release);
    String wait = twofold ? "none" : "trap";
    // A hub that can initiate may close a duplicate; to start again at once would fight with it.
    boolean again = c.initiate() && (c.localBehindNat() || twofold);
    words.put("start", c.initiate() ? (both ? "trap|start" : "start") : wait);
    words.put("close", again ? "start" : wait);
    words.put("dead", c.initiate() ? "restart" : twofold ? "clear" : "trap");
  }

  /** A tenth of the lifetime: this end rekeys before the hub's lifetime ends, and never later. */
  private static void lifetimes(Map<String, String> words, String phase, int life) {
    int margin = Math.min(Math.max(1, life / 10), Math.max(0, life - 1));
    words.put(phase + "Life", seconds(life));
    words.put(phase + "Margin", seconds(margin));
    words.put(phase + "Rekey", seconds(life - margin));
  }

  private static String seconds(long n) {
    return n + "s";
  }

  private static String prefixes(List<Ipv4Prefix> prefixes) {
    return prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(","));
  }
}
