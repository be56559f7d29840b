package org.vpnhub.exporter.alibaba;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the answer of the cloud looks like: all members, no others, each of its type and form. */
final class Shape {
  private static final String ADDRESS = "\\d{1,3}(\\.\\d{1,3}){3}";
  private static final String PREFIX = ADDRESS + "/\\d{1,2}";
  private static final String SUBNETS = PREFIX + "(," + PREFIX + ")*";
  private static final String CIPHER = "aes|aes192|aes256|3des|des";
  private static final String HASH = "md5|sha1|sha256|sha384|sha512";
  private static final String GROUP = "group(1|2|5|14)";

  /** Members and the form of their values; a number where the form is empty. */
  private static final Map<String, String> IKE =
      Map.of(
          "IkeVersion", "ikev[12]",
          "IkeMode", "main|aggressive",
          "IkeEncAlg", CIPHER,
          "IkeAuthAlg", HASH,
          "IkePfs", GROUP,
          "IkeLifetime", "",
          "LocalId", "\\S{1,100}",
          "RemoteId", "\\S{1,100}",
          "Psk", "\\S{1,100}");

  private static final Map<String, String> IPSEC =
      Map.of(
          "IpsecEncAlg",
          CIPHER,
          "IpsecAuthAlg",
          HASH,
          "IpsecPfs",
          "disabled|" + GROUP,
          "IpsecLifetime",
          "");

  private final List<String> faults = new ArrayList<>();

  static List<String> faults(JsonElement answer) {
    Shape shape = new Shape();
    JsonObject top = answer.getAsJsonObject();
    shape.members("answer", top, Set.of("VpnConnectionConfig"));
    shape.connection(top.getAsJsonObject("VpnConnectionConfig"));
    return shape.faults;
  }

  private void connection(JsonObject config) {
    Map<String, String> plain =
        Map.of(
            "Local", ADDRESS, "Remote", ADDRESS, "LocalSubnet", SUBNETS, "RemoteSubnet", SUBNETS);
    object("connection", config, plain, Set.of("IkeConfig", "IpsecConfig", "TunnelsConfig"));
    phases(config);
    JsonObject tunnels = config.getAsJsonObject("TunnelsConfig");
    members("tunnels", tunnels, Set.of("TunnelConfig"));
    for (JsonElement e : tunnels.getAsJsonArray("TunnelConfig")) {
      JsonObject tunnel = e.getAsJsonObject();
      object(
          "tunnel",
          tunnel,
          Map.of("TunnelId", ".+", "Local", ADDRESS, "Remote", ADDRESS),
          Set.of("IkeConfig", "IpsecConfig"));
      phases(tunnel);
    }
  }

  private void phases(JsonObject config) {
    object("ike", config.getAsJsonObject("IkeConfig"), IKE, Set.of());
    object("ipsec", config.getAsJsonObject("IpsecConfig"), IPSEC, Set.of());
  }

  private void object(String what, JsonObject o, Map<String, String> plain, Set<String> nested) {
    Set<String> names = new LinkedHashSet<>(plain.keySet());
    names.addAll(nested);
    members(what, o, names);
    plain.forEach(
        (name, form) -> {
          JsonPrimitive value = o.getAsJsonPrimitive(name);
          boolean fits =
              form.isEmpty()
                  ? value.isNumber() && value.getAsInt() > 0 && value.getAsInt() <= 86400
                  : value.isString() && value.getAsString().matches(form);
          if (!fits) faults.add(what + "." + name + " is " + value);
        });
  }

  private void members(String what, JsonObject o, Set<String> names) {
    if (!o.keySet().equals(names)) faults.add(what + " has " + o.keySet());
  }
}
