package org.vpnhub.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.hub.ChannelClient;
import org.vpnhub.hub.ChannelException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code apply}. */
@Command(
    name = "apply",
    description = {
      "Brings a changed model about in the running server.",
      "It shows first what changes, connection by connection, and touches only those; the packets"
          + " of all others flow on.",
      "At a terminal it asks before it does so; in a script it does not. A model with errors is"
          + " refused unless --force is given; exit code 1."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  vpnhub apply --dry-run hub.vpnhub",
      "  vpnhub apply hub.vpnhub",
      "  vpnhub apply --yes --json hub.vpnhub"
    })
public final class ApplyCommand extends BaseCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "The model.")
  private Path file = Path.of("");

  @Mixin private RunDirectoryOption runDirectory = new RunDirectoryOption();

  @Option(names = "--dry-run", description = "Only shows what would change.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Does not ask.")
  private boolean yes;

  @Option(names = "--force", description = "Applies a model although it has errors.")
  private boolean force;

  @Option(names = "--json", description = "Gives JSON.")
  private boolean json;

  public ApplyCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CliException(ExitCode.INPUT, file + ": there is no such file; check the name");
    }
    ChannelClient server = new ChannelClient(runDirectory.resolve(surroundings()));
    try {
      JsonObject change = server.preview(file);
      int errors = errors(change);
      if (!json) out().print(text(change));
      if (errors > 0 && !force) return refuse(change, errors);
      boolean nothing = isEmpty(change);
      boolean apply = !dryRun && !nothing && agreed();
      if (apply) server.apply(file, change.get("preview").getAsString());
      return done(change, apply);
    } catch (ChannelException e) {
      throw new CliException(code(e), e.getMessage());
    }
  }

  private static int code(ChannelException e) {
    return switch (e.kind()) {
      case "input" -> ExitCode.INPUT;
      case "model" -> ExitCode.ERRORS;
      case "changed" -> ExitCode.ENVIRONMENT;
      default -> ExitCode.USAGE;
    };
  }

  private int errors(JsonObject change) {
    int errors = 0;
    for (JsonElement e : change.getAsJsonArray("problems")) {
      JsonObject p = e.getAsJsonObject();
      if (!p.get("severity").getAsString().equals("error")) continue;
      errors++;
      err()
          .println(
              "error   %-4s %s: %s"
                  .formatted(text(p, "id"), text(p, "element"), text(p, "message")));
      err().println("             -> " + text(p, "remedy"));
    }
    return errors;
  }

  private int refuse(JsonObject change, int errors) {
    if (json) answer(change, false);
    err()
        .println(
            "nothing applied: the model has "
                + count(errors, "error")
                + "; mend them, or use --force");
    return ExitCode.ERRORS;
  }

  private boolean agreed() {
    if (yes || json || !surroundings().terminal().isInteractive()) return true;
    return surroundings().terminal().confirm("Apply?");
  }

  private int done(JsonObject change, boolean applied) {
    if (json) answer(change, applied);
    else if (applied) out().println("applied");
    else if (!isEmpty(change)) out().println("nothing applied");
    return ExitCode.OK;
  }

  private void answer(JsonObject change, boolean applied) {
    change.remove("preview");
    change.addProperty("applied", applied);
    json(change);
  }

  private static boolean isEmpty(JsonObject change) {
    return change.getAsJsonArray("connections").isEmpty()
        && change.getAsJsonArray("routesAdded").isEmpty()
        && change.getAsJsonArray("routesRemoved").isEmpty()
        && change.getAsJsonArray("restartNeeded").isEmpty();
  }

  private static String text(JsonObject change) {
    if (isEmpty(change)) return "nothing changes\n";
    StringBuilder text = new StringBuilder();
    for (JsonElement e : change.getAsJsonArray("connections")) {
      JsonObject c = e.getAsJsonObject();
      text.append(
          "%s connection %s (%s): %s%n"
              .formatted(
                  sign(text(c, "change")),
                  text(c, "name"),
                  text(c, "id"),
                  words(text(c, "change"))));
      lines(c.getAsJsonArray("details"), "    ", text);
    }
    lines(change.getAsJsonArray("routesAdded"), "+ route ", text);
    lines(change.getAsJsonArray("routesRemoved"), "- route ", text);
    lines(change.getAsJsonArray("restartNeeded"), "! only after a restart: ", text);
    return text.toString();
  }

  private static void lines(JsonArray texts, String before, StringBuilder text) {
    for (JsonElement t : texts) text.append(before).append(t.getAsString()).append('\n');
  }

  private static String sign(String change) {
    return switch (change) {
      case "added" -> "+";
      case "removed" -> "-";
      default -> "~";
    };
  }

  private static String words(String change) {
    return switch (change) {
      case "added" -> "is new";
      case "removed" -> "goes, its security associations are deleted";
      case "changed" -> "is negotiated anew";
      default -> "keeps its security associations";
    };
  }

  private static String text(JsonObject o, String name) {
    return o.get(name).getAsString();
  }
}
