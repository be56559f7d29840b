package org.vpnhub.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.vpnhub.base.Secret;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.hub.TextTable;
import org.vpnhub.secrets.SecretFiles;
import org.vpnhub.secrets.SecretStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code secret} and its commands. */
@Command(
    name = "secret",
    description = {
      "Looks after the pre-shared keys of a model.",
      "They are in the encrypted secret store NAME.secrets beside the model, which is opened by the"
          + " key file NAME.key, or by a passphrase. The passphrase is asked for, or read from the"
          + " file that "
          + Stores.PASSPHRASE_FILE
          + " names."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  vpnhub secret list hub.vpnhub",
      "  vpnhub secret rotate hub.vpnhub psk-shanghai",
      "  vpnhub secret set hub.vpnhub psk-shanghai < key.txt"
    })
public final class SecretCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  public SecretCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "set, rotate, show or list?");
  }

  @Command(
      name = "set",
      description = "Stores a key: the first line of standard input, or asked for at a terminal.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  vpnhub secret set hub.vpnhub psk-shanghai",
        "  head -c 24 /dev/urandom | base64 | vpnhub secret set hub.vpnhub psk-shanghai"
      })
  int set(
      @Parameters(index = "0", paramLabel = "FILE", description = "The model.") Path file,
      @Parameters(index = "1", paramLabel = "REF", description = "Reference of the key.")
          String reference,
      @Option(
              names = "--passphrase",
              description = "Locks a store that is made now with a passphrase.")
          boolean passphrase)
      throws IOException {
    Models model = Models.load(file);
    warnIfUnused(model, reference);
    try (Secret key = readKey(reference);
        SecretStore store = open(file, passphrase)) {
      put(store, reference, key);
    }
    out().println("stored " + reference);
    return ExitCode.OK;
  }

  private void put(SecretStore store, String reference, Secret key) throws IOException {
    try {
      store.put(reference, key);
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private SecretStore open(Path file, boolean passphrase) throws IOException {
    Stores stores = new Stores(surroundings());
    SecretFiles files = SecretFiles.beside(file);
    if (!passphrase || files.exists()) return stores.openOrCreate(file);
    char[] phrase = stores.newPassphrase();
    try {
      return files.createWithPassphrase(phrase);
    } finally {
      Arrays.fill(phrase, '\0');
    }
  }

  private Secret readKey(String reference) throws IOException {
    if (surroundings().terminal().isInteractive()) {
      Optional<char[]> typed =
          surroundings().terminal().readSecret("Pre-shared key " + reference + ": ");
      return Secret.ofText(new String(typed.orElseGet(() -> new char[0])));
    }
    byte[] input = surroundings().in().readNBytes(8192);
    int end = 0;
    while (end < input.length && input[end] != '\n' && input[end] != '\r') end++;
    byte[] line = Arrays.copyOf(input, end);
    Arrays.fill(input, (byte) 0);
    if (end == 0) {
      throw new CliException(
          ExitCode.INPUT, "standard input has no key in its first line; a key cannot be empty");
    }
    return new Secret(line);
  }

  private void warnIfUnused(Models model, String reference) {
    List<String> used = model.references();
    if (used.contains(reference)) return;
    err()
        .println(
            "note: no connection of the model uses '"
                + reference
                + "'; "
                + Suggestions.of(reference, used));
  }

  @Command(
      name = "rotate",
      description = {
        "Makes a new random key for a reference, or for all that the model uses.",
        "Export the sites' configurations and apply the model afterwards: both ends need the key."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  vpnhub secret rotate hub.vpnhub psk-shanghai",
        "  vpnhub secret rotate hub.vpnhub --all"
      })
  int rotate(
      @Parameters(index = "0", paramLabel = "FILE", description = "The model.") Path file,
      @Parameters(index = "1", arity = "0..*", paramLabel = "REF", description = "The references.")
          List<String> references,
      @Option(names = "--all", description = "All references that the model uses.") boolean all)
      throws IOException {
    List<String> wanted = references == null ? List.of() : references;
    if (all == !wanted.isEmpty()) {
      throw new CliException(ExitCode.USAGE, "name the references, or use --all");
    }
    Models model = Models.load(file);
    if (all) wanted = model.references();
    try (SecretStore store = new Stores(surroundings()).openOrCreate(file)) {
      requireKnown(wanted, model.references(), store.references());
      store.rotateAll(wanted);
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    for (String r : wanted) {
      warnIfUnused(model, r);
      out().println("new key for " + r);
    }
    return ExitCode.OK;
  }

  /** A mistyped reference would get a key of its own, and the one that was meant keep its old. */
  private static void requireKnown(
      List<String> wanted, Collection<String> used, Collection<String> stored) {
    TreeSet<String> known = new TreeSet<>(used);
    known.addAll(stored);
    for (String r : wanted) {
      if (known.contains(r)) continue;
      throw new CliException(
          ExitCode.USAGE,
          "neither the model nor the secret store has '"
              + r
              + "'; "
              + Suggestions.of(r, List.copyOf(known)));
    }
  }

  @Command(
      name = "show",
      description = "Prints one key in clear.",
      footerHeading = "%nExamples:%n",
      footer = "  vpnhub secret show hub.vpnhub psk-shanghai")
  int show(
      @Parameters(index = "0", paramLabel = "FILE", description = "The model.") Path file,
      @Parameters(index = "1", paramLabel = "REF", description = "Reference of the key.")
          String reference)
      throws IOException {
    try (SecretStore store = new Stores(surroundings()).open(file)) {
      Optional<Secret> key = store.get(reference);
      if (key.isEmpty()) {
        throw new CliException(
            ExitCode.USAGE,
            "the secret store has no '"
                + reference
                + "'; "
                + Suggestions.of(reference, store.references()));
      }
      try (Secret secret = key.get()) {
        out().println(secret.text());
      }
    }
    return ExitCode.OK;
  }

  @Command(
      name = "list",
      description = {
        "Lists the references that the model uses and that the store has; never a key.",
        "Exit code 1 when a key is missing."
      },
      footerHeading = "%nExamples:%n",
      footer = "  vpnhub secret list --json hub.vpnhub")
  int list(
      @Parameters(index = "0", paramLabel = "FILE", description = "The model.") Path file,
      @Option(names = "--json", description = "Gives JSON.") boolean json)
      throws IOException {
    List<String> used = Models.load(file).references();
    List<String> stored = new ArrayList<>();
    if (SecretFiles.beside(file).exists()) {
      try (SecretStore store = new Stores(surroundings()).open(file)) {
        stored.addAll(store.references());
      }
    }
    TreeSet<String> all = new TreeSet<>(used);
    all.addAll(stored);
    JsonArray answer = new JsonArray();
    TextTable table = new TextTable("reference", "key", "used by the model");
    for (String r : all) {
      JsonObject o = new JsonObject();
      o.addProperty("reference", r);
      o.addProperty("stored", stored.contains(r));
      o.addProperty("used", used.contains(r));
      answer.add(o);
      table.row(r, stored.contains(r) ? "stored" : "missing", used.contains(r) ? "yes" : "no");
    }
    if (json) json(answer);
    else out().print(table.isEmpty() ? "no keys\n" : table);
    return stored.containsAll(used) ? ExitCode.OK : ExitCode.ERRORS;
  }
}
