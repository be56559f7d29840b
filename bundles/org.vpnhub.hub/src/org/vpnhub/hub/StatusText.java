package org.vpnhub.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The status of a hub ({@link Hub#status}) as text. */
public final class StatusText {
  private StatusText() {}

  /** Everything. */
  public static String of(JsonObject status) {
    JsonObject server = status.getAsJsonObject("server");
    StringBuilder text = new StringBuilder();
    text.append(
        "VPN gateway %s at %s, network %s%n"
            .formatted(s(server, "gateway"), s(server, "address"), s(server, "network")));
    text.append("  model        ").append(s(server, "model")).append('\n');
    text.append("  running      ").append(age(n(server, "uptimeSeconds")));
    text.append(", process ").append(n(server, "pid")).append('\n');
    text.append("  UDP ports    ")
        .append(n(server, "ikePort"))
        .append(" and ")
        .append(n(server, "natPort"))
        .append('\n');
    text.append("  ESP          ").append(esp(server)).append('\n');
    text.append("  VPC side     ").append(s(server, "inside")).append("\n\n");
    text.append(connections(status)).append(details(status));
    return text.append('\n').append(drops(status)).toString();
  }

  private static String esp(JsonObject server) {
    if (server.get("nativeEsp").getAsBoolean()) {
      return server.get("udpEncapsulationForced").getAsBoolean()
          ? "in UDP, as the settings ask for it"
          : "IP protocol 50, and in UDP behind a NAT";
    }
    return "in UDP, forced on all peers because there is no raw socket";
  }

  /** The connections as a table. */
  public static String connections(JsonObject status) {
    TextTable table =
        new TextTable(
            "connection", "site", "peer", "status", "IKE", "ESP", ">packets in", ">packets out");
    for (JsonElement e : status.getAsJsonArray("connections")) {
      JsonObject c = e.getAsJsonObject();
      table.row(
          s(c, "name"),
          s(c, "site"),
          s(c, "remoteAddress"),
          c.has("refused") ? "refused" : s(c, "status"),
          dash(s(c, "ikeSuite")),
          dash(s(c, "espSuite")),
          n(c, "packetsIn"),
          n(c, "packetsOut"));
    }
    return table.isEmpty() ? "no connections\n" : table.toString();
  }

  private static String details(JsonObject status) {
    StringBuilder text = new StringBuilder();
    for (JsonElement e : status.getAsJsonArray("connections")) {
      JsonObject c = e.getAsJsonObject();
      List<String> lines = new ArrayList<>();
      if (c.has("refused")) lines.add("refused: " + s(c, "refused"));
      if (c.has("lastFailure")) failure(c, lines);
      for (JsonElement a : c.getAsJsonArray("associations"))
        lines.add(association(a.getAsJsonObject()));
      JsonObject drops = c.getAsJsonObject("drops");
      if (drops.size() > 0) lines.add("dropped: " + counts(drops));
      if (lines.isEmpty()) continue;
      text.append('\n').append(s(c, "name")).append('\n');
      for (String line : lines) text.append("  ").append(line).append('\n');
    }
    return text.toString();
  }

  private static void failure(JsonObject connection, List<String> lines) {
    JsonObject f = connection.getAsJsonObject("lastFailure");
    lines.add(
        "last failure: %s in phase %d, %s ago: %s"
            .formatted(s(f, "code"), n(f, "phase"), age(n(f, "ageSeconds")), s(f, "text")));
    lines.add("  here: " + dash(s(f, "local")));
    lines.add("  peer: " + dash(s(f, "remote")));
  }

  private static String association(JsonObject a) {
    String out = a.has("outboundSpi") ? s(a, "outboundSpi") : "pending";
    String rekey = a.has("nextRekeySeconds") ? ", rekey in " + age(n(a, "nextRekeySeconds")) : "";
    return "SA %s  in %s (%d packets)  out %s (%d packets)  %s === %s  MTU %d  %s old%s"
        .formatted(
            s(a, "child"),
            s(a, "inboundSpi"),
            n(a, "packetsIn"),
            out,
            n(a, "packetsOut"),
            list(a, "local"),
            list(a, "remote"),
            n(a, "mtu"),
            age(n(a, "ageSeconds")),
            rekey);
  }

  /** The drop counters as text. */
  public static String drops(JsonObject status) {
    JsonObject drops = status.getAsJsonObject("drops");
    if (drops.size() == 0) return "no packet dropped\n";
    TextTable table = new TextTable("dropped because of", ">packets");
    drops.entrySet().forEach(d -> table.row(d.getKey(), d.getValue().getAsLong()));
    return table.toString();
  }

  private static String counts(JsonObject drops) {
    List<String> parts = new ArrayList<>();
    drops.entrySet().forEach(d -> parts.add(d.getKey() + " " + d.getValue().getAsLong()));
    return String.join(", ", parts);
  }

  private static String list(JsonObject o, String name) {
    List<String> parts = new ArrayList<>();
    o.getAsJsonArray(name).forEach(e -> parts.add(e.getAsString()));
    return String.join(",", parts);
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String s(JsonObject o, String name) {
    return o.get(name).getAsString();
  }

  private static long n(JsonObject o, String name) {
    return o.get(name).getAsLong();
  }

  /** A duration as people say it: its two largest units. */
  static String age(long seconds) {
    if (seconds < 60) return seconds + " s";
    if (seconds < 3600) return seconds / 60 + " min " + seconds % 60 + " s";
    if (seconds < 86400) return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    return seconds / 86400 + " d " + seconds % 86400 / 3600 + " h";
  }
}
