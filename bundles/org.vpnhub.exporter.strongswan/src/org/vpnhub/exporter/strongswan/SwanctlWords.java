package org.vpnhub.exporter.strongswan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.SafeNames;
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
   * @param alone whether the site has this tunnel alone. Of several, the kernel takes the one with
   *     the lowest priority that is up: a trap for one that is down would catch all packets
   * @param release of strongSwan
   */
  static Map<String, String> of(TunnelView t, boolean alone, String release) {
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
    words.put("priority", alone ? "" : String.valueOf(FIRST_PRIORITY + t.index()));
    actions(words, c, alone, release);
    return words;
  }

  private static void actions(
      Map<String, String> words, ConnectionPlan c, boolean alone, String release) {
    boolean both = alone && StrongswanCapabilities.trapsAndStarts(release);
    String wait = alone ? "trap" : "none";
    // A hub that can initiate may close a duplicate; to start again at once would fight with it.
    boolean again = c.initiate() && (c.localBehindNat() || !alone);
    words.put("start", c.initiate() ? (both ? "trap|start" : "start") : wait);
    words.put("close", again ? "start" : wait);
    words.put("dead", c.initiate() ? "restart" : alone ? "trap" : "clear");
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
