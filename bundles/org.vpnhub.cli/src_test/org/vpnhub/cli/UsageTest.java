package org.vpnhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, wrong use, and what happens when vpnhub itself fails. */
class UsageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new",
        "validate",
        "plan",
        "matrix",
        "devices",
        "export",
        "compare",
        "new-exporter",
        "secret",
        "lab",
        "server",
        "status",
        "apply"
      })
  void everyCommandHasHelpWithAnExample(String command) {
    Cli.Result help = Cli.run(command, "--help").expect(ExitCode.OK);
    assertEquals("", help.err());
    assertTrue(help.out().startsWith("Usage: vpnhub " + command), help.out());
    assertTrue(help.out().contains("Examples:\n  vpnhub " + command), help.out());
    assertTrue(Cli.run("--help").out().contains("\n  " + command + " "), command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"set", "rotate", "show", "list"})
  void soHaveTheCommandsOfSecret(String command) {
    Cli.Result help = Cli.run("secret", command, "--help").expect(ExitCode.OK);
    assertTrue(help.out().startsWith("Usage: vpnhub secret " + command), help.out());
    assertTrue(help.out().contains("Examples:\n"), help.out());
  }

  @Test
  void helpNamesTheExitCodes() {
    String help = Cli.run("--help").expect(ExitCode.OK).out();
    for (String code :
        List.of("0 fine", "1 the model", "2 the input", "3 wrong", "4 the env", "70"))
      assertTrue(help.contains(code), code);
    assertEquals(help, Cli.run("help").expect(ExitCode.OK).out());
  }

  @Test
  void nothingIsWrongUse() {
    Cli.Result result = Cli.run().expect(ExitCode.USAGE);
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("Usage: vpnhub"));
  }

  @Test
  void anUnknownCommandGetsASuggestion() {
    Cli.Result result = Cli.run("valdate", "x").expect(ExitCode.USAGE);
    assertEquals("", result.out());
    assertTrue(result.err().contains("no command 'valdate'"), result.err());
    assertTrue(result.err().contains("did you mean validate"), result.err());
  }

  @Test
  void wrongOptionsAndValuesAreWrongUse() {
    Cli.run("validate").expect(ExitCode.USAGE);
    Cli.run("validate", "--jsn", "x").expect(ExitCode.USAGE);
    Cli.run("validate", "a", "b").expect(ExitCode.USAGE);
    Cli.run("lab", "--seconds", "many").expect(ExitCode.USAGE);
    Cli.run("lab", "--seconds", "-1").expect(ExitCode.USAGE);
    Cli.run("server").expect(ExitCode.USAGE);
    Cli.run("server", "--model", Cli.example(), "--ike-port", "70000").expect(ExitCode.USAGE);
    Cli.run("server", "--model", Cli.example(), "--tun", "a", "--no-tun").expect(ExitCode.USAGE);
    Cli.run("secret").expect(ExitCode.USAGE);
    Cli.Result profile =
        Cli.run("validate", Cli.example(), "--profile", "alibaba").expect(ExitCode.USAGE);
    assertTrue(profile.oneLine().contains("alibaba-2018"), profile.err());
  }

  @Test
  void aBugIsSeventyWithOneLine() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings broken =
        new Surroundings(
            InputStream.nullInputStream(),
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(err),
            Terminal.none(),
            Map.of(),
            Optional.empty(),
            () -> {
              throw new IllegalStateException("made to fail");
            },
            HubLauncher.plain());
    assertEquals(ExitCode.BUG, Vpnhub.run(broken, "devices"));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("made to fail"), err.toString());
    assertTrue(err.toString().contains("please report it"), err.toString());
  }

  @Test
  void devicesAreAnArray() {
    var devices = Cli.run("devices", "--json").expect(ExitCode.OK).json().getAsJsonArray();
    var first = devices.get(0).getAsJsonObject();
    assertEquals(
        List.of("id", "vendor", "platform", "releases", "ikeVersions", "verification"),
        List.copyOf(first.keySet()));
    assertEquals("[\"ikev2\"]", first.get("ikeVersions").toString());
    assertFalse(Cli.run("devices").expect(ExitCode.OK).out().isEmpty());
  }

  @Test
  void withoutAServerStatusAndApplySayHowToStartOne() {
    for (List<Object> args :
        List.of(
            List.<Object>of("status", "--run-dir", "/nonexistent/run"),
            List.<Object>of("apply", Cli.example(), "--run-dir", "/nonexistent/run"))) {
      Cli.Result result = Cli.run(args.toArray()).expect(ExitCode.ENVIRONMENT);
      assertTrue(result.oneLine().contains("vpnhub server --model"), result.err());
    }
  }
}
