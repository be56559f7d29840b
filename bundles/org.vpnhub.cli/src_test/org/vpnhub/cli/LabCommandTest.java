package org.vpnhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lab, with engines, sockets and pings. */
@Timeout(120)
class LabCommandTest {
  @TempDir Path temp;

  private Cli.Result lab(Path model, Object... more) {
    List<Object> args = new ArrayList<>(List.of("lab", model, "--out", temp.resolve("out")));
    args.addAll(List.of(more));
    return Cli.run(args.toArray());
  }

  /** The pairs that were reached, or not. */
  private static Set<String> pairs(JsonObject answer, boolean expected, boolean ok) {
    Set<String> pairs = new TreeSet<>();
    for (JsonElement e : answer.getAsJsonArray("reachability")) {
      JsonObject p = e.getAsJsonObject();
      if (p.get("expected").getAsBoolean() != expected || p.get("ok").getAsBoolean() != ok)
        continue;
      assertEquals(ok, !p.get("rttMicros").isJsonNull(), p.toString());
      pairs.add(p.get("from").getAsString() + ">" + p.get("to").getAsString());
    }
    return pairs;
  }

  @Test
  void threeOfficesReachTheVpcAndEachOther() throws IOException {
    Cli.Result result = lab(Cli.example(), "--json", "--seconds", "1").expect(ExitCode.OK);
    JsonObject answer = result.json().getAsJsonObject();
    assertEquals(
        List.of("tunnels", "reachability", "throughput", "drops", "exports"),
        List.copyOf(answer.keySet()));
    assertEquals(12, pairs(answer, true, true).size());
    assertEquals(3, answer.getAsJsonArray("tunnels").size());
    for (JsonElement e : answer.getAsJsonArray("tunnels")) {
      JsonObject t = e.getAsJsonObject();
      assertEquals("ipsec_sa_established", t.get("status").getAsString());
      // Three pings from the site and three to it, each with its answer.
      assertEquals(6, t.get("packetsIn").getAsLong(), t.toString());
      assertEquals(6, t.get("packetsOut").getAsLong(), t.toString());
      assertFalse(t.get("espSuite").getAsString().isEmpty());
    }
    assertTrue(
        answer.getAsJsonObject("throughput").get("gbitPerSecond").getAsDouble() > 0,
        answer.toString());
    Path file = Path.of(answer.get("exports").getAsString()).resolve("Shanghai/device.conf");
    assertTrue(Files.readString(file).contains("<secret: psk-shanghai>"));
  }

  @Test
  void theReportIsForPeople() {
    Cli.Result result = Cli.run("lab", "--seconds", "0", "--out", temp).expect(ExitCode.OK);
    assertTrue(result.out().contains("good: 12 of 12 expected pairs reached"), result.out());
    assertTrue(result.err().contains("3 throw-away keys"), result.err());
    assertTrue(result.err().contains("tunnels of sites up 3/3"), result.err());
  }

  @Test
  void withoutAVpcRouteTheVpcCannotAnswer() throws IOException {
    String entry =
        Files.readString(Cli.example())
            .lines()
            .filter(l -> l.contains("rte-ningbo"))
            .findFirst()
            .orElseThrow();
    Path model = Cli.changed(temp, entry, entry, "");
    JsonObject answer =
        lab(model, "--json", "--seconds", "0").expect(ExitCode.OK).json().getAsJsonObject();
    assertEquals(Set.of("Ningbo>VPC", "VPC>Ningbo"), pairs(answer, false, false));
    assertEquals(10, pairs(answer, true, true).size());
    assertTrue(answer.get("throughput").isJsonNull());
  }

  @Test
  void aWrongSelectorKeepsItsSiteApartAndSaysWhy() throws IOException {
    Path model = Cli.changed(temp, "id=\"vco-ningbo\"", "10.10.30.0/24", "10.10.31.0/24");
    JsonObject answer =
        lab(model, "--json", "--seconds", "0").expect(ExitCode.OK).json().getAsJsonObject();
    assertEquals(6, pairs(answer, false, false).size());
    assertEquals(6, pairs(answer, true, true).size());
    JsonObject ningbo = answer.getAsJsonArray("tunnels").get(2).getAsJsonObject();
    String trouble = ningbo.get("trouble").getAsString();
    assertTrue(trouble.contains("TrafficSelectorMismatch"), trouble);
    assertTrue(trouble.contains("10.10.31.0/24") && trouble.contains("10.10.30.0/24"), trouble);
  }

  @Test
  void aConnectionOfIkev1IsRefusedAndTheOthersRun() throws IOException {
    Path model =
        Cli.changed(temp, "id=\"vco-ningbo\"", "ikeVersion=\"ikev2\"", "ikeVersion=\"ikev1\"");
    Cli.Result result = lab(model, "--json", "--seconds", "0").expect(ExitCode.ERRORS);
    JsonObject answer = result.json().getAsJsonObject();
    assertEquals(6, pairs(answer, true, true).size());
    assertEquals(6, pairs(answer, true, false).size());
    JsonObject ningbo = answer.getAsJsonArray("tunnels").get(2).getAsJsonObject();
    assertTrue(ningbo.get("trouble").getAsString().contains("ikev1"), ningbo.toString());
  }

  @Test
  void twoSitesBehindOneAddressAreNotRunTogether() throws IOException {
    Path model = temp.resolve("same.vpnhub");
    Files.writeString(
        model, Files.readString(Cli.example()).replace("203.0.113.30", "203.0.113.20"));
    Cli.Result result = lab(model, "--json", "--seconds", "0").expect(ExitCode.ERRORS);
    assertTrue(result.err().contains("Ningbo is left out"), result.err());
    assertEquals(6, pairs(result.json().getAsJsonObject(), true, true).size());
  }

  @Test
  void overlappingSitesAreTakenApartByTheirEngines() throws IOException {
    Path model = temp.resolve("overlap.vpnhub");
    Files.writeString(
        model, Files.readString(Cli.example()).replace("10.10.30.0/24", "10.10.20.0/24"));
    JsonObject answer =
        lab(model, "--json", "--seconds", "0").expect(ExitCode.OK).json().getAsJsonObject();
    assertTrue(pairs(answer, false, true).isEmpty(), answer.toString());
    assertTrue(pairs(answer, true, true).contains("Shanghai>Hangzhou"), answer.toString());
    assertTrue(pairs(answer, false, false).contains("Shanghai>Ningbo"), answer.toString());
  }
}
