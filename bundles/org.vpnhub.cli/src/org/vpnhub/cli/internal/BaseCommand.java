package org.vpnhub.cli.internal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.vpnhub.cli.Surroundings;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all commands share. */
abstract class BaseCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this text.")
  private boolean help;

  BaseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  final Surroundings surroundings() {
    return surroundings;
  }

  final PrintStream out() {
    return surroundings.out();
  }

  final PrintStream err() {
    return surroundings.err();
  }

  /** Prints the answer of a command with {@code --json}. */
  final void json(JsonElement answer) {
    Gson gson =
        new GsonBuilder().disableHtmlEscaping().serializeNulls().setPrettyPrinting().create();
    out().println(gson.toJson(answer));
  }

  /** A number with its noun, which gets an s unless the number is one. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
