package org.vpnhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read and write models: new, validate, plan, matrix, export. */
class ModelCommandsTest {
  @TempDir Path temp;

  private Path table(String... rows) throws IOException {
    Path file = temp.resolve("sites.csv");
    Files.writeString(file, "name,public_ip,cidrs,device\n" + String.join("\n", rows) + "\n");
    return file;
  }

  private Cli.Result make(Path model, Path table) {
    return Cli.run(
        "new",
        model,
        "--vpc-cidr",
        "10.0.0.0/16",
        "--gateway-ip",
        "198.51.100.1",
        "--sites",
        table);
  }

  @Test
  void theTableMayComeFromStandardInput() {
    Path model = temp.resolve("in.vpnhub");
    Object[] words = {
      "new", model, "--vpc-cidr", "10.0.0.0/16", "--gateway-ip", "198.51.100.1", "--sites", "-"
    };
    String table = "name,public_ip,cidrs,device\nA,203.0.113.1,10.1.0.0/24,strongswan\n";
    new Cli().input(table).execute(words).expect(ExitCode.OK);
    assertTrue(Cli.run("matrix", model).expect(ExitCode.OK).out().contains("2 of 2 pairs"));
    String there = new Cli().input(table).execute(words).expect(ExitCode.USAGE).oneLine();
    assertTrue(there.contains("--force"), there);
  }

  @Test
  void theExampleIsGood() {
    Cli.Result result = Cli.run("validate", Cli.example()).expect(ExitCode.OK);
    assertEquals("", result.err());
    assertTrue(result.out().contains("no problems (profile hub-native)"), result.out());
    JsonObject json =
        Cli.run("validate", "--json", Cli.example()).expect(ExitCode.OK).json().getAsJsonObject();
    assertEquals(0, json.get("errors").getAsInt());
    assertTrue(json.getAsJsonArray("problems").isEmpty());
  }

  @Test
  void aProblemIsNamedWithIdElementAndRemedy() throws IOException {
    Path model = Cli.changed(temp, "id=\"site-ningbo\"", "10.10.30.0/24", "10.10.20.0/25");
    Cli.Result text = Cli.run("validate", model).expect(ExitCode.ERRORS);
    assertTrue(text.out().contains("error   A03"), text.out());
    assertTrue(text.out().contains("-> "), text.out());
    Cli.Result result = Cli.run("validate", "--json", model).expect(ExitCode.ERRORS);
    assertEquals("", result.err());
    JsonObject problem = problem(result.json(), "A03");
    assertEquals("error", problem.get("severity").getAsString());
    assertEquals("site-ningbo", problem.get("elementId").getAsString());
    assertFalse(problem.get("element").getAsString().isBlank());
    assertFalse(problem.get("remedy").getAsString().isBlank());
  }

  private static JsonObject problem(JsonElement answer, String id) {
    for (JsonElement e : answer.getAsJsonObject().getAsJsonArray("problems")) {
      if (e.getAsJsonObject().get("id").getAsString().equals(id)) return e.getAsJsonObject();
    }
    throw new AssertionError(id + " is not in " + answer);
  }

  @Test
  void theDevicesProblemsAreJoined() throws IOException {
    Path model =
        Cli.changed(temp, "id=\"vco-ningbo\"", "ikeEncAlg=\"aes256gcm16\"", "ikeEncAlg=\"aes192\"");
    JsonObject problem = problem(Cli.run("validate", "--json", model).json(), "C27");
    assertEquals("vco-ningbo", problem.get("elementId").getAsString());
  }

  @Test
  void anotherProfileHasOtherRules() {
    JsonElement answer =
        Cli.run("validate", "--json", "--profile", "alibaba-2018", Cli.example())
            .expect(ExitCode.ERRORS)
            .json();
    problem(answer, "C31");
    assertEquals("alibaba-2018", answer.getAsJsonObject().get("profile").getAsString());
  }

  @Test
  void whatCannotBeReadIsTwoWithOneLine() throws IOException {
    byte[] good = Files.readAllBytes(Cli.example());
    String head = "<?xml version=\"1.0\"?>\n";
    List<byte[]> bad =
        List.of(
            Arrays.copyOf(good, good.length / 2),
            (head
                    + "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n"
                    + "<a>&b;</a>")
                .getBytes(StandardCharsets.UTF_8),
            (head + "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<a>&a;</a>")
                .getBytes(StandardCharsets.UTF_8),
            new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 2, 3, (byte) 0xff, (byte) 0xfe},
            new byte[0]);
    Path file = temp.resolve("bad.vpnhub");
    for (byte[] content : bad) {
      Files.write(file, content);
      for (String command : List.of("validate", "plan", "matrix", "export", "lab")) {
        String line = Cli.run(command, file).expect(ExitCode.INPUT).oneLine();
        assertTrue(line.contains("bad.vpnhub"), line);
        assertFalse(line.contains("root:"), line);
      }
      Cli.Result json = Cli.run("validate", "--json", file).expect(ExitCode.INPUT);
      assertEquals("", json.out());
    }
    Cli.run("validate", temp.resolve("none.vpnhub")).expect(ExitCode.INPUT).oneLine();
    Cli.run("validate", temp).expect(ExitCode.INPUT).oneLine();
  }

  @Test
  void newWritesAModelWithKeysThatOnlyTheOwnerReads() throws IOException {
    Path model = temp.resolve("hub.vpnhub");
    Path table = table("Rome,203.0.113.10,10.10.10.0/24 10.10.11.0/24,strongswan");
    Cli.Result made = make(model, table).expect(ExitCode.OK);
    assertTrue(made.out().contains("with 1 site"), made.out());
    for (String name : List.of("hub.secrets", "hub.key")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve(name))),
          name);
    }
    Cli.run("validate", model).expect(ExitCode.OK);
    String key = Cli.run("secret", "show", model, "psk-rome").expect(ExitCode.OK).out().strip();
    assertTrue(key.length() >= 32, "a weak key");
    assertFalse(made.out().contains(key) || made.err().contains(key));
    assertFalse(Files.readString(model).contains(key));
  }

  @Test
  void newDoesNotOverwriteUnlessToldSoAndKeepsTheKeysThen() throws IOException {
    Path model = temp.resolve("hub.vpnhub");
    Path table = table("Rome,203.0.113.10,10.10.10.0/24,strongswan");
    make(model, table).expect(ExitCode.OK);
    String key = Cli.run("secret", "show", model, "psk-rome").out();
    String before = Files.readString(model);
    String line = make(model, table("Oslo,203.0.113.11,10.10.11.0/24,")).expect(3).oneLine();
    assertTrue(line.contains("--force"), line);
    assertEquals(before, Files.readString(model));
    Path both =
        table("Rome,203.0.113.10,10.10.10.0/24,strongswan", "Oslo,203.0.113.11,10.10.11.0/24,");
    Cli.run(
            "new",
            model,
            "--force",
            "--vpc-cidr",
            "10.0.0.0/16",
            "--gateway-ip",
            "198.51.100.1",
            "--sites",
            both)
        .expect(ExitCode.OK);
    assertEquals(key, Cli.run("secret", "show", model, "psk-rome").out());
    Cli.run("secret", "show", model, "psk-oslo").expect(ExitCode.OK);
  }

  @Test
  void newWritesAModelWithProblemsAndTellsThem() throws IOException {
    Path model = temp.resolve("hub.vpnhub");
    Path table =
        table("Rome,203.0.113.10,10.10.10.0/24,strongswan", "Oslo,203.0.113.11,10.10.10.9/24,");
    Cli.Result made = make(model, table).expect(ExitCode.OK);
    assertTrue(made.out().contains("error   A01"), made.out());
    Cli.run("validate", model).expect(ExitCode.ERRORS);
  }

  @Test
  void newRefusesTablesThatCannotBeRead() throws IOException {
    Path model = temp.resolve("hub.vpnhub");
    make(model, temp.resolve("none.csv")).expect(ExitCode.INPUT).oneLine();
    Path table = temp.resolve("bad.csv");
    Files.writeString(table, "nom,ip\nRome,1.2.3.4\n");
    make(model, table).expect(ExitCode.INPUT).oneLine();
    assertFalse(Files.exists(model));
    assertFalse(Files.exists(temp.resolve("hub.secrets")));
    make(temp.resolve("no/such/hub.vpnhub"), table("R,203.0.113.1,10.1.0.0/24,"))
        .expect(ExitCode.ENVIRONMENT)
        .oneLine();
  }

  @Test
  void aModelWithoutAGatewayHasNothingToRun() throws IOException {
    Path model = temp.resolve("empty.vpnhub");
    Files.writeString(
        model,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<vpnhub:Network xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\""
            + " xmlns:vpnhub=\"urn:vpnhub:model:1\" id=\"net-x\" name=\"x\""
            + " formatVersion=\"1\" profile=\"hub-native\"/>\n");
    assertTrue(
        Cli.run("validate", model).expect(ExitCode.ERRORS).out().contains("has no VPN gateway"));
    Cli.run("plan", model).expect(ExitCode.ERRORS);
    String lab = Cli.run("lab", model).expect(ExitCode.ERRORS).oneLine();
    assertTrue(lab.contains("no VPN gateway"), lab);
    Cli.Result server =
        Cli.run("server", "--model", model, "--no-tun", "--run-dir", temp.resolve("run"));
    assertTrue(server.expect(ExitCode.ERRORS).err().contains("no VPN gateway"), server.err());
  }

  @Test
  void thePlanIsWholeAsJson() {
    JsonObject plan =
        Cli.run("plan", "--json", Cli.example()).expect(ExitCode.OK).json().getAsJsonObject();
    JsonObject hub = plan.getAsJsonObject("hub");
    assertEquals("198.51.100.1", hub.get("address").getAsString());
    JsonObject connection = hub.getAsJsonArray("connections").get(0).getAsJsonObject();
    assertEquals("psk-shanghai", connection.get("pskReference").getAsString());
    assertEquals("aes256gcm16", connection.getAsJsonObject("ike").get("encryption").getAsString());
    assertEquals(3, plan.getAsJsonArray("sites").size());
    String text = Cli.run("plan", Cli.example()).expect(ExitCode.OK).out();
    assertTrue(text.contains("aes256gcm16-sha256-group31"), text);
  }

  @Test
  void theMatrixNamesTheMissingLink() throws IOException {
    Cli.Result good = Cli.run("matrix", Cli.example()).expect(ExitCode.OK);
    assertTrue(good.out().contains("12 of 12 pairs reachable"), good.out());
    String entry =
        Files.readString(Cli.example())
            .lines()
            .filter(l -> l.contains("rte-ningbo"))
            .findFirst()
            .orElseThrow();
    Path model = Cli.changed(temp, entry, entry, "");
    JsonObject matrix =
        Cli.run("matrix", "--json", model).expect(ExitCode.ERRORS).json().getAsJsonObject();
    int missing = 0;
    for (JsonElement e : matrix.getAsJsonArray("pairs")) {
      JsonObject pair = e.getAsJsonObject();
      if (pair.get("reachable").getAsBoolean()) continue;
      missing++;
      JsonObject link = pair.getAsJsonArray("missing").get(0).getAsJsonObject();
      assertEquals("vpc_route", link.get("link").getAsString());
    }
    assertEquals(2, missing);
  }

  @Test
  void exportMasksKeysUnlessAsked() throws IOException {
    Path model = temp.resolve("hub.vpnhub");
    make(model, table("Rome,203.0.113.10,10.10.10.0/24,strongswan")).expect(ExitCode.OK);
    String key = Cli.run("secret", "show", model, "psk-rome").out().strip();
    Path out = temp.resolve("out");
    for (Cli.Result masked :
        List.of(
            Cli.run("export", model),
            Cli.run("export", model, "--json"),
            Cli.run("export", model, "--out", out))) {
      masked.expect(ExitCode.OK);
      assertFalse((masked.out() + masked.err()).contains(key), "a key got out");
    }
    Path file = out.resolve("Rome/device.conf");
    assertTrue(Files.readString(file).contains("<secret: psk-rome>"));
    Cli.Result open = Cli.run("export", model, "--out", out, "--include-secrets").expect(0);
    assertFalse((open.out() + open.err()).contains(key), "a key got onto the screen");
    assertTrue(Files.readString(file).contains(key));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void exportKnowsItsSitesAndDevices() {
    String site = Cli.run("export", Cli.example(), "--site", "Shanghia").expect(3).oneLine();
    assertTrue(site.contains("Shanghai"), site);
    String device = Cli.run("export", Cli.example(), "--device", "strngswan").expect(3).oneLine();
    assertTrue(device.contains("strongswan"), device);
    Cli.Result one = Cli.run("export", Cli.example(), "--site", "site-ningbo").expect(ExitCode.OK);
    assertTrue(one.out().contains("==> Ningbo/device.conf <=="), one.out());
    assertFalse(one.out().contains("Shanghai"), one.out());
  }

  @Test
  void exportRefusesModelsWithErrorsAndDevicesThatCannot() throws IOException {
    Path overlap = Cli.changed(temp, "id=\"site-ningbo\"", "10.10.30.0/24", "10.10.20.0/25");
    Path out = temp.resolve("out");
    Cli.Result refused = Cli.run("export", overlap, "--out", out).expect(ExitCode.ERRORS);
    assertTrue(refused.err().contains("A03"), refused.err());
    assertFalse(Files.exists(out));
    Cli.run("export", overlap, "--out", out, "--force").expect(ExitCode.ERRORS);
    assertTrue(Files.exists(out.resolve("Shanghai/device.conf")));
    Path legacy =
        Cli.changed(temp, "id=\"vco-ningbo\"", "ikeEncAlg=\"aes256gcm16\"", "ikeEncAlg=\"aes192\"");
    Cli.Result cannot =
        Cli.run("export", legacy, "--out", temp.resolve("out2")).expect(ExitCode.ERRORS);
    assertTrue(cannot.err().contains("nothing exported for site Ningbo"), cannot.err());
    assertTrue(Files.exists(temp.resolve("out2/Shanghai/device.conf")));
    assertFalse(Files.exists(temp.resolve("out2/Ningbo")));
  }
}
