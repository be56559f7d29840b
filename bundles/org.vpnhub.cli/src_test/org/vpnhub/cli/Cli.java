package org.vpnhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.CapabilityCheck;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkeVersion;

/** Runs the command tree in this process and captures what it prints. */
final class Cli {
  private final Map<String, String> environment = new HashMap<>();
  private Terminal terminal = Terminal.none();
  private String input = "";

  /** What a command did. */
  record Result(int code, String out, String err) {
    JsonElement json() {
      return JsonParser.parseString(out);
    }

    Result expect(int wanted) {
      assertEquals(wanted, code, () -> "standard output:\n" + out + "standard error:\n" + err);
      return this;
    }

    /** The one line of standard error; standard output must be empty. */
    String oneLine() {
      assertEquals("", out);
      assertEquals(1, err.lines().count(), err);
      return err.strip();
    }
  }

  static Result run(Object... args) {
    return new Cli().execute(args);
  }

  Cli with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Cli terminal(Terminal value) {
    terminal = value;
    return this;
  }

  Cli input(String value) {
    input = value;
    return this;
  }

  Result execute(Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) words[i] = args[i].toString();
    Surroundings surroundings =
        new Surroundings(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            environment,
            Optional.of(home()),
            () -> List.of(new TextExporter()),
            HubLauncher.plain());
    int code = Vpnhub.run(surroundings, words);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The checkout: the nearest folder above with the example. */
  static Path home() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.exists(at.resolve("examples/three-offices.vpnhub"))) {
      at = at.getParent();
    }
    if (at == null)
      throw new IllegalStateException("no examples above " + Path.of("").toAbsolutePath());
    return at;
  }

  static Path example() {
    return home().resolve("examples/three-offices.vpnhub");
  }

  /** A copy of the example with one text replaced behind a mark; fails when there is none. */
  static Path changed(Path folder, String mark, String before, String after) throws IOException {
    String text = Files.readString(example());
    int from = text.indexOf(mark);
    int at = text.indexOf(before, from);
    if (from < 0 || at < 0) throw new IllegalStateException(before + " is not in the example");
    Path file = folder.resolve("changed.vpnhub");
    Files.writeString(file, text.substring(0, at) + after + text.substring(at + before.length()));
    return file;
  }

  /** A device that takes what the example asks, in a form that shows what it was given. */
  private static final class TextExporter implements Exporter {
    @Override
    public DeviceCapabilities capabilities() {
      Algorithms strong =
          new Algorithms(
              EnumSet.of(Encryption.AES256GCM16, Encryption.AES128),
              EnumSet.of(Hash.SHA256),
              EnumSet.of(DhGroup.GROUP31, DhGroup.GROUP14));
      return DeviceCapabilities.of("strongswan", "Test", "text")
          .release("1.0", strong, strong, IkeVersion.IKEV2)
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, true, true, false, true))
          .build();
    }

    @Override
    public Export export(ExportRequest request) {
      var problems = CapabilityCheck.check(request, capabilities());
      var site = request.site();
      boolean refused = problems.stream().anyMatch(p -> p.isError());
      StringBuilder text = new StringBuilder("site " + site.name() + "\n");
      for (ConnectionPlan c : site.gateway().connections()) {
        String key =
            request.includeSecrets()
                ? request.keys().apply(c.pskReference()).map(s -> s.text()).orElse("none")
                : ExportRequest.placeholder(c.pskReference());
        text.append("key ").append(key).append('\n');
        text.append("PEER ").append(c.remoteAddress()).append('\n');
        for (DestinationRoute r : site.gateway().destinationRoutes()) {
          text.append("ROUTE ").append(r.destination()).append('\n');
        }
      }
      ExportedFile file = new ExportedFile("device.conf", text.toString(), ExportedFile.PRIVATE);
      return new Export(
          "strongswan",
          site.id(),
          site.name(),
          refused ? List.of() : List.of(file),
          List.of(),
          problems);
    }

    @Override
    public Optional<ConfigurationReader> reader() {
      return Optional.of(new TextReader());
    }
  }

  /** Reads what {@link TextExporter} writes. */
  private static final class TextReader implements ConfigurationReader {
    @Override
    public Set<Parameter> covers() {
      return EnumSet.of(Parameter.PEER, Parameter.ROUTE);
    }

    @Override
    public DeviceConfiguration read(String text) {
      FoundTunnel tunnel = new FoundTunnel("only", 1);
      List<DeviceConfiguration.Line> unknown = new ArrayList<>();
      List<DeviceConfiguration.Line> skipped = new ArrayList<>();
      int number = 0;
      for (String line : text.lines().toList()) {
        number++;
        String[] words = line.split(" ", 2);
        switch (words[0]) {
          case "key" -> tunnel.key(Secret.ofText(words[1]));
          case "PEER", "ROUTE" -> tunnel.add(Parameter.valueOf(words[0]), words[1], number);
          case "site" -> skipped.add(new DeviceConfiguration.Line(number, line));
          default -> unknown.add(new DeviceConfiguration.Line(number, line));
        }
      }
      return new DeviceConfiguration(List.of(tunnel), skipped, unknown, List.of());
    }
  }
}
