package org.vpnhub.exporter.alibaba;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IpsecPlan;

/**
 * The answer of {@code DownloadVpnConnectionConfig}: addresses, networks and identities are the
 * device's own as Local, the hub's as Remote.
 *
 * <p>Source: Alibaba Cloud VPN Gateway, API reference 2016-04-28, DownloadVpnConnectionConfig.
 */
final class ConnectionJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ConnectionJson() {}

  /** The answer for one tunnel, which may have others beside it. */
  static String of(TunnelView first, SiteView site) {
    JsonObject config = ends(first);
    config.addProperty("LocalSubnet", list(first.local()));
    config.addProperty("RemoteSubnet", list(first.remote()));
    phases(config, first);
    JsonArray tunnels = new JsonArray();
    if (site.tunnels().size() > 1) {
      for (TunnelView t : site.tunnels()) tunnels.add(tunnel(t));
    }
    config.add("TunnelsConfig", wrap("TunnelConfig", tunnels));
    JsonObject answer = new JsonObject();
    answer.add("VpnConnectionConfig", config);
    return GSON.toJson(answer) + "\n";
  }

  private static JsonObject wrap(String name, JsonArray elements) {
    JsonObject wrapper = new JsonObject();
    wrapper.add(name, elements);
    return wrapper;
  }

  private static JsonObject ends(TunnelView t) {
    JsonObject ends = new JsonObject();
    ends.addProperty("Local", t.plan().localAddress().toString());
    ends.addProperty("Remote", t.plan().remoteAddress().toString());
    return ends;
  }

  private static JsonObject tunnel(TunnelView t) {
    JsonObject tunnel = new JsonObject();
    tunnel.addProperty("TunnelId", t.plan().id().value());
    ends(t).entrySet().forEach(e -> tunnel.add(e.getKey(), e.getValue()));
    phases(tunnel, t);
    return tunnel;
  }

  private static void phases(JsonObject config, TunnelView t) {
    config.add("IkeConfig", ike(t));
    config.add("IpsecConfig", ipsec(t.plan().ipsec()));
  }

  private static JsonObject ike(TunnelView t) {
    IkePlan plan = t.plan().ike();
    JsonObject ike = new JsonObject();
    ike.addProperty("IkeVersion", plan.version().toString());
    ike.addProperty("IkeMode", t.aggressive() ? "aggressive" : "main");
    ike.addProperty("IkeEncAlg", word(plan.encryption()));
    ike.addProperty("IkeAuthAlg", plan.hash().literal());
    ike.addProperty("IkePfs", plan.group().literal());
    ike.addProperty("IkeLifetime", plan.lifetimeSeconds());
    ike.addProperty("LocalId", t.plan().localId().toString());
    ike.addProperty("RemoteId", t.plan().remoteId().toString());
    ike.addProperty("Psk", t.key());
    return ike;
  }

  private static JsonObject ipsec(IpsecPlan plan) {
    JsonObject ipsec = new JsonObject();
    ipsec.addProperty("IpsecEncAlg", word(plan.encryption()));
    ipsec.addProperty("IpsecAuthAlg", plan.hash().orElseThrow().literal());
    ipsec.addProperty("IpsecPfs", plan.pfs().map(DhGroup::literal).orElse("disabled"));
    ipsec.addProperty("IpsecLifetime", plan.lifetimeSeconds());
    return ipsec;
  }

  /** The cloud's word for AES with 128 bits has no number. */
  private static String word(Encryption encryption) {
    return encryption == Encryption.AES128 ? "aes" : encryption.literal();
  }

  static String list(List<Ipv4Prefix> prefixes) {
    return prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(","));
  }
}
