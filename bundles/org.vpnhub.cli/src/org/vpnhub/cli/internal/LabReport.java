package org.vpnhub.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vpnhub.hub.MatrixText;
import org.vpnhub.hub.TextTable;
import org.vpnhub.lab.LabResult;
import org.vpnhub.lab.LabResult.Pair;
import org.vpnhub.lab.LabResult.Tunnel;

/** The lab's result as text and as JSON. */
final class LabReport {
  private static final int SHOWN_FAULTS = 40;

  private LabReport() {}

  /** The answer of {@code lab --json}. */
  static JsonObject json(LabResult result, String exports) {
    JsonObject answer = new JsonObject();
    JsonArray tunnels = new JsonArray();
    result.tunnels().forEach(t -> tunnels.add(json(t)));
    answer.add("tunnels", tunnels);
    JsonArray pairs = new JsonArray();
    result.pairs().forEach(p -> pairs.add(json(p)));
    answer.add("reachability", pairs);
    answer.add("throughput", throughput(result));
    JsonObject drops = new JsonObject();
    new TreeMap<>(result.drops()).forEach((reason, n) -> drops.addProperty(reason.name(), n));
    answer.add("drops", drops);
    answer.addProperty("exports", exports);
    return answer;
  }

  private static JsonObject json(Tunnel t) {
    JsonObject o = new JsonObject();
    o.addProperty("connection", t.connection());
    o.addProperty("site", t.site());
    o.addProperty("status", t.status());
    o.addProperty("ikeSuite", t.ikeSuite());
    o.addProperty("espSuite", t.espSuite());
    o.addProperty("packetsIn", t.packetsIn());
    o.addProperty("packetsOut", t.packetsOut());
    if (!t.trouble().isEmpty()) o.addProperty("trouble", t.trouble());
    return o;
  }

  private static JsonObject json(Pair p) {
    JsonObject o = new JsonObject();
    o.addProperty("from", p.from());
    o.addProperty("to", p.to());
    o.addProperty("expected", p.expected());
    o.addProperty("ok", p.reached());
    o.add(
        "rttMicros",
        p.rttMicros().map(n -> (JsonElement) new JsonPrimitive(n)).orElse(JsonNull.INSTANCE));
    return o;
  }

  private static JsonElement throughput(LabResult result) {
    if (result.throughput().isEmpty()) return JsonNull.INSTANCE;
    LabResult.Throughput t = result.throughput().get();
    JsonObject o = new JsonObject();
    o.addProperty("from", t.from());
    o.addProperty("to", t.to());
    o.addProperty(
        "gbitPerSecond", BigDecimal.valueOf(t.gbitPerSecond()).setScale(3, RoundingMode.HALF_UP));
    return o;
  }

  /** The report for people. */
  static String text(LabResult result, String exports) {
    StringBuilder text = new StringBuilder();
    text.append(tunnels(result)).append('\n').append(pings(result)).append(faults(result));
    result
        .throughput()
        .ifPresent(
            t ->
                text.append(
                    "\nthroughput %s -> %s: %.2f Gbit/s of inner packets%n"
                        .formatted(t.from(), t.to(), t.gbitPerSecond())));
    text.append('\n').append(drops(result));
    if (!exports.isEmpty()) text.append("\nsite configurations: ").append(exports).append('\n');
    return text.append('\n').append(verdict(result)).toString();
  }

  private static String tunnels(LabResult result) {
    TextTable table =
        new TextTable("connection", "site", "status", "IKE", "ESP", ">packets in", ">packets out");
    StringBuilder troubles = new StringBuilder();
    for (Tunnel t : result.tunnels()) {
      table.row(
          t.connection(),
          t.site(),
          t.status(),
          dash(t.ikeSuite()),
          dash(t.espSuite()),
          t.packetsIn(),
          t.packetsOut());
      if (!t.trouble().isEmpty()) {
        troubles.append(t.connection()).append(": ").append(t.trouble()).append('\n');
      }
    }
    if (table.isEmpty()) return "no connections\n";
    return table + (troubles.isEmpty() ? "" : "\n" + troubles);
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String pings(LabResult result) {
    List<String> nodes = new ArrayList<>();
    for (Pair p : result.pairs()) if (!nodes.contains(p.from())) nodes.add(p.from());
    if (nodes.size() > MatrixText.MAX_NODES) return roundTrips(result);
    Map<List<String>, Pair> byPair = new HashMap<>();
    for (Pair p : result.pairs()) byPair.put(List.of(p.from(), p.to()), p);
    return "round trips of the pings\n"
        + MatrixText.table(
            nodes,
            (from, to) ->
                Optional.ofNullable(byPair.get(List.of(from, to)))
                    .map(LabReport::cell)
                    .orElse("-"));
  }

  private static String cell(Pair p) {
    if (!p.isRight()) return p.expected() ? "LOST" : "REACHED";
    return p.rttMicros().map(LabReport::millis).orElse("none, as expected");
  }

  private static String millis(long micros) {
    return "%.2f ms".formatted(micros / 1000.0);
  }

  private static String roundTrips(LabResult result) {
    List<Long> sorted =
        result.pairs().stream().flatMap(p -> p.rttMicros().stream()).sorted().toList();
    if (sorted.isEmpty()) return "no ping was answered\n";
    return "round trips of %d pairs: least %s, half below %s, most %s%n"
        .formatted(
            sorted.size(),
            millis(sorted.getFirst()),
            millis(sorted.get(sorted.size() / 2)),
            millis(sorted.getLast()));
  }

  private static String faults(LabResult result) {
    List<String> lines = new ArrayList<>();
    for (Pair p : result.pairs()) {
      if (p.isRight()) continue;
      String what = p.expected() ? "should be reached" : "should not be reached";
      String paths = p.strays().isEmpty() ? "" : ": " + String.join(", ", p.strays());
      lines.add(p.from() + " -> " + p.to() + " " + what + paths);
    }
    lines.addAll(result.faults());
    if (lines.isEmpty()) return "";
    StringBuilder text = new StringBuilder("\nwrong\n");
    lines.stream().limit(SHOWN_FAULTS).forEach(l -> text.append("  ").append(l).append('\n'));
    int more = lines.size() - SHOWN_FAULTS;
    if (more > 0) text.append("  and ").append(more).append(" more\n");
    return text.toString();
  }

  private static String drops(LabResult result) {
    if (result.drops().isEmpty()) return "no packet dropped\n";
    TextTable table = new TextTable("dropped because of", ">packets");
    new TreeMap<>(result.drops()).forEach((reason, n) -> table.row(reason, n));
    return table.toString();
  }

  private static String verdict(LabResult result) {
    return "%s: %d of %d expected pairs reached, %d of %d others%n"
        .formatted(
            result.isRight() ? "good" : "NOT good",
            result.expectedReached(),
            result.expectedPairs(),
            result.unexpectedReached(),
            result.pairs().size() - result.expectedPairs());
  }
}
