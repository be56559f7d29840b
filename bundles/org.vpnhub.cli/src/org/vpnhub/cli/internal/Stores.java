package org.vpnhub.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.base.Secret;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.secrets.Protection;
import org.vpnhub.secrets.SecretFiles;
import org.vpnhub.secrets.SecretStore;
import org.vpnhub.secrets.SecretStoreException;

/** Opens the secret stores of models. */
final class Stores {
  /** Name of the variable that names a file with the passphrase in its first line. */
  static final String PASSPHRASE_FILE = "VPNHUB_PASSPHRASE_FILE";

  private final Surroundings surroundings;
  private final boolean remembers;
  private char[] remembered = {};

  Stores(Surroundings surroundings) {
    this(surroundings, false);
  }

  /**
   * @param remembers whether a passphrase is asked for once and kept in memory, for a server that
   *     opens its store again
   */
  Stores(Surroundings surroundings, boolean remembers) {
    this.surroundings = surroundings;
    this.remembers = remembers;
  }

  /**
   * Opens the store of a model.
   *
   * @throws CliException when there is none, or nobody gives the passphrase
   */
  SecretStore open(Path model) throws SecretStoreException {
    SecretFiles files = SecretFiles.beside(model);
    if (!files.exists()) {
      throw new CliException(
          ExitCode.INPUT,
          files.store() + ": there is no secret store; 'vpnhub secret set' or 'rotate' makes one");
    }
    return files.open(this::passphrase);
  }

  /** Opens the store of a model, or makes one that a key file locks. */
  SecretStore openOrCreate(Path model) throws SecretStoreException {
    SecretFiles files = SecretFiles.beside(model);
    return files.exists() ? open(model) : files.createWithKeyFile();
  }

  /** All keys of a model's store; none when there is no store. */
  Map<String, Secret> keys(Path model) throws SecretStoreException {
    return SecretFiles.beside(model).exists() ? all(model) : Map.of();
  }

  /** All keys of a model's store; none when there is no store, or it takes a passphrase. */
  Map<String, Secret> keysWithoutQuestion(Path model) throws SecretStoreException {
    SecretFiles files = SecretFiles.beside(model);
    boolean free = files.exists() && SecretStore.protection(files.store()) == Protection.KEY_FILE;
    return free ? all(model) : Map.of();
  }

  private Map<String, Secret> all(Path model) throws SecretStoreException {
    Map<String, Secret> keys = new HashMap<>();
    try (SecretStore store = open(model)) {
      for (String r : store.references()) store.get(r).ifPresent(s -> keys.put(r, s));
    }
    return keys;
  }

  private synchronized char[] passphrase() {
    if (remembered.length > 0) return remembered.clone();
    char[] answer = askPassphrase();
    if (remembers) remembered = answer.clone();
    return answer;
  }

  private char[] askPassphrase() {
    String file = surroundings.environment().get(PASSPHRASE_FILE);
    if (file != null) return firstLine(Path.of(file));
    Optional<char[]> typed = surroundings.terminal().readSecret("Passphrase of the secret store: ");
    return typed.orElseThrow(
        () ->
            new CliException(
                ExitCode.ENVIRONMENT,
                "the secret store takes a passphrase, and there is no terminal to ask at: name a"
                    + " file that holds it in "
                    + PASSPHRASE_FILE));
  }

  private static char[] firstLine(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElse("")
          .toCharArray();
    } catch (IOException e) {
      throw new CliException(
          ExitCode.INPUT, file + ": the passphrase cannot be read (" + e.getMessage() + ")");
    }
  }

  /** Asks for a passphrase twice. */
  char[] newPassphrase() {
    char[] first = ask("New passphrase: ");
    char[] second = ask("Once more: ");
    if (!Arrays.equals(first, second)) {
      throw new CliException(ExitCode.USAGE, "the two passphrases differ");
    }
    if (first.length == 0) throw new CliException(ExitCode.USAGE, "the passphrase is empty");
    return first;
  }

  private char[] ask(String prompt) {
    return surroundings
        .terminal()
        .readSecret(prompt)
        .orElseThrow(
            () ->
                new CliException(
                    ExitCode.ENVIRONMENT, "a new passphrase is asked for at a terminal only"));
  }
}
