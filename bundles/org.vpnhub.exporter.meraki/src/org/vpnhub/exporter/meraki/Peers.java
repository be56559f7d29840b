package org.vpnhub.exporter.meraki;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;

/**
 * The body of {@code updateOrganizationApplianceVpnThirdPartyVPNPeers}.
 *
 * <p>Source: Meraki Dashboard API v1, PUT /organizations/{id}/appliance/vpn/thirdPartyVPNPeers.
 */
final class Peers {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private Peers() {}

  static String of(SiteView site) {
    JsonArray peers = new JsonArray();
    for (TunnelView t : site.tunnels()) peers.add(peer(t));
    JsonObject body = new JsonObject();
    body.add("peers", peers);
    return GSON.toJson(body) + "\n";
  }

  /** The tag of the networks whose appliance sets the tunnel up; given by the owner. */
  static String tag(TunnelView t) {
    return "vpnhub-" + t.name();
  }

  private static JsonObject peer(TunnelView t) {
    ConnectionPlan plan = t.plan();
    JsonObject peer = new JsonObject();
    peer.addProperty("name", t.name());
    peer.addProperty("publicIp", plan.remoteAddress().toString());
    JsonArray subnets = new JsonArray();
    for (Ipv4Prefix p : t.remote()) subnets.add(p.toString());
    peer.add("privateSubnets", subnets);
    peer.addProperty("localId", plan.localId().toString());
    peer.addProperty("remoteId", plan.remoteId().toString());
    peer.addProperty("secret", t.key());
    peer.addProperty("ikeVersion", t.ikev2() ? "2" : "1");
    peer.add("ipsecPolicies", policies(plan));
    peer.add("networkTags", list(tag(t)));
    return peer;
  }

  private static JsonObject policies(ConnectionPlan plan) {
    String hash = plan.ike().hash().literal();
    JsonObject policies = new JsonObject();
    policies.add("ikeCipherAlgo", list(word(plan.ike().encryption())));
    policies.add("ikeAuthAlgo", list(hash));
    policies.add("ikePrfAlgo", list("prf" + hash));
    policies.add("ikeDiffieHellmanGroup", list(plan.ike().group().literal()));
    policies.addProperty("ikeLifetime", plan.ike().lifetimeSeconds());
    policies.add("childCipherAlgo", list(word(plan.ipsec().encryption())));
    policies.add("childAuthAlgo", list(plan.ipsec().hash().map(Hash::literal).orElseThrow()));
    policies.add(
        "childPfsGroup", list(plan.ipsec().pfs().map(DhGroup::literal).orElse("disabled")));
    policies.addProperty("childLifetime", plan.ipsec().lifetimeSeconds());
    return policies;
  }

  private static JsonArray list(String value) {
    JsonArray list = new JsonArray();
    list.add(value);
    return list;
  }

  private static String word(Encryption encryption) {
    return encryption == Encryption.TRIPLE_DES ? "tripledes" : encryption.literal();
  }
}
